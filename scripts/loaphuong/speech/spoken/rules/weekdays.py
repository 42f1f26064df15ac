"""Days of the week in short: T6, T2-T6, T3-5-7, các tối 2-4-6."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.speech.spoken.lazy import Lazy
from loaphuong.speech.spoken.rule import Doubtful, Kind, rule

if TYPE_CHECKING:
    import re

    from loaphuong.speech.spoken.rule import Context

DAY_JUST = Lazy(r"(?<!\w)(?:sáng|trưa|chiều|tối|đêm|ngày|hằng tuần|hàng tuần|các|mỗi|\d[h\d]*,?)\s*[(,]?\s*$")
LABEL_NEXT = Lazy(r"\s*:")
WEEK_NEAR = Lazy(r"(?<!\w)(?:thứ|t[2-7]|cn|chủ nhật)(?!\w).{0,60}$")
DAY_NEAR = Lazy(r"(?<!\w)(?:từ|đến|vào|hết|trước|sau)\s+$")
DAYS_BEFORE = Lazy(r"(?:t[2-7]|cn|thứ \w+)\s*(?:,|-|–|và|đến|&|\()\s*$")
DAYS_AFTER = Lazy(r"\s*(?:,|-|–|và|đến|&)\s*(?:t[2-7]|cn)(?!\w)")
# One of several days of the week nearby is one too: T2 tổ 1; T3 tổ 2.
WEEK = Lazy(r"(?<!\w)(?:[Tt][2-7]|CN|cn|[Tt]hứ (?:[2-7]|[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy)|[Cc]hủ nhật)(?!\w|/)")
MONTHS = Lazy(r"(?<!\w)T(?:[89]|1[0-2]|[1-7](?=/20\d\d))(?!\w)")
NAMED = Lazy(
    r"(?<!\w)(?:sân bay(?: nội bài| tân sơn nhất)?|terminal|tòa|tháp|hội trường|phòng|sảnh|cổng|nhà|nhà ga|ga|"
    r"mba|máy|lô|căn|xe|(?<!trực )tuyến|đội|hạng|bể|trạm|lộ|"
    r"block|đốt sống|cột sống|khu|"
    r"hồ sơ|mẫu)"
    r"(?:\s+[^\W\d_]+)?\s+$"
)
# Bills and wages are of a month.
BILLED = Lazy(
    r"(?<!\w)(?:tiền điện|tiền nước|lương|lương hưu|thưởng|phí|kỳ|hóa đơn|quỹ|cước|báo cáo|học phí|doanh thu|"
    r"trợ cấp|số liệu|"
    r"chỉ số|giá|lạm phát|kế hoạch)\s+$"
)
PART_JUST = Lazy(r"(?<!\w)(?:sáng|trưa|chiều|tối|đêm|thứ)\s+$")
SEVERAL = 4
LESSONS = Lazy(r"(?<!\w)(?:tkb|tiết|môn|toán|văn|gdcd|hđtn|thời khóa biểu)(?!\w).*$")
NEARBY = 80
WEEKLY = Lazy(
    r"(?<!\w)(?:các|những|vào|mỗi|hằng|hàng)\s+(?:sáng|trưa|chiều|tối|buổi tối|buổi sáng|buổi chiều|thứ|ngày thứ)\s+$"
)
DATE_NEXT = Lazy(r"\s*[,(]?\s*(?:ngày\s+)?\d{1,2}[/.-]\d{1,2}(?!\d)")
WEEK_DAYS = Lazy(r"\d")


def _month(found: re.Match[str], context: Context) -> str | None:
    """T8 can be no day of the week; T2 beside T8 or before a year, T2, T3/2026, is a month as well."""
    value = int(found[1])
    if value == 13 and context.before(BILLED, found.start(), 30):
        return "tháng mười ba"
    nearby = context.text[max(found.start() - 12, 0) : found.start()] + " " + context.text[found.end() :][:16]
    if not 1 <= value <= 12 or context.before(NAMED, found.start(), 30):
        return None
    if not 8 <= value <= 12 and not MONTHS.search(nearby):
        return None
    return f"tháng {context.numbers.month(value)}"


def _weekday(found: re.Match[str], context: Context) -> str | Doubtful | None:
    at = found.start()
    if found[0][0] == "t" and context.before(LESSONS, at):
        return f"tiết {context.numbers.cardinal(int(found[1]))}"
    said = f"thứ {context.numbers.ordinal(int(found[1]))}"
    if context.after(DATE_NEXT, found.end()):
        return said
    if context.before(NAMED, at, 30):
        return None
    if context.before(BILLED, at, 30):
        return f"tháng {context.numbers.month(int(found[1]))}"
    nearby = context.text[max(at - NEARBY, 0) : found.end() + NEARBY]
    if len(WEEK.findall(nearby)) > 1:
        return said
    if context.before(DAYS_BEFORE, at) or context.after(DAYS_AFTER, found.end()) or context.before(DAY_JUST, at):
        return said
    if context.after(LABEL_NEXT, found.end()) and context.before(WEEK_NEAR, at):
        return said
    if context.after(DATE_NEXT, found.end()):
        return said
    if (
        context.text[at - 1 : at] == "-"
        or context.before(NAMED, at, 30)
        or (not context.before(DAY_NEAR, at) and not context.text[:at].strip())
    ):
        return None
    return Doubtful(said, f"tháng {context.numbers.month(int(found[1]))}")


def _week(found: re.Match[str], context: Context) -> str:
    """T2-4-6, T3,5,7 are days one by one; T2-6 is from one to another."""
    days = [int(day) for day in WEEK_DAYS.findall(found[0])]
    link = " đến thứ " if len(days) == 2 and found[0][2:].strip()[0] in "-–" and days[0] < days[1] else ", thứ "
    return "thứ " + link.join(context.numbers.ordinal(day) for day in days)


def _weekdays(found: re.Match[str], context: Context) -> str | None:
    """Các tối 2-4-6: days of the week."""
    several = len(found[0]) > SEVERAL and "-" in found[0] and context.before(PART_JUST, found.start())
    if not several and not context.before(WEEKLY, found.start()):
        return None
    return ", ".join(context.numbers.ordinal(int(day)) for day in found[0] if day.isdecimal())


RULES = (
    rule(
        "weekday with a gap",
        Kind.ORDINAL,
        r"T ([2-7])(?![\w/]|[.,-]\d)",
        lambda found, context: (
            f"thứ {context.numbers.ordinal(int(found[1]))}" if context.before(DAY_JUST, found.start()) else None
        ),
    ),
    rule("month of a list", Kind.DATE, r"T(\d{1,2})(?![\w/]|[.,-]\d)", _month),
    rule("weekdays one by one", Kind.ORDINAL, r"[Tt][2-7](?:\s?[-–,/&]\s?[Tt][2-7]){2,5}(?![\w.]|[-,/]\d)", _week),
    rule("weekdays in short", Kind.ORDINAL, r"[Tt][2-7](?:\s?[-–,/]\s?[2-7]){1,5}(?![\w.]|[-,/]\d)", _week),
    rule("weekday in short", Kind.ORDINAL, r"[Tt]([2-7])(?!\w)(?!/)", _weekday),
)
DAYS = (rule("days of the week", Kind.ORDINAL, r"[2-7](?:\s?[-,]\s?[2-7]){1,5}(?![\w/]|[-,.]\d)", _weekdays),)
