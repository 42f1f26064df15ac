"""Signs: said where they are words, a pause or a sentence end where they part, silent where they only frame."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaphuong.speech.spoken.lazy import Lazy
from loaphuong.speech.spoken.rule import NUMERIC, Kind, rule
from loaphuong.speech.spoken.rules.measures import EDGE, every_unit, units
from loaphuong.speech.spoken.syllable import CAPITALS

if TYPE_CHECKING:
    from loaphuong.speech.spoken.rule import Context

SAID = {
    "&": "và",
    "+": "cộng",
    "=": "bằng",
    "±": "cộng trừ",
    "%": "phần trăm",
    "‰": "phần nghìn",
    "°": "độ",
    "×": "nhân",
    "÷": "chia",
    "≈": "khoảng",
    "~": "khoảng",
    "≥": "lớn hơn hoặc bằng",
    "≤": "nhỏ hơn hoặc bằng",
    ">": "lớn hơn",
    "<": "nhỏ hơn",
    "≠": "khác",
    "§": "mục",
    "№": "số",
    "½": "một phần hai",
    "¼": "một phần tư",
    "¾": "ba phần tư",
    "⅓": "một phần ba",
    "⅔": "hai phần ba",
    "⅕": "một phần năm",
    "⅖": "hai phần năm",
    "⅗": "ba phần năm",
    "⅘": "bốn phần năm",
    "⅙": "một phần sáu",
    "⅚": "năm phần sáu",
    "⅛": "một phần tám",
    "⅜": "ba phần tám",
    "⅝": "năm phần tám",
    "⅞": "bảy phần tám",
    "√": "căn bậc hai của",
    "∞": "vô cùng",
    "$": "đô la",
    "€": "ơ rô",
    "£": "bảng anh",
    "₫": "đồng",
    "¥": "yên nhật",
    "^": "mũ",
    "²": "bình phương",
    "³": "lập phương",
    "@": "a còng",
}
PER = (
    "hộ gia đình|hộ|nhà|người|đầu người|nhân khẩu|khẩu|ngày đêm|ngày|tháng|năm học|năm|tuần|giờ|phút|giây|"
    "lần|lượt|đêm|buổi|quý|cháu|em|học sinh|"
    "trẻ|suất|xã|phường|tổ|thôn|xóm|đơn vị|lớp|trường|phòng|chiếc|cái|con|cây|sản phẩm|ca|đợt|gia đình|"
    "bộ|quyển|cuốn|vé|xe|kỳ|trận|vụ|"
    "sào|mẫu|công|nhóm|đội|căn|tầng|phụ nữ|sinh viên|bệnh nhân|lít|tấn|tạ|bài|trang|lô|mét|gói|hộp|chai|"
    "thùng|đồng chí|hội viên|bữa|tiết|usd"
)
REACHED = Lazy(r"(?:(?:số|sn|số nhà|lô|căn|hộ|hẻm|kp|thôn|km|ngày|thứ|t|tổ|tdp|nhà|ngõ|lớp|khối|tầng)\s*)?\d")
# Small pictures that phones put among words: they say nothing that the words do not.
PICTURES = "[\u2190-\u21ff\u231a-\u23ff\u24c2\u25a0-\u27bf\u2b00-\u2bff\ufe0f\u200d\u20e3\U0001f000-\U0001faff]+"
PER_NEXT = Lazy(rf"\s?(?:{PER})(?!\w)")
UNIT_NEXT = Lazy(lambda: rf"\s?({every_unit()}){EDGE}")
COUNTED = Lazy(
    r"(?:\d[\d.,]*|nghìn|triệu|tỷ)\s*(?:[^\W\d_]+\s+){0,4}[^\W\d_]+(?:/[^\W\d_]+)*\s*$|\d\s*$|(?<!\w)(?:đồng|"
    r"người|lần|suất|lượt|giờ|phút|buổi|tiết|bữa|triệu|nghìn|tỷ|tấn|lít|kg|m2|đ)\s*$"
)
ONE_NEXT = Lazy(r"\s?0?1\s+[^\W\d_]")
SEVERAL_NEXT = Lazy(r"\d{1,3} (?!triệu|tỷ|tỉ|nghìn|ngàn|đồng|tr|k|đ)[^\W\d_]+")
SHORT_NEXT = Lazy(r"([A-ZĐ]{2,4})(?!\w)")
COMPARED = {"<": "dưới", ">": "trên"}
NUMBER_NEXT = Lazy(r"\s?\d")
PAIR = Lazy(r"([^\W\d_]+) [^\W\d_]+$")
SHOUTED = Lazy(rf"[{CAPITALS}]{{2,}}\s$")
SHOUTED_NEXT = Lazy(rf"\s[{CAPITALS}]{{2,}}(?!\w)")
WORD_NEXT = Lazy(r"\s*[^\W\d_]")
HERTZ_NEXT = Lazy(r"\d+\s?hz(?!\w)")
PACE = Lazy(r"(?<!\w)mét$")
MINUTE_NEXT = Lazy(r"\s?phút(?!\w)")
LASTING = Lazy(r"\d\s*(?:phút|giờ|buổi|tiết|ngày|lần|lượt|suất|bữa)\s*$")
MILLIONS = Lazy(r"\d\s(?:nghìn|ngàn|triệu|tỷ|tỉ)\s*$")
RISING = Lazy(r"(?<!\w)tăng\s+$")
# 10÷15 kg: the technical sign of a range, before what is counted.
COUNTED_NEXT = Lazy(r"\s*\d[\d.,]*\s?(?:%|°|(?!bằng(?!\w))[^\W\d_])|\s*[^\W\d_]{1,3}-?\d")
# Tổ 13+16+17: places beside each other are no sum.
PLACES = Lazy(
    r"(?<!\w)(?:tổ|tdp|tổ dân phố|khu|khu phố|kp|thôn|ấp|xóm|ngõ|hẻm|lớp|khối|nhà|số|lô|dãy|"
    r"đội)\s\d{1,4}[a-z]?(?:\s?\+\s?\d{1,4}[a-z]?)*\s?$"
)
# Giá khởi điểm/lô, mức đóng/tháng: what a word of money is counted by.
PRICED = Lazy(r"(?<!\w)(?:giá|mức|tiền|phí|lương|thu nhập|lệ phí|học phí|bình quân)(?: [^\W\d_]+){0,3}\s?$")
FRACTIONS = "½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
POWERS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def _slash(found: re.Match[str], context: Context) -> str:
    last, at = context.last, found.start() + 1
    if last is None:
        return ","
    money = last.kind is Kind.MONEY or last.spoken.endswith("đồng") or context.before(MILLIONS, found.start())
    # 20 lít/người/ngày: what follows one "per" may have another.
    chained = any(token.rule == "per" and token.spoken == "một" for token in context.tokens[-3:-1])
    if not (money or chained or last.kind in NUMERIC or context.before(COUNTED, found.start(), 40)):
        return "một" if context.before(PRICED, found.start(), 40) and context.after(PER_NEXT, at) else ","
    if money and context.after(ONE_NEXT, at):
        return ""
    # 200k/8 buổi: the price of eight.
    if money and context.after(SEVERAL_NEXT, found.end()):
        return ""
    if context.text[found.end() : found.end() + 1].isdecimal() and last.kind in NUMERIC:
        # 7h-11h30/13h30-17h, 4G/5G, 220V/50Hz: one beside the other.
        apart = last.kind is Kind.TIME or last.rule == "number with letter" or context.after(HERTZ_NEXT, found.end())
        return "," if apart else "trên"
    if last.kind is Kind.MEASURE and PACE.search(last.spoken) and context.after(MINUTE_NEXT, at):
        return "trên"
    # Tổ trưởng/tổ phó, anh/em: two of a kind.
    same = PAIR.search(context.low[max(0, found.start() - 24) : found.start()])
    if same and context.low.startswith(same[1], found.end()):
        return ","
    if context.after(PER_NEXT, at):
        return "một"
    if UNIT_NEXT.match(context.text, at):
        return "một" if money or chained else "trên"
    per = money or chained or last.kind is Kind.MEASURE or context.before(LASTING, found.start())
    abbreviated = SHORT_NEXT.match(context.text, at) if money or chained else None
    known = abbreviated is not None and abbreviated[1] in context.index.shorthand
    return "một" if per and (known or context.text[at : at + 2].strip()[:1].islower()) else ","


def _again(found: re.Match[str], context: Context) -> str | None:
    last = context.last
    return "" if last is not None and last.kind is Kind.CARDINAL and found[1].lower() == last.spoken else None


def _again_in_digits(found: re.Match[str], context: Context) -> str | None:
    return "" if f" {context.sentence}".endswith(f" {context.numbers.say_written(found[1])}") else None


def _per_unit(found: re.Match[str], context: Context) -> str | None:
    said = "một" if found[1] == "th" else _slash(found, context)
    return f"{said} {units()[found[1]][0]}" if said in ("một", "trên") else None


def _dash(found: re.Match[str], context: Context) -> str:
    before, after = context.text[found.start() - 1 : found.start()], context.text[found.end() : found.end() + 1]
    spaced = found[0][0].isspace() or found[0][-1].isspace() or before.isspace()
    joined = before.isalpha() and after.isalpha() and not spaced
    return "" if joined and not after.isupper() else ","


def _say(found: re.Match[str], context: Context) -> str:
    sign = found[0]
    # Tin tức > Thông báo: a way through pages.
    if sign == ">" and context.after(WORD_NEXT, found.end()):
        return ","
    counted = context.last is not None and context.last.kind in (Kind.CARDINAL, Kind.DECIMAL)
    counted = counted and context.text[found.end() : found.end() + 1].isspace()
    if sign == "<" and not counted and context.after(WORD_NEXT, found.end()):
        return "dưới"
    if sign in COMPARED and not counted and context.after(NUMBER_NEXT, found.end()):
        return COMPARED[sign]
    if sign == "+" and context.before(RISING, found.start()):
        return ""
    if sign == "+" and context.after(NUMBER_NEXT, found.end()) and context.before(PLACES, found.start(), 60):
        return ","
    last = context.last
    if sign == "÷" and context.after(COUNTED_NEXT, found.end()):
        return "đến"
    if sign in FRACTIONS and last is not None and last.kind is Kind.CARDINAL:
        return f"và {SAID[sign]}"
    return SAID[sign]


def _power(found: re.Match[str], context: Context) -> str | None:
    last = context.last
    if last is None or last.kind not in NUMERIC or last.end != found.start():
        return None
    power = found[0].translate(POWERS)
    named = {"2": "bình phương", "3": "lập phương"}.get(power)
    return named or f"mũ {'âm ' if power[0] == '⁻' else ''}{context.numbers.say_written(power.lstrip('⁻'))}"


def _end(found: re.Match[str], context: Context) -> str:
    last = context.last
    if last is not None and last.kind is Kind.ABBREVIATION and context.text[found.end() : found.end() + 1].isalpha():
        return ","
    if (
        last is not None
        and last.spoken == "vân vân"
        and not context.text[found.end() : found.end() + 9].lstrip()[:1].isupper()
    ):
        return ""
    # ĐỖ T. LAN: the point is of the initial.
    shouted = last is not None and last.rule == "initials" and SHOUTED.search(context.text[: last.start][-12:])
    if shouted and SHOUTED_NEXT.match(context.text, found.end()):
        return ""
    return "?" if "?" in found[0] else found[0][-1]


def _dots(found: re.Match[str], context: Context) -> str:
    rest = context.text[found.end() : found.end() + 9].lstrip(" \"”’')*_")
    return "," if rest[:1].islower() or rest[:1] in ",;:" or rest[:1].isdigit() else "."


def _arrow(found: re.Match[str], context: Context) -> str:
    """1→6, 7h30 -> 11h: from one to the other; elsewhere a pause."""
    last = context.last
    counted = last is not None and (last.kind in NUMERIC or last.rule == "weekday in short")
    return "đến" if counted and context.after(REACHED, found.end()) else ","


def _read_tested(found: re.Match[str], context: Context) -> str | None:  # noqa: ARG001 - the shape of a rule
    return "dương tính" if found[1] == "+" else "âm tính"


RULES = (
    rule(
        "code of a telephone",
        Kind.PHONE,
        r"\*(\d{2,4})((?:\*\d{1,12})*)#",
        lambda found, context: (
            " sao ".join(("", *(context.numbers.spell(part) for part in f"{found[1]}{found[2]}".split("*")))).strip()
            + " thăng"
        ),
    ),
    rule("stars", Kind.SYMBOL, r"(?<=\d)\*(?=[\s,.;)]|$)", lambda *_: "sao"),
    rule("times with a star", Kind.SYMBOL, r"(?<=\d)\s?\*\s?(?=\d)", lambda *_: "nhân"),
    rule("arrow", Kind.RANGE, r"\s*(?:[-–—=]{1,3}>|[→⇒➔➡⟶])\s*", _arrow),
    rule("result of a test", Kind.SYMBOL, r"\(\s?([+-])\s?\)", _read_tested),
    rule("picture", Kind.PAUSE, PICTURES, lambda *_: ","),
    rule("dots", Kind.PAUSE, r"\.{2,}|…+\.*", _dots),
    rule("document end", Kind.END, r"\.?/\.(?!\w)", lambda *_: "."),
    rule(
        "sentence end",
        Kind.END,
        r"[.!?]+(?=[\s\"”’')\]*_]|$|[^\W\d_])",
        _end,
    ),
    rule("point", Kind.PAUSE, r"\.", lambda *_: ","),
    rule("colon", Kind.PAUSE, r":", lambda *_: ","),
    rule("number again in digits", Kind.PAUSE, r"\((\d{1,3})\)", _again_in_digits),
    rule("number again in words", Kind.PAUSE, r"\(([^\W\d_]+(?: [^\W\d_]+){0,15})\)", _again),
    rule("pause", Kind.PAUSE, r"[,;()\[\]{}|→⇒➔•·∙▪●◦]", lambda *_: ","),
    rule("per unit", Kind.MEASURE, lambda: rf"/\s?({every_unit()}){EDGE}", _per_unit),
    rule("per", Kind.SYMBOL, r"/\s?", _slash),
    rule("dash", Kind.PAUSE, r"[-–—−]+\s*", _dash),
    rule("negative power", Kind.SYMBOL, r"\^[-−](?=\d)", lambda *_: "mũ âm"),
    rule("power", Kind.SYMBOL, r"⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+", _power),
    rule("sign", Kind.SYMBOL, rf"[{re.escape(''.join(SAID))}]", _say),
    rule("frame", Kind.PAUSE, r"[\"“”„‘’'«»*_`´\\#\u200b\u200d\ufeff\u00ad]+", lambda *_: ""),
)
