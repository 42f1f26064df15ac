"""What stands between two numbers with a stroke: a fraction, a ratio, an alley."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaphuong.speech.spoken.lazy import Lazy
from loaphuong.speech.spoken.numbers import letters
from loaphuong.speech.spoken.rule import Doubtful, Kind, rule
from loaphuong.speech.spoken.rules import dates, hyphens
from loaphuong.speech.spoken.rules.measures import EDGE, every_unit, units
from loaphuong.speech.spoken.syllable import CAPITALS

if TYPE_CHECKING:
    from loaphuong.speech.spoken.rule import Context

ALLEY = Lazy(
    r"(?<!\w)(?:ngõ|ngách|tổ|tdp|hẻm|kiệt|lớp|phòng|khối|tòa|"
    r"số nhà|nhà số|địa chỉ|trụ sở|nhà|số|quầy|lô|ki ốt|căn hộ|căn|thửa|tờ bản đồ số|"
    r"tiểu khu|cột điện|trụ điện|cột|tủ|bốt)\s*:?\s*(?:số\s*)?$"
)
RANK = Lazy(
    r"(?<!\w)(?:thứ|hạng|bậc|xếp|trang|câu|top|tờ|vị trí|thương binh(?: hạng| loại)?|tb)\s*(?:số\s*)?"
    r"(?:\d/\d\s*(?:,|và|hoặc|đến|-)\s*)*$"
)
# Days that are known by their numbers alone.
FEASTS = frozenset(((8, 3), (10, 10), (8, 9)))
# Things told one by one: seven of nine groups, not seven ninths of them.
THINGS = Lazy(
    r"\s+(?:tổ|tdp|thôn|xóm|phường|xã|quận|huyện|chỉ tiêu|tiêu chí|đơn vị|trường|chi bộ|mô hình|nhiệm vụ|nội dung|môn|"
    r"khoản|hạng mục|công trình|dự án|hồ sơ|vụ|ca|trường hợp|ngày|tháng|buổi|trận|điều|mục|căn|ngõ|điểm|bàn|giải|"
    r"phòng|người|đại biểu|đồng chí|ủy viên|chi hội|chi đoàn|khu|cụm|trạm|loa|tuyến)(?!\w)(?!\s+\d)"
)
WHOLE = Lazy(r"\s*(?:số|tổng|dân số|diện tích|khối lượng|thời gian|quãng đường|thể tích|kinh phí|vốn)(?!\w)")
ACHIEVED = Lazy(r"(?<!\w)(?:đạt|trúng tuyển|trúng|đậu|được|chấm|điểm)\s+$|\($")
# Shares so common that nobody takes them for a day.
COMMON = frozenset(((1, 2), (1, 3), (2, 3), (1, 4), (3, 4)))
COLON = Lazy(r"\s?:")
MARKED = Lazy(r"(?<!\w)(?:có|đã|đạt|được|chấm|điểm|thị lực|mắt|tỷ lệ|chiếm|tổng số|hiện|với|gồm|cả|toàn bộ)\s*:?\s*$")
ALL_DAY = ((24, 7), (24, 24))
RATIO = Lazy(
    r"(?:tỷ lệ|tỉ lệ|tỷ số|tỉ số|bản đồ|tl|qh|đồ án|sa bàn|ha|mạch|quy hoạch|quy hoạch chi tiết|mô hình tỷ lệ|"
    r"huyết áp|thị lực)\s*[:≥≤<>]?\s*(?:là\s*)?"
    r"(?:\d+[/:][\d.]+\s*(?:,|và|hoặc|đến|-)\s*)*$"
)
# 5/7 ngách 3, 12/4 Nguyễn Trãi.
LANE_NEXT = Lazy(r"\s*,?\s*(?:ngõ|ngách|hẻm|kiệt)(?!\w)|\s+(?:đường|phố)(?!\w)")
GROUPS = Lazy(r"(?<!\w)(?:tổ|tdp|khối|lớp|nhóm)\s+(?:số\s+)?$")
DAY, TWO = 23, 2
RACE = Lazy(r"(?<!\w)(?:chạy|bơi|về nhất|đua|\d\s?k?m)(?!\w)[^.;]*$")
GROUP_NEXT = Lazy(r"\s*:?\s*(?:tổ|tdp|khối|lớp|đội|nhóm|thôn|xóm|khu|kp)\s*(?:số\s*)?\d")
# Ngõ 81, 83/12: one alley after the other.
ALLEYS = Lazy(r"(?<!\w)(?:ngõ|ngách|hẻm|kiệt|số nhà|nhà số)\s+(?:\d+[a-zđ]?(?:/\d+[a-zđ]?)*\s*(?:,|và|-|–|;|đến)\s*)+$")
HOUSE = Lazy(r"\d+[A-ZĐ]\d?(?:/\d+[A-ZĐ]?)+|\d+(?:/\d+[A-ZĐ]?){2,}|\d+/\d+[A-ZĐ]")
NAME_NEXT = Lazy(rf"\s+(?:đường\s+|phố\s+)?[{CAPITALS}][^\W\d_A-Z]")
STANDARD = Lazy(r"(?:iso|tcvn|qcvn|iec)\s*$")
SPACED = r"[1-9]\d{0,2}(?: \d{3})+"
PARTS = Lazy(r"\d+|[A-ZĐ]")


def _alley(found: re.Match[str], context: Context) -> str | None:
    at = found.start()
    lane = context.before(ALLEY, at) or context.before(ALLEYS, at) or context.after(LANE_NEXT, found.end())
    # 12B/5/7 Trần Phú: strokes with a letter, or two of them, before a name.
    if not lane and not (HOUSE.fullmatch(found[0]) and NAME_NEXT.match(context.text, found.end())):
        return None
    numbers = found[0].split("/")
    # Tổ 3/4/5: one after the other.
    if context.before(GROUPS, found.start()) and all(part.isdecimal() for part in numbers):
        values = [int(part) for part in numbers]
        if values == list(range(values[0], values[0] + len(values))):
            return ", ".join(context.numbers.cardinal(value) for value in values)
    steps = [
        " ".join(
            context.numbers.say_written(part) if part.isdecimal() else letters(part) for part in PARTS.findall(step)
        )
        for step in found[0].split("/")
    ]
    return " trên ".join(steps)


def _part_of_unit(found: re.Match[str], context: Context) -> str | None:
    """Rộng 1/2m, 1/2 l: a fraction of a unit."""
    top, bottom = int(found[1]), int(found[2])
    if not 0 < top < bottom or found[4] in ("h", "giờ", "t", "độ", "s", "đ"):
        return None
    return f"{context.numbers.cardinal(top)} phần {context.numbers.month(bottom)} {units()[found[4]][0]}"


def _ratios(found: re.Match[str], context: Context) -> str | None:
    parts = found[0].replace(" ", "").split(":")
    clock = len(parts) == 3 and int(parts[0]) < 25 and all(len(part) == 2 and int(part) < 60 for part in parts[1:])
    if clock and not context.before(RATIO, found.start()):
        return None
    return ", ".join(context.numbers.say_written(part) for part in parts)


def shares_told(context: Context) -> bool:
    """Whether the text has told of a share a little before, and of no day."""
    return any(token.kind is Kind.FRACTION and "ngày" not in token.spoken for token in context.tokens[-hyphens.NEAR :])


def _fraction(found: re.Match[str], context: Context) -> str | Doubtful:
    top, bottom = int(found[1]), int(found[2].replace(".", ""))
    say = context.numbers.cardinal
    padded = found[1].startswith("0") or found[2].startswith("0")
    bare = context.after(dates.ENDS, found.end())
    real = dates.real(found[1], str(bottom)) and (top, bottom) not in ALL_DAY and not found[3]
    alone = context.text.strip() == found[0].strip()
    marked = context.before(MARKED, found.start()) or context.before(RATIO, found.start())
    dateable = (
        padded or top > 12 or (top, bottom) in FEASTS or (top > bottom and not context.before(RANK, found.start()))
    )
    # Where days are told of, one more is a day: tiêm sáng 8/6, tiêm vét 10/6.
    told = (top, bottom) not in COMMON and not context.before(RANK, found.start()) and hyphens.days_told(context)
    # 1/12: Ngày thế giới …, at the head of a line.
    heading = not context.text[: found.start()].strip(" -–+*•") and context.after(COLON, found.end())
    if real and heading:
        return Doubtful(f"ngày {dates.say(context, found[1], found[2])}", f"{say(top)} trên {say(bottom)}")
    sure = padded or top > 12 or (top, bottom) in FEASTS or told
    # Lịch: 2/3 tổ 1; 3/3 tổ 2: a day of each.
    if real and not marked and context.after(GROUP_NEXT, found.end()):
        return Doubtful(f"ngày {dates.say(context, found[1], found[2])}", f"{say(top)} trên {say(bottom)}")
    # Tổ 1: 12/15 hộ; tổ 2: 8/9: among shares one more is a share.
    if (
        real
        and bare
        and not padded
        and top <= bottom
        and not told
        and (top, bottom) not in COMMON
        and shares_told(context)
    ):
        return Doubtful(f"{say(top)} trên {say(bottom)}", f"ngày {dates.say(context, found[1], found[2])}")
    if real and bare and not marked and (sure or (dateable and not alone)):
        said = f"ngày {dates.say(context, found[1], found[2])}"
        return said if sure else Doubtful(said, f"{say(top)} trên {say(bottom)}")
    ratio = context.before(RATIO, found.start()) and (top >= bottom or bottom >= 100 or bottom % 100 == 0)
    ratio = ratio or (bottom > 1000 and bottom % 1000 == 0 and top == 1)
    share = top < 10 and context.after(WHOLE, found.end())
    counted = not bare and not share and (top > bottom or (bottom > 10 and bottom not in (100, 1000)))
    things = bottom > 5 and context.after(THINGS, found.end())
    achieved = bottom >= 10 and context.before(ACHIEVED, found.start())
    over = (
        top == bottom
        or bottom == 0
        or (top, bottom) in ALL_DAY
        or counted
        or bool(found[3])
        or (top > bottom and bottom >= 100)
        or things
        or achieved
        or context.before(RANK, found.start())
    )
    marks = bottom in (10, 100) and re.match(r"\s*điểm", context.low[found.end() : found.end() + 9])
    joined = "trên" if ratio or over or marks else "phần"
    hours = " giờ" if found[3] else ""
    said = f"{say(top)} {joined} {context.numbers.month(bottom) if joined == 'phần' else say(bottom)}{hours}"
    share_of = over or ratio or marks or (top, bottom) in COMMON
    if not bare or share_of or not dates.real(found[1], found[2]):
        return said
    return Doubtful(said, f"ngày {dates.say(context, found[1], found[2])}")


def _read_mixed(found: re.Match[str], context: Context) -> str | None:
    whole, top, bottom = int(found[1]), int(found[2]), int(found[3])
    if not 0 < top < bottom <= 16:
        return None
    say = context.numbers.cardinal
    return f"{say(whole)} và {say(top)} phần {context.numbers.month(bottom)}"


def _ratio(found: re.Match[str], context: Context) -> str:
    # 10km: 45:12.
    if int(found[1]) > DAY and len(found[2]) == TWO and context.before(RACE, found.start()):
        return f"{context.numbers.cardinal(int(found[1]))} phút {context.numbers.say_written(found[2])} giây"
    if context.before(STANDARD, found.start()):
        return f"{context.numbers.cardinal(int(found[1]))}, {context.numbers.say_written(found[2])}"
    return f"{context.numbers.cardinal(int(found[1]))} trên {context.numbers.say_written(found[2].replace('.', ''))}"


def _thousands(found: re.Match[str], context: Context) -> str:
    top, bottom = (context.numbers.say_written(part.replace(" ", "")) for part in (found[1], found[2]))
    return f"{top} trên {bottom}"


def _decimal_ratio(found: re.Match[str], context: Context) -> str:
    """Tỷ lệ chọi 1/2,4."""
    whole, _, rest = found[2].partition(",")
    return f"{context.numbers.say_written(found[1])} trên {context.numbers.decimal(whole, rest)}"


def _best_of(found: re.Match[str], context: Context) -> str | None:
    """Thi đấu 2/3 set: who wins two of three."""
    first, second = int(found[1]), int(found[2])
    return f"{context.numbers.cardinal(first)} {context.numbers.cardinal(second)}" if second == 2 * first - 1 else None


def _chain(found: re.Match[str], context: Context) -> str:
    return " trên ".join(context.numbers.say_written(part) for part in found[0].split("/"))


RATIOS = (
    rule("thousands of thousands", Kind.FRACTION, rf"({SPACED})\s?/\s?({SPACED})(?![\d/])", _thousands),
    rule("ratio of several", Kind.FRACTION, r"\d{1,3}(?:\s?:\s?\d{1,3}){2,5}(?![\d:])", _ratios),
)
RULES = (
    rule("alley", Kind.CARDINAL, r"\d+[A-ZĐ]?\d?(?:/\d+[A-ZĐ]?)+(?!\w)", _alley),
    rule("mixed number", Kind.FRACTION, r"(\d{1,3}) (\d)/(\d{1,2})(?![\d/])", _read_mixed),
    rule("ratio with decimals", Kind.FRACTION, r"(\d{1,4})/(\d{1,3},\d{1,2})(?!\w|/|,\d)", _decimal_ratio),
    rule("best of sets", Kind.FRACTION, r"([2-4])/([3-7])(?=\s+(?:set|ván|séc|hiệp)(?!\w))", _best_of),
    rule("chain of strokes", Kind.FRACTION, r"\d+(?:/\d+){2,}(?!\w)", _chain),
    rule(
        "fraction of a unit",
        Kind.MEASURE,
        lambda: rf"(\d{{1,2}})/(\d{{1,2}})([ ]?)({every_unit()}){EDGE}",
        _part_of_unit,
    ),
    rule("fraction", Kind.FRACTION, r"(\d{1,6})\s?/\s?(\d{1,3}(?:\.\d{3})+|\d{1,6})(?![\d/])(\s?h(?!\w))?", _fraction),
    rule("ratio with colon", Kind.FRACTION, r"(\d{1,6}):(\d{1,3}(?:\.\d{3})+|\d{1,6})(?![\d:])", _ratio),
)
