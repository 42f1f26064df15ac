"""Names that look like a private person's: told by surname or form of address, not by knowing who lives in the ward.

A full name is two to four capitalised syllables that begin with a common surname; a form of address makes one of any
capitalised word. Names of streets, schools and other places, which are most often names of the dead, are told by the
word before them, persons of history and places that begin like a name by a list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaphuong.core.vietnamese import SURNAMES, fold, nfc

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 4
# Letters before a word within which its sentence must open: more than any marks that stand there.
LOOKED_BACK = 400


def table(words: str, sep: str | None = None) -> frozenset[str]:
    """The words of a table."""
    return frozenset(words.split(sep))


# With those that are words as well: capitals after them make a name all the same.
FAMILIES = SURNAMES | table("châu đàm doãn quản nông hứa mạc thạch tôn bạch cù bành")
ADDRESS = table("ông bà anh chị em cô chú bác cháu cụ thầy")
# After a form of address these begin something else than a name: Bác Hồ, bà Triệu, các anh Công an.
NO_NAME = table("hồ trưng triệu công bộ dân tổ đoàn hội chủ phó bí trưởng giám cảnh việt đảng ủy uỷ ban")
# The last word before the name of a place or an organisation.
PLACES = table(
    "đường phố phường quận xã huyện tỉnh thành trấn làng thôn xóm ấp tổ khu ngõ ngách hẻm hồ sông suối cầu "
    "chợ ga bến cảng trường học thcs thpt tiểu mầm non viện đài tượng lăng đền chùa đình miếu vườn hoa rạp "
    "tháp tòa toà cư chung quỹ giải thưởng ty hãng xưởng máy tuyến dốc đê bãi đảo núi đèo tích quảng khối cụm "
    "q p tp tx đ hiệu trào thời triều đại"
)
# Two words before a name that count as one of the above.
PAIRS = {"cô giáo": "cô", "thầy giáo": "thầy", "công viên": "vườn"}
# Persons of history, and places that begin like a surname.
KNOWN = table(
    fold(
        "Bùi Huy Bích, Bùi Ngọc Dương, Bùi Thị Xuân, Bùi Xuân Phái, Bạch Long Vĩ, Bạch Mai, Bạch Đằng, Cao Bá "
        "Quát, Cao Bằng, Chu Huy Mân, Chu Mạnh Trinh, Chu Văn An, Châu Phi, Châu Á, Châu Âu, Dương Nội, Dương "
        "Quảng Hàm, Dương Xá, Dương Đình Nghệ, Hoàng Hoa Thám, Hoàng Liên Sơn, Hoàng Mai, Hoàng Minh Giám, Hoàng "
        "Quốc Việt, Hoàng Sa, Hoàng Thành, Hoàng Văn Thái, Hoàng Văn Thụ, Hoàng Đạo Thúy, Huỳnh Thúc Kháng, Hà "
        "Giang, Hà Huy Tập, Hà Nam, Hà Nội, Hà Tiên, Hà Tây, Hà Tĩnh, Hà Đông, Hồ Chí Minh, Hồ Tùng Mậu, Hồ Xuân "
        "Hương, Hồ Đắc Di, Kiều Mai, La Khê, La Thành, Lâm Đồng, Lê Duẩn, Lê Gia Định, Lê Hồng Phong, Lê Hữu "
        "Trác, Lê Lai, Lê Lợi, Lê Ngọc Hân, Lê Phụng Hiểu, Lê Quý Đôn, Lê Thanh Nghị, Lê Thái Tổ, Lê Thánh Tông, "
        "Lê Trọng Tấn, Lê Văn Hưu, Lê Văn Lương, Lê Văn Thiêm, Lê Văn Tám, Lê Đại Hành, Lê Đức Thọ, Lý Bôn, Lý "
        "Chính Thắng, Lý Công Uẩn, Lý Nam Đế, Lý Nhân Tông, Lý Quốc Sư, Lý Thái Tổ, Lý Thường Kiệt, Lý Tự Trọng, "
        "Lưu Hữu Phước, Lương Ngọc Quyến, Lương Sơn, Lương Thế Vinh, Lương Văn Can, Lương Yên, Mai Anh Tuấn, Mai "
        "Châu, Mai Dịch, Mai Hắc Đế, Mai Lĩnh, Mai Thúc Loan, Mai Động, Mạc Thị Bưởi, Mạc Đĩnh Chi, Nghiêm Xuân "
        "Yêm, Nguyễn An Ninh, Nguyễn Bỉnh Khiêm, Nguyễn Chí Thanh, Nguyễn Công Hoan, Nguyễn Công Trứ, Nguyễn Cơ "
        "Thạch, Nguyễn Cảnh Dị, Nguyễn Du, Nguyễn Gia Thiều, Nguyễn Huy Tưởng, Nguyễn Huệ, Nguyễn Hữu Huân, "
        "Nguyễn Hữu Thọ, Nguyễn Khánh Toàn, Nguyễn Lương Bằng, Nguyễn Phong Sắc, Nguyễn Thái Học, Nguyễn Thị Minh "
        "Khai, Nguyễn Tri Phương, Nguyễn Trung Trực, Nguyễn Trãi, Nguyễn Trường Tộ, Nguyễn Tất Thành, Nguyễn Viết "
        "Xuân, Nguyễn Văn Cừ, Nguyễn Văn Huyên, Nguyễn Văn Linh, Nguyễn Văn Trỗi, Nguyễn Ái Quốc, Nguyễn Đình "
        "Chiểu, Nguyễn Đức Cảnh, Nguyễn Đức Thuận, Ngô Gia Tự, Ngô Quyền, Ngô Sĩ Liên, Ngô Thì Nhậm, Ngô Thì Sĩ, "
        "Ngô Tất Tố, Ninh Bình, Ninh Kiều, Ninh Thuận, Phan Bội Châu, Phan Chu Trinh, Phan Châu Trinh, Phan Huy "
        "Chú, Phan Huy Ích, Phan Kế Bính, Phan Rang, Phan Thiết, Phan Đình Giót, Phan Đình Phùng, Phan Đăng Lưu, "
        "Phùng Chí Kiên, Phùng Khắc Khoan, Phạm Hồng Thái, Phạm Ngũ Lão, Phạm Ngọc Thạch, Phạm Sư Mạnh, Phạm Thận "
        "Duật, Phạm Tuấn Tài, Phạm Văn Đồng, Thái Bình, Thái Hà, Thái Lan, Thái Nguyên, Thái Thịnh, Thạch Bàn, "
        "Thạch Thất, Triệu Quang Phục, Triệu Sơn, Triệu Việt Vương, Trương Hán Siêu, Trần Bình Trọng, Trần Cao "
        "Vân, Trần Duy Hưng, Trần Hưng Đạo, Trần Hữu Tước, Trần Khánh Dư, Trần Khát Chân, Trần Nguyên Hãn, Trần "
        "Nhân Tôn, Trần Nhân Tông, Trần Nhật Duật, Trần Phú, Trần Quang Khải, Trần Quý Cáp, Trần Quý Kiên, Trần "
        "Quốc Toản, Trần Quốc Tuấn, Trần Thánh Tông, Trần Thủ Độ, Trần Tế Xương, Trần Xuân Soạn, Trần Đại Nghĩa, "
        "Trịnh Công Sơn, Trịnh Hoài Đức, Tô Hiến Thành, Tô Lịch, Tô Ngọc Vân, Tô Vĩnh Diện, Tôn Thất Thuyết, Tôn "
        "Thất Tùng, Tôn Đức Thắng, Tăng Bạt Hổ, Tạ Quang Bửu, Tống Duy Tân, Võ Chí Công, Võ Nguyên Giáp, Võ Thị "
        "Sáu, Võ Văn Kiệt, Võ Văn Tần, Vũ Ngọc Phan, Vũ Phạm Hàm, Vũ Trọng Phụng, Vương Thừa Vũ, Đinh Bộ Lĩnh, "
        "Đinh Công Tráng, Đinh Tiên Hoàng, Đoàn Thanh, Đoàn Thanh Niên, Đoàn Thị Điểm, Đào Duy Anh, Đào Duy Từ, "
        "Đào Xá, Đặng Thai Mai, Đặng Thùy Trâm, Đặng Tiến Đông, Đặng Trần Côn, Đặng Văn Ngữ, Đỗ Ngọc Du"
    ),
    ", ",
)
WORD = re.compile(r"[^\W\d_]+")
JOINT = re.compile(r"\s*(?:,|và|-|–|,\s*và|hoặc|đến)\s*")


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands in a text, and where it begins (characters)."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


def find(text: str) -> tuple[Name, ...]:
    """The names in a text, in order; offsets are those of the NFC text."""
    text = nfc(text)
    found: list[Name] = []
    place = None
    for before, run in runs(text):
        name, addressed = candidate(before, run, opening=opens(text, run[0].start))
        if name is None:
            continue
        listed = place is not None and JOINT.fullmatch(text, place, name.start) is not None
        if of_place(before, run, name) or (listed and not addressed):
            place = name.end
        elif not is_known(name):
            found.append(name)
    return tuple(found)


def runs(text: str) -> Iterator[tuple[str, tuple[Name, ...]]]:
    """Each run of capitalised words that only blanks join, with the word before it in the sentence."""
    run: list[Name] = []
    before = ""
    older, last = Name("", 0), Name("", 0)
    for word in (Name(match.group(), match.start()) for match in WORD.finditer(text)):
        between = text[last.end : word.start]
        if run and (between.strip(" \n") or between.count("\n") > 1 or not capital(word)):
            yield before, tuple(run)
            run = []
        if capital(word):
            if not run:
                before = word_before(older, last, between)
            run.append(word)
        older, last = last, word
    if run:
        yield before, tuple(run)


def word_before(older: Name, last: Name, between: str) -> str:
    """The word before a run, if it belongs to it: "P." and "TP." may have their point, some words count as two."""
    said = last.text.lower()
    if between.strip(' \n"“‘*_' + ("." if len(said) <= 2 and said not in ADDRESS else "")):
        return ""
    return PAIRS.get(f"{older.text.lower()} {said}", said)


def candidate(before: str, run: tuple[Name, ...], *, opening: bool) -> tuple[Name | None, bool]:
    """What of a run may be a name, and whether a form of address stands before it."""
    shouted = all(word.text.isupper() for word in run)
    for index, word in enumerate(run):
        addressed = (run[index - 1].text.lower() if index else before) in ADDRESS
        rest = run[index : index + LONGEST]
        surname = word.text.lower() in FAMILIES and len(rest) > 1 and alike(rest)
        if surname and (addressed or (len(run) <= LONGEST + 1 if shouted else not has_surname(run[:index]))):
            return join_name(rest), addressed
        plain = not shouted and (index == 0 or (index == 1 and opening))
        if addressed and plain and word.text.lower() not in NO_NAME:
            return join_name(rest), True
    return None, False


def has_surname(words: tuple[Name, ...]) -> bool:
    """Whether one of these is a surname, so that what follows is the rest of a longer name."""
    return any(word.text.lower() in FAMILIES for word in words)


def alike(words: tuple[Name, ...]) -> bool:
    """Whether words are capitalised alike, as the syllables of a name are: not "Lưu VT"."""
    return all(word.text.isupper() for word in words) or all(
        word.text.istitle() or len(word.text) == 1 for word in words
    )


def join_name(words: tuple[Name, ...]) -> Name:
    """Words as one name."""
    return Name(" ".join(word.text for word in words), words[0].start)


def capital(word: Name) -> bool:
    """Whether a word begins with a capital."""
    return word.text[:1].isupper()


def opens(text: str, start: int) -> bool:
    """Whether a sentence opens here, where any word has a capital."""
    before = text[max(0, start - LOOKED_BACK) : start].rstrip(' "“‘(*_>#-')
    return not before or before[-1] in ".!?:;…\n"


def of_place(before: str, run: tuple[Name, ...], name: Name) -> bool:
    """Whether the word before a name, in its run or outside, says that it is a place's or an organisation's."""
    heads = [word.text.lower() for word in run if word.start < name.start]
    first, *rest = name.text.lower().split()
    return (heads[-1] if heads else before) in PLACES or (first in PLACES and len(rest) == 1)


def is_known(name: Name) -> bool:
    """Whether a name, or its beginning, is one of history or a place's."""
    words = fold(name.text).split()
    return any(" ".join(words[:size]) in KNOWN for size in range(2, len(words) + 1))


def is_same(found: str, declared: str) -> bool:
    """Whether a name in a text is that of a declared person: whole, or the last of its words."""
    first, second = fold(nfc(found)).split(), fold(nfc(declared)).split()
    return bool(first) and (first == second[-len(first) :] or first[: len(second)] == second)
