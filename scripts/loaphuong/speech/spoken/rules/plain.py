"""Numbers by themselves, with a letter, after thứ; letters and names made of letters and numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaphuong.speech.spoken.amounts import AMOUNT, say
from loaphuong.speech.spoken.lazy import Lazy
from loaphuong.speech.spoken.numbers import letters, roman
from loaphuong.speech.spoken.rule import NUMERIC, Doubtful, Kind, rule
from loaphuong.speech.spoken.rules import numerals, weekdays

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
ENDS = Lazy(r"\s*(?:$|[,.;:)!?\-–]|(?:và|đến|bằng|được|đóng|là|có|không)(?!\w)|hàng tuần|hằng tuần|trong tuần)")
MARKED = Lazy(
    r"(?<!\w)(?:mục|tiểu mục|phòng|căn hộ|điểm|điều|khoản|phần|phiên bản|chương|bài|bảng|hình|phụ lục|tiêu chí|"
    r"chỉ tiêu|biểu|(?<!hệ )(?<!chỉ )(?<!tỷ )số|android|windows|ios)[\s“\"(]+(?:\d+(?:\.\d+)+\s*(?:,|và|hoặc|"
    r"đến|-|–)\s*)*$"
)
LISTED = Lazy(
    r"(?<!\w)(?:tổ|tdp|kp|khu phố|lớp|khối|khoản|các điều|các khoản|các tổ|các số|nhóm|lớp|quý|tháng|phường|"
    r"quận|thứ|cụm|khu|xóm|"
    r"thôn|ngõ)\s+$"
)
ROADS = {
    "QL": "quốc lộ",
    "TL": "tỉnh lộ",
    "ĐT": "đường tỉnh",
    "HL": "hương lộ",
    "ĐH": "đường huyện",
    "VĐ": "vành đai",
    "Km": "ki lô mét",
    "km": "ki lô mét",
}
ROAD_JUST = Lazy(r"(?<!\w)(đường|tuyến|tuyến đường|nút giao|cao tốc|quốc lộ|tỉnh lộ|ngã tư|ngã ba)\s+$")
ROADS_NEAR = Lazy(r"(?<!\w)(?:ql|tl|đt|quốc lộ|tỉnh lộ|km|đường|tuyến|nút giao|ngập)(?!\w)[^.;]*$")
PLOT = Lazy(r"(?<!\w)(?:khu|lô|tòa|nhà|đường|phố|dãy|ô|thửa|tuyến)\s+$")
BOAT = Lazy(r"(?<!\w)(?:ghe|tàu|thuyền|sà lan|xuồng|đò|ca nô|cano|phà|chuyến bay|bay)(?:\s+số hiệu)?\s+$")
ROOM = Lazy(r"(?<!\w)phòng\s+$")
BUS = Lazy(r"(?<!\w)buýt(?:\s+số)?[\s\w,]*$")
NAMED_BY_LETTERS = Lazy(
    r"(?<!\w)(?:nhóm máu|máu|tòa|tòa nhà|hạng|bằng lái|giấy phép lái xe|gplx|nhóm|lô|dãy|sảnh|cổng|"
    r"ký hiệu|công ty|ctcp|cổ phần|tnhh|tập đoàn|đội|trường|vitamin|"
    r"chung cư)\s*:?\s+"
    r"(?:(?:hạng|loại)\s+)?(?:[a-zđ]{1,2}\d?\s*(?:,|và|hoặc|/|-)\s*)*$"
)
# 2 viên/lần x 3 lần, 20 suất quà x 500k.
TIMES = Lazy(r"\d[^\W_]*(?:[ /][^\W\d_]+){1,3}\s$")
GOLD = Lazy(r"(?<!\w)(?:vàng|nhẫn|dây chuyền|trang sức|kiềng|vòng|lắc|bạc)(?:\s+[^\W\d_]+){0,3}\s+$")
NUMBERED = Lazy(
    r"(?<!\w)(?:tổ|ngày|số|điều|khoản|mục|lớp|phòng|quận|phường|ngõ|ngách|hẻm|đợt|lần|thứ|tháng|năm|quý|khu|"
    r"thôn|xóm|nhà|đội|"
    r"mùng|hạng|tuyến|vòng|khóa|bài|trang|câu|tầng|gọi|tdp|115|113|114)\s+(?:số\s+)?$"
)
ALONE = Lazy(r" \d{3}(?! \d|\s?[^\W\d_%]|\s?[%(])")
AGED = Lazy(
    r"(?<!\w)(?:cụ|ông|bà|anh|chị|em|cháu|bé|nam|nữ|mừng thọ|hưởng thọ|tròn|trẻ|te|nct|pn|phụ nữ|từ đủ|đủ|công dân|"
    r"hs|học sinh|thanh niên|ccb|độ tuổi|nghi phạm|ứng viên|lao động|nhóm)(?!\w)[^!?]*$"
)
WEIGHED = Lazy(r"(?<!\w)(?:xe|tải|chở|rác|hàng|gạo|cẩu|nặng|trọng tải)(?!\w)[^;:!?,]*$")
THOUSANDS = Lazy(r"([A-ZĐ]{1,2})-?(\d{1,3}\.\d{3})")
CODE = 10
NOUN_NEXT = Lazy(r"\s?[^\W\d_]")
PIECES = Lazy(r"\d+|[A-Za-zĐđ.]")


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


def _read_marked(found: re.Match[str], context: Context) -> str | None:
    if re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+", found[0]):
        return None
    if found[0].count(".") == 1 and not context.before(MARKED, found.start()):
        return None
    return " chấm ".join(
        context.numbers.say_written(part) if part.isdecimal() else letters(part) for part in found[0].split(".")
    )


def _read_list(found: re.Match[str], context: Context) -> str | None:
    numbers = found[0].split(",")
    if context.before(ORDINAL, found.start()) and all(2 <= int(number) <= 7 for number in numbers):
        return ", ".join(context.numbers.ordinal(int(number)) for number in numbers)
    years = all(re.fullmatch(r"(?:19|20)\d\d", number) for number in numbers)
    if len(numbers) == 2 and not years and not context.before(LISTED, found.start()):
        return None
    if len(numbers) > 2 and all(len(number) == 3 for number in numbers[1:]):
        return None
    return ", ".join(context.numbers.say_written(number) for number in numbers)


def _pieces(found: re.Match[str], context: Context) -> str:
    if context.before(BOAT, found.start(), 24):
        return " ".join(
            context.numbers.spell(piece) if piece.isdecimal() else letters(piece)
            for piece in PIECES.findall(found[0])
            if piece != "."
        )
    thousands = THOUSANDS.fullmatch(found[0])
    if thousands:
        return f"{letters(thousands[1])} {context.numbers.say_written(thousands[2].replace('.', ''))}"
    zeros = not context.before(BUS, found.start())
    said: list[str] = []
    for piece in PIECES.findall(found[0]):
        if piece.isdecimal():
            said.append(_piece(piece, context) if zeros and said else context.numbers.say_written(piece))
        else:
            said.append("chấm" if piece == "." else letters(piece))
    return " ".join(said)


def _piece(digits: str, context: Context) -> str:
    """A number beside a letter: its leading zero is said, A05."""
    return context.numbers.spell(digits) if digits[0] == "0" else context.numbers.say_written(digits)


def _read_lettered(found: re.Match[str], context: Context) -> str | None:
    return letters(found[0]) if context.before(NAMED_BY_LETTERS, found.start(), 40) else None


def _read_numbered(found: re.Match[str], context: Context) -> str | None:
    said = context.glosses.get(found[1]) or context.index.shorthand.get(found[1])
    return f"{said} {context.numbers.say_written(found[2])}" if said else _pieces(found, context)


def _carats(found: re.Match[str], context: Context) -> str | None:
    gold = context.before(GOLD, found.start(), 30)
    return f"{context.numbers.say_written(found[1])} ca" if gold else None


def _number(found: re.Match[str], context: Context) -> str:
    # No number of ten digits is written without its points: a code.
    counted = context.after(NOUN_NEXT, found.end()) or found[0].endswith("000")
    if found[0].isdecimal() and len(found[0]) >= CODE and not counted:
        return context.numbers.spell(found[0])
    return say(found[0], context.numbers)[0]


def _count(found: re.Match[str], context: Context) -> str | None:
    apart = context.before(NUMBERED, found.start()) or context.after(ALONE, found.end())
    return context.numbers.say_written(found[0]) if apart else None


def _road_pointed(found: re.Match[str], context: Context) -> str | None:
    """ĐT.427, and ĐT 427 where a road is spoken of; CT.07 is a motorway, whose zero is said."""
    road = context.before(ROAD_JUST, found.start(), 30)
    name, number = found[1], found[3]
    near = name == "ĐT" and len(number) == 3 and context.before(ROADS_NEAR, found.start())
    if (
        not road
        and not near
        and (not found[2] or (name == "CT" and number[0] != "0") or (name == "ĐT" and len(number) < 3))
    ):
        return None
    said = letters(name) if name == "CT" else ROADS[name]
    if road and said.startswith(f"{road[1]} "):
        said = said.removeprefix(f"{road[1]} ")
    return f"{said} {_piece(number, context)}" + (f" {letters(found[4])}" if found[4] else "")


def _road(found: re.Match[str], context: Context) -> str:
    return f"{ROADS[found[1]]} {context.numbers.say_written(found[2])}" + (f" {letters(found[3])}" if found[3] else "")


def _document(found: re.Match[str], context: Context) -> str | None:
    if found[1] == "TT" and context.before(PLOT, found.start(), 20):
        return None
    noun = "thông tư" if found[1] == "TT" else context.index.shorthand[found[1]]
    return f"{noun} {context.numbers.say_written(found[2])}"


def _letter(found: re.Match[str], context: Context) -> str | None:
    if found[0] == "đ" and context.text[found.end() : found.end() + 1] == "/":
        return "đồng"
    if found[0] in "đĐ" and re.search(
        r"(?:nghìn|ngàn|triệu|tỷ|trăm)\s*$", context.low[max(0, found.start() - 9) : found.start()]
    ):
        return "đồng"
    return letters(found[0].rstrip("."))


def _times(found: re.Match[str], context: Context) -> str | None:
    last = context.last
    # (x1,5 lương), OT x 150%: a small x before a number is a sign and no name.
    small = found[0][0] == "x" and context.text[found.start() - 1 : found.start()] in ("(", " ")
    times = last is not None and (small or last.kind in NUMERIC or context.before(TIMES, found.start(), 24))
    return "nhân" if times else None


def _age(found: re.Match[str], context: Context) -> str | None:
    """Cụ N.T.L. (92t), nam từ 45t: years, where a person is told of and nothing is weighed."""
    if int(found[1]) > 120 or not context.before(AGED, found.start(), 60) or context.before(WEIGHED, found.start(), 30):
        return None
    return f"{context.numbers.cardinal(int(found[1]))} tuổi"


def _trip(found: re.Match[str], context: Context) -> str:
    return f"{context.numbers.cardinal(int(found[1]))} ngày {context.numbers.cardinal(int(found[2]))} đêm"


def _month_pointed(found: re.Match[str], context: Context) -> str | Doubtful | None:
    value = int(found[1])
    if not 1 <= value <= 12:
        return None
    spoken = f"tháng {context.numbers.month(value)}"
    if found[2]:
        return f"{spoken} năm {context.numbers.cardinal(int(found[2]))}"
    if 2 <= value <= 7:
        weekday = f"thứ {context.numbers.ordinal(value)}"
        sure = context.after(weekdays.DAYS_AFTER, found.end()) or context.before(weekdays.DAY_JUST, found.start())
        return weekday if sure else Doubtful(spoken, weekday)
    return spoken


def _room(found: re.Match[str], context: Context) -> str | None:
    """Phòng P.304, tầng 3, P.304: no ward has a number of three digits."""
    room = "" if context.before(ROOM, found.start(), 12) else "phòng "
    return f"{room}{context.numbers.say_written(found[1])}" + (f" {letters(found[2])}" if found[2] else "")


def _month(found: re.Match[str], context: Context) -> str:
    return f"tháng {context.numbers.month(int(found[1]))} năm {context.numbers.cardinal(int(found[2]))}"


def _quarters(found: re.Match[str], context: Context) -> str:
    """Q3-Q4/2025, Q1-2/2026."""
    first, second = (roman(written) or int(written) for written in (found[1], found[2]))
    say = context.numbers.cardinal
    return f"quý {say(first)} đến quý {say(second)} năm {say(int(found[3]))}"


def _quarter(found: re.Match[str], context: Context) -> str:
    quarter = roman(found[1]) or int(found[1])
    year = int(found[2]) if len(found[2]) > 2 else 2000 + int(found[2])
    return f"quý {context.numbers.cardinal(quarter)} năm {context.numbers.cardinal(year)}"


RULES = (
    rule("ordinal", Kind.ORDINAL, r"\d{1,4}(?![\d/]|[.,]\d)", _ordinal),
    rule("numbered part", Kind.CARDINAL, r"\d+(?:\.\d+)+(?![\d])(?:\.[a-zđ](?!\w))?", _read_marked),
    rule("numbers in a row", Kind.CARDINAL, r"\d{1,4}(?:,\d{1,4})+(?![\d])", _read_list),
    rule("number with letter", Kind.CARDINAL, r"\d+(?:[A-ZĐ]|[a-dđ](?=\W|$))(?:\d+[A-Z]?)?(?!\w)", _pieces),
    rule("decimal", Kind.DECIMAL, r"\d+[.,]\d+(?![\d]|[.,]\d)(?<!\.\d{3})|\d{1,3}(?:\.\d{3})+,\d+|0\.\d+", _number),
    rule("cardinal", Kind.CARDINAL, AMOUNT, _number),
    rule("number before letters", Kind.CARDINAL, r"\d+", _number),
)
ROADS_POINTED = (
    rule(
        "road with a point",
        Kind.CARDINAL,
        r"(QL|TL|ĐT|HL|ĐH|VĐ|CT)(\.?)\s?(\d{1,3})([A-Z])?(?![\w/]|[.,]\d)",
        _road_pointed,
    ),
    rule(
        "room of a floor",
        Kind.CARDINAL,
        r"P\.?\s?(\d{1,2})\.(\d\d)(?![\w/]|[.,]\d)",
        lambda found, context: f"phòng {context.numbers.say_written(found[1])} {_piece(found[2], context)}",
    ),
    rule("room", Kind.CARDINAL, r"P\.?\s?(\d{3,4})([A-Z])?(?![\w/]|[.,]\d)", _room),
    rule(
        "month with a point",
        Kind.DATE,
        r"T\.\s?(\d{1,2})(?:\s?[/-]\s?((?:19|20)\d\d))?(?![\w/]|[.,]\d)",
        _month_pointed,
    ),
)
DAYS = (
    rule("age in short", Kind.CARDINAL, r"(\d{1,3})t(?!\w)", _age),
    rule("days and nights", Kind.CARDINAL, r"(\d{1,2})N(\d{1,2})Đ(?!\w)", _trip),
)
# Tổ 5 120 hộ, ngày 12 500 người: a number that follows its noun is no thousand of the next one.
COUNTED = (rule("number of its noun", Kind.CARDINAL, r"\d{1,3}(?= \d{3}(?! ?\d|[.,]\d))", _count),)
CARATS = (rule("carats", Kind.CARDINAL, r"(\d{1,2})[kK](?!\w)", _carats),)
QUARTERS = (
    rule(
        "quarters in short",
        Kind.DATE,
        r"Q\.?\s?([1-4]|I{1,3}|IV)\s?[-–]\s?Q?\.?([1-4]|I{1,3}|IV)\s?[/.]\s?((?:19|20)\d\d)(?!\d)",
        _quarters,
    ),
    rule("quarter in short", Kind.DATE, r"Q\.?\s?([1-4]|I{1,3}|IV)[/.-]((?:19|20)\d\d|\d\d)(?!\d)", _quarter),
)
LETTERED = rule("letters of a name", Kind.LETTER, r"[A-ZĐ]{2,4}(?!\w)", _read_lettered)
LETTERS = (
    rule("times", Kind.SYMBOL, r"[xX]\s?(?=\d|(?:hệ số|số|mức)(?!\w))", _times),
    rule("bore", Kind.SYMBOL, r"[ØøΦφ]\s?(?=\d)", lambda *_: "phi"),
    rule("month in short", Kind.DATE, r"T(\d{1,2})/((?:19|20)\d\d)(?!\d)", _month),
    rule("document in short", Kind.CODE, r"(NQ|NĐ|QĐ|KH|CTr|TW|TƯ|TT|CV|TTLT)(\d{1,4})(?![\w/])", _document),
    rule("road", Kind.CARDINAL, r"(QL|TL|ĐT|HL|ĐH|VĐ|[Kk]m)\.?\s?(\d+)([A-Z])?(?!\w)", _road),
    LETTERED,
    rule("letters with number", Kind.CARDINAL, r"[A-ZĐ]{1,2}-?\d{1,4}(?:[A-Z]\d{0,2})?(?:\.\d{1,3})?(?!\w)", _pieces),
    rule("abbreviation with number", Kind.CARDINAL, r"([A-ZĐ]{3,6})(\d{1,3})(?!\w)", _read_numbered),
    rule("small letter with number", Kind.CARDINAL, r"[a-zđ]\d{1,4}(?!\w)", _pieces),
    rule("letter", Kind.LETTER, r"(?:[A-Za-zĐđ](?!\w)(?:\.(?=[A-ZĐ]))?)", _letter),
)
