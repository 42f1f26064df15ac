"""Dates: 25/01/2017, 25-1-2017, 05/6 after ngày, dịp …, 25-27/3, 2026-11-24."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaphuong.speech.spoken.lazy import Lazy
from loaphuong.speech.spoken.rule import Doubtful, Kind, rule

if TYPE_CHECKING:
    from loaphuong.speech.spoken.rule import Context

CHAIN = r"[\s,:(“\"]*(?:(?:ngày\s+)?\d{1,2}(?:\s?[/-]\s?\d{1,2})?\s*(?:,|và|-|–|—|đến|hoặc|hay|;|&)\s*)*$"
# A day is named: no word "ngày" is put before the date.
SIGNS = (
    "ngày|dịp|lễ|hôm|sớm|muộn|sáng|trưa|chiều|tối|đêm|khuya|từ|đến|tới|trước|sau|mùng|mồng|quốc khánh|kỷ niệm|"
    "chào mừng|mừng|tết|nghỉ|khai giảng|khai mạc|bế mạc|khởi công|phát động|diễn ra|"
    "hạn|hết|kể từ|vào|thống nhất|lao động|rằm|hôm nay|hôm qua|ngày mai|ngày (?:đăng|sinh|cấp|ký|họp|thi|"
    "phát|mở|hội|lễ|giao|nộp|ban hành|có hiệu lực|hết hạn)|dịp nghỉ|cách mạng tháng tám|phụ nữ|"
    "nhà giáo việt nam|"
    "thành lập|giải phóng|quân đội nhân dân|thiếu nhi"
)
SIGNED = Lazy(rf"(?<!\w)(?:{SIGNS}){CHAIN}")
WEEKDAY = Lazy(r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|\d)|chủ nhật|cn|t[2-7])[\s,()]*$")
NAMED = Lazy(r"(?<!\w)(?:ngày(?:\s+hội)?|lễ|tết|giỗ)\s+([^\W\d_]+(?:\s+(?:[^\W\d_]+|-|–)){0,7}\s*[(,]?\s*)$")
# After these a listener would take the day for a number of months or for a year: trước năm tháng sáu.
BARE = Lazy(r"(?<!\w)(?:từ|đến|tới|trước|sau|hết|hạn|vào|qua)\s+$")
DAY_JUST = Lazy(r"(?<!\w)ngày\s+$")
EVERY = Lazy(r"(?:mỗi|một|hằng|hàng|mấy|vài)\s+(?:ngày|sáng|chiều|tối|đêm)\s*$")
STRONG = Lazy(
    r"(?<!các )(?<!những )(?<!\w)(?:ngày|dịp|lễ|mùng|mồng|kỷ niệm|quốc khánh|chào mừng|mừng)\s+"
    r"(?:\d{1,2}[-.–]\d{1,2}\s*(?:,|và|hoặc|đến)\s*)*$"
)
# A part of the day or its name: what follows is a day, however it is written.
DAY_WORD = Lazy(
    r"(?<!\w)(?:(?:các |những |hai |ba |mấy )?ngày|dịp|lễ|hôm|hôm nay|hôm qua|hôm kia|ngày mai|mùng|mồng|sáng|"
    r"trưa|chiều|tối|đêm|khuya|"
    r"(?:sáng|trưa|chiều|tối|đêm) (?:sớm|muộn|qua|nay|mai|mùng)|kỷ niệm|quốc khánh|chào mừng|mừng|đầu giờ|"
    r"(?:hạn|hạn cuối|hạn chót|hạn nộp|thời hạn)(?: là| đến)?|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|cn|"
    r"t[2-7])\s*[,:(]?\s*"
    r"(?:\d{1,2}[-.–/]\d{1,2}\s*(?:,|và|hoặc|đến)\s*)*$"
)
# What is counted: 2-3 lần, 3.5 triệu are no days.
COUNTED = Lazy(
    r"\s*(?:triệu|tỷ|tỉ|nghìn|ngàn|trăm|đồng|%|phần trăm|tấn|tạ|yến|kg|g|gam|km|m|m2|mét|cm|mm|ha|lít|ml|độ|°|"
    r"điểm|phút|giờ|tiếng|"
    r"giây|ngày|đêm|tuần|tháng|năm|buổi|bữa|lần|lượt|liều|mũi|viên|gói|cốc|ly|thìa|hộ|người|em|cháu|trẻ|suất|ca|tổ|"
    r"chiếc|xe|đợt|vòng|vé|đôi|đội|lớp|phòng|tầng|bước|loại|điều|việc|tuổi|cây|con|quả|bản|trang|bài|câu|bàn|"
    r"set|kwh|kw|"
    r"gb|mb|tr|k|đ|lạng|sào|mẫu|thành|phần|bàn thắng|tỷ số|tết|"
    r"hằng tháng|hàng tháng|mỗi tháng|hằng quý|hàng quý|của tháng)(?!\w)"
)
NUMBERING = Lazy(
    r"(?<!\w)(?:lô|dãy|căn|thửa|tổ|tdp|phòng|lớp|nhóm|khối|số|điều|khoản|từ|trang|câu|tuổi|giảm)\s+(?:số\s+)?$"
)
EQUALS = Lazy(r"\s*=")
FROM_TO = Lazy(r"\s*(?:đến|tới|-|–)(?: hết)?(?: ngày)?\s+\d{1,2}[-.]\d{1,2}(?!\d)")
FROM = Lazy(r"(?<!\w)từ(?: ngày| sáng| chiều| tối)?\s+$")
TO = Lazy(r"(?<!\w)từ(?: ngày| sáng| chiều| tối)?\s+\d{1,2}[-.]\d{1,2}\s*(?:đến|tới|-|–)(?: hết)?(?: ngày)?\s+$")
EVENT = Lazy(
    r"(?<!\w)(?:chung kết|bán kết|tứ kết|vòng loại|khai mạc|bế mạc|khai giảng|tổng kết|sơ kết|ra quân|hạn|lễ|hội thi|"
    r"hội nghị|diễn ra|tổ chức|bắt đầu|kết thúc|khởi công|khánh thành|phát động)\s*:?\s*$"
)
PLAYED = Lazy(
    r"(?<!\w)(?:(?:thắng|thua|hòa|tỷ số|tỉ số|dẫn|dẫn trước|chung cuộc|đánh bại|giảm|hạ|vượt qua|đội|"
    r"hiệp|ván|séc)(?:\s+\w+){0,6}|kết quả(?: trận đấu| chung cuộc)?)\s*:?\s*$"
)
# Streets, squares, schools and hospitals are called by a day: đường 19/8.
PLACE = Lazy(
    r"(?<!\w)(?:đường|(?<!dân )phố|quảng trường|công viên|chợ|bệnh viện|sân vận động|rạp|nhà máy|xí nghiệp|"
    r"khu tập thể|khu|làng trẻ|"
    r"ngã tư|hầm|nhà hát|cung|hợp tác xã|nông trường|mầm non|mẫu giáo|tiểu học|thcs|thpt|trung học|nhà trẻ|vườn hoa|"
    r"cầu|bến xe|ga|doanh trại|tượng đài|hội trường|nhà văn hóa|trường)\s+(?:tên\s+)?$"
)
DAYS_TOLD = Lazy(r"(?<!\w)(?:các |những )?ngày\s+$")
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
# What a day opens or closes: bế mạc 31.5, trước 30.9.
TERM = Lazy(r"(?<!\w)(?:trước|sau|hết|đến|tới|từ|khai giảng|khai mạc|bế mạc|khởi công|bắt đầu|kết thúc|hạn)\s+$")
CHANGED = Lazy(r"\s*(?:lên|xuống)(?!\w)")
LUNAR = Lazy(r"\s*\(?(?:âm lịch|dương lịch|âl)(?!\w)")
SPORT = Lazy(
    r"(?<!\w)(?:hiệp|trận|chung kết|bán kết|tứ kết|bóng đá|bóng chuyền|cầu lông|bóng bàn|"
    r"ván|séc|tỷ số|bảng)(?!\w).{0,60}$"
)
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
    r"quân số|vốn|nhà|kinh phí)(?!\w)"
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


def signed(context: Context, at: int) -> bool:
    """Whether the words before say that a day comes."""
    if context.before(EVERY, at):
        return False
    return bool(context.before(SIGNED, at)) or named(context, at)


def leading(context: Context, at: int) -> str:
    """The word ngày, unless it, or the name of the day, has just been said: dịp 30/4, but từ ngày một tháng một."""
    given = signed(context, at) and not context.before(BARE, at) and context.text[at - 1 : at] != "("
    return "" if given else "ngày "


def named(context: Context, at: int) -> bool:
    """Whether a day with a name stands before: ngày Pháp luật Việt Nam 9/11."""
    found = context.before(NAMED, at)
    return found is not None and context.text[at - len(found[1])].isupper()


def _full(found: re.Match[str], context: Context) -> str | None:
    day, month, written_year = found[1], found[3], found[4]
    if not real(day, month):
        return None
    last = context.last
    lead = leading(context, found.start())
    if last is not None and last.kind is Kind.DATE and context.text[last.end : found.start()].strip():
        lead = "ngày "
    return lead + say(context, day, month, written_year)


def _iso(found: re.Match[str], context: Context) -> str | None:
    if not real(found[3], found[2]):
        return None
    lead = leading(context, found.start())
    return lead + say(context, found[3], found[2], found[1])


def _days(found: re.Match[str], context: Context) -> str | None:
    first, second, month, written_year = found[1], found[2], found[3], found[4]
    if not (real(first, month) and real(second, month) and int(first) < int(second)):
        return None
    lead = leading(context, found.start())
    return f"{lead}{context.numbers.day(int(first))} đến {say(context, second, month, written_year)}"


def _span(found: re.Match[str], context: Context) -> str | None:
    if not (real(found[1], found[2]) and real(found[4], found[5])):
        return None
    at = found.start()
    given = signed(context, at)
    fractions = int(found[1]) <= int(found[2]) and int(found[4]) <= int(found[5])
    if not given and not found[3] and not found[6] and fractions:
        return None
    lead = leading(context, at)
    until = "ngày " if context.before(DAY_JUST, at) else lead
    return f"{lead}{say(context, found[1], found[2], found[3])} đến {until}{say(context, found[4], found[5], found[6])}"


def _beside(context: Context) -> bool:
    """Whether another day stands just before: 30/4 và 1/5."""
    linked = len(context.tokens) > 1 and context.tokens[-1].spoken in {"và", ",", "hoặc"}
    return linked and context.tokens[-2].spoken.startswith("ngày ") and context.tokens[-2].kind is not Kind.WORD


def _short(found: re.Match[str], context: Context) -> str | None:
    at = found.start()
    if not real(found[1], found[2]) or context.after(SHARE, found.end()) or context.after(CHANGED, found.end()):
        return None
    last = context.last
    timed = last is not None and last.kind is Kind.TIME and not context.text[last.end : at].strip(" ,")
    if context.before(PLACE, at):
        return say(context, found[1], found[2])
    if signed(context, at) or context.after(LUNAR, found.end()):
        return leading(context, at) + say(context, found[1], found[2])
    if timed or context.before(WEEKDAY, at) or _beside(context):
        return f"ngày {say(context, found[1], found[2])}"
    return None


def falls(context: Context, at: int, end: int) -> bool:
    """Whether numbers that fall, 23-11, can be no range: nothing is numbered, counted or reckoned by them."""
    if not context.text[:at].strip() or context.before(NUMBERING, at):
        return False
    counted = context.after(EQUALS, end) or context.after(COUNTED, end) or context.text[end : end + 1].isalpha()
    return not counted


def _hyphened(found: re.Match[str], context: Context) -> str | Doubtful | None:
    at, end, sign = found.start(), found.end(), found[2]
    if not real(found[1], found[3]) or context.before(EVERY, at) or context.after(COUNTED, end):
        return None
    if context.text[end : end + 1].isalpha() or (context.before(PLAYED, at) and not context.before(DAY_WORD, at)):
        return None
    day, month = int(found[1]), int(found[3])
    said, sure = say(context, found[1], found[3]), (day, month) in FEASTS
    numbers = context.numbers.cardinal(day), context.numbers.cardinal(month)
    if context.before(PLACE, at) and (sure or day > 12):
        return said
    lead = led(context, at, end)
    if (context.before(FROM, at) and context.after(FROM_TO, end)) or context.before(TO, at):
        return f"{'ngày ' if lead is None else lead}{said}"
    if lead is not None:
        link = "đến" if sign in "-–" else "phẩy"
        return f"{lead}{said}" if sure or day >= month else Doubtful(f"{lead}{said}", f" {link} ".join(numbers))
    if not context.after(ENDS, end):
        return None
    if sign == "." and day > 12 and context.before(TERM, at):
        return f"ngày {said}"
    if day > 12 and context.before(EVENT, at):
        return Doubtful(f"ngày {said}", " ".join(numbers))
    if sign in "-–" and day > month and falls(context, at, end) and not context.before(SPORT, at):
        return f"ngày {said}" if sure or day > 12 else Doubtful(f"ngày {said}", " ".join(numbers))
    return None


def led(context: Context, at: int, end: int) -> str | None:
    """The word that leads in a day of which the words around speak: ngày or nothing; None if they do not."""
    if context.after(LUNAR, end) or context.before(STRONG, at) or named(context, at):
        return leading(context, at)
    last = context.last
    timed = last is not None and last.kind is Kind.TIME and not context.text[last.end : at].strip(" ,")
    spoken_of = context.before(DAY_WORD, at)
    if not (spoken_of or timed or context.before(WEEKDAY, at)):
        return None
    return "" if spoken_of and context.text[at - 1 : at] != "(" else "ngày "


def _listed(found: re.Match[str], context: Context) -> str | None:
    """Các ngày 3,4,5/12; ngày 14,15 tháng 11; sáng 3, 4/12."""
    days = re.findall(r"\d+", found[1])
    month, written_year = found[2], found[3]
    if not context.before(DAY_WORD, found.start()) or not all(real(day, month or "1") for day in days):
        return None
    listed = ", ".join(context.numbers.day(int(day)) for day in days)
    if not month:
        return listed
    spoken = f"{listed} tháng {context.numbers.month(int(month))}"
    return f"{spoken} năm {year(context, written_year)}" if written_year else spoken


def _days_and_date(found: re.Match[str], context: Context) -> str | None:
    """Các ngày 10,12 và 15/6: all of one month."""
    days = re.findall(r"\d+", found[1])
    if not context.before(DAYS_TOLD, found.start()) or not all(real(day, found[3]) for day in (*days, found[2])):
        return None
    return ", ".join(context.numbers.day(int(day)) for day in days) + f" và {say(context, found[2], found[3])}"


def _arrow(found: re.Match[str], context: Context) -> str | None:
    """3/8 → 9/8: from a day to another."""
    if not (real(found[1], found[2]) and real(found[3], found[4])):
        return None
    first, last = say(context, found[1], found[2]), say(context, found[3], found[4])
    return f"{leading(context, found.start())}{first} đến ngày {last}"


def _days_pointed(found: re.Match[str], context: Context) -> str | None:
    """Đêm 21-22.12."""
    days = context.before(DAY_WORD, found.start()) or context.after(ENDS, found.end())
    return _days(found, context) if days and not context.after(COUNTED, found.end()) else None


Y = r"(\d{4}|\d{2})(?![\d/])"
RULES = (
    rule("date, arrow, date", Kind.DATE, r"(\d{1,2})/(\d{1,2})\s?[→⇒➔]\s?(\d{1,2})/(\d{1,2})(?![\d/])", _arrow),
    rule("date, year first", Kind.DATE, r"((?:19|20)\d\d)-(\d{2})-(\d{2})(?!\d)T?", _iso),
    rule(
        "days of a month",
        Kind.DATE,
        r"(\d{1,2})\s?[-–—]\s?(\d{1,2})\s?/\s?(\d{1,2})(?:\s?/\s?(\d{4}))?(?![\d/])",
        _days,
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
# Before scores, ranges and decimals.
HYPHENED = (
    rule(
        "days listed before a date",
        Kind.DATE,
        r"(\d{1,2}(?:\s?,\s?\d{1,2}){1,9})\s+và\s+(\d{1,2})\s?/\s?(\d{1,2})(?![\d/])",
        _days_and_date,
    ),
    rule(
        "days listed",
        Kind.DATE,
        r"(\d{1,2}(?:\s?[,;]\s?\d{1,2}){1,9})(?:\s?[/.-]\s?(\d{1,2})(?:\s?[/.-]\s?(\d{4}))?(?![\d/]|[.,]\d)|(?=\s+tháng\s\d))",
        _listed,
    ),
    rule(
        "days of a month, pointed",
        Kind.DATE,
        r"(\d{1,2})\s?[-–]\s?(\d{1,2})\s?\.\s?(\d{1,2})(?:\s?\.\s?(\d{4}))?(?![\d/]|[.,]\d)",
        _days_pointed,
    ),
    rule(
        "day and month, hyphened",
        Kind.DATE,
        r"(\d{1,2})\s?([-.–])\s?(\d{1,2})(?![\d/]|[.,]\d)(?!\s?[-–]\s?\d)",
        _hyphened,
    ),
)
