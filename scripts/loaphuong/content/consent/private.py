"""What would lead a stranger to a private person: numbers, plates, homes, kin, in words and in pictures' names.

Offices, their hotlines, accounts and places are public; what is told here is asked about, not refused, and settled
with a reason. A critique, where any of it is refused, is `people`'s.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from loaphuong.content.consent import names
from loaphuong.content.consent.patterns import HOUSE, HOUSE_ON, PHONE, PLATE, line_at, passages
from loaphuong.core.markup import references
from loaphuong.core.problems import problem
from loaphuong.core.vietnamese import fold
from loaphuong.core.where import Where

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from loaphuong.content.articles import Article
    from loaphuong.core.problems import Problem

# Whose number, account or address it is, if it is no person's.
OFFICE = re.compile(
    r"\b(?:đường dây nóng|hotline|tổng đài|trực ban|một cửa|văn phòng|ban (?:chỉ huy|tổ chức|quản trị|quản l[ýí])"
    r"|ubnd|[uủ]ỷ? ?ban|ủy ban|hđnd|đảng ủy|công an|cảnh sát|trạm y tế|trung tâm|bệnh viện|phòng khám|nhà văn h[óo][aá]"
    r"|trường|công ty|doanh nghiệp|hợp tác xã|cửa hàng|siêu thị|điện lực|nước sạch|kho bạc|mặt trận|mttq|quỹ"
    r"|hội (?:chữ thập đỏ|phụ nữ|nông dân|cựu chiến binh|người cao tuổi)|đoàn thanh niên|đình|chùa|đền|nhà thờ"
    r"|tổ tiếp nhận|cơ quan|phường|cứu hỏa|cứu nạn)\b",
    re.IGNORECASE,
)
OWNER = re.compile(
    r"\b(?:nhà riêng|số riêng|gia đình|hộ (?:ông|bà|anh|chị)|cá nhân|của (?:ông|bà|anh|chị|cụ|bác|cô|chú|em))\b",
    re.IGNORECASE,
)
LIVES = re.compile(
    r"\b(?:thường trú|tạm trú|trú (?:tại|ở)|ngụ(?: tại| ở)?|sống (?:tại|ở)|cư trú|nhà riêng|hộ khẩu"
    r"|(?:nhà|hộ|gia đình) (?:của )?(?:ông|bà|anh|chị|cụ|bác|cô|chú|em|vợ chồng)"
    r"|(?:ông|bà|anh|chị|cụ|bác|cô|chú|em)\b[^.;\n]{0,60}?\b(?:ở|tại))\b|\bnhà\s*$",
    re.IGNORECASE,
)
SERVICE = re.compile(r"^(?:1[89]00|0?2\d)|^\+?842")
PAPER = (
    r"\b(?:cmnd|chứng minh(?: nhân dân| thư)?|cccd|căn cước(?: công dân)?|hộ chiếu|định danh|mã số thuế|mst|bhyt|bhxh"
    r"|bảo hiểm(?: y tế| xã hội)?)\b[^\d\n]{0,25}?(?P<number>\b[A-Z]{0,2}\d[\d .]{5,16}\d)"
)
IDENTITY = re.compile(
    rf"(?<![\d.,/-])0\d{{2}}[ .]?\d{{3}}[ .]?\d{{3}}[ .]?\d{{3}}(?![\d.,/-]?\d)|{PAPER}", re.IGNORECASE
)
ACCOUNT = re.compile(
    r"\b(?:số tài khoản|stk|tài khoản(?: ngân hàng)?|số tk|tk)\b[^\d\n]{0,40}(\d(?:[ .]?\d){5,18})", re.IGNORECASE
)
CALLED = r"(?:ông|bà|anh|chị|cụ|bác|cô|chú|em|cháu)"
KIN = re.compile(
    r"\b(?:vợ chồng|vợ|chồng|con (?:trai|gái|dâu|rể|nuôi|út|cả|riêng|đầu)|con|bố mẹ|họ hàng|người yêu|bạn (?:gái|trai)"
    r"|cháu (?:nội|ngoại|ruột|trai|gái|đích tôn)|(?:bố|mẹ|cha|má|ba)(?: (?:đẻ|vợ|chồng|ruột|nuôi|kế))?|anh em"
    r"|(?:em|anh|chị) (?:trai|gái|ruột|rể|dâu|họ)|(?:ông|bà) (?:nội|ngoại)|gia đình)"
    rf"\s+(?:của\s+)?(?:{CALLED}\s+)?$",
    re.IGNORECASE,
)
LOOKED_BACK = 60
PAPERS = re.compile(
    r"\b(?:cccd|cmnd|can cuoc|so ho khau|ho khau|(?:giay )?khai sinh|ho chieu|bang lai|benh an"
    r"|so do(?! (?:thoat|duong|vi tri|to chuc|bo tri|khu|mat bang|tuyen|phan)))\b|\b0\d{8,11}\b"
)
NAMED_FILE = re.compile(
    rf"\b(?:{'|'.join(sorted({fold(each) for each in names.FAMILIES}))})"
    r" (?:van|thi|huu|duc|dinh|ngoc|minh|quang|xuan|thanh) [a-z]{2,6}\b"
)
NEAR = 200
TARGET = re.compile(r"\]\([^)\n]*\)")


def check_article(article: Article) -> Iterator[Problem]:
    """Everything of an article that may be a private person's; in a critique `people` refuses it."""
    if article.genre.traits.anonymous:
        return
    declared = [person.name for person in article.people]
    for where, passage in passages(article):
        text = TARGET.sub("]", passage)  # where a link leads is no words; the names of pictures are looked at below
        yield from in_text(text, where)
        yield from kin(text, where, declared)
    for where, path in pictures(article):
        yield from in_name(path, where)


