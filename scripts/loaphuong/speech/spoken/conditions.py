"""What must stand beside an abbreviation for an entry of the lexicon to hold.

The conditions, joined by `;`:

- `trước tên riêng`: a name follows (Q. Tây Hồ) · `trước chức danh`: a title follows (Q. Chủ tịch)
- `trước số`, `sau số`: a number follows, or stands before
- `trước: a, b`, `sau: a, b`: one of these words follows, or stands before · `không sau: a, b`: none of them does
- `gần: a, b`: one of these words stands within some sixty letters on either side
- `trước ngoặc kép`: a title in quotation marks follows (CT "Sao Mai") · `trước hai chấm`: a colon does (TP: các hộ)
- `trước năm`: a year follows (SN 1985) · `trước dãy số`: six digits or more do (TK 0011004567)
- `trước ngày`: a day and its month follow (CN 29/11) · `sau ngoặc`: a bracket opens before it (SN 60)
- `không hoa`: the words beside it are not in capitals (CA phường, but CA NGỢI)
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from loaphuong.speech.spoken.lazy import Lazy
from loaphuong.speech.spoken.syllable import canonical

if TYPE_CHECKING:
    from collections.abc import Callable

    Condition = Callable[[str, int, int], bool]

NEXT_WORD = Lazy(r"[\s“\"(]*([^\W\d_]+)")
PREVIOUS_WORD = Lazy(r"([^\W\d_]+)\W*$")
ROW_NEXT = Lazy(r"\s*(?:số\s*)?:?\s*\(?\d(?:[ .-]?\d){5,}")
DAY_NEXT = Lazy(r"\s*[,(]?\s*(?:ngày\s*)?\d{1,2}\s?[/.-]\s?\d{1,2}(?!\d)")
YEAR_NEXT = Lazy(r"\s*:?\s*(?:19|20)\d\d(?!\d)")
NUMBER_NEXT = Lazy(r"\s*(?:số\s*)?[≥≤<>~]?\s?(?:\d|[IVX]{1,4}(?!\w|\s?/))")
PREVIOUS_NUMBER = Lazy(r"\d\s*$")
TITLES = Lazy(
    r"\s*(?:(?:phó|quyền|nguyên)\s+)?(?:chủ tịch|bí thư|trưởng|giám đốc|tổng|chánh|hiệu trưởng|viện trưởng|cục trưởng|"
    r"vụ trưởng|chủ nhiệm|thủ trưởng|đội trưởng|tổ trưởng|hội trưởng|phó|ủy viên|thư ký|bộ trưởng|thống đốc|cvp|ct)\b",
    re.IGNORECASE,
)
# Conditions that leave no doubt: beside named words, before a title, a colon or a year.
BESIDE = Lazy(r"(?<!không )(?:trước|sau):|ngoặc kép|hai chấm|trước năm|dãy số|trước ngày|sau ngoặc")
STRONG = Lazy(rf"{BESIDE.pattern}|tên riêng|chức danh")
NEAR = 60


def capitals(word: str) -> bool:
    """Whether it is a word in capitals, not an abbreviation: TP and UBND say nothing of the words beside them."""
    return len(word) > 1 and word.isupper() and canonical(word) is not None


def next_word(text: str, end: int) -> str:
    """The word after a place; nothing at the end."""
    found = NEXT_WORD.match(text, end)
    return found[1] if found else ""


def previous_word(text: str, start: int) -> str:
    """The word before a place; nothing at the beginning."""
    found = PREVIOUS_WORD.search(text[max(0, start - 40) : start])
    return found[1] if found else ""


def _before_name(text: str, start: int, end: int) -> bool:  # noqa: ARG001 - the shape of a condition
    word = next_word(text, end)
    return word[:1].isupper() and not set(word) <= set("IVX") and not TITLES.match(text, end)


def _before_title(text: str, start: int, end: int) -> bool:  # noqa: ARG001
    return bool(TITLES.match(text, end))


def _before_number(text: str, start: int, end: int) -> bool:  # noqa: ARG001
    return bool(NUMBER_NEXT.match(text, end))


def _after_number(text: str, start: int, end: int) -> bool:  # noqa: ARG001
    return bool(PREVIOUS_NUMBER.search(text[max(0, start - 5) : start]))


def _before_title_quoted(text: str, start: int, end: int) -> bool:  # noqa: ARG001
    return text[end : end + 2].lstrip()[:1] in {"“", '"'}


def _before_colon(text: str, start: int, end: int) -> bool:  # noqa: ARG001
    return text[end : end + 2].lstrip()[:1] == ":"


def _before_row(text: str, start: int, end: int) -> bool:  # noqa: ARG001
    return bool(ROW_NEXT.match(text, end))


def _before_day(text: str, start: int, end: int) -> bool:  # noqa: ARG001
    return bool(DAY_NEXT.match(text, end))


def _in_brackets(text: str, start: int, end: int) -> bool:  # noqa: ARG001
    return text[max(0, start - 2) : start].rstrip()[-1:] == "("


def _before_year(text: str, start: int, end: int) -> bool:  # noqa: ARG001
    return bool(YEAR_NEXT.match(text, end))


def _small(text: str, start: int, end: int) -> bool:
    return not (capitals(next_word(text, end)) or capitals(previous_word(text, start)))


def strictness(condition: str) -> int:
    """Which of several entries for one written form is asked first: one beside named words, then any condition."""
    if BESIDE.search(condition):
        return 0
    return 1 if "gần:" in condition else 2 if condition else 3


NAMED: dict[str, Condition] = {
    "trước tên riêng": _before_name,
    "trước chức danh": _before_title,
    "trước số": _before_number,
    "sau số": _after_number,
    "không hoa": _small,
    "trước ngoặc kép": _before_title_quoted,
    "trước hai chấm": _before_colon,
    "trước năm": _before_year,
    "trước dãy số": _before_row,
    "trước ngày": _before_day,
    "sau ngoặc": _in_brackets,
}


@lru_cache(maxsize=1024)
def condition_of(text: str) -> Condition | None:
    """The test a condition asks for; None if there is no such condition."""
    tests: list[Condition] = []
    for part in filter(None, (part.strip() for part in text.split(";"))):
        head, colon, tail = part.partition(":")
        listed = "|".join(re.escape(word.strip()) for word in tail.split(",") if word.strip())
        if part in NAMED:
            tests.append(NAMED[part])
        elif colon and listed and head.strip() == "trước":
            follows = re.compile(rf"\W*(?:{listed})(?!\w)", re.IGNORECASE)
            tests.append(lambda text, _, end, follows=follows: bool(follows.match(text, end)))  # type: ignore[misc]
        elif colon and listed and head.strip() in ("sau", "không sau"):
            stands = re.compile(rf"(?<!\w)(?:{listed})\W*$", re.IGNORECASE)
            after = head.strip() == "sau"
            tests.append(
                lambda text, start, _, stands=stands, after=after: (  # type: ignore[misc]
                    bool(stands.search(text[max(0, start - 40) : start])) is after
                )
            )
        elif colon and listed and head.strip() == "gần":
            near = re.compile(rf"(?<!\w)(?:{listed})(?!\w)", re.IGNORECASE)
            tests.append(
                lambda text, start, end, near=near: bool(  # type: ignore[misc]
                    near.search(text[max(0, start - NEAR) : start]) or near.search(text[end : end + NEAR])
                )
            )
        else:
            return None
    return lambda text, start, end: all(test(text, start, end) for test in tests)
