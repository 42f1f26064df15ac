"""People: their initials, which are letters and never an abbreviation, and the titles before their names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaphuong.core.vietnamese import SURNAMES
from loaphuong.speech.spoken.conditions import TITLES as OFFICES
from loaphuong.speech.spoken.lazy import Lazy
from loaphuong.speech.spoken.numbers import letters
from loaphuong.speech.spoken.rule import Kind, rule
from loaphuong.speech.spoken.syllable import CAPITALS

if TYPE_CHECKING:
    from loaphuong.speech.spoken.rule import Context

KIN = (
    "ông|bà|anh|chị|em|cháu|cô|chú|bác|cụ|cậu|mợ|dì|dượng|thầy|bé|bạn|vợ|chồng|hòa thượng|thượng tọa|đại đức|"
    "ni sư|linh mục|"
    "mục sư|sư thầy|sư cô|con trai|con gái|mẹ|bố|cha|tên|là"
)
PERSONS = (
    f"{KIN}|con|má|"
    "nhân|học sinh|nữ sinh|nam sinh|sinh viên|nghi phạm|bị cáo|bị can|nghi can|bị hại|đối tượng|công dân|chủ hộ|hộ|"
    "chủ xe|lái xe|tài xế|người|giáo viên|hội viên|đoàn viên|đảng viên|đồng chí|gia đình|họ tên|tên|thí sinh|nghệ sĩ|"
    "vận động viên|khách|chủ nhà|chủ quán|chủ tàu|trẻ|thanh niên|phụ nữ|thiếu nữ|giám đốc|bác sĩ|tử vong|ca sĩ|luật sư|"
    "nạn nhân|bệnh nhân|công nhân|quân nhân|mạnh thường quân|nhà hảo tâm|tác giả|phật tử|hành khách|kẻ|tên trộm"
)
PERSON = Lazy(rf"(?<!\w)({PERSONS})(?:\s+(?:là|tên|tên là|gồm))?\s*:?\s*$")
KIN_WORDS = frozenset(KIN.split("|"))
FAMILIES = SURNAMES | {"khuất", "từ"}  # before initials these words are names too
FAMILY_JUST = Lazy(rf"(?<!\w)(?:{'|'.join(sorted(FAMILIES - {'đoàn', 'từ', 'la', 'cao', 'hồ'}))})\s+$")
LAST_WORD = Lazy(r"([^\W\d_][\w.]*)\s*$")
LINKED = Lazy(r"[A-ZĐ]\.?\s*(?:,|;|và|-|–|cùng)\s*$")
STREET = Lazy(r"(?<!\w)(?:đường|phố|ngõ|ngách|hẻm|trường|chợ|cầu)\s+$")
GOES_ON = Lazy(r"\s*(?:$|[^\W\d_]|[“\"])")
TITLES = {
    "GS": "giáo sư",
    "PGS": "phó giáo sư",
    "TSKH": "tiến sĩ khoa học",
    "TS": "tiến sĩ",
    "ThS": "thạc sĩ",
    "BSCKI": "bác sĩ chuyên khoa một",
    "BSCKII": "bác sĩ chuyên khoa hai",
    "BSNT": "bác sĩ nội trú",
    "BS": "bác sĩ",
    "CKI": "chuyên khoa một",
    "CKII": "chuyên khoa hai",
    "CK1": "chuyên khoa một",
    "CK2": "chuyên khoa hai",
    "KTS": "kiến trúc sư",
    "KS": "kỹ sư",
    "LS": "luật sư",
    "DS": "dược sĩ",
    "CN": "cử nhân",
    "ĐD": "điều dưỡng",
    "VS": "viện sĩ",
    "NSND": "nghệ sĩ nhân dân",
    "NSƯT": "nghệ sĩ ưu tú",
    "NGND": "nhà giáo nhân dân",
    "NGƯT": "nhà giáo ưu tú",
    "TTND": "thầy thuốc nhân dân",
    "TTƯT": "thầy thuốc ưu tú",
    "NNND": "nghệ nhân nhân dân",
    "NNƯT": "nghệ nhân ưu tú",
    "AHLĐ": "anh hùng lao động",
}
TITLE = "(?:" + "|".join(sorted((*TITLES, "Ths", "Th\\.S", "Ts", "Bs", "Gs", "Ks"), key=len, reverse=True)) + ")"
EACH_TITLE = Lazy(TITLE)
# The last point is the sentence's own where a word that begins sentences comes after it: anh T. Sau khi …
STARTERS = (
    "Đài|Ai|Các|Hội|Phường|Xã|Sau|Khi|Theo|Hiện|Ngày|Tại|Anh|Chị|Ông|Bà|Em|Cháu|Cô|Chú|Bác|Cụ|Mọi|Mời|Xin|Đề|Trường|"
    "Trong|Trên|Đây|Nếu|Từ|Với|Bị|Vụ|Nạn|Người|Hôm|Sáng|Chiều|Tối|Trưa|Đêm|Lúc|Nay|Cơ|Cảnh|Đến|Do|Vì|Để|Những|Một|"
    "Tổ|Ban|Đảng|Kính|Đối|Qua|Ngoài|Bên|Về|Trân|Cảm|Rất|Đã|Không|Cả|Số|Bệnh|Nhà|Trạm|Được|Tuy|Nhưng|Và|Cùng"
)
STARTER_NEXT = Lazy(rf"\s+[\"“]?(?:{STARTERS})(?!\w)")
SMALL_NEXT = Lazy(r"\s+[^\W\d_A-Z]")
NAME_NEXT = Lazy(r"\.?\s*([^\W\d_])")


def person(context: Context, at: int) -> str:
    """The word for a person who is spoken of just before, or the surname: chị, ông Nguyễn Văn, Trần Thị; or nothing."""
    text, end, names = context.text, at, 0
    while True:
        linked = LINKED.search(text[max(0, end - 12) : end])
        if linked and not names:
            end -= len(linked[0])
            continue
        called = PERSON.search(context.low[max(0, end - 24) : end])
        if called and _is_called(text, end):
            return called[1]
        word = LAST_WORD.search(text[max(0, end - 24) : end])
        if not word or not word[1][0].isupper() or names == 5:
            return ""
        if word[1][-1] == "." and len(word[1]) > 2 and word[1] != "Ng.":
            return ""
        names += 1
        start = end - len(word[0])
        if word[1].lower() in FAMILIES or word[1] == "Ng.":
            called = PERSON.search(context.low[max(0, start - 24) : start])
            return called[1] if called else "" if context.before(STREET, start) else word[1].lower()
        end = start


def _is_called(text: str, end: int) -> bool:
    """Whether the person's word is no part of a name: bà, or Bà at the head of a sentence, not Lan Anh."""
    word = LAST_WORD.search(text[max(0, end - 24) : end])
    if not word or word[1][0].islower():
        return True
    before = text[max(0, end - len(word[0]) - 3) : end - len(word[0])].strip()
    return not before or not before[-1].isalnum()


