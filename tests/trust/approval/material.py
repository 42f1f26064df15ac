"""A content, a register that approves it, and what of it stands, is public and is held back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from loaphuong.trust import approval, registry
from tests.making import NOW

if TYPE_CHECKING:
    from collections.abc import Iterable

    from loaphuong.content.nouns import Content
    from loaphuong.core.problems import Problem
    from loaphuong.trust.approval import Standing, Text
    from loaphuong.trust.registry import Register

BY = ("Lê Thị Bình", "Phó Chủ tịch UBND phường")


def texts_of(content: Content) -> dict[str, Text]:
    """Its texts; no picture of them exists."""
    return approval.texts(content, {}.get)


def approved(content: Content, *, but: Iterable[str] = (), by: str = BY[0]) -> Register:
    """A register that approves all of a content but some names."""
    known = texts_of(content)
    return registry.register(
        approval.approve(text, by, BY[1], NOW) for name, text in known.items() if name not in set(but)
    )


def standing(content: Content, register: Register) -> Standing:
    """What of a content stands, where no record was kept."""
    return approval.find_standing(Path("nowhere"), content, texts_of(content), register)


def public(content: Content, register: Register) -> Content:
    """What of it residents may see."""
    return approval.select_publishable(standing(content, register), register, NOW)


def held(content: Content, register: Register) -> list[Problem]:
    """What of it is held back, and why."""
    return list(approval.list_held(texts_of(content), standing(content, register), register))
