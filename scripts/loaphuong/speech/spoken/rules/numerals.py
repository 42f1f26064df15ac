"""Roman numerals, where they are numerals and not letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.speech.spoken.conditions import capitals, next_word, previous_word
from loaphuong.speech.spoken.lazy import Lazy
from loaphuong.speech.spoken.numbers import letters, roman
from loaphuong.speech.spoken.rule import Kind, rule

if TYPE_CHECKING:
    import re

    from loaphuong.speech.spoken.rule import Context

NOUN = Lazy(
    r"(?<!\w)(?:quý|khóa|kỳ|thế kỷ|tk|chương|phần|mục|điều|đại hội|lần thứ|thứ|lần|hạng|loại|cấp|vùng|"
    r"nhóm|quân khu|khu vực|vùng|chi cục|bậc|hội nghị|tập|báo động|"
    r"đợt|học kỳ|độ|cấp độ|giai đoạn|bảng|phụ lục|khu|tổ|quyển|triều|đời|đô thị loại|pha|mức|khối|biểu|kỳ họp|năm|"
    r"cụm|tiểu học|hệ|kỳ thi|nhà máy|giải|"
    r"tiêu chuẩn|trại|dạng|type|lớp|lô|số|xí nghiệp|bộ|khóa họp|danh mục|quân đoàn|điểm)\s+"
    r"(?:[ivxlcdm]+\s*(?:,|và|-|–|—|đến|hoặc|/|&)\s*(?:quý\s+|khóa\s+|chương\s+|phần\s+|mục\s+)?)*$"
)
ORDER = Lazy(r"(?<!\w)(?:lần thứ|thứ)\s+$")
# Letters that can hardly be anything else: XXIII, XLV, MMXXV.
SURE = Lazy(r"[IVX]{2,}$|[IVXL]{3,}$|[IVXLCDM]{4,}$")
ALONE = frozenset("IVXLC")
WORDS = frozenset(("VI", "XI"))
MEDAL = Lazy(r"(?<!\w)(?:huân chương|huy chương)(?:\s+[^\W\d_]+){0,5}\s+hạng\s+$")
PRIZE = Lazy(r"(?<!\w)giải\s+$")
QUARTERS = Lazy(r"(?<!\w)quý\s+(?:[ivx]+\s*(?:,|và|-|–|—|đến|hoặc)\s*)+$")
YEAR_NEXT = Lazy(r"\s+năm(?!\w)")
COLON = Lazy(r"\s?:")
LIST = Lazy(r"(?<!\w)(?:II|VI|III)\s?:")
AFTER_DASH = Lazy(r"(?:-|–|—|đến)\s*$")


def rank(context: Context, at: int, value: int) -> str | None:
    """The rank of a medal or a prize: nhất, nhì, ba, tư; None if it is neither."""
    if value < 10 and (context.before(MEDAL, at) or context.before(PRIZE, at)):
        return "nhì" if value == 2 else context.numbers.ordinal(value)
    return None


def _sure(found: re.Match[str], context: Context) -> bool:
    if found[1] in WORDS:
        beside = next_word(context.text, found.end()), previous_word(context.text, found.start())
        return not any(capitals(word) for word in beside)
    return SURE.match(found[1]) is not None or (context.text.strip() == found[1] and set(found[1]) <= ALONE)


def _roman(found: re.Match[str], context: Context) -> str | None:
    value = roman(found[1])
    if value is None:
        return None
    at = found.start()
    noun = context.before(NOUN, at)
    # I: 3tr, II: 2tr: those of a list.
    numbered = found[1] in "IV" and context.after(COLON, found.end()) and LIST.search(context.text[found.end() :][:80])
    if not (numbered or _sure(found, context) or (noun and (len(found[1]) > 1 or found[1] in "IVX"))):
        return None
    spoken = rank(context, at, value) or (
        context.numbers.ordinal(value) if context.before(ORDER, at) else context.numbers.cardinal(value)
    )
    if found[3]:
        parts = found[3][1:].split(".")
        return " chấm ".join(
            (spoken, *(context.numbers.say_written(part) if part.isdecimal() else letters(part) for part in parts))
        )
    dated = found[2] or context.after(YEAR_NEXT, found.end()) or context.before(AFTER_DASH, at)
    if dated and context.before(QUARTERS, at):
        spoken = f"quý {spoken}"
    return f"{spoken} năm {context.numbers.cardinal(int(found[2]))}" if found[2] else spoken


def _read_lettered(found: re.Match[str], context: Context) -> str | None:
    value = roman(found[1])
    return (
        f"{context.numbers.cardinal(value)} {letters(found[2])}"
        if value and context.before(NOUN, found.start())
        else None
    )


RULES = (
    rule("roman numeral with letter", Kind.ROMAN, r"([IVX]{1,5})\s?([a-dđ])(?!\w)", _read_lettered),
    rule(
        "roman numeral",
        Kind.ROMAN,
        r"([IVXLCDM]+)(?!\w)(?:\s?[/-]\s?((?:19|20)\d\d)(?![\d/-]))?((?:\.\d{1,2})+(?:\.[a-zđ](?!\w))?(?![\d/]))?",
        _roman,
    ),
)
