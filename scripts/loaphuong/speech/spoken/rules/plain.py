"""Numbers by themselves, with a letter, after thứ; letters and names made of letters and numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaphuong.speech.spoken.amounts import AMOUNT, say
from loaphuong.speech.spoken.lazy import Lazy
from loaphuong.speech.spoken.numbers import letters, roman
from loaphuong.speech.spoken.rule import NUMERIC, Kind, rule
from loaphuong.speech.spoken.rules import numerals

if TYPE_CHECKING:
    from loaphuong.speech.spoken.rule import Context

ORDINAL = Lazy(r"(?<!\w)thứ\s+$")
FIRST = Lazy(r"(?<!\w)hạng\s+$")
# Grades of posts and places have a number and no winner: bác sĩ hạng một.
GRADE = Lazy(
    r"(?<!\w)(?:viên|sĩ|sư|viện|trường|chức danh|nghề nghiệp|chức|đô thị|công trình|xe|lái|bằng|gplx|chợ|"
    r"khách sạn|chung cư|nhà|doanh nghiệp|thương binh)\s+hạng\s+$"
)
ORDINALS = Lazy(r"(?<!\w)thứ\s+(?:\d{1,2}\s*(?:,|và|-|–|đến|hoặc)\s*(?:thứ\s+)?)+$")
ENDS = Lazy(r"\s*(?:$|[,.;:)!?\-–]|và(?!\w)|đến(?!\w)|hàng tuần|hằng tuần|trong tuần)")
MARKED = Lazy(
    r"(?<!\w)(?:mục|tiểu mục|phòng|căn hộ|điểm|điều|khoản|phần|phiên bản|chương|bài|bảng|hình|phụ lục|tiêu chí|"
    r"chỉ tiêu|biểu|số|android|windows|ios)\s+(?:\d+(?:\.\d+)+\s*(?:,|và|hoặc|đến|-|–)\s*)*$"
)
LISTED = Lazy(
    r"(?<!\w)(?:tổ|khoản|các điều|các khoản|các tổ|các số|nhóm|lớp|quý|tháng|phường|quận|thứ|cụm|khu|xóm|"
    r"thôn|ngõ)\s+$"
)
ROADS = {
    "QL": "quốc lộ",
    "TL": "tỉnh lộ",
    "ĐT": "đường tỉnh",
    "HL": "hương lộ",
    "ĐH": "đường huyện",
    "Km": "ki lô mét",
    "km": "ki lô mét",
}
WRITTEN_DOWN = Lazy(
    r"(?:số tài khoản|tài khoản|stk|mã số|mã số thuế|mst|số định danh|cccd|cmnd|căn cước(?: công dân)?|"
    r"mã hồ sơ|biển số|"
    r"biển kiểm soát|bks|số hiệu)\s*(?:số\s*)?:?\s*$"
)
DAYS_BEFORE = Lazy(r"(?:t[2-7]|cn|thứ \w+)\s*(?:,|-|–|và|đến|&)\s*$")
DAYS_AFTER = Lazy(r"\s*(?:,|-|–|và|đến|&)\s*(?:t[2-7]|cn)(?!\w)")
# The plate of a vehicle can be nothing else: 30A-567.89.
PLATE = r"\d{2}\s?-?\s?[A-ZĐ]{1,2}\d?[ -]\d{3}\.\d{2}(?!\w)"
PIECES = Lazy(r"\d+|[A-Za-zĐđ]")


def _ordinal(found: re.Match[str], context: Context) -> str | None:
    at, value = found.start(), int(found[0])
    if context.before(FIRST, at) and value == 1 and not context.before(GRADE, at):
        return context.numbers.ordinal(value)
    ranked = numerals.rank(context, at, value) if context.after(ENDS, found.end()) else None
    if ranked:
        return ranked
    if context.before(ORDINAL, at):
        return context.numbers.ordinal(value)
    if context.before(ORDINALS, at) and context.after(ENDS, found.end()) and 2 <= value <= 7:
        return f"thứ {context.numbers.ordinal(value)}"
    return None


def _marked(found: re.Match[str], context: Context) -> str | None:
    if re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+", found[0]):
        return None
    if found[0].count(".") == 1 and not context.before(MARKED, found.start()):
        return None
    return " chấm ".join(
        context.numbers.written(part) if part.isdecimal() else letters(part) for part in found[0].split(".")
    )


def _listed(found: re.Match[str], context: Context) -> str | None:
    numbers = found[0].split(",")
    years = all(re.fullmatch(r"(?:19|20)\d\d", number) for number in numbers)
    if len(numbers) == 2 and not years and not context.before(LISTED, found.start()):
        return None
    if len(numbers) > 2 and all(len(number) == 3 for number in numbers[1:]):
        return None
    return ", ".join(context.numbers.written(number) for number in numbers)


def _pieces(found: re.Match[str], context: Context) -> str:
    return " ".join(
        context.numbers.written(piece) if piece.isdecimal() else letters(piece) for piece in PIECES.findall(found[0])
    )


def _number(found: re.Match[str], context: Context) -> str:
    return say(found[0], context.numbers)[0]


def _road(found: re.Match[str], context: Context) -> str:
    return f"{ROADS[found[1]]} {context.numbers.written(found[2])}" + (f" {letters(found[3])}" if found[3] else "")


def _document(found: re.Match[str], context: Context) -> str:
    return f"{context.index.shorthand[found[1]]} {context.numbers.written(found[2])}"


def _letter(found: re.Match[str], context: Context) -> str | None:
    if found[0] == "đ" and context.text[found.end() : found.end() + 1] == "/":
        return "đồng"
    if found[0] == "đ" and re.search(
        r"(?:nghìn|ngàn|triệu|tỷ|trăm)\s*$", context.low[max(0, found.start() - 9) : found.start()]
    ):
        return "đồng"
    return letters(found[0].rstrip("."))


def _times(found: re.Match[str], context: Context) -> str | None:  # noqa: ARG001 - the shape of a rule
    last = context.last
    return "nhân" if last is not None and last.kind in NUMERIC else None


def _weekday(found: re.Match[str], context: Context) -> str | None:
    beside = context.before(DAYS_BEFORE, found.start()) or context.after(DAYS_AFTER, found.end())
    return f"thứ {context.numbers.ordinal(int(found[1]))}" if beside else None


def _month(found: re.Match[str], context: Context) -> str:
    return f"tháng {context.numbers.month(int(found[1]))} năm {context.numbers.cardinal(int(found[2]))}"


def _quarter(found: re.Match[str], context: Context) -> str:
    quarter = roman(found[1]) or int(found[1])
    return f"quý {context.numbers.cardinal(quarter)} năm {context.numbers.cardinal(int(found[2]))}"


def _spelled(found: re.Match[str], context: Context) -> str | None:
    if not context.before(WRITTEN_DOWN, found.start()) and not re.fullmatch(PLATE, found[0]):
        return None
    return ", ".join(
        " ".join(
            context.numbers.spelled(piece) if piece.isdecimal() else letters(piece) for piece in PIECES.findall(group)
        )
        for group in re.split(r"[ .-]", found[0])
    )


RULES = (
    rule(
        "number to write down",
        Kind.PHONE,
        rf"{PLATE}|\d{{2}}\s?-?\s?[A-ZĐ]{{1,2}}\d?[ -]\d{{3}}\.?\d{{2}}(?!\w)|\d{{4,}}(?:[ .-]\d{{2,}})*(?!\w)",
        _spelled,
    ),
    rule("ordinal", Kind.ORDINAL, r"\d{1,4}(?![\d/]|[.,]\d)", _ordinal),
    rule("numbered part", Kind.CARDINAL, r"\d+(?:\.\d+)+(?![\d])(?:\.[a-zđ](?!\w))?", _marked),
    rule("numbers in a row", Kind.CARDINAL, r"\d{1,4}(?:,\d{1,4})+(?![\d])", _listed),
    rule("number with letter", Kind.CARDINAL, r"\d+(?:[A-ZĐ]|[a-dđ](?=\W|$))(?:\d+[A-Z]?)?(?!\w)", _pieces),
    rule("decimal", Kind.DECIMAL, r"\d+[.,]\d+(?![\d]|[.,]\d)(?<!\.\d{3})|\d{1,3}(?:\.\d{3})+,\d+|0\.\d+", _number),
    rule("cardinal", Kind.CARDINAL, AMOUNT, _number),
    rule("number before letters", Kind.CARDINAL, r"\d+", _number),
)
LETTERS = (
    rule("times", Kind.SYMBOL, r"[xX]\s?(?=\d)", _times),
    rule("bore", Kind.SYMBOL, r"[ØøΦφ]\s?(?=\d)", lambda *_: "phi"),
    rule("weekday in short", Kind.ORDINAL, r"T([2-7])(?!\w)(?!/)", _weekday),
    rule("quarter in short", Kind.DATE, r"Q\.?\s?([1-4]|I{1,3}|IV)/((?:19|20)\d\d)(?!\d)", _quarter),
    rule("month in short", Kind.DATE, r"T(\d{1,2})/((?:19|20)\d\d)(?!\d)", _month),
    rule("document in short", Kind.CODE, r"(NQ|NĐ|QĐ|KH|CTr|TW|TƯ)(\d{1,4})(?![\w/])", _document),
    rule("road", Kind.CARDINAL, r"(QL|TL|ĐT|HL|ĐH|[Kk]m)\.?\s?(\d+)([A-Z])?(?!\w)", _road),
    rule("letters with number", Kind.CARDINAL, r"[A-ZĐ]{1,2}-?\d{1,4}(?:[A-Z]\d{0,2})?(?!\w)", _pieces),
    rule("letter", Kind.LETTER, r"(?:[A-Za-zĐđ](?!\w)(?:\.(?=[A-ZĐ]))?)", _letter),
)
