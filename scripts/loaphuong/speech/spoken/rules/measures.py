"""Measures: an amount and a unit, one unit per another, and units that stand alone."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from loaphuong.speech.spoken.amounts import AMOUNT, say
from loaphuong.speech.spoken.lazy import Lazy
from loaphuong.speech.spoken.lexicon import table
from loaphuong.speech.spoken.rule import Doubtful, Kind, rule

if TYPE_CHECKING:
    from loaphuong.speech.spoken.rule import Context

# Letters that are a unit only where they touch the number.
TOUCHING = frozenset("th t T s N J h v bar min tb db Mg Cm Mm lx".split())  # noqa: SIM905 - units read as words
CURRENT = Lazy(
    r"(?:cb|cầu dao|áp tô mát|aptomat|dòng điện|cường độ|ổ cắm|cầu chì|công tơ|sạc)(?:\s+[^\W\d_]+){0,3}\s*$"
)


@cache
def units() -> dict[str, tuple[str, bool]]:
    """How each unit is said, and whether it is known without a number."""
    rows = (line.split("\t") for line in table("units").splitlines() if line and not line.startswith("#"))
    return {row[0]: (row[1], len(row) > 2) for row in rows}


def one_of(names: list[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


@cache
def every_unit() -> str:
    """A pattern for any unit, longest first."""
    return one_of(list(units()))


def lone_unit() -> str:
    """A pattern for the units that are known without a number."""
    return one_of([name for name, (_, alone) in units().items() if alone])


TALL = Lazy(
    r"(?<!\w)(?:cao|sâu|dài|rộng|dày|trẻ|trẻ em|te|học sinh|cháu|bé|người|hầm|ba ri e|barie|rào|"
    r"cổng)(?:\s+[^\W\d_]+){0,2}[\s(]+"
    r"(?:\d[m\d]*\s*(?:đến|-)\s*)?[<>≤≥]?\s?$"
)
YOUNGEST, OLDEST = 12, 110
FREIGHT = Lazy(
    r"(?<!\w)(?:xe|tải|chở|hàng|rác|gạo|thóc|lúa|phân|sắt|thép|cát|đá|xi măng|cần cẩu|cẩu|container|nặng|sản lượng|"
    r"thu gom|vận chuyển|phế liệu|giấy|nông sản|thủy sản|cá|rau|thịt|khối lượng|trọng lượng|tàu|nước|muối|hóa chất|"
    r"bùn|dưa|vải|củi|than|xăng|dầu|ủng hộ|quyên góp|tổng)(?!\w)"
)
DOSE_NEXT = Lazy(r"\s?(?:/\s?(?:ngày|lần|lượt)|[x×]\s?\d+\s?(?:lần|l)(?!\w))")
TAKEN = Lazy(r"(?<!\w)(?:uống|thuốc|ngậm)(?:\s+[^\W\d_]+){0,3}\s+$|\dmg\s?[:,x]?\s*$")
FLOORS = Lazy(r"(?<!\w)(?:nhà|tòa|cao|chung cư|biệt thự|khách sạn|xây)(?:\s+[^\W\d_]+){0,2}\s+$")
# 2v of a medicine are pills, 12w of a pregnancy weeks.
A_MINUTE = Lazy(r"\s?/\s?ph(?:út)?(?!\w)")
PULSE = Lazy(r"(?<!\w)(?:mạch|nhịp|tim|nhịp tim|nhịp thở)(?!\w)[^,.;]*$")
OF_YEAR = Lazy(r"\s+(?:đầu|cuối|đầu năm|cuối năm|qua|tới)(?!\w)")
FORCE = Lazy(r"(?<!\w)(?:lực|trọng lượng|kéo|nén|niu tơn)(?!\w)[^.;]*$")
LARGE_T = (
    (Lazy(r"\d\s?(?:tr|tỷ|triệu|k)\s?/\s?$"), "tháng"),
    (FLOORS, "tầng"),
    (Lazy(r"(?<!\w)(?:trẻ|mg|mẫu giáo|mầm non|lớp|bé|cháu|từ đủ|nct|te)(?:\s+[^\W\d_]+){0,2}\s+[≥≤<>]?\s?$"), "tuổi"),
    (
        Lazy(
            r"(?<!\w)(?:tk|trả góp|góp|vay|gửi|kỳ hạn|bảo hành|ls|lãi suất|tiết kiệm|gói|hợp đồng|hạn|"
            r"trong)(?:\s+[^\W\d_]+){0,2}\s+$"
        ),
        "tháng",
    ),
    (
        Lazy(
            r"(?<!\w)(?:nữ|(?<!việt )nam|tuổi|độ tuổi|ông|bà|cụ)(?:\s+[^\W\d_]+){0,2}\s+"
            r"(?:\d{1,3}\s?[-–]\s?)?[≥≤<>]?\s?$"
        ),
        "tuổi",
    ),
    (Lazy(r"(?<!\w)(?:xe|tải|tải trọng|cẩu|chở|cầu|trọng tải|container|tàu|hàng)(?!\w)[^.;]*$"), "tấn"),
)
PECULIAR = {"v": (TAKEN, "viên"), "w": (Lazy(r"(?<!\w)(?:thai|cách|sau|nhắc|mũi)(?:\s+[^\W\d_]+){0,2}\s+$"), "tuần")}
SIDES = {"N": "vĩ bắc", "B": "vĩ bắc", "S": "vĩ nam", "E": "kinh đông", "Đ": "kinh đông", "W": "kinh tây"}
MEMORY = Lazy(r"(?<!\w)(?:ổ cứng|bộ nhớ|dung lượng|ssd|hdd|đám mây|máy chủ|icloud|usb|thẻ nhớ)(?!\w)[^.;]*$")
SCREEN = Lazy(
    r"(?<!\w)(?:tv|ti vi|tivi|màn hình|ipad|laptop|máy tính|điện thoại|ống|vành|smart)(?:\s+[^\W_]+){0,3}\s+$"
)
RACE = Lazy(r"(?<!\w)(?:chạy|về nhất|tiếp sức|thành tích|kỷ lục|cự ly|bơi|điền kinh|đua|hơn|kém|nhanh|nhì)(?!\w).*$")
ABBREVIATIONS = frozenset(("MB", "KV", "GB", "PA", "TB", "KB", "DM", "MV", "HL", "MA", "CM"))
TITLE = 200
SEATS = Lazy(r"(?<!\w)xe(?:\s+(?!tải)[^\W\d_]+){0,2}\s+(?:\d{1,2}c?\s?(?:[-,]|và)\s?)*$")
FRAMES = " .,;:!?()[]#*_'\"“”-–—+/"
FRAMED = Lazy(r"(?:\(|/|tính bằng|đơn vị:)\s*$")
EDGE = r"(?![\w²³])"


def _measure(found: re.Match[str], context: Context) -> str | Doubtful | None:
    amount, gap, unit, per = found[1], found[2], found[3], found[4]
    stored = unit != "TB" or context.before(MEMORY, found.start()) or context.text.strip() == found[0]
    if (gap and unit in TOUCHING) or not stored:
        return None
    number = say(amount, context.numbers)[0]
    if unit == "t" and amount.isdecimal() and int(amount) <= OLDEST and not per:
        both = f"{number} tấn", f"{number} tuổi"
        weighed = int(amount) < YOUNGEST or context.before(FREIGHT, found.start())
        return Doubtful(*(both if weighed else reversed(both)))
    if unit == "l" and context.after(A_MINUTE, found.end()) and context.before(PULSE, found.start()):
        return f"{number} lần"
    if unit == "N" and amount.isdecimal() and not per and not context.before(FORCE, found.start()):
        return Doubtful(f"{number} ngày", f"{number} niu tơn")
    if unit == "T" and amount.isdecimal() and int(amount) <= OLDEST and not per and not gap:
        return _large_t(found, context, number)
    name = units()[unit][0]
    pills = unit == "v" and context.after(DOSE_NEXT, found.end())
    if pills or (unit in PECULIAR and context.before(PECULIAR[unit][0], found.start())):
        name = PECULIAR[unit][1]
    spoken = f"{number} {name}"
    return f"{spoken} {'một' if per == 'th' else 'trên'} {units()[per][0]}" if per else spoken


def _large_t(found: re.Match[str], context: Context, number: str) -> str | Doubtful:
    """5T: tons, floors, years of age or months, by what is told of."""
    if context.after(OF_YEAR, found.end()):
        return f"{number} tháng"
    for told, word in LARGE_T:
        if context.before(told, found.start()):
            return f"{number} {word}"
    return Doubtful(f"{number} tấn", f"{number} tháng")


def _height(found: re.Match[str], context: Context) -> str:
    rest = context.numbers.spell(found[2]) if found[2][0] == "0" else context.numbers.say_written(found[2])
    return f"{context.numbers.cardinal(int(found[1]))} mét {rest}"


def _coordinates(found: re.Match[str], context: Context) -> str:
    """15N-113E."""
    first, second = (say(part, context.numbers)[0] for part in (found[1], found[3]))
    return f"{first} độ {SIDES[found[2]]}, {second} độ {SIDES[found[4]]}"


def _parallels(found: re.Match[str], context: Context) -> str | None:
    """15,0-18,5N: from one line of the map to another."""
    if context.before(FORCE, found.start()):
        return None
    first, second = (say(part, context.numbers)[0] for part in (found[1], found[2]))
    return f"{first} đến {second} độ {SIDES[found[3]]}"


def _more(found: re.Match[str], context: Context) -> str:
    """1kg2, 1l5: a tenth said short."""
    return f"{context.numbers.cardinal(int(found[1]))} {units()[found[2]][0]} {context.numbers.cardinal(int(found[3]))}"


def _angle(found: re.Match[str], context: Context) -> str:
    say_number = context.numbers.cardinal
    spoken = f"{say_number(int(found[1]))} độ {say_number(int(found[2]))} phút"
    spoken = f"{spoken} {say(found[3], context.numbers)[0]} giây" if found[3] else spoken
    return f"{spoken} {SIDES[found[4]]}" if found[4] else spoken


def _minutes(found: re.Match[str], context: Context) -> str:
    unit = {"'": "phút", "’": "phút", "′": "phút", "p": "phút", "ph": "phút"}.get(found[2], "giây")
    return f"{say(found[1], context.numbers)[0]} {unit}"


def _both(found: re.Match[str], context: Context) -> str:
    return f"{context.numbers.cardinal(int(found[1]))} phút {context.numbers.cardinal(int(found[2]))} giây"


def _current(found: re.Match[str], context: Context) -> str | None:
    return f"{say(found[1], context.numbers)[0]} am pe" if context.before(CURRENT, found.start()) else None


def _alone(found: re.Match[str], context: Context) -> str | None:
    unit, per = found[1] if found[1] in units() else found[1].lower(), found[2]
    # Phiếu M2 is a name; 5 M2 is read with its number.
    if found[1] in ("M2", "M3") and context.text.strip() != found[1]:
        return None
    # t/g and N/v are hasty abbreviations.
    if per and len(unit) == 1 and len(per) == 1:
        return None
    # MB and KV by themselves are abbreviations; km and kg are units.
    if not per and found[1] in ABBREVIATIONS and not context.before(FRAMED, found.start()):
        return None
    # ha is also a word (ha ha, Ha): a unit only by itself, in brackets, or per something.
    if unit == "ha" and not per and context.low.strip(FRAMES) != "ha" and not context.before(FRAMED, found.start()):
        return None
    return f"{units()[unit][0]} trên {units()[per][0]}" if per else units()[unit][0]


def _parts_of_second(found: re.Match[str], context: Context) -> str | None:
    """0"8 and 11"25: seconds and their parts, of those who race."""
    if not context.before(RACE, found.start(), 80):
        return None
    return f"{context.numbers.cardinal(int(found[1]))} giây {context.numbers.say_written(found[2])}"


def _inches(found: re.Match[str], context: Context) -> str | None:
    # A mark that closes a title is none of inches.
    closing = context.text.count(found[0][-1], max(0, found.start() - TITLE), found.start()) % 2
    if closing or not context.before(SCREEN, found.start()):
        return None
    return f"{say(found[1], context.numbers)[0]} in"


def _tall(found: re.Match[str], context: Context) -> str | None:
    """Cao 1m2, trẻ dưới 1m3: no square and no cube is tall."""
    return _height(found, context) if context.before(TALL, found.start(), 30) else None


def _voltages(found: re.Match[str], context: Context) -> str:
    """22/0,4kV: what goes in and what comes out."""
    name = units()[found[3]][0]
    return f"{say(found[1], context.numbers)[0]} trên {say(found[2], context.numbers)[0]} {name}"


RULES = (
    rule("voltages", Kind.MEASURE, rf"(\d{{1,3}})\s?/\s?({AMOUNT})\s?(k?V)(?!\w)", _voltages),
    rule(
        "angle",
        Kind.MEASURE,
        rf"(\d{{1,3}})\s?°\s?(\d{{1,2}})\s?['’′](?:\s?({AMOUNT})\s?(?:[\"”″]|''))?(?:\s?([NSEWBĐ])(?!\w))?",
        _angle,
    ),
    rule(
        "coordinates",
        Kind.MEASURE,
        rf"({AMOUNT})\s?([NSB])\s?[-–,;]\s?({AMOUNT})\s?([EWĐ])(?!\w)",
        _coordinates,
    ),
    rule("parallels", Kind.MEASURE, rf"({AMOUNT})\s?[-–]\s?({AMOUNT})°?([NSEW])(?!\w)", _parallels),
    rule(
        "parallel",
        Kind.MEASURE,
        rf"(?<=tuyến )({AMOUNT})°?([NSBEWĐ])(?!\w)",
        lambda found, context: f"{say(found[1], context.numbers)[0]} độ {SIDES[found[2]]}",
    ),
    rule(
        "years and months",
        Kind.MEASURE,
        r"(\d{1,3})t\s?(\d{1,2})th?(?!\w)",
        lambda found, context: (
            f"{context.numbers.cardinal(int(found[1]))} tuổi {context.numbers.cardinal(int(found[2]))} tháng"
        ),
    ),
    rule("unit and tenth", Kind.MEASURE, r"(\d{1,2})(kg|l)([1-9])(?!\w)", _more),
    rule("height", Kind.MEASURE, r"([12])m([1-3])(?!\w)", _tall),
    rule("height", Kind.MEASURE, r"(\d{1,3})m([4-9]|\d\d)(?!\w)", _height),
    rule(
        "minutes with seconds",
        Kind.MEASURE,
        r"(\d{1,3})\s?(?:['’′]|p|ph)\s?(\d{1,2})\s?(?:''|’’|[\"”″]|s(?!\w)|giây)",
        _both,
    ),
    rule(
        "minutes and seconds",
        Kind.MEASURE,
        rf"({AMOUNT})\s?(''|''|’’|″|['’′]|ph(?!\w)|(?<!\d\d\d\d)p(?!\w))(?!\w)",
        _minutes,
    ),
    rule("parts of a second", Kind.MEASURE, r"(\d{1,2})[\"”″](\d{1,2})(?!\w)", _parts_of_second),
    rule("inches", Kind.MEASURE, rf"({AMOUNT})\s?[\"”″]", _inches),
    rule(
        "side",
        Kind.MEASURE,
        rf"({AMOUNT})\s?([cdmk]?m)(?=[xX]\s?\d)",
        lambda found, context: f"{say(found[1], context.numbers)[0]} {units()[found[2]][0]}",
    ),
    rule(
        "seats",
        Kind.MEASURE,
        r"(\d{1,2})c(?!\w)",
        lambda found, context: (
            f"{context.numbers.say_written(found[1])} chỗ" if context.before(SEATS, found.start()) else None
        ),
    ),
    rule("current", Kind.MEASURE, rf"({AMOUNT})\s?A(?!\w)", _current),
    rule(
        "measure",
        Kind.MEASURE,
        lambda: rf"({AMOUNT})([ ]?)({every_unit()}){EDGE}(?:\s?/\s?({every_unit()}){EDGE})?",
        _measure,
    ),
)
NAMED = (
    rule("blood pressure", Kind.WORD, r"HA(?=\s*[:≥≤<>]?\s*\d{2,3}/\d{2,3}(?!\d))", lambda *_: "huyết áp"),
    rule(
        "unit", Kind.WORD, lambda: rf"({lone_unit()}|(?<!\w)[Hh][Aa]){EDGE}(?:\s?/\s?({every_unit()}){EDGE})?", _alone
    ),
    rule("unit per unit", Kind.WORD, lambda: rf"({every_unit()})/({every_unit()}){EDGE}", _alone),
)
