"""Days that a hyphen, a point or a comma writes, 23-11, 20.11, 3,4,5/12, and may as well be scores and ranges."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaphuong.speech.spoken.lazy import Lazy
from loaphuong.speech.spoken.rule import Doubtful, Kind, rule
from loaphuong.speech.spoken.rules import dates

if TYPE_CHECKING:
    from loaphuong.speech.spoken.rule import Context

STRONG = Lazy(
    r"(?<!các )(?<!những )(?<!\w)(?:ngày|dịp|lễ|mùng|mồng|kỷ niệm|quốc khánh|chào mừng|mừng)\s+"
    r"(?:\d{1,2}[-.–]\d{1,2}\s*(?:,|và|hoặc|đến)\s*)*$"
)
# A part of the day or its name: what follows is a day, however it is written.
DAY_WORD = Lazy(
    r"(?<!\w)(?:(?:các |những |hai |ba |mấy )?ngày|dịp|lễ|hôm|hôm nay|hôm qua|hôm kia|ngày mai|mùng|mồng|sáng|"
    r"trưa|chiều|tối|đêm|khuya|tức|"
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
    r"(?<!\w)(?:lô|dãy|căn|thửa|tổ|tdp|kp|nhà|ngõ|ngách|hẻm|kiệt|quầy|cột|tầng|phòng|lớp|nhóm|khối|số|điều|"
    r"khoản|từ|trang|câu|tuổi|giảm)\s+(?:số\s+)?$"
)
EQUALS = Lazy(r"\s*=")
FROM_TO = Lazy(r"\s*(?:đến|tới|-|–)(?: hết)?(?: ngày)?\s+\d{1,2}[-.]\d{1,2}(?!\d)")
FROM = Lazy(r"(?<!\w)từ(?: ngày| sáng| chiều| tối)?\s+$")
TO = Lazy(r"(?<!\w)từ(?: ngày| sáng| chiều| tối)?\s+\d{1,2}[-.]\d{1,2}\s*(?:đến|tới|-|–)(?: hết)?(?: ngày)?\s+$")
FIRST_DAYS = Lazy(r"(?<!\w)(?:mùng|mồng)\s+$")
HAPPENS = Lazy(
    r"\s+(?:phát động|sơ kết|tổng kết|khai mạc|bế mạc|họp|tập huấn|ra quân|khai giảng|chung kết|bán kết|"
    r"nghỉ học|diễn ra|"
    r"công bố|nộp|chốt|bốc thăm|thi đấu|trao|kết thúc|bắt đầu)(?!\w)"
)
COLON = Lazy(r"\s?:(?!\d)")
SETS_NEXT = Lazy(r"\s*\(\d{1,2}[/-]\d{1,2}\s?[;,)]")
UNTIL = Lazy(r"(?<!\w)từ(?: ngày)?\s+\d{1,2}\s+(?:đến|tới)(?: hết)?(?: ngày)?\s+$")
EVENT = Lazy(
    r"(?<!\w)(?:chung kết|bán kết|tứ kết|vòng loại|khai mạc|bế mạc|khai giảng|tổng kết|sơ kết|ra quân|hạn|lễ|hội thi|"
    r"hội nghị|diễn ra|tổ chức|bắt đầu|kết thúc|khởi công|khánh thành|phát động)\s*:?\s*$"
)
# A game is told of by these; by those that follow as well where so few can be a score.
PLAYED = Lazy(
    r"(?<!\w)(?:(?:thắng|thua|tỷ số|tỉ số|dẫn trước|chung cuộc|đánh bại|"
    r"hiệp|ván|séc|luân lưu|penalty|pen|pk|phạt đền|tổng|lượt đi|lượt về)(?:\s+\w+){0,6}|kết quả(?: trận đấu|"
    r" chung cuộc)?)\s*[:(]?\s*$"
)
PLAYED_SMALL = Lazy(
    r"(?<!\w)(?:(?:thắng|thua|hòa|tỷ số|tỉ số|dẫn|dẫn trước|chung cuộc|đánh bại|giảm|hạ|vượt qua|đội|"
    r"hiệp|ván|séc|luân lưu|penalty|pen|pk|phạt đền|tổng|lượt đi|lượt về)(?:\s+\w+){0,6}|kết quả(?: trận đấu|"
    r" chung cuộc)?)\s*[:(]?\s*$"
)
NEAR = 24
DAYS_NEAR = Lazy(r"(?<!\w)(?:ngày|sáng|chiều|tối|đêm|buổi|lịch|mốc)(?!\w)[^.;]*$")
# 7,8/10 are points of ten, 4,5/5 of five.
MARKS = ("5", "10")
DAYS_TOLD = Lazy(r"(?<!\w)(?:các |những )?ngày\s+$")
# What a day opens or closes: bế mạc 31.5, trước 30.9.
TERM = Lazy(r"(?<!\w)(?:trước|sau|hết|đến|tới|từ|khai giảng|khai mạc|bế mạc|khởi công|bắt đầu|kết thúc|hạn)\s+$")
SPORT = Lazy(
    r"(?<!\w)(?:hiệp|trận|chung kết|bán kết|tứ kết|bóng đá|bóng chuyền|cầu lông|bóng bàn|"
    r"ván|séc|tỷ số|bảng|luân lưu|penalty|pen|phạt đền|tổng|lượt đi|lượt về)(?!\w).{0,60}$"
)


def falls(context: Context, at: int, end: int) -> bool:
    """Whether numbers that fall, 23-11, can be no range: nothing is numbered, counted or reckoned by them."""
    if not context.text[:at].strip() or context.before(NUMBERING, at):
        return False
    counted = context.after(EQUALS, end) or context.after(COUNTED, end) or context.text[end : end + 1].isalpha()
    return not counted


def _is_played(found: re.Match[str], context: Context) -> bool:
    """Whether a game is told of: by a word before, by a score just before, by sets in brackets."""
    at, tokens = found.start(), context.tokens[-2:]
    played = context.before(PLAYED if int(found[1]) > 12 else PLAYED_SMALL, at) and not context.before(DAY_WORD, at)
    after_score = len(tokens) == 2 and tokens[0].rule.startswith("score") and tokens[1].spoken == ","
    return bool(played or after_score or context.after(SETS_NEXT, found.end()))


def _read_several(found: re.Match[str], context: Context, said: str, sure: bool) -> str | Doubtful | None:
    """What is of several days: từ 25 đến 27.3, mùng 1-2."""
    at, sign = found.start(), found[2]
    day, month = int(found[1]), int(found[3])
    if sign == "." and context.before(UNTIL, at):
        return said if context.before(dates.DAY_JUST, at) else f"ngày {said}"
    if sign in "-–" and day < month <= 10 and not sure and context.before(FIRST_DAYS, at):
        return Doubtful(f"{context.numbers.cardinal(day)} đến mùng {context.numbers.cardinal(month)}", said)
    return None


def _read_hyphened(found: re.Match[str], context: Context) -> str | Doubtful | None:
    at, end, sign = found.start(), found.end(), found[2]
    if not dates.real(found[1], found[3]) or context.before(dates.EVERY, at) or context.after(COUNTED, end):
        return None
    if context.text[end : end + 1].isalpha() or _is_played(found, context):
        return None
    day, month = int(found[1]), int(found[3])
    said, sure = dates.say(context, found[1], found[3]), (day, month) in dates.FEASTS
    numbers = context.numbers.cardinal(day), context.numbers.cardinal(month)
    if context.before(dates.PLACE, at) and (sure or day > 12):
        return said
    several = _read_several(found, context, said, sure)
    if several:
        return several
    lead = find_lead(context, at, end)
    if day == month and context.before(TERM, at) and context.after(dates.ENDS, end):
        return f"ngày {said}" if lead is None else f"{lead}{said}"
    if (context.before(FROM, at) and context.after(FROM_TO, end)) or context.before(TO, at):
        return f"{'ngày ' if lead is None else lead}{said}"
    if lead is not None:
        link = "đến" if sign in "-–" else "phẩy"
        return f"{lead}{said}" if sure or day >= month else Doubtful(f"{lead}{said}", f" {link} ".join(numbers))
    # 7-5: mít tinh; 30-4, 1-5: nghỉ.
    heading = not context.text[:at].strip(" -–+*•") or days_told(context)
    if sign in "-–" and heading and context.after(COLON, end):
        return Doubtful(f"ngày {said}", " đến ".join(numbers))
    if sign == "." and context.after(HAPPENS, end):
        return Doubtful(f"ngày {said}", " phẩy ".join(numbers))
    return _read_bare(found, context, said, sure) if context.after(dates.ENDS, end) else None


def _read_bare(found: re.Match[str], context: Context, said: str, sure: bool) -> str | Doubtful | None:
    """A day of which nothing before speaks, by what it is itself."""
    at, end, sign = found.start(), found.end(), found[2]
    day, month = int(found[1]), int(found[3])
    numbers = context.numbers.cardinal(day), context.numbers.cardinal(month)
    # Đã có điện từ 1.11, cách ly từ 3-4: nothing is counted, so that a day is meant.
    if context.before(TERM, at) and not context.before(SPORT, at):
        return f"ngày {said}" if day > 12 else Doubtful(f"ngày {said}", " ".join(numbers))
    if sure and day > 12 and sign in "-–" and not context.text[:at].strip(" -–+*•"):
        return f"ngày {said}"
    if day > 12 and context.before(EVENT, at):
        return Doubtful(f"ngày {said}", " ".join(numbers))
    if sign in "-–" and day > month and falls(context, at, end) and not context.before(SPORT, at):
        return f"ngày {said}" if sure or day > 12 else Doubtful(f"ngày {said}", " ".join(numbers))
    return None


def find_lead(context: Context, at: int, end: int) -> str | None:
    """The word that leads in a day of which the words around speak: ngày or nothing; None if they do not."""
    if context.after(dates.LUNAR, end) or context.before(STRONG, at) or dates.follows_named_day(context, at):
        return dates.find_leading(context, at)
    last = context.last
    timed = last is not None and last.kind is Kind.TIME and not context.text[last.end : at].strip(" ,")
    spoken_of = context.before(DAY_WORD, at)
    if not (spoken_of or timed or context.before(dates.WEEKDAY, at)):
        return None
    return "" if spoken_of and context.text[at - 1 : at] != "(" else "ngày "


def days_told(context: Context) -> bool:
    """Whether the text has told of a day with its month a little before."""
    dated = (Kind.DATE, Kind.FRACTION)
    return any(token.kind in dated and " tháng " in f" {token.spoken}" for token in context.tokens[-NEAR:])


def _read_list(found: re.Match[str], context: Context) -> str | Doubtful | None:
    """Các ngày 3,4,5/12; ngày 14,15 tháng 11; sáng 3, 4/12; ngày 5+6/12."""
    days = re.findall(r"\d+", found[1])
    month, written_year = found[2], found[3]
    if not all(dates.real(day, month or "1") for day in days):
        return None
    rising = bool(month) and days == sorted(days, key=int) and not context.before(NUMBERING, found.start())
    dated = rising and len(days) > 2
    weak = rising and not dated and not context.before(DAY_WORD, found.start()) and month not in MARKS
    if weak and "/" in found[0] and context.after(dates.ENDS, found.end()):
        said = f"{', '.join(context.numbers.day(int(day)) for day in days)} tháng {context.numbers.month(int(month))}"
        number = context.numbers.decimal(days[0], days[1])
        return Doubtful(f"ngày {said}", f"{number} trên {context.numbers.cardinal(int(month))}")
    if not dated and not context.before(DAY_WORD, found.start()):
        return None
    link = " và " if set(found[1]) & set("+&") else ", "
    listed = link.join(context.numbers.day(int(day)) for day in days)
    if not month:
        return listed
    spoken = f"{listed} tháng {context.numbers.month(int(month))}"
    return f"{spoken} năm {dates.year(context, written_year)}" if written_year else spoken


def _days_and_date(found: re.Match[str], context: Context) -> str | None:
    """Các ngày 10,12 và 15/6: all of one month."""
    days = re.findall(r"\d+", found[1])
    if not context.before(DAYS_TOLD, found.start()) or not all(dates.real(day, found[3]) for day in (*days, found[2])):
        return None
    return ", ".join(context.numbers.day(int(day)) for day in days) + f" và {dates.say(context, found[2], found[3])}"


def _days_pointed(found: re.Match[str], context: Context) -> str | None:
    """Đêm 21-22.12."""
    days = context.before(DAY_WORD, found.start()) or context.after(dates.ENDS, found.end())
    return dates.days(found, context) if days and not context.after(COUNTED, found.end()) else None


# Before scores, ranges and decimals.
def _pointed_days(found: re.Match[str], context: Context) -> Doubtful | None:
    """3 tối liền: 8.5, 9.5 và 10.5."""
    pairs = re.findall(r"(\d{1,2})\.(\d{1,2})", found[0])
    if not context.before(DAYS_NEAR, found.start()) or not all(dates.real(*pair) for pair in pairs):
        return None
    said = [f"ngày {dates.say(context, *pair)}" for pair in pairs]
    numbers = [context.numbers.decimal(*pair) for pair in pairs]
    if context.before(dates.DAY_JUST, found.start()):
        said[0] = said[0].removeprefix("ngày ")
    return Doubtful(f"{', '.join(said[:-1])} và {said[-1]}", ", ".join(numbers))


RULES = (
    rule(
        "days with points",
        Kind.DATE,
        r"\d{1,2}\.(\d{1,2})(?:\s?,\s?\d{1,2}\.\1(?!\d))*\s(?:và|&)\s\d{1,2}\.\1(?!\d|\.\d)",
        _pointed_days,
    ),
    rule(
        "days listed before a date",
        Kind.DATE,
        r"(\d{1,2}(?:\s?,\s?\d{1,2}){1,9})\s+và\s+(\d{1,2})\s?/\s?(\d{1,2})(?![\d/])",
        _days_and_date,
    ),
    rule(
        "days listed",
        Kind.DATE,
        r"(\d{1,2}(?:\s?[,;+&]\s?\d{1,2}){1,9})(?:\s?[/.-]\s?(\d{1,2})(?:\s?[/.-]\s?(\d{4}))?(?![\d/]|[.,]\d)|"
        r"(?=\s+tháng\s\d))",
        _read_list,
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
        _read_hyphened,
    ),
)
