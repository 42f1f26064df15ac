"""Dates: 25/01/2017, 25-1-2017, 05/6 after ngày, dịp …, 25-27/3, 2026-11-24."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.speech.spoken.lazy import Lazy
from loaphuong.speech.spoken.rule import Kind, rule
from loaphuong.speech.spoken.rules.measures import EDGE, every_unit

if TYPE_CHECKING:
    import re

    from loaphuong.speech.spoken.rule import Context

CHAIN = r"[\s,:(“\"]*(?:(?:ngày\s+)?\d{1,2}(?:\s?[/-]\s?\d{1,2})?\s*(?:,|và|-|–|—|đến|hoặc|hay|;|&)\s*)*$"
# A day is named: no word "ngày" is put before the date.
SIGNS = (
    "ngày|dịp|lễ|dời|dời sang|hoãn|hoãn đến|lùi đến|chuyển sang|đổi sang|giỗ|cúng|cưới|âm lịch|dương lịch|hôm|"
    "sớm|muộn|sáng|trưa|chiều|tối|đêm|khuya|từ|đến|tới|trước|"
    "sau|mùng|mồng|quốc khánh|kỷ niệm|"
    "chào mừng|mừng|tết|nghỉ|khai giảng|khai mạc|bế mạc|khởi công|phát động|diễn ra|"
    "hạn|hết|kể từ|vào|thống nhất|lao động|rằm|hôm nay|hôm qua|ngày mai|ngày (?:đăng|sinh|cấp|ký|họp|thi|"
    "phát|mở|hội|lễ|giao|nộp|ban hành|có hiệu lực|hết hạn)|dịp nghỉ|cách mạng tháng tám|phụ nữ|"
    "nhà giáo việt nam|"
    "thành lập|giải phóng|quân đội nhân dân|thiếu nhi"
)
SIGNED = Lazy(rf"(?<!\w)(?:{SIGNS}){CHAIN}")
WEEKDAY = Lazy(r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|\d)|chủ nhật|cn|t\s?[2-7])[\s,()]*$")
NAMED = Lazy(r"(?<!\w)(?:ngày(?:\s+hội)?|lễ|tết|giỗ)\s+([^\W\d_]+(?:\s+(?:[^\W\d_]+|-|–)){0,7}\s*[(,]?\s*)$")
# After these a listener would take the day for a number of months or for a year: trước năm tháng sáu.
BARE = Lazy(r"(?<!\w)(?:từ|đến|tới|trước|sau|hết|hạn|vào|qua)\s+$")
DAY_JUST = Lazy(r"(?<!\w)ngày\s+$")
EVERY = Lazy(r"(?:mỗi|một|hằng|hàng|mấy|vài)\s+(?:ngày|sáng|chiều|tối|đêm)\s*$")
# Streets, squares, schools and hospitals are called by a day: đường 19/8.
PLACE = Lazy(
    r"(?<!\w)(?:đường|(?<!dân )phố|quảng trường|công viên|chợ|bệnh viện|sân vận động|rạp|nhà máy|xí nghiệp|"
    r"khu tập thể|khu|làng trẻ|olympic|cúp|"
    r"ngã tư|hầm|nhà hát|cung|hợp tác xã|nông trường|mầm non|mẫu giáo|tiểu học|th|mn|nm|clb|thcs|thpt|trung học|"
    r"nhà trẻ|vườn hoa|"
    r"cầu|bến xe|ga|doanh trại|tượng đài|hội trường|nhà văn hóa|trường)\s+(?:tên\s+)?$"
)
# Days that everybody knows by their numbers.
FEASTS = frozenset(
    (
        (1, 1),
        (3, 2),
        (14, 2),
        (27, 2),
        (8, 3),
        (26, 3),
        (10, 3),
        (30, 4),
        (1, 5),
        (7, 5),
        (15, 5),
        (19, 5),
        (1, 6),
        (5, 6),
        (21, 6),
        (28, 6),
        (27, 7),
        (28, 7),
        (19, 8),
        (2, 9),
        (5, 9),
        (1, 10),
        (10, 10),
        (13, 10),
        (14, 10),
        (20, 10),
        (9, 11),
        (18, 11),
        (20, 11),
        (1, 12),
        (19, 12),
        (22, 12),
    )
)
ROUND = Lazy(r"(?<!\w)(?:đợt|lần|vòng|kỳ|mũi|buổi|bước|giai đoạn|ca|tổ|tdp|khóa|lớp|nhóm|phần|số|thứ)\s+$")
UNIT_NEXT = Lazy(lambda: rf"\s?(?:{every_unit()}){EDGE}")
CHANGED = Lazy(r"\s*(?:lên|xuống)(?!\w)")
LUNAR = Lazy(r"\s*\(?(?:âm lịch|dương lịch|âl|al|dl|(?:giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý) [^\W\d_]+)(?!\w)")
ENDS = Lazy(
    r"\s*(?:$|[,.;:()!?…\-–\"”|]|(?:và|đến|hoặc|tại|ở|trong|năm|là|của|sẽ|đã|được|hằng|hàng|để|nhằm|do|với|"
    r"các|từ|khi|âm lịch|"
    r"dương lịch|vừa|này|tới|sắp|lúc|vào|nên|thì|có|không|diễn|tổ chức|toàn|bắt|kết|cho|về|theo)(?!\w))"
)
SHARE = Lazy(
    r"\s*(?:số|diện tích|dân số|tổng|hộ|thời gian|chặng|khối lượng|chiều|thành viên|đại biểu|ý kiến|"
    r"cán bộ|đảng viên|hội viên|"
    r"phiếu|quãng|lượng|giá|mức|công việc|thu nhập|học sinh|người|tổ|thôn|xóm|chỉ tiêu|tiêu chí|điểm|"
    r"gia đình|phần|lần|cốc|thìa|"
    r"quân số|vốn|nhà|kinh phí|buổi|ngày|giờ|năm học|tiếng|viên|quả|lít|ca|đêm|gói|chai|ổ|con|bát|chén|ống|tháng lương|"
    r"lương|lớp|trường|mặt đường|lòng đường|chỗ|suất|sao)(?!\w)(?!\s+\d)"
)


def year(context: Context, written: str) -> str:
    """The year in words; two digits are of this century up to 50."""
    value = int(written)
    if len(written) == 2:
        value += 2000 if value <= 50 else 1900
    return context.numbers.cardinal(value)


def real(day: str, month: str) -> bool:
    """Whether it can be a day and a month; whether the month is that long is for the calendar to say."""
    return 1 <= int(month) <= 12 and 1 <= int(day) <= 31


def say(context: Context, day: str, month: str, written_year: str | None = None) -> str:
    """Day, month and year in words, without the word ngày."""
    spoken = f"{context.numbers.day(int(day))} tháng {context.numbers.month(int(month))}"
    return f"{spoken} năm {year(context, written_year)}" if written_year else spoken


def announces_day(context: Context, at: int) -> bool:
    """Whether the words before say that a day comes."""
    if context.before(EVERY, at):
        return False
    return bool(context.before(SIGNED, at)) or follows_named_day(context, at)


def find_leading(context: Context, at: int) -> str:
    """The word ngày, unless it, or the name of the day, has just been said: dịp 30/4, but từ ngày một tháng một."""
    given = announces_day(context, at) and not context.before(BARE, at) and context.text[at - 1 : at] != "("
    return "" if given else "ngày "


def follows_named_day(context: Context, at: int) -> bool:
    """Whether a day with a name stands before: ngày Pháp luật Việt Nam 9/11."""
    found = context.before(NAMED, at)
    return found is not None and context.text[at - len(found[1])].isupper()


def _full(found: re.Match[str], context: Context) -> str | None:
    day, month, written_year = found[1], found[3], found[4]
    if not real(day, month):
        return None
    last = context.last
    lead = find_leading(context, found.start())
    if last is not None and last.kind is Kind.DATE and context.text[last.end : found.start()].strip():
        lead = "ngày "
    return lead + say(context, day, month, written_year)


def _iso(found: re.Match[str], context: Context) -> str | None:
    if not real(found[3], found[2]):
        return None
    lead = find_leading(context, found.start())
    return lead + say(context, found[3], found[2], found[1])


def days(found: re.Match[str], context: Context) -> str | None:
    """Days of one month, 25-27/3, of a match of both days, the month and maybe the year."""
    first, second, month, written_year = found[1], found[2], found[3], found[4]
    if not (real(first, month) and real(second, month) and int(first) < int(second)):
        return None
    # Đợt 2 – 31.10: the number is of the round.
    if context.before(ROUND, found.start()):
        return None
    lead = find_leading(context, found.start())
    return f"{lead}{context.numbers.day(int(first))} đến {say(context, second, month, written_year)}"


def _span(found: re.Match[str], context: Context) -> str | None:
    if not (real(found[1], found[2]) and real(found[4], found[5])):
        return None
    at = found.start()
    given = announces_day(context, at)
    fractions = int(found[1]) <= int(found[2]) and int(found[4]) <= int(found[5])
    bracketed = context.text[at - 1 : at] == "(" and context.text[found.end() : found.end() + 1] == ")"
    if not given and not found[3] and not found[6] and fractions and not bracketed:
        return None
    lead = find_leading(context, at)
    until = "ngày " if context.before(DAY_JUST, at) else lead
    return f"{lead}{say(context, found[1], found[2], found[3])} đến {until}{say(context, found[4], found[5], found[6])}"


def _beside(context: Context) -> bool:
    """Whether another day stands just before: 30/4 và 1/5."""
    linked = len(context.tokens) > 1 and context.tokens[-1].spoken in {"và", ",", "hoặc"}
    return linked and context.tokens[-2].spoken.startswith("ngày ") and context.tokens[-2].kind is not Kind.WORD


def _short(found: re.Match[str], context: Context) -> str | None:
    at = found.start()
    shared = (
        context.after(SHARE, found.end())
        or context.after(CHANGED, found.end())
        or UNIT_NEXT.match(context.text, found.end())
    )
    if not real(found[1], found[2]) or shared:
        return None
    last = context.last
    timed = last is not None and last.kind is Kind.TIME and not context.text[last.end : at].strip(" ,")
    if context.before(PLACE, at):
        return say(context, found[1], found[2])
    if announces_day(context, at) or context.after(LUNAR, found.end()):
        return find_leading(context, at) + say(context, found[1], found[2])
    if timed or context.before(WEEKDAY, at) or _beside(context):
        return f"ngày {say(context, found[1], found[2])}"
    return None


def _arrow(found: re.Match[str], context: Context) -> str | None:
    """3/8 → 9/8: from a day to another."""
    if not (real(found[1], found[2]) and real(found[3], found[4])):
        return None
    first, last = say(context, found[1], found[2]), say(context, found[3], found[4])
    return f"{find_leading(context, found.start())}{first} đến ngày {last}"


Y = r"(\d{4}|\d{2})(?![\d/])"
RULES = (
    rule("date, arrow, date", Kind.DATE, r"(\d{1,2})/(\d{1,2})\s?[→⇒➔]\s?(\d{1,2})/(\d{1,2})(?![\d/])", _arrow),
    # Quyết định 1185/QĐ-UBND 2022: the year of the document.
    rule(
        "year after a document",
        Kind.DATE,
        r"((?:19|20)\d\d)(?![\w%]|[.,/:–-]\d)",
        lambda found, context: (
            f"năm {context.numbers.say_written(found[1])}"
            if context.last is not None and context.last.kind is Kind.CODE and context.last.end == found.start() - 1
            else None
        ),
    ),
    rule("date, year first", Kind.DATE, r"((?:19|20)\d\d)-(\d{2})-(\d{2})(?!\d)T?", _iso),
    rule(
        "days of a month",
        Kind.DATE,
        r"(\d{1,2})\s?[-–—]\s?(\d{1,2})\s?/\s?(\d{1,2})(?:\s?/\s?(\d{4}))?(?![\d/])",
        days,
    ),
    rule(
        "date to date",
        Kind.DATE,
        r"(\d{1,2})/(\d{1,2})(?:/(\d{4}))?\s?[-–—]\s?(\d{1,2})/(\d{1,2})(?:/(\d{4}))?(?![\d/])",
        _span,
    ),
    rule("date", Kind.DATE, rf"(\d{{1,2}})\s?([/.-])\s?(\d{{1,2}})\s?\2\s?{Y}", _full),
    rule("day and month", Kind.DATE, r"(\d{1,2})\s?/\s?(\d{1,2})(?![\d/])(?!\s?%)", _short),
)
