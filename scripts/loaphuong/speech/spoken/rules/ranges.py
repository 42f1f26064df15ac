"""What a hyphen between numbers means: đến, âm, a score."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaphuong.speech.spoken.amounts import say
from loaphuong.speech.spoken.lazy import Lazy
from loaphuong.speech.spoken.rule import NUMERIC, Doubtful, Kind, rule
from loaphuong.speech.spoken.rules import dates, hyphens

if TYPE_CHECKING:
    from loaphuong.speech.spoken.rule import Context, Token

PARTS = Lazy(r"\d+")
FALLING = Lazy(r"(?<!\w)giảm\s+$")
SPORT = Lazy(
    r"(?<!\w)(?:thắng|thua|tỷ số|tỉ số|hiệp|kết quả|trận|dẫn trước|dẫn bàn|đang dẫn|"
    r"chung kết|bán kết|tứ kết|bóng đá|bóng chuyền|bóng bàn|cầu lông|ván|séc|đơn nam|đơn nữ|đôi nam|đôi nữ)(?!\w)"
)
# Bảng A: tổ 1 - tổ 5: those who play each other.
MATCH = Lazy(
    r"(?<!\w)(?:trận|bảng|bốc thăm|kết quả|tỷ số|cặp đấu|thi đấu|bán kết|tứ kết|chung kết|vòng loại)(?!\w)[^.]*$"
)
SCORE = Lazy(
    r"(?<!\w)(?<!điều )(?<!ôn )(?<!chan )(?:thắng|thua|hòa|tỷ số|tỉ số|dẫn|dẫn trước|chung cuộc|dẫn bàn|"
    r"luân lưu|penalty|pen|"
    r"phạt đền|pk|tổng|lượt đi|lượt về|"
    r"hiệp \w+,?|ván \w+,?|séc \w+,?)\s*[:(]?\s*(?:là\s*|với tỷ số\s*)?$"
)
TERM = Lazy(
    r"(?:(?:thứ|tháng|quý|năm|khóa|lớp|tuổi|ngày|mùng|giờ|tuần|kỳ|tầng|cấp|hạng) [\w]+|chủ nhật|t[2-7]|"
    r"cn)\s*$"
)
TERM_NEXT = Lazy(
    r"\s*(?:(?:(?:(?:sáng|trưa|chiều|tối) )?(?:thứ|ngày)|tháng|quý|năm|khóa|lớp|tuổi|mùng|giờ|tuần|kỳ|tầng|cấp|hạng) |"
    r"chủ nhật|t[2-7](?!\w)|cn(?!\w))"
)

VOLTAGES_NEXT = Lazy(r"\d+/\d[\d,.]*\s?k?V(?!\w)")
TEAM = Lazy(r"(?<!\w)(?:tổ|tdp|đội|phường|xã|lớp|khối|trường|thôn|xóm|kp|u\d+|clb)(?:\s+[^\W_]+){1,3}\s+$")
TEAM_NEXT = Lazy(r"\s+(?:tổ|tdp|đội|phường|xã|lớp|khối|trường|thôn|xóm|kp|u\d+|clb)(?!\w)")
ROW = Lazy(r"[A-ZĐ]{1,2}")
RESULT_NEXT = Lazy(r"(?:tổ|tdp|đội|phường|xã|lớp)\s+\w+\s*:?\s*\d{1,2}\s?-\s?\d{1,2}(?!\d)")
DAY_NEXT = Lazy(r"\d{1,2}[./]\d{1,2}(?!\d)")
SETS = Lazy(r"\d\s?[-–:]\s?\d\s*[(,:;]\s*(?:các (?:séc|hiệp|ván)\s*)?$")
GAME, LONGEST_GAME = 11, 35
SCALED = Lazy(r"\d\s(?:nghìn|ngàn|triệu|tỷ|tỉ|trăm)\s*$")
# Từ 22h hôm trước - 6h hôm sau: what từ opened, the dash closes.
OPEN = Lazy(r"(?<!\w)từ\s+\d(?:(?!đến|tới)[^,.;:\-–—])*\s$")
UNITED = Lazy(r"\d\s([^\W\d_]+)\s*$")
# 18 tháng – 5 tuổi, 30 phút - 1 giờ: the units may differ.
LASTING = Lazy(r"\d\s(?:giây|phút|giờ|ngày|tuần|tháng|tuổi)(?: tuổi)?\s*$")
LASTING_NEXT = Lazy(r"\d+\s(?:phút|giờ|ngày|tuần|tháng|tuổi|năm)(?! \d)(?!\w)")
# Thửa 45-2: a part of it, no row of them.
PARCEL = Lazy(r"(?<!\w)(?:thửa|thửa đất|thửa số|căn|căn hộ|phòng|nhà|hẻm|lô)\s+(?:số\s+)?$")
# The same word counts on both sides of the dash: số 1 - số 5.
COUNTED = Lazy(r"(?<!\w)([^\W\d_]+(?: số)?)\s*(?:(?<=km)\d{1,4}\+\d{1,4}|(?<=\s)(?:\d{1,4}|[ivx]+)[a-zđ]?)\s*$")


def _score(found: re.Match[str], context: Context) -> str | Doubtful | None:
    first, second = int(found[1]), int(found[2])
    at = found.start()
    colon = ":" in found[0]
    told = is_announced(context, at) or follows_score(context, at) or between_teams(context, at, found.end())
    sure = told or context.after(hyphens.SETS_NEXT, found.end())
    said = f"{context.numbers.cardinal(first)} {context.numbers.cardinal(second)}"
    if sure or (first == second and not colon) or (first > second and SPORT.search(context.sentence)):
        return said
    # What falls is no range: phường ta 4-2 phường bạn.
    if colon or not second < first <= 30 or not hyphens.falls(context, found.start(), found.end()):
        return None
    return Doubtful(said, f"{context.numbers.cardinal(first)} đến {context.numbers.cardinal(second)}")


def is_announced(context: Context, at: int) -> bool:
    """Whether a word just before says that a score comes; Khánh Hòa is a name."""
    found = context.before(SCORE, at)
    if not found:
        return False
    start = at - len(found[0])
    named = context.text[start : start + 3] == "Hòa" and context.text[:start].rpartition(" ")[0][-1:].isalpha()
    return not named


def _set(found: re.Match[str], context: Context) -> str | None:
    """Thắng 2-0 (25/18, 27/25): sets of a game, where one was just told of."""
    first, second = int(found[1]), int(found[2])
    inside = context.before(SETS, found.start()) or follows_score(context, found.start())
    if not (inside and GAME <= max(first, second) <= LONGEST_GAME):
        return None
    return f"{context.numbers.cardinal(first)} {context.numbers.cardinal(second)}"


def between_teams(context: Context, at: int, end: int) -> bool:
    """Tổ 4 1-2 tổ 8: one team on each side."""
    return bool(context.before(TEAM, at, 40) and context.after(TEAM_NEXT, end))


def _halves(found: re.Match[str], context: Context) -> str | None:
    """Thắng 1,5-0,5: points of chess."""
    if not is_announced(context, found.start()):
        return None
    first, second = (
        context.numbers.decimal(*part.split(",")) if "," in part else context.numbers.say_written(part)
        for part in (found[1], found[2])
    )
    return f"{first}, {second}"


def follows_score(context: Context, at: int) -> bool:
    """Whether a score stands just before, as sets do: 25-18, 19-25."""
    tokens = context.tokens[-2:]
    return (
        len(tokens) == 2
        and tokens[0].rule.startswith("score")
        and tokens[1].spoken in {",", "và"}
        and tokens[1].end <= at
    )


def _of_one(last: Token, found: re.Match[str], context: Context) -> bool:
    """Whether both sides tell of one thing: 17,5°N-110,3°E, 560kVA-22/0,4kV."""
    place = last.spoken.endswith(("vĩ bắc", "vĩ nam")) or _is_parcel(last, found, context)
    # Đợt 2 – 31.10: what follows is a day.
    whole = context.text[last.start : last.end].isdecimal()
    if (
        whole
        and dates.ROUND.search(context.low[max(0, last.start - 20) : last.start])
        and DAY_NEXT.match(context.text, found.end())
    ):
        return True
    return place or (last.kind is Kind.MEASURE and VOLTAGES_NEXT.match(context.text, found.end()) is not None)


def _is_parcel(last: Token, found: re.Match[str], context: Context) -> bool:
    """Whether a smaller number after the hyphen tells of a part: thửa 45-2."""
    written, after = context.text[last.start : last.end], PARTS.match(context.text, found.end())
    return bool(
        written.isdecimal() and after and int(after[0]) < int(written) and context.before(PARCEL, last.start, 24)
    )


def _is_united(found: re.Match[str], context: Context) -> bool:
    """Whether one unit, or one of time, stands on both sides: 5 người - 10 người, 18 tháng – 5 tuổi."""
    united = context.before(UNITED, found.start(), 30)
    if united and re.match(rf"\d[\d.,]*\s{united[1]}(?!\w)", context.low[found.end() :][:40]):
        return True
    return bool(context.before(LASTING, found.start(), 24) and context.after(LASTING_NEXT, found.end()))


def _span(found: re.Match[str], context: Context) -> str | None:
    last = context.last
    if last is None or context.text[last.end : found.start()].strip() or _of_one(last, found, context):
        return None
    after = context.text[found.end() : found.end() + 1]
    if (
        last.kind in NUMERIC
        and last.rule != "letters with number"
        and (after.isdigit() or after in "$€£¥" or (last.kind is Kind.ROMAN and after in "IVX"))
        and after
    ):
        return "đến"
    # S8-S12 is a row, N03-T2 a name.
    row = ROW.match(context.text, last.start) if last.rule == "letters with number" else None
    if row:
        return "đến" if re.match(rf"{row[0]}\d", context.text[found.end() : found.end() + 3]) else None
    if last.kind in NUMERIC and re.match(r"[-−]\d", context.text[found.end() : found.end() + 2]):
        return "đến"
    if context.after(TERM_NEXT, found.end()) and (last.kind in NUMERIC or context.before(TERM, found.start(), 30)):
        return "đến"
    if after.isdigit() and (context.before(SCALED, found.start()) or context.before(OPEN, found.start())):
        return "đến"
    if last.rule == "road" and re.match(r"[Kk][Mm]\s?\d", context.text[found.end() : found.end() + 5]):
        return "đến"
    if _is_united(found, context):
        return "đến"
    counted = context.before(COUNTED, found.start(), 30)
    if counted is None:
        return None
    nouns = "|".join({counted[1], counted[1].rpartition(" ")[2]})
    played = context.before(MATCH, found.start()) or RESULT_NEXT.match(context.low, found.end())
    link = "gặp" if played else "đến"
    return link if re.match(rf"(?:{nouns})(?:(?<=km)\s*|\s+)(?:\d|[ivx]+\b)", context.low[found.end() :][:30]) else None


def _less(found: re.Match[str], context: Context) -> str | None:  # noqa: ARG001 - the shape of a rule
    last = context.last
    return "trừ" if last is not None and last.kind in NUMERIC else None


def _minus(found: re.Match[str], context: Context) -> str | None:
    if context.before(FALLING, found.start()):
        return ""
    before = context.text[found.start() - 1 : found.start()]
    return "âm" if not before or before.isspace() or before in '([“"±/' else None


RULES = (
    rule("less", Kind.SYMBOL, r"[-–−]\s*(?=\d[\d.,]*\s*=)", _less),
    rule("to", Kind.RANGE, r"[-–—−]\s*|(?<=\S)~\s*", _span),
    rule("minus", Kind.SYMBOL, r"[-−–](?=\d)", _minus),
)


def _amounts(found: re.Match[str], context: Context) -> str:
    """8 - 7,25 - 9."""
    return ", ".join(say(part.strip(), context.numbers)[0] for part in re.split(r"\s?[-–]\s?", found[0]))


def _row(found: re.Match[str], context: Context) -> str:
    return ", ".join(context.numbers.say_written(part) for part in PARTS.findall(found[0]))


SCORES = (
    rule(
        "amounts in a chain",
        Kind.CARDINAL,
        r"\d{1,3}(?:[,.]\d{1,2})?(?:\s[-–]\s\d{1,3}(?:[,.]\d{1,2})?){2,}(?![\d/%]|[.,-]\d)"
        r"|\d{1,2}(?:,\d{1,2})?(?:-\d{1,2}(?:,\d{1,2})?){2,}(?<=[,-]\d)(?![\d/%]|[.,-]\d)",
        _amounts,
    ),
    rule("numbers in a chain", Kind.CARDINAL, r"\d{1,3}(?:\s?[-–]\s?\d{1,3}){2,}(?![\d/]|[.,-]\d)", _row),
    rule("halves of points", Kind.RANGE, r"(\d{1,2},5)\s?[-–]\s?(\d{1,2}(?:,5)?)(?![\d/]|[.,]\d)", _halves),
    rule("score with stroke", Kind.RANGE, r"(\d{1,2})\s?/\s?(\d{1,2})(?![\d/]|[.,]\d)", _set),
    rule("score", Kind.RANGE, r"(\d{1,3})\s?[-–:]\s?(\d{1,3})(?![\d/]|[-–.,:]\d)", _score),
)
