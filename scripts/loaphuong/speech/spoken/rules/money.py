"""Money: 50.000đ, 2,5 tỷ đồng, $5 triệu, and the shorthand 1tr2, 10k, 2t3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.speech.spoken.amounts import AMOUNT, say
from loaphuong.speech.spoken.lazy import Lazy
from loaphuong.speech.spoken.rule import Kind, rule

if TYPE_CHECKING:
    import re

    from loaphuong.speech.spoken.rule import Context

CURRENCIES = {
    "đ": "đồng",
    "₫": "đồng",
    "vnđ": "đồng",
    "vnd": "đồng",
    "đồng": "đồng",
    "$": "đô la",
    "us$": "đô la mỹ",
    "usd": "đô la mỹ",
    "€": "ơ rô",
    "eur": "ơ rô",
    "£": "bảng anh",
    "gbp": "bảng anh",
    "¥": "yên nhật",
    "jpy": "yên nhật",
    "cny": "nhân dân tệ",
    "ndt": "nhân dân tệ",
    "krw": "uôn",
    "₩": "uôn",
}
# 164 Đ. Giải Phóng: the letter opens a street's name.
STREET = r"(?<=Đ)\. ?[A-ZĐ]\w+ [A-ZĐ]"
SIGNS = rf"(?:đồng|VNĐ|VND|[vV]nđ|[vV]nd|USD|EUR|GBP|JPY|CNY|NDT|KRW|[đĐ](?!\w|/[cC](?!\w)|{STREET})|[₫$€£¥₩])"
DONG = frozenset(("đ", "₫", "vnđ", "vnd", "đồng"))
POINTS = Lazy(r"(?!0+$)\d{1,2}(?:[.,]\d{1,2})?")
VEHICLE = Lazy(r"(?<!\w)(?:xe|tải|trọng tải|cẩu)(?:\s+[^\W\d_]+){0,2}\s*[<>≤≥]?\s*$")
RACE = Lazy(r"(?<!\w)(?:chạy|cự ly|giải|marathon|đường đua)(?!\w)[^.]*$")
PRICED = Lazy(
    r"(?<!\w)(?:giá|trị giá|tiền|bán|mua|vốn|thuê|tổng|doanh thu|tỷ|kinh phí|nợ|vay|thu|chi|còn|"
    r"hết)(?!\w)[^.;]*$"
)
THOUSANDS = Lazy(r"[1-9]\d{0,2},\d{3}")
SCALE = r"(?:nghìn|ngàn|triệu|tỷ|tỉ|[tT]r\.?|k|K)"
SCALES = {"k": 10**3, "nghìn": 10**3, "ngàn": 10**3, "tr": 10**6, "triệu": 10**6, "t": 10**9, "tỷ": 10**9, "tỉ": 10**9}


def _scale(context: Context, letters: str) -> str:
    names = {10**3: context.numbers.dialect.thousand, 10**6: "triệu", 10**9: "tỷ"}
    return names[SCALES[letters.lower().rstrip(".")]]


def _plain(found: re.Match[str], context: Context) -> str:
    amount = found[1]
    # Nothing costs six dong: what is that little, and written with the letter, are points.
    if found[3] == "đ" and not found[2] and POINTS.fullmatch(amount) and context.text[found.end() - 2].isdecimal():
        return f"{say(amount, context.numbers)[0]} điểm"
    if found[3].lower() in DONG and THOUSANDS.fullmatch(amount) and not found[2]:
        amount = amount.replace(",", "")
    if "." in amount and amount.endswith((",0", ",00")):
        amount = amount.rpartition(",")[0]
    spoken, _ = say(amount, context.numbers)
    scale = f" {_scale(context, found[2])}" if found[2] else ""
    return f"{spoken}{scale} {CURRENCIES[found[3].lower()]}"


def _short(found: re.Match[str], context: Context) -> str | None:
    amount, letters, rest = found[1], found[2].strip().lower(), found[3]
    # Chạy 21K: a distance.
    if found[2] == "K" and not rest and context.before(RACE, found.start()):
        return f"{say(amount, context.numbers)[0]} ca"
    currency = f" {CURRENCIES[found[4].lower()]}" if found[4] else ""
    if not rest:
        return f"{say(amount, context.numbers)[0]} {_scale(context, letters)}{currency}"
    if not amount.isdecimal() or len(amount) > 9:
        return None
    worth = SCALES[letters]
    # Nhà 29T2 is a name, giá 2T3 a price.
    priced = context.before(VEHICLE, found.start(), 24) or context.before(PRICED, found.start())
    if found[2] == "T" and not priced:
        return None
    # Xe 3T5 is of three tons and a half.
    if found[2] == "T" and context.before(VEHICLE, found.start(), 24):
        return f"{say(amount, context.numbers)[0]} tấn {say(rest, context.numbers)[0]}"
    value = int(amount) * worth + int(rest) * worth // 10 ** len(rest)
    return context.numbers.cardinal(value) + currency


def _read_prefixed(found: re.Match[str], context: Context) -> str:
    scale = f" {_scale(context, found[4])}" if found[4] else ""
    until = f" đến {say(found[3], context.numbers)[0]}" if found[3] else ""
    return f"{say(found[2], context.numbers)[0]}{until}{scale} {CURRENCIES[found[1].lower()]}"


RULES = (
    rule("money", Kind.MONEY, rf"({AMOUNT})\s?({SCALE})?\s?({SIGNS})(?!\w)", _plain),
    rule(
        "millions and thousands",
        Kind.MONEY,
        r"(\d{1,3})\s?[tT][rR]\s?(\d{1,3})\s?[kK](?!\w)",
        lambda found, context: context.numbers.cardinal(int(found[1]) * 10**6 + int(found[2]) * 10**3),
    ),
    rule(
        "money in shorthand",
        Kind.MONEY,
        rf"({AMOUNT})(\s?[tT][rR]|[kK]|[tT](?=\d))(\d{{1,3}})?(?!\w)(?:\s?({SIGNS})(?!\w))?",
        _short,
    ),
)
PREFIXED = (
    rule(
        "money, sign first",
        Kind.MONEY,
        rf"(US\$|[$€£¥₫]|(?:VNĐ|VND|USD|EUR)(?= ?\d))\s?({AMOUNT})(?:\s?[-–]\s?({AMOUNT}))?(?:\s?(nghìn|triệu|"
        rf"tỷ|tỉ)(?!\w))?",
        _read_prefixed,
    ),
)
