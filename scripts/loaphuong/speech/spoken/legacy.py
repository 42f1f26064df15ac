"""Text pasted from before Unicode: TCVN3 (.VnTime) and VNI show as other letters; they are known by their words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from loaphuong.speech.spoken.lazy import Lazy
from loaphuong.speech.spoken.syllable import canonical

SIGNS = Lazy(r"[\u00a1-\u00ff]")
WORD = Lazy(r"[A-Za-z\u00a1-\u00ff]+")
TCVN3 = dict(
    zip(
        "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉË®ÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00adøõö÷ùýúûüþ¡¢§£¤¥¦",
        "áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵĂÂĐÊÔƠƯ",
        strict=True,
    )
)
# A letter, then its mark.
MARKS = {
    "a": ("ùøûõïâáàåãäêéèúüë", "áàảãạâấầẩẫậăắằẳẵặ"),
    "e": ("ùøûõïâáàåãä", "éèẻẽẹêếềểễệ"),
    "o": ("ùøûõïâáàåãä", "óòỏõọôốồổỗộ"),
    "ô": ("ùøûõï", "ớờởỡợ"),
    "u": ("ùøûõï", "úùủũụ"),
    "ö": ("ùøûõï", "ứừửữự"),
    "y": ("ùøûõ", "ýỳỷỹ"),
}
ALONE = {"ñ": "đ", "ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}


class Legacy(NamedTuple):
    """The name of the encoding and what the text says in Unicode."""

    encoding: str
    text: str


@lru_cache(maxsize=1)
def vni() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern for what VNI writes with a mark, and what each is."""
    table = {
        letter + mark: said
        for letter, (marks, all_said) in MARKS.items()
        for mark, said in zip(marks, all_said, strict=True)
    }
    table |= ALONE
    table |= {written.upper(): said.upper() for written, said in table.items()}
    table |= {written[0].upper() + written[1:]: said.upper() for written, said in table.items() if len(written) == 2}
    return re.compile("|".join(sorted(map(re.escape, table), key=len, reverse=True))), table


def count_known(text: str) -> int:
    """How many of its words with signs are Vietnamese syllables, less those that are not."""
    return sum(1 if canonical(word) else -1 for word in re.findall(r"[^\W\d_]+", text) if not word.isascii())


def recognise(text: str) -> Legacy | None:
    """The encoding that `text` was typed in, if it is not Unicode."""
    if not SIGNS.search(text):
        return None
    pattern, table = vni()
    best = max(
        Legacy("TCVN3", "".join(TCVN3.get(letter, letter) for letter in text)),
        Legacy("VNI", pattern.sub(lambda found: table[found[0]], text)),
        key=lambda tried: count_known(tried.text),
    )
    return best if count_known(best.text) > max(1, count_known(text)) else None
