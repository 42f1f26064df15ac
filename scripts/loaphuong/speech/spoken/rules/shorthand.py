"""Words in short beside numbers: Đ.7 K.1 NĐ 100, KP2, HS K6, 100k/ng/th, máu O+."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.speech.spoken.lazy import Lazy
from loaphuong.speech.spoken.numbers import letters
from loaphuong.speech.spoken.rule import Doubtful, Kind, rule
from loaphuong.speech.spoken.syllable import CAPITALS

if TYPE_CHECKING:
    import re

    from loaphuong.speech.spoken.rule import Context

CLAUSES = {"Đ": "điều", "K": "khoản", "đ": "điểm"}
MOST = 20
CLAUSE_NEXT = Lazy(r"[,;\s]*(?:Đ\.?\s?\d|(?<=\d )K\.?\s?\d|Điều|khoản|NĐ|TT|Luật|BLHS|BLDS|Bộ luật|Nghị định|Thông tư)")
NUMBERED_WORDS = {
    "KP": "khu phố",
    "Kp": "khu phố",
    "GĐ": "giai đoạn",
    "CS": "cơ sở",
    "ĐV": "đơn vị",
    "KV": "khu vực",
    "QK": "quân khu",
}
BLOOD = Lazy(r"(?<!\w)máu(?!\w)[^.;]*$")
SIGNS = Lazy(r"(?<!\w)(?:biển|biển báo|biển số)\s+(?:[pwris]\.?\d{3}[a-z]?\s*(?:,|và|;)\s*)*$")
PLACED = Lazy(r"(?<!\w)(?:ở|tại|địa bàn|phường [^,.]{1,12},?|p\.\s?\d+,?|đường [^,.]{1,20},|công an|ca|ubnd)\s+$")
TERM = Lazy(
    r"(?<!\w)(?:trong|đầu|cuối|hết|phí|từ|đến|sang|giữa|thuế|kỳ|thu|báo cáo|kết quả|doanh thu|quỹ|tiền|hội phí)\s+$"
)
LETTERED = Lazy(r"(?<!\w)(?:điểm|khối|nhóm|dãy|lô|hạng|bảng|tòa|mục|lớp)\s+$")
OFTEN = Lazy(r"(?:lần|viên|v|gói|ml|giọt)/$")
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
    "c": "chiếc",
}
PER_NEXT = Lazy(r"/(?:th|tháng|ngày|năm|lượt|buổi|ca)(?!\w)")


def _short_word(found: re.Match[str], context: Context) -> str | Doubtful | None:
    """100k/ng/th, 155k/hs: words in short after a stroke."""
    last = context.last
    said = SHORT_WORDS[found[1]]
    if len(found[1]) > 1 and last is not None and last.kind is Kind.CARDINAL:
        return said
    if context.text[found.start() - 1 : found.start()] != "/":
        return None
    if found[1] == "ng" and context.before(OFTEN, found.start(), 12):
        return "ngày"
    return Doubtful(said, "ngày") if found[1] == "ng" and not context.after(PER_NEXT, found.end()) else said


def _clause(found: re.Match[str], context: Context) -> str | None:
    """Đ.7 K.1 NĐ 282: an article and its paragraph, where one stands beside the other or before the law."""
    last = context.last
    law = last is not None and last.spoken.startswith(("nghị định", "thông tư", "số ")) and " năm " in last.spoken
    beside = last is not None and (last.rule == "clause in short" or law)
    if found[1] == "K" and int(found[2]) > MOST:
        return None
    if not beside and not CLAUSE_NEXT.match(context.text, found.end()):
        return None
    return f"{CLAUSES[found[1]]} {context.numbers.say_written(found[2])}" + (
        f" {letters(found[3])}" if found[3] else ""
    )


def _numbered_word(found: re.Match[str], context: Context) -> str | None:
    """KP2, KP.4: a word in short that its number touches."""
    return f"{NUMBERED_WORDS[found[1]]} {context.numbers.say_written(found[2])}" + (
        f" {letters(found[3])}" if found[3] else ""
    )


def _blood(found: re.Match[str], context: Context) -> str | None:
    """Nhóm máu O+, A-."""
    told = context.before(BLOOD, found.start(), 40)
    return f"{letters(found[1])} {'cộng' if found[2] == '+' else 'trừ'}" if told else None


def _sign(found: re.Match[str], context: Context) -> str | None:
    """Biển P.124, R.411."""
    if not context.before(SIGNS, found.start(), 40):
        return None
    return " ".join(
        filter(None, (letters(found[0][0]), context.numbers.say_written(found[1]), letters(found[2] or "")))
    )


def _quarter(found: re.Match[str], context: Context) -> str | Doubtful:
    """Q4: a quarter of the year, or a district."""
    value = context.numbers.cardinal(int(found[1]))
    if int(found[1]) > 4 or context.before(PLACED, found.start(), 40):
        return f"quận {value}"
    said = f"quý {value}"
    return said if context.before(TERM, found.start(), 30) else Doubtful(said, f"quận {value}")


def _row(found: re.Match[str], context: Context) -> str | None:
    """Điểm a-d, khối A-D."""
    if (
        found[1].isupper() != found[2].isupper()
        or found[1] >= found[2]
        or not context.before(LETTERED, found.start(), 20)
    ):
        return None
    return f"{letters(found[1])} đến {letters(found[2])}"


def _grade(found: re.Match[str], context: Context) -> str | None:
    """HS K6: a year of a school."""
    return f"khối {context.numbers.say_written(found[1])}" if context.before(PUPILS, found.start(), 30) else None


RULES = (
    rule("row of letters", Kind.LETTER, r"([a-dA-D])\s?[-–]\s?([b-hB-H])(?!\w)", _row),
    rule("short word", Kind.ABBREVIATION, r"(hs|th|ng|sp|c|ngđ|sv|nv|hv|hđ|vs)(?!\w)", _short_word),
    rule("quarter or district", Kind.DATE, r"Q(\d{1,2})(?![\w/.-])", _quarter),
    rule("grade of pupils", Kind.CARDINAL, r"K\.?(\d{1,2})(?!\w)", _grade),
    rule("word with number", Kind.CARDINAL, r"(KP|Kp|GĐ|CS|ĐV|KV|QK)\.?(\d{1,2})([A-Z])?(?!\w)", _numbered_word),
)
POINTED = (
    rule(
        "caller",
        Kind.ABBREVIATION,
        rf"([AC])\.\s?(?=[{CAPITALS}][^\W\d_]+(?:\s[{CAPITALS}][^\W\d_]+){{0,2}}\s*[:(–-]?\s*\(?0\d{{2}})",
        lambda found, _: {"A": "anh", "C": "chị"}[found[1]],
    ),
    rule("road sign", Kind.CARDINAL, r"[PWRIS]\.?(\d{3})([a-z])?(?!\w)", _sign),
    rule("blood", Kind.LETTER, r"(AB|[ABO])\s?([+-])(?=[\s,;.)/]|$)", _blood),
    rule("clause in short", Kind.CARDINAL, r"([ĐK])\.?\s?(\d{1,3})([a-zđ])?(?![\w/]|[.,]\d)", _clause),
)
