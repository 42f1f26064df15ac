"""Words in short beside numbers: Đ.7 K.1 NĐ 100, KP2, HS K6, 100k/ng/th, máu O+."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.speech.spoken.lazy import Lazy
from loaphuong.speech.spoken.numbers import letters
from loaphuong.speech.spoken.rule import Doubtful, Kind, rule

if TYPE_CHECKING:
    import re

    from loaphuong.speech.spoken.rule import Context

CLAUSES = {"Đ": "điều", "K": "khoản", "đ": "điểm"}
CLAUSE_NEXT = Lazy(r"[,;\s]*(?:[ĐK]\.?\s?\d|Điều|khoản|NĐ|TT|Luật|BLHS|BLDS|Bộ luật|Nghị định|Thông tư)")
NUMBERED_WORDS = {
    "KP": "khu phố",
    "Kp": "khu phố",
    "GĐ": "giai đoạn",
    "CS": "cơ sở",
    "ĐV": "đơn vị",
    "KV": "khu vực",
    "Lô": "lô",
}
BLOOD = Lazy(r"(?<!\w)máu(?!\w)[^.;]*$")
PUPILS = Lazy(r"(?<!\w)(?:hs|học sinh|phụ huynh|ph|phhs|khối|tuyển sinh|lớp)(?:\s+[^\W\d_]+){0,2}\s+$")
SHORT_WORDS = {
    "hs": "học sinh",
    "th": "tháng",
    "ng": "người",
    "ngđ": "ngày đêm",
    "sp": "sản phẩm",
    "sv": "sinh viên",
    "nv": "nhân viên",
    "hv": "học viên",
    "hđ": "hợp đồng",
    "vs": "và",
}
PER_NEXT = Lazy(r"/(?:th|tháng|ngày|năm|lượt|buổi|ca)(?!\w)")


def _short_word(found: re.Match[str], context: Context) -> str | Doubtful | None:
    """100k/ng/th, 155k/hs: words in short after a stroke."""
    if context.text[found.start() - 1 : found.start()] != "/":
        return None
    said = SHORT_WORDS[found[1]]
    return Doubtful(said, "ngày") if found[1] == "ng" and not context.after(PER_NEXT, found.end()) else said


def _clause(found: re.Match[str], context: Context) -> str | None:
    """Đ.7 K.1 NĐ 282: an article and its paragraph, where one stands beside the other or before the law."""
    last = context.last
    beside = last is not None and last.rule == "clause in short"
    if not beside and not CLAUSE_NEXT.match(context.text, found.end()):
        return None
    return f"{CLAUSES[found[1]]} {context.numbers.written(found[2])}" + (f" {letters(found[3])}" if found[3] else "")


def _numbered_word(found: re.Match[str], context: Context) -> str | None:
    """KP2, KP.4: a word in short that its number touches."""
    return f"{NUMBERED_WORDS[found[1]]} {context.numbers.written(found[2])}" + (
        f" {letters(found[3])}" if found[3] else ""
    )


def _blood(found: re.Match[str], context: Context) -> str | None:
    """Nhóm máu O+, A-."""
    told = context.before(BLOOD, found.start(), 40)
    return f"{letters(found[1])} {'cộng' if found[2] == '+' else 'trừ'}" if told else None


def _grade(found: re.Match[str], context: Context) -> str | None:
    """HS K6: a year of a school."""
    return f"khối {context.numbers.written(found[1])}" if context.before(PUPILS, found.start(), 30) else None


RULES = (
    rule("short word", Kind.ABBREVIATION, r"(hs|th|ng|sp|ngđ|sv|nv|hv|hđ|vs)(?!\w)", _short_word),
    rule("grade of pupils", Kind.CARDINAL, r"K\.?(\d{1,2})(?!\w)", _grade),
    rule("word with number", Kind.CARDINAL, r"(KP|Kp|GĐ|CS|ĐV|KV)\.?(\d{1,2})([A-Z])?(?!\w)", _numbered_word),
)
POINTED = (
    rule("blood", Kind.LETTER, r"(AB|[ABO])\s?([+-])(?=[\s,;.)/]|$)", _blood),
    rule("clause in short", Kind.CARDINAL, r"([ĐK])\.?\s?(\d{1,3})([a-zđ])?(?![\w/]|[.,]\d)", _clause),
)