def _initials(found: re.Match[str], context: Context) -> str | None:
    at, written = found.start(), found[0]
    count = len(re.findall(r"[^\W\d_]", written))
    spoken = letters("".join(re.findall(r"[^\W\d_]", written)))
    hit = context.index.find(context.text, at, context.low[at])
    # Q.I/26 is a quarter of a year.
    if context.text[found.end() : found.end() + 1] == "/":
        return None
    if count == 1 and OFFICES.match(context.text, at + 2):
        return None
    who = person(context, at)
    if who:
        # ông V.I. Lênin is known by name, nhân dân P. Bạch Đằng by place.
        # Lưu Q. Đạt is a name, Nguyễn Trãi Q. Ba Đình a place.
        inner = who in FAMILIES and FAMILY_JUST.search(context.low[max(0, at - 12) : at]) is not None
        inner = inner or context.text[max(0, at - 4) : at].rstrip().endswith("Ng.")
        placed = count == 1 and not inner and who not in KIN_WORDS and not STARTER_NEXT.match(context.text, at + 2)
        return None if hit and (placed or (not inner and hit.end > found.end() + 1)) else spoken
    if count < 2:
        # A. là học sinh: what goes on in small letters is no end.
        return spoken if not hit and written.endswith(".") and SMALL_NEXT.match(context.text, found.end()) else None
    return None if hit and hit.end >= found.end() - 1 else spoken


def _titles(found: re.Match[str], context: Context) -> str | None:
    written = EACH_TITLE.findall(found[0])
    follows = NAME_NEXT.match(context.text, found.end())
    hit = context.index.find(context.text, found.start(), written[0].lower().partition(".")[0])
    if len(written) < 2 or (hit and hit.end >= found.end() - 1) or (follows and follows[1].islower()):
        return None
    known = {title.lower(): said for title, said in TITLES.items()} | {"th.s": "thạc sĩ"}
    return " ".join(known[title.lower()] for title in written)


LETTER = "[A-ZĐ]"
# Nguyễn Văn Th., chị Ng.: two letters that begin a name stand for it.
DOUBLE = "(?:Th|Tr|Ng|Nh|Kh|Ph|Ch|Gi|Qu)"
INITIAL = f"(?:{DOUBLE}|{LETTER})"
POINTED = (
    rule(
        "initial of two letters",
        Kind.LETTER,
        rf"(?!Ng\.\s[{CAPITALS}]){DOUBLE}(?:\.(?!\w)(?!\s*$)(?!\s+[\"“]?(?:{STARTERS}|[{CAPITALS}]{{2,}})(?!\w))|(?=\.\s|\.$))",
        lambda found, context: letters(found[0].rstrip(".")) if person(context, found.start()) else None,
    ),
    rule(
        "initials",
        Kind.LETTER,
        rf"(?:(?!Ng){DOUBLE}\.\s?(?={INITIAL}\.))?{LETTER}(?:\.\s?{INITIAL}(?!\w))*(?:\.(?!\s*$)(?!\s+[\"“]?(?:{STARTERS}|[{CAPITALS}]{{2,}})(?!\w))|"
        rf"(?=\.\s|\.$)|(?<=\.{LETTER})(?!\w)|(?<=\.{LETTER}[hrgiu])(?!\w))",
        _initials,
    ),
    rule("titles", Kind.ABBREVIATION, rf"{TITLE}(?:\s?[.,/–-]\s?{TITLE})+(?!\w)\.?", _titles),
)