def in_text(text: str, where: Where) -> Iterator[Problem]:
    """Numbers, plates and homes in a passage."""
    identities = [found.span() for found in IDENTITY.finditer(text)]
    for found in IDENTITY.finditer(text):
        yield problem(
            "private-identity", line_at(where, text, found.start()), found=mask_number(found["number"] or found[0])
        )
    for found in ACCOUNT.finditer(text):
        if not OFFICE.search(sentence(text, found.start(), found.end())):
            yield problem("private-account", line_at(where, text, found.start(1)), found=mask_number(found[1]))
    taken = [*identities, *(found.span(1) for found in ACCOUNT.finditer(text))]
    for found in PHONE.finditer(text):
        overlaps = any(start < found.end() and found.start() < end for start, end in taken)
        if not overlaps and is_private_number(text, found):
            yield problem("private-phone", line_at(where, text, found.start()), found=found[0])
    for found in PLATE.finditer(text):
        yield problem("private-plate", line_at(where, text, found.start()), found=found[0])
    for pattern in (HOUSE, HOUSE_ON):
        for found in pattern.finditer(text):
            before = sentence(text, found.start(), found.end()).partition(found[0])[0]
            if LIVES.search(before) and not OFFICE.search(before[-30:]):
                yield problem("private-home", line_at(where, text, found.start()), found=found[0])


def is_private_number(text: str, found: re.Match[str]) -> bool:
    """Whether a telephone number is a person's: of a service or of a line on a desk it is not, nor beside an office."""
    around = sentence(text, found.start(), found.end())
    if OWNER.search(around):
        return True
    return not SERVICE.match(re.sub(r"[ .-]", "", found[0])) and not OFFICE.search(around)


def kin(text: str, where: Where, declared: Iterable[str]) -> Iterator[Problem]:
    """Whose kin somebody is: "vợ ông Nguyễn Văn Tám"."""
    known = tuple(declared)
    for name in names.find(text):
        found = KIN.search(text[max(0, name.start - LOOKED_BACK) : name.start])
        if found and not any(names.is_same(name.text, person) for person in known):
            yield problem("private-kin", line_at(where, text, name.start), found=f"{found[0].strip()} {name.text}")


def pictures(article: Article) -> Iterator[tuple[Where, str]]:
    """The pictures of an article, each with the line that shows it."""
    if article.image:
        yield article.at("image.path"), article.image.path
    for each in references(article.body, article.body_line):
        if not each.scheme and not each.target.endswith(".md"):
            yield Where(article.where.path, each.line), each.target


def in_name(path: str, where: Where) -> Iterator[Problem]:
    """What the name of a picture or an attached file gives away; it stands in the page's address."""
    name = PurePosixPath(path).name
    said = " ".join(re.split(r"[^a-z0-9]+", fold(PurePosixPath(path).stem)))
    plate = PLATE.search(PurePosixPath(path).stem.upper().replace("_", "-"))
    if PAPERS.search(said) or NAMED_FILE.search(said) or plate:
        yield problem("private-file-name", where, found=name)


def sentence(text: str, start: int, end: int) -> str:
    """The sentence or the line around a place, no further than what matters."""
    before, after = text[max(0, start - NEAR) : start], text[end : end + NEAR]
    first = max(before.rfind(". "), before.rfind("\n"))
    last = min((place for sign in (". ", "\n") if (place := after.find(sign)) >= 0), default=len(after))
    return before[first + 1 :] + text[start:end] + after[:last]


def mask_number(number: str) -> str:
    """A number by its first and last digits: the warning itself is kept in a table, and shown."""
    digits = re.sub(r"\D", "", number)
    return f"{digits[:3]}…{digits[-2:]}"
