"""Telephone numbers: digit by digit, a comma where the writer left a gap."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaphuong.speech.spoken.lazy import Lazy
from loaphuong.speech.spoken.rule import Kind, rule

if TYPE_CHECKING:
    from loaphuong.speech.spoken.rule import Context

CALLED = Lazy(
    r"(?:gọi|hotline|đường dây nóng|tổng đài|điện thoại|đt|đtdđ|sđt|tel|fax|zalo|số máy|di động|liên hệ|"
    r"liên lạc|máy lẻ)"
    r"\s*(?:cố định|di động|bàn|nhà riêng|cơ quan)?\s*(?:số|đến số|theo số|qua số|tới số|đến|theo|"
    r"là)?\s*[:.]?\s*(?:\d{3,4}\s*(?:,|và|hoặc|hay|-|–)\s*)*$"
)
DATE = Lazy(r"(?:0?[1-9]|[12]\d|3[01])([.-])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d")
CALLING = Lazy(
    r"(?:gọi|báo|bấm|ghi|liên hệ|cấp cứu|cứu hỏa|cứu thương|cứu nạn|cảnh sát|số khẩn cấp)(?:\s+[^\W\d_]+){0,4}\s*$"
)
NUMBER_SAID = Lazy(r"(?<!\w)(?:qua|theo|đến|tới|bằng) số\s*$")
HELP_NEAR = Lazy(
    r"(?<!\w)(?:tổng đài|hotline|gọi|đường dây nóng|sđt|số điện thoại|cấp cứu|cảnh sát|cứu hỏa)(?!\w)[^.]*$"
)
ENDS = Lazy(r"\s*(?:$|[,;.()])")
COUNTED_NEXT = Lazy(r"\s+(?!và|để|hoặc|nếu|cho|trước|khi|với|là|theo|gặp|từ|đến|hay|sẽ|tại)[^\W\d_]")
HELP = frozenset(("111", "112", "113", "114", "115", "1022", "1080"))
SENT = Lazy(
    r"(?<!\w)(?:đầu số|tổng đài|hotline|soạn tin|gửi tin|gửi tin nhắn|nhắn tin|gửi|máy lẻ|nhánh|bấm phím|số máy lẻ)"
    r"\s*(?:số|đến số|đến|tới|tới số|gửi)?\s*:?\s*(?:\d{3,6}\s*(?:,|và|hoặc|hay)\s*)*$"
)
GROUP = Lazy(r"\d+")


def _read_grouped(found: re.Match[str], context: Context) -> str | None:
    written = found[0]
    if DATE.fullmatch(written):
        return None
    groups = GROUP.findall(written)
    if not (7 if written[0] == "0" else 8) <= sum(map(len, groups)) <= 13:
        return None
    plus = "cộng " if written.startswith("+") else ""
    return plus + ", ".join(context.numbers.spell(group) for group in groups)


def _local(found: re.Match[str], context: Context) -> str | None:
    """ĐT: 38 221 345: a number without its area, where a telephone is told of."""
    digits = sum(map(len, GROUP.findall(found[0])))
    return _read_grouped(found, context) if digits in (7, 8) and context.before(CALLED, found.start()) else None


def _short(found: re.Match[str], context: Context) -> str | None:
    sure = context.before(CALLED, found.start())
    told = context.before(CALLING, found.start()) or context.before(NUMBER_SAID, found.start())
    told = told or (context.before(HELP_NEAR, found.start()) and context.after(ENDS, found.end()))
    if not sure and not (found[0] in HELP and told):
        return None
    return context.numbers.spell(found[0])


def _help(found: re.Match[str], context: Context) -> str:
    return ", ".join(context.numbers.spell(number) for number in GROUP.findall(found[0]))


def _read_sent(found: re.Match[str], context: Context) -> str | None:
    # Gửi 126 phường: what is counted is no number to send to.
    if context.after(COUNTED_NEXT, found.end()) or not context.before(SENT, found.start()):
        return None
    return context.numbers.spell(found[0])


MASKS = {"+": "cộng"}


def _read_masked(found: re.Match[str], context: Context) -> str:
    """0977xxxxxx: a number whose end its owner keeps to himself."""
    groups = (group for group in re.split(r"[ .-]", found[0]) if group)
    said = (
        " ".join(context.numbers.spell(one) if one.isdecimal() else MASKS.get(one, "ích") for one in group)
        for group in groups
    )
    return ", ".join(said)


RULES = (
    rule(
        "phone in part",
        Kind.PHONE,
        r"(?:0\d{1,3}|1[89]00|\+84[ .-]?\d{1,3})[ .-]?"
        r"(?=[\d .-]*[xX*]{2})[\dxX*]{1,4}(?:[ .-]?[\dxX*]{1,4}){0,3}(?!\w)",
        _read_masked,
    ),
    rule(
        "phone",
        Kind.PHONE,
        r"(?:\+84[ .-]?\(?0?\)?\d{1,3}|0\d{1,4}|1[89]00)(?:[ .-]{1,2}\d{1,8}){1,5}(?!\w|/(?!0)|[.,]\d)",
        _read_grouped,
    ),
    rule("phone of a place", Kind.PHONE, r"[2-9]\d{1,3}(?:[ .-]\d{3,4}){1,2}(?![\w/]|[.,]\d)", _local),
    rule("phone with brackets", Kind.PHONE, r"\(\+?\d{2,4}\)[ .-]?\d{1,8}(?:[ .-]?\d{2,4}){0,4}(?!\w)", _read_grouped),
    rule("phone in one", Kind.PHONE, r"(?:\+84|0|1[89]00)\d{4,11}(?!\w|/(?!0)|[.,]\d)", _read_grouped),
    rule("numbers of help", Kind.PHONE, r"11[1-5](?:\s?[,/-]\s?11[1-5]){1,4}(?![\w/]|[.,]\d)", _help),
    rule("number to send to", Kind.PHONE, r"\d{3,6}(?![\w/]|[.,]\d)", _read_sent),
    rule("short number", Kind.PHONE, r"1\d{2,3}(?![\w/]|[.,]\d)", _short),
)
