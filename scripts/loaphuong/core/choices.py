"""Choices among a few words, understood however people write them: chờ duyệt, Cho_duyet, a genre by its label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BeforeValidator

from loaphuong.core.vietnamese import fold, nfc

if TYPE_CHECKING:
    from enum import StrEnum


def pick(kind: type[StrEnum]) -> BeforeValidator:
    """A validator that gives the word of a choice for what stands for it; what stands for none stays as it is."""
    known = {choice_key(word): each.value for each in kind for word in (each.value, getattr(each, "label", each.value))}
    return BeforeValidator(lambda value: known.get(choice_key(value), value) if isinstance(value, str) else value)


def choice_key(word: str) -> str:
    """A word of a choice as such words are compared."""
    return " ".join(fold(nfc(word)).replace("_", " ").replace("-", " ").split())
