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
LONG_STRETCH = 30
LEAST = 6
LABEL = re.compile(r"[\W\d]*[^\W\d_]+(?: [^\W\d_]+){0,3}\s?:")
BREATH_MS = 180
# A title of so many words is set apart, by less than a breath.
TITLE = 4
TITLE_MS = 90
QUOTES = frozenset('"“”«»')
OPENING, CLOSING = frozenset('"“«'), frozenset("”»")
LINKS = frozenset(
    ("và", "để", "nhằm", "trong", "đồng", "góp", "của", "về", "tại", "trên", "theo", "với", "do", "từ", "khi", "mà")
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it was `written` and as it is `spoken`."""

    written: str
    spoken: SpokenText


def join(pieces: Iterable[str]) -> str:
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
    return join(token.spoken for token in tokens)


def compose(text: str, tokens: Sequence[Token]) -> tuple[Sentence, ...]:
    """The sentences of a block, each complete; a semicolon after a long part or a label ends one for the voice."""
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
        over = over or token.spoken in ENDS or (token.spoken == "," and text[token.start] == ";" and _parts(text, part))
    found.extend(_sentence(text, part))
    return tuple(found)


def _parts(text: str, part: Sequence[Token]) -> bool:
    """Whether what stands before a semicolon is a sentence for the ear: it is long, or labelled (Thời gian: 8h;)."""
    return LABEL.match(text, part[0].start) is not None or sum(len(token.spoken.split()) for token in part) > LONG_PART


def _sentence(text: str, part: Sequence[Token]) -> Iterable[Sentence]:
    said = join(token.spoken for token in part)
    if not said:
        return
    if said[-1] not in ENDS:
        said += "."
    written = " ".join(text[part[0].start : part[-1].end].split())
    found = breaths(said)
    if any(mark in written for mark in OPENING):
        found = with_titles(said, found, titles(text, part))
    yield Sentence(written, SpokenText(said, found))


def titles(text: str, tokens: Sequence[Token]) -> Iterable[tuple[int, int]]:
    """Where quoted titles stand among the words: before which word one opens, before which the rest goes on."""
    count, opened = 0, -1
    for token in tokens:
        mark = text[token.start : token.end][:1] if not token.spoken else ""
        if mark and mark in QUOTES:
            if opened < 0 and mark not in CLOSING:
                opened = count
            elif opened >= 0:
                yield opened, count
                opened = -1
        count += sum(1 for word in token.spoken.split() if word[0] not in ",.?!")


def with_titles(
    said: str, found: tuple[tuple[int, int], ...], quoted: Iterable[tuple[int, int]]
) -> tuple[tuple[int, int], ...]:
    """The breaths and a short one around each long title, so that an ear hears where it begins and ends."""
    words = said.split()
    taken = {place for place, _ in found}
    more: set[int] = set()
    for opens, closes in quoted:
        if closes - opens >= TITLE:
            more |= {
                place for place in (opens, closes) if 0 < place < len(words) and words[place - 1][-1] not in ",.?!"
            }
    return tuple(sorted((*found, *((place, TITLE_MS) for place in more - taken))))


def breaths(said: str) -> tuple[tuple[int, int], ...]:
    """Where a sentence too long for one breath is parted: at commas, and in a long clause before a linking word."""
    words = said.split()
    places: list[int] = []
    start = 0
    for at, word in enumerate(words):
        if word[-1] in ",.?!":
            places += part(words, start, at)
            start = at + 1
    commas = [at + 1 for at, word in enumerate(words[:-LEAST]) if word[-1] == ","]
    last = 0
    # What has a breath of its own may begin at a comma all the same; the others take theirs where it is due.
    for place, after in pairwise([*commas, len(words)]):
        last = max([last, *(each for each in places if each <= place)])
        if after - last > LONG_STRETCH and place - last >= LEAST:
            places.append(place)
            last = place
    return tuple((place, BREATH_MS) for place in sorted(set(places)))


def part(words: Sequence[str], start: int, end: int) -> list[int]:
    """Where the clause from `start` to `end` takes breath: before linking words, each part short enough."""
    if end + 1 - start <= LONG_CLAUSE:
        return []
    middle = (start + end + 1) // 2
    places = [place for place in range(start + LEAST, end - 4) if words[place] in LINKS]
    if not places:
        return []
    place = min(places, key=lambda place: abs(place - middle))
    return [*part(words, start, place - 1), place, *part(words, place, end)]


def clauses(text: SpokenText) -> tuple[SpokenText, ...]:
    """A sentence in the pieces between its breaths; each but the last stays open, with a comma."""
    words = text.words.split()
    places = [0, *(before for before, _ in text.breaths), len(words)]
    pieces = [" ".join(words[start:end]) for start, end in pairwise(places)]
    return (*(SpokenText(f"{piece.rstrip(',')},") for piece in pieces[:-1]), SpokenText(pieces[-1]))
