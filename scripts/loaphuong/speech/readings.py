"""Written lines → what is voiced, each problem on its own line of the editor's file; read once, then known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from loaphuong.speech.nouns import Utterance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from loaphuong.core.problems import Problem
    from loaphuong.speech.nouns import Line
    from loaphuong.speech.spoken import Reader, Reading, Sentence


@dataclass(frozen=True, slots=True)
class Read:
    """A line and how it is said: one sentence or more; `doubts` are the warnings of its reading."""

    line: Line
    sentences: tuple[Sentence, ...]
    doubts: tuple[Problem, ...] = ()


def place_problems(found: Iterable[Problem], line: Line) -> Iterator[Problem]:
    """The problems, each on the very line of the file where its token stands; they come in the order of the text."""
    last = 0
    for each in found:
        # From where the last one stood: a text with a problem a word is looked through once, not once a word.
        last = max(last, line.text.find(each.about, last))
        yield replace(each, where=line.where_at(last) if each.about else line.where)


class Readings:
    """All that one reader has read in this run: the same words are read once."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.known: dict[str, Reading] = {}

    def read(self, line: Line) -> tuple[Read, tuple[Problem, ...]]:
        """A line as it is said, and what of it cannot be read."""
        if line.text not in self.known:
            self.known[line.text] = self.reader.read(line.text, line.where)
        known = self.known[line.text]
        return Read(line, known.sentences, tuple(place_problems(known.doubts, line))), tuple(
            place_problems(known.problems, line)
        )

    def read_all(self, lines: Iterable[Line]) -> tuple[tuple[Read, ...], tuple[Problem, ...]]:
        """Many lines, and all their problems."""
        pairs = [self.read(line) for line in lines]
        return tuple(read for read, _ in pairs), tuple(problem for _, found in pairs for problem in found)


def utterances(items: Sequence[tuple[Read, ...]], announcers: Sequence[str], sentence_ms: int) -> tuple[Utterance, ...]:
    """The sentences of a bulletin's items in order; announcers take turns by item."""
    return tuple(
        Utterance(
            spoken=sentence.spoken,
            written=sentence.written,
            voice=announcers[index % len(announcers)],
            role=read.line.role,
            pause_ms=read.line.pause_ms if sentence is read.sentences[-1] else sentence_ms,
            where=read.line.where,
            item=index,
        )
        for index, reads in enumerate(items)
        for read in reads
        for sentence in read.sentences
    )
