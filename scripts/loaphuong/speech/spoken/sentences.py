"""Tokens → sentences: commas set once, sentence ends kept, and where a long sentence takes breath."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from loaphuong.speech.nouns import SpokenText

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from loaphuong.speech.spoken.rule import Token

ENDS = (".", "?", "!")
GOES_ON = re.compile(r"""["”’»)\s]*[,;]""")
LONG_CLAUSE = 24
LONG_PART = 12
BREATH_MS = 180
LINKS = frozenset(
    ("và", "để", "nhằm", "trong", "đồng", "góp", "của", "về", "tại", "trên", "theo", "với", "do", "từ", "khi", "mà")
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it was `written` and as it is `spoken`."""

    written: str
    spoken: SpokenText


def joined(pieces: Iterable[str]) -> str:
    """Spoken pieces in one line: no comma at the start, at the end, or twice."""
    words: list[str] = []
    for piece in pieces:
        for word in piece.split():
            if word[0] not in ",.?!":
                words.append(word)
                continue
            if not words:
                continue
            last = words[-1]
            if last[-1] in ",.?!":
                words[-1] = last if last[-1] in ENDS or word == "," else last[:-1] + word
            else:
                words[-1] = last + word
    return " ".join(words).rstrip(",")


def line_of(tokens: Sequence[Token]) -> str:
    """All of a block on one line, ending as it was written."""
    return joined(token.spoken for token in tokens)


def compose(text: str, tokens: Sequence[Token]) -> tuple[Sentence, ...]:
    """The sentences of a block, each complete; a semicolon after a long part ends one for the voice."""
    found: list[Sentence] = []
    part: list[Token] = []
    over = False
    for token in tokens:
        # “Bác lên tầng mấy ạ?”, cháu hỏi: the sentence goes on.
        if token.spoken in ENDS and GOES_ON.match(text, token.end):
            token = replace(token, spoken=",")
        # A closing quotation mark belongs to the sentence before it.
        if over and (token.spoken or token.start > part[-1].end):
            found.extend(_sentence(text, part))
            part, over = [], False
        part.append(token)
        over = over or token.spoken in ENDS or (token.spoken == "," and text[token.start] == ";" and _long(part))
    found.extend(_sentence(text, part))
    return tuple(found)


def _long(part: Sequence[Token]) -> bool:
    return sum(len(token.spoken.split()) for token in part) > LONG_PART


def _sentence(text: str, part: Sequence[Token]) -> Iterable[Sentence]:
    said = joined(token.spoken for token in part)
    if not said:
        return
    if said[-1] not in ENDS:
        said += "."
    written = " ".join(text[part[0].start : part[-1].end].split())
    yield Sentence(written, SpokenText(said, breaths(said)))


def breaths(said: str) -> tuple[tuple[int, int], ...]:
    """Where a clause too long for one breath is parted: before a linking word near its middle."""
    words = said.split()
    found: list[tuple[int, int]] = []
    start = 0
    for at, word in enumerate(words):
        if word[-1] in ",.?!":
            if at + 1 - start > LONG_CLAUSE:
                middle = (start + at + 1) // 2
                places = [place for place in range(start + 6, at - 4) if words[place] in LINKS]
                if places:
                    found.append((min(places, key=lambda place: abs(place - middle)), BREATH_MS))
            start = at + 1
    return tuple(found)


def clauses(text: SpokenText) -> tuple[SpokenText, ...]:
    """A sentence in the pieces between its breaths; each but the last stays open, with a comma."""
    words = text.words.split()
    places = [0, *(before for before, _ in text.breaths), len(words)]
    pieces = [" ".join(words[start:end]) for start, end in pairwise(places)]
    return (*(SpokenText(f"{piece.rstrip(',')},") for piece in pieces[:-1]), SpokenText(pieces[-1]))
