"""Typos: a word that is no syllable but is one letter away from it, or was typed without the keyboard's help."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaphuong.speech.spoken.syllable import canonical

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# What hands mix up most often: the letters of ươ and uơ, ng and ngh, g and gh, c and k.
SWAPS: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    (r"u([ơờớợởỡ])", r"ư\1"),
    (r"ư([oòóọỏõ])", lambda found: "ư" + "ơờớợởỡ"["oòóọỏõ".index(found[1])]),
    (r"u([oòóọỏõ])", lambda found: "ư" + "ơờớợởỡ"["oòóọỏõ".index(found[1])]),
    (r"^ngh(?=[aăâoôơuư])|^ngh(?=[àáảãạằắẳẵặầấẩẫậòóỏõọồốổỗộờớởỡợùúủũụừứửữự])", "ng"),
    (r"^ng(?=[eêiéèẻẽẹếềểễệíìỉĩị])", "ngh"),
    (r"^gh(?=[aăâoôơuưàáảãạằắẳẵặầấẩẫậòóỏõọồốổỗộờớởỡợùúủũụừứửữự])", "g"),
    (r"^g(?=[eêéèẻẽẹếềểễệ])", "gh"),
    (r"^c(?=[eêiyéèẻẽẹếềểễệíìỉĩịýỳỷỹỵ])", "k"),
    (r"^k(?=[aăâoôơuưàáảãạằắẳẵặầấẩẫậòóỏõọồốổỗộờớởỡợùúủũụừứửữự])", "c"),
)
FAMILIES = (
    "aăâ",
    "eê",
    "oôơ",
    "uư",
    "àằầ",
    "áắấ",
    "ảẳẩ",
    "ãẵẫ",
    "ạặậ",
    "èề",
    "éế",
    "ẻể",
    "ẽễ",
    "ẹệ",
    "òồờ",
    "óốớ",
    "ỏổở",
    "õỗỡ",
    "ọộợ",
    "ùừ",
    "úứ",
    "ủử",
    "ũữ",
    "ụự",
    "dđ",
)
TELEX = {"dd": "đ", "aa": "â", "ee": "ê", "oo": "ô", "aw": "ă", "uow": "ươ", "uwow": "ươ", "ow": "ơ", "uw": "ư"}
TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
# No syllable has more keys, slips included.
LONGEST_TYPED = 12
VOWEL = re.compile(r"[aăâeêioôơuưy]+")


def suggestion(word: str) -> str | None:
    """The syllable that was most likely meant, in the case of the word; None if there is none near."""
    if len(word) > LONGEST_TYPED:
        return None
    low = word.lower()
    found = next((tried for tried in candidates(low) if tried != low and canonical(tried)), None)
    said = canonical(found) if found else None
    if not said:
        return None
    return said.upper() if word.isupper() else said.capitalize() if word[0].isupper() else said


def candidates(word: str) -> Iterator[str]:
    """What may have been meant, the likeliest first; without signs only what telex leaves behind."""
    yield from telex(word)
    for pattern, right in SWAPS:
        yield re.sub(pattern, right, word)
    if word.isascii():
        return
    for place, letter in enumerate(word):
        for family in FAMILIES:
            if letter in family:
                yield from (word[:place] + other + word[place + 1 :] for other in family if other != letter)
    if word.endswith(("c", "ch", "p", "t")):
        yield word + "\u0301"
    for place in range(len(word) - 1):
        yield word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]


def telex(word: str) -> Iterator[str]:
    """The word as the keyboard would have made it: nguowif is người."""
    plain = word
    for keys, letter in TELEX.items():
        plain = plain.replace(keys, letter)
    for place, key in enumerate(plain):
        vowels = VOWEL.search(plain)
        if key in TONES and vowels and place >= vowels.end():
            end = vowels.end()
            yield plain[:end] + TONES[key] + plain[end:place] + plain[place + 1 :]
    if plain != word:
        yield plain
