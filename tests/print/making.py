"""What may be printed, made for tests: a small copy with one code, one model and one article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from loaphuong.content.nouns import Rule, Stance
from loaphuong.core.where import Where
from loaphuong.print.nouns import Copy
from loaphuong.trust.registry import Approval, register
from tests.making import NOW, a_code, a_content, a_model, a_station

if TYPE_CHECKING:
    from loaphuong.content.nouns import Code
    from loaphuong.print.nouns import Sheet

CREST = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4"/></svg>'
CODE, MODEL = "quy-tac/qd-1665", "mo-hinh/chung-cu-van-hoa"


def some_rules(count: int, text: str = "Giữ gìn vệ sinh chung", place: str = "Nơi công cộng") -> tuple[Rule, ...]:
    """Rules of one place, what to do and what not in turn, each on a line of its own."""
    stances = (Stance.DO, Stance.DONT)
    return tuple(
        Rule(f"d{at}", f"{text} {at}", stances[at % 2], place, where=Where("content/quy-tac/qd-1665.md", 10 + at))
        for at in range(count)
    )


def a_copy(*codes: Code, approvals: int = 1, digest: str = "a" * 64, **content: Any) -> Copy:
    """What may be printed when the code was approved so many times, the last time with this digest."""
    given = codes or (a_code(),)
    entries = tuple(
        Approval(name, digest, "Người duyệt thử", "Phó Chủ tịch", NOW)
        for name in (*(f"quy-tac/{code.slug}" for code in given), MODEL)
        for _ in range(approvals)
    )
    return Copy(
        NOW,
        a_station(),
        a_content(codes=given, models=(a_model(),), **content),
        register(entries),
        {entry.name: entry.digest for entry in entries},
        CREST,
    )


def named(sheets: tuple[Sheet, ...], name: str) -> Sheet:
    """The sheet of a name."""
    return next(sheet for sheet in sheets if sheet.name == name)
