"""What leads to a person, as it is written, and the passages it is looked for in."""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from loaphuong.content.declaration import public_texts
from loaphuong.core.markup import UNSEEN
from loaphuong.core.vietnamese import nfc
from loaphuong.core.where import Where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaphuong.content.articles import Article

UPPER = "".join(letter for letter in map(chr, range(0x1F00)) if letter.isupper())
MARKS = re.compile(r"[*_`~\\]")
SCHOOL = re.compile(
    rf"\b(?:trường|(?:tiểu|trung|mầm) (?:học|non)(?: cơ sở| phổ thông)?|mẫu giáo|TH|THCS|THPT)\s+"
    rf"(?-i:[{UPPER}])[\w.]*(?:\s+(?-i:[{UPPER}\d])[\w.]*)*|\b(?:lớp|khối)\s+(?:1[0-2]|\d)(?!\d)\s?[\w/.]{{0,3}}",
    re.IGNORECASE,
)
ADDRESS = re.compile(
    r"\b(?:số nhà|nhà số|số)\s+\d+\w?(?:[/-]\d+\w?)*(?=,?\s+(?:ngõ|ngách|hẻm|kiệt|đường|phố|tổ|lô|tòa|toà|chung cư))"
    r"|\b(?:số nhà|nhà số)\s+\d[\w/-]*|\b(?:ngõ|ngách|hẻm|tổ dân phố|tổ|căn hộ|phòng)\s+(?:số\s+)?\d[\w/-]*",
    re.IGNORECASE,
)
HOUSE = re.compile(r"\b(?:số nhà|nhà số|căn hộ|phòng số|quán số|cửa hàng số)\s+(?:số\s+)?\d[\w/.-]*", re.IGNORECASE)
HOUSE_ON = re.compile(r"\bsố\s+\d+\w?(?:/\d+\w?)*,?\s+(?:ngõ|ngách|hẻm|đường|phố)\s+[\w ]{0,20}?\w+", re.IGNORECASE)
PLATE = re.compile(r"\b\d{2}\s?-?\s?[A-ZĐ]{1,2}\d?\s?[-.]?\s?\d{3}[.]?\d{1,2}\b")
PHONE = re.compile(r"(?<![\d.])(?:\+84[ .-]?|0)\d(?:[ .-]?\d){7,9}(?![\d])")
AGE = re.compile(r"\b\d{1,2}\s+tuổi\b|\bsinh (?:năm|ngày)\s+\d[\d/]*", re.IGNORECASE)


def line_at(where: Where, text: str, offset: int) -> Where:
    """The line that a character of a passage stands on."""
    return Where(where.path, where.line + bisect_left(line_ends(text), offset))


@lru_cache(maxsize=4)
def line_ends(text: str) -> tuple[int, ...]:
    """Where the lines of a passage end; the last few passages are kept, as many names may stand in one."""
    return tuple(found.start() for found in re.finditer("\n", text))


def passages(article: Article) -> Iterator[tuple[Where, str]]:
    """All that residents read or hear of an article, with where each passage begins; marks and unseen letters gone."""
    for key, text in public_texts(article):
        yield article.at(key), plain(text)


def plain(text: str) -> str:
    """A text as it is read: entities resolved, emphasis and invisible letters taken out, lines kept."""
    return MARKS.sub("", nfc(html.unescape(text)).translate(UNSEEN))
