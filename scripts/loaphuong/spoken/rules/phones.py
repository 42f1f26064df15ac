"""Telephone numbers: digit by digit, a comma where the writer left a gap."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaphuong.spoken.rule import Kind, Rule

if TYPE_CHECKING:
    from loaphuong.spoken.rule import Context

CALLED = re.compile(
    r"(?:gọi|hotline|đường dây nóng|tổng đài|điện thoại|đt|đtdđ|sđt|tel|fax|zalo|số máy|di động|liên hệ|liên lạc|máy lẻ)"
    r"\s*(?:số|đến số|theo số|qua số|tới số|đến|theo|là)?\s*[:.]?\s*(?:\d{3,4}\s*(?:,|và|hoặc|hay|-|–)\s*)*$"
)
GROUP = re.compile(r"\d+")


def _grouped(found: re.Match[str], context: Context) -> str | None:
    written = found[0]
    groups = GROUP.findall(written)
    if not 8 <= sum(map(len, groups)) <= 13:
        return None
    plus = "cộng " if written.startswith("+") else ""
    return plus + ", ".join(context.numbers.spelled(group) for group in groups)


def _short(found: re.Match[str], context: Context) -> str | None:
    if not context.before(CALLED, found.start()):
        return None
    return context.numbers.spelled(found[0])


RULES = (
    Rule(
        "phone",
        Kind.PHONE,
        r"(?:\+84[ .-]?\(?0?\)?\d{1,3}|\(0\d{1,3}\)|0\d{1,4}|1[89]00)(?:[ .-]{1,2}\d{2,8}){1,4}(?![\w/]|[.,]\d)",
        _grouped,
    ),
    Rule("phone in one", Kind.PHONE, r"(?:\+84|0|1[89]00)\d{4,11}(?![\w/]|[.,]\d)", _grouped),
    Rule("short number", Kind.PHONE, r"1\d{2,3}(?![\w/]|[.,]\d)", _short),
)
