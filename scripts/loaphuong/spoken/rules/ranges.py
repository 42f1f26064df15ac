"""What a hyphen between numbers means: đến, âm, a score."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaphuong.spoken.lazy import Lazy
from loaphuong.spoken.rule import NUMERIC, Kind, rule

if TYPE_CHECKING:
    from loaphuong.spoken.rule import Context

SCORE = Lazy(r"(?:thắng|thua|hòa|tỷ số|tỉ số|dẫn|dẫn trước|chung cuộc|dẫn bàn)\s*(?:là\s*|với tỷ số\s*)?$")
TERM = Lazy(r"(?:(?:thứ|tháng|quý|năm|khóa|lớp|tuổi|ngày|mùng|giờ|tuần|kỳ|tầng|cấp|hạng) [\w]+|chủ nhật|t[2-7]|cn)\s*$")
TERM_NEXT = Lazy(
    r"\s*(?:(?:thứ|tháng|quý|năm|khóa|lớp|tuổi|ngày|mùng|giờ|tuần|kỳ|tầng|cấp|hạng) |chủ nhật|t[2-7](?!\w)|cn(?!\w))"
)


def _score(found: re.Match[str], context: Context) -> str | None:
    if not context.before(SCORE, found.start()):
        return None
    return f"{context.numbers.cardinal(int(found[1]))} {context.numbers.cardinal(int(found[2]))}"


def _span(found: re.Match[str], context: Context) -> str | None:
    last = context.last
    if last is None or context.text[last.end : found.start()].strip():
        return None
    after = context.text[found.end() : found.end() + 1]
    if (
        last.kind in NUMERIC
        and (after.isdigit() or after in "$€£¥" or (last.kind is Kind.ROMAN and after in "IVX"))
        and after
    ):
        return "đến"
    if last.kind in NUMERIC and re.match(r"[-−]\d", context.text[found.end() : found.end() + 2]):
        return "đến"
    if context.after(TERM_NEXT, found.end()) and (last.kind in NUMERIC or context.before(TERM, found.start(), 30)):
        return "đến"
    return None


def _minus(found: re.Match[str], context: Context) -> str | None:
    before = context.text[found.start() - 1 : found.start()]
    return "âm" if not before or before.isspace() or before in '([“"±/' else None


RULES = (
    rule("to", Kind.RANGE, r"[-–—−~]\s*", _span),
    rule("minus", Kind.SYMBOL, r"[-−–](?=\d)", _minus),
)
SCORES = (rule("score", Kind.RANGE, r"(\d{1,3})\s?[-–:]\s?(\d{1,3})(?![\d/:]|[-–]\d)", _score),)
