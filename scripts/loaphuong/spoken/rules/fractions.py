"""What stands between two numbers with a stroke: a fraction, a ratio, an alley."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaphuong.spoken.lazy import Lazy
from loaphuong.spoken.numbers import letters
from loaphuong.spoken.rule import Kind, rule
from loaphuong.spoken.rules import dates

if TYPE_CHECKING:
    from loaphuong.spoken.rule import Context

ALLEY = Lazy(
    r"(?<!\w)(?:ngõ|ngách|hẻm|kiệt|số nhà|nhà số|địa chỉ|nhà|số|quầy|lô|ki ốt|căn hộ|căn|thửa|tờ bản đồ số|tiểu khu)\s*(?:số\s*)?$"
)
RATIO = Lazy(r"(?:tỷ lệ|tỉ lệ|tỷ số|tỉ số|bản đồ|huyết áp|thị lực|trang|câu|thứ|hạng)\s*(?:là\s*)?$")
STANDARD = Lazy(r"(?:iso|tcvn|qcvn|iec)\s*$")
PARTS = Lazy(r"\d+|[A-ZĐ]")


def _alley(found: re.Match[str], context: Context) -> str | None:
    if not context.before(ALLEY, found.start()):
        return None
    steps = [
        " ".join(context.numbers.written(part) if part.isdecimal() else letters(part) for part in PARTS.findall(step))
        for step in found[0].split("/")
    ]
    return " trên ".join(steps)


def _fraction(found: re.Match[str], context: Context) -> str:
    top, bottom = int(found[1]), int(found[2].replace(".", ""))
    say = context.numbers.cardinal
    padded = found[1].startswith("0") or found[2].startswith("0")
    if dates.real(found[1], str(bottom)) and (padded or top > bottom) and not context.before(RATIO, found.start()):
        if context.after(dates.ENDS, found.end()) and (top, bottom) not in ((24, 7), (24, 24)):
            return f"ngày {dates.say(context, found[1], found[2])}"
    ratio = context.before(RATIO, found.start()) and (top >= bottom or bottom >= 100 or bottom % 100 == 0)
    over = top >= bottom or (bottom > 10 and bottom not in (12, 100, 1000)) or bottom == 0
    marks = bottom in (10, 100) and re.match(r"\s*điểm", context.low[found.end() :])
    joined = "trên" if ratio or over or marks else "phần"
    hours = " giờ" if found[3] else ""
    return f"{say(top)} {joined} {context.numbers.month(bottom) if joined == 'phần' else say(bottom)}{hours}"


def _mixed(found: re.Match[str], context: Context) -> str | None:
    whole, top, bottom = int(found[1]), int(found[2]), int(found[3])
    if not 0 < top < bottom <= 16:
        return None
    say = context.numbers.cardinal
    return f"{say(whole)} và {say(top)} phần {context.numbers.month(bottom)}"


def _ratio(found: re.Match[str], context: Context) -> str:
    if context.before(STANDARD, found.start()):
        return f"{context.numbers.cardinal(int(found[1]))}, {context.numbers.written(found[2])}"
    return f"{context.numbers.cardinal(int(found[1]))} trên {context.numbers.written(found[2].replace('.', ''))}"


def _chain(found: re.Match[str], context: Context) -> str:
    return " trên ".join(context.numbers.written(part) for part in found[0].split("/"))


RULES = (
    rule("alley", Kind.CARDINAL, r"\d+[A-ZĐ]?\d?(?:/\d+[A-ZĐ]?)+(?!\w)", _alley),
    rule("mixed number", Kind.FRACTION, r"(\d{1,3}) (\d)/(\d{1,2})(?![\d/])", _mixed),
    rule("chain of strokes", Kind.FRACTION, r"\d+(?:/\d+){2,}(?!\w)", _chain),
    rule("fraction", Kind.FRACTION, r"(\d{1,6})\s?/\s?(\d{1,3}(?:\.\d{3})+|\d{1,6})(?![\d/])(\s?h(?!\w))?", _fraction),
    rule("ratio with colon", Kind.FRACTION, r"(\d{1,6}):(\d{1,3}(?:\.\d{3})+|\d{1,6})(?![\d:])", _ratio),
)
