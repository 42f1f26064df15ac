"""Words as they are compared, here and in the page's script: accents or none, hoà as hòa, pairs without accents."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from loaphuong.core.vietnamese import fold, modern, nfc

if TYPE_CHECKING:
    from collections.abc import Iterator

SENTENCE = re.compile(r"[.!?;:|\n]+")
WORD = re.compile(r"[^\W_]+")


def plain(text: str) -> str:
    """Lower case, composed, hoà as hòa, uỷ as ủy: the form in which the page's script compares words."""
    return modern(nfc(text).lower())


def words(text: str) -> list[str]:
    """The words of a text, as they are compared."""
    return WORD.findall(plain(text))


@lru_cache(maxsize=1 << 16)
def bare(word: str) -> str:
    """A word without accents; the same few thousand are asked for over and over."""
    return fold(word)


def pair(one: str, other: str) -> str:
    """Two neighbours as one term: Vietnamese words are mostly two syllables, which say little apart."""
    return f"{bare(one)} {bare(other)}"


def split(text: str) -> Iterator[list[str]]:
    """The words of each sentence."""
    return (WORD.findall(sentence) for sentence in SENTENCE.split(plain(text)))


def terms(text: str) -> Iterator[str]:
    """Each word, and each pair of neighbours within a sentence."""
    for found in split(text):
        yield from found
        yield from (pair(*each) for each in pairwise(found))
