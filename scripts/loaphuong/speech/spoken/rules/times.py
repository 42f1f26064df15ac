"""Clock times: 19h30, 7:00, 8g30, 19:30:15, 8.30h, GMT+7."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.speech.spoken.lazy import Lazy
from loaphuong.speech.spoken.rule import Kind, rule

if TYPE_CHECKING:
    import re

    from loaphuong.speech.spoken.rule import Context

AT = Lazy(r"(?:lúc|hồi|khoảng|từ|đến|tới|trước|sau|vào|-|–|hết)\s*$")
PART = Lazy(r"\s*[-–]\s*\d{1,2}g(?!\w)|\s*(?:sáng|trưa|chiều|tối|đêm|ngày|hôm|thứ)(?!\w)")
HOURS = Lazy(r"(?<!\w)(?:sáng|trưa|chiều|tối|đêm|từ|giờ|buổi|lúc|ca|thời gian|tg)(?: \d)?\s*:?\s*$")
JUST_AT = Lazy(r"(?<!\w)(?:lúc|hồi)\s+$")
RATIO = Lazy(r"(?:pha|pha loãng|trộn|vữa|tỷ lệ|tỉ lệ|tỷ số|tỉ số|bản đồ|thắng|thua|hòa|dẫn)\s*(?:là\s*)?$")


def clock(context: Context, hour: str, minute: str | None, second: str | None = None) -> str | None:
    """Hours, minutes and seconds in words; whole hours without minutes; None if no clock shows that."""
    if int(hour) > 24 or int(minute or 0) > 59 or int(second or 0) > 59:
        return None
    say = context.numbers.cardinal
    spoken = f"{say(int(hour))} giờ"
    if int(minute or 0) or int(second or 0):
        spoken += f" {say(int(minute or 0))} phút"
    if int(second or 0):
        spoken += f" {say(int(second or 0))} giây"
    return spoken


def _letter(found: re.Match[str], context: Context) -> str | None:
    hour, letter, minute = found[1], found[2], found[3] or found[4]
    if letter == "g" and not minute and not context.before(AT, found.start()) and not context.after(PART, found.end()):
        return None
    return clock(context, hour, minute)


def _colon(found: re.Match[str], context: Context) -> str | None:
    if context.before(RATIO, found.start()):
        return None
    spoken = clock(context, found[1], found[2], found[3])
    half = (found[4] or "").lower().replace(".", "")
    if spoken is None:
        return None
    last = context.last
    if last is not None and last.kind is Kind.DATE and not context.text[last.end : found.start()].strip():
        spoken = f", {spoken}"
    if not half:
        return spoken
    return f"{spoken} {half_of(int(found[1]), half[0])}"


def _and_day(found: re.Match[str], context: Context) -> str | None:
    """19h/14: an hour of a day."""
    hour, day = clock(context, found[1], found[2]), int(found[3])
    if not hour or not 1 <= day <= 31 or (found[4] and not 1 <= int(found[4]) <= 12):
        return None
    said = f"{hour} ngày {context.numbers.day(day)}"
    return f"{said} tháng {context.numbers.month(int(found[4]))}" if found[4] else said


def _half(found: re.Match[str], context: Context) -> str | None:
    """8am, 10 PM."""
    hour = int(found[1])
    return f"{clock(context, found[1], None)} {half_of(hour, found[2])}" if 1 <= hour <= 12 else None


def half_of(hour: int, half: str) -> str:
    """What we call the half of a day that English calls am or pm."""
    return "sáng" if half in "aA" else "trưa" if hour == 12 else "chiều" if hour < 6 else "tối"


def _read_pointed(found: re.Match[str], context: Context) -> str | None:
    return clock(context, found[1], found[2])


def _pointed_both(found: re.Match[str], context: Context) -> str | None:
    """Sáng: 7.30-11.30."""
    if not context.before(HOURS, found.start(), 30):
        return None
    first, second = clock(context, found[1], found[2]), clock(context, found[3], found[4])
    return f"{first} đến {second}" if first and second else None


def _after_at(found: re.Match[str], context: Context) -> str | None:
    return clock(context, found[1], found[2]) if context.before(JUST_AT, found.start()) else None


def _zone(found: re.Match[str], context: Context) -> str:
    sign, hours, minutes = found[1], found[2], found[3]
    last = context.last
    comma = ", " if last is not None and last.kind is Kind.TIME else ""
    if not hours:
        return f"{comma}giờ quốc tế"
    spoken = f"{comma}giờ quốc tế {'trừ' if sign in '-−–' else 'cộng'} {context.numbers.cardinal(int(hours))}"
    return f"{spoken} giờ {context.numbers.cardinal(int(minutes))} phút" if int(minutes or 0) else spoken


# 8h30, 8h 30, but 8h 2/12 is eight o'clock of a day.
MINUTES = r"(?:(\d{1,2})|\s(\d{1,2})(?!\s?[/.–-]\s?\d(?!\d?\s?[hHg])|\s?tháng|,\d))?"
RULES = (
    rule(
        "clock and day",
        Kind.TIME,
        r"(\d{1,2})[hg](\d{2})?/(\d{1,2})(?:/(\d{1,2}))?(?![\d/hHg:]|"
        r"\s?[^\W\d_]*(?:phút|km))",
        _and_day,
    ),
    rule(
        "clock with seconds",
        Kind.TIME,
        r"(\d{1,2})\s?([hH])\s?(\d{1,2})\s?(?:['’′]|ph|p|m)\s?(\d{1,2})\s?(?:[\"”″]|''|s|giây)(?!\w)",
        lambda found, context: clock(context, found[1], found[3], found[4]),
    ),
    rule("clock with letters", Kind.TIME, rf"(\d{{1,2}})\s?([hHg]){MINUTES}\s?(?:['’′]|ph(?:út)?|p)?(?!\w)", _letter),
    rule("clock of halves", Kind.TIME, r"(\d{1,2})\s?([AaPp])\.?[Mm]\.?(?!\w)", _half),
    rule(
        "clock with colon",
        Kind.TIME,
        r"(\d{1,2})(?::| : )(\d{2})(?::(\d{2}))?(?!:?\d)(?:\s?([AaPp]\.?[Mm]\.?)(?!\w))?(?:\s?(?:giờ|h)(?!\w))?",
        _colon,
    ),
    rule(
        "clock in words",
        Kind.TIME,
        r"(\d{1,2}) ?giờ ?(\d{1,2})"
        r"(?![\d.,:/%]*\d|\s?(?:phút|người|hộ|em|cháu|đại biểu|xe|km|m|%|triệu|nghìn|giây|['’]))",
        _read_pointed,
    ),
    rule(
        "clock in words, whole hour",
        Kind.TIME,
        r"(\d{1,2}) ?giờ ?00? phút(?!\w)",
        lambda found, context: clock(context, found[1], None),
    ),
    rule(
        "clock with point, after lúc",
        Kind.TIME,
        r"(\d{1,2})\.(\d{2})(?![.,]?\d)(?!\s?(?!sáng|trưa|chiều|tối|đêm|ngày|hôm|thứ|cùng|tại)\w)",
        _after_at,
    ),
    rule(
        "clock with point, by day",
        Kind.TIME,
        r"(\d{1,2})\.([0-5]\d)(?=\s(?:sáng|trưa|chiều|tối|đêm)(?!\w))",
        _read_pointed,
    ),
    rule(
        "clock to clock with points",
        Kind.TIME,
        r"(\d{1,2})\.([0-5][05])\s?[-–]\s?(\d{1,2})\.([0-5][05])(?![.,]?\d)",
        _pointed_both,
    ),
    rule("clock with point", Kind.TIME, r"(\d{1,2})\.(\d{2})\s?(?:h|giờ)(?!\w)", _read_pointed),
)
ZONES = (rule("time zone", Kind.TIME, r"(?:GMT|UTC)(?:\s?([+\-−–])\s?(\d{1,2})(?::?(\d{2}))?)?(?!\w)", _zone),)
