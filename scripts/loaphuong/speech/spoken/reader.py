"""Reads: written text → sentences as an announcer says them, and the problems of what cannot be read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from loaphuong.core.where import Where
from loaphuong.speech.spoken import blocks, legacy, typos
from loaphuong.speech.spoken.guard import foreign
from loaphuong.speech.spoken.lexicon import Index, Lexicon, load_built_in
from loaphuong.speech.spoken.numbers import Numbers
from loaphuong.speech.spoken.rule import Kind, Token
from loaphuong.speech.spoken.scanner import prepare, scan
from loaphuong.speech.spoken.sentences import Sentence, compose, line_of
from loaphuong.station.nouns import Dialect

if TYPE_CHECKING:
    from collections.abc import Iterable

    from loaphuong.core.problems import Problem


LONGEST_ADDRESS = 12
SIGNS = frozenset((",", ".", "?", "!"))
# A paragraph of that many letters is no prose; in an article such a line is refused before it is read.
LONGEST = 20_000


class Step(NamedTuple):
    """How one token was read: as written, its class, the rule, what is said."""

    written: str
    kind: str
    rule: str
    spoken: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What is said of a text: `sentences` in order, all problems, and the whole on one `line`.

    The line ends with a full stop only if the text does; it is empty if anything could not be read. `doubts` are
    warnings: what could be read otherwise, with both readings, and names whose reading was guessed.
    """

    sentences: tuple[Sentence, ...]
    problems: tuple[Problem, ...]
    line: str
    doubts: tuple[Problem, ...] = ()


class Reader:
    """Reads with one lexicon, above the built-in one, in one dialect."""

    def __init__(self, lexicon: Lexicon | None = None, dialect: Dialect | None = None) -> None:
        self._index = Index((lexicon or Lexicon()).entries, load_built_in())
        self._numbers = Numbers(dialect or Dialect())

    def read(self, text: str, where: Where | None = None) -> Reading:
        """Ordinary text: one line, or paragraphs; list marks and heading numbers are not said."""
        return self._reading(blocks.paragraphs(prepare(text)), where or Where(""))

    def document(self, text: str, where: Where | None = None) -> Reading:
        """A whole administrative document, without its recipients and signature."""
        return self._reading(blocks.document(prepare(text)), where or Where(""))

    def explain(self, text: str, where: Where | None = None) -> tuple[Step, ...]:  # noqa: ARG002 - as `read`
        """Token by token: which rule read what."""
        steps: list[Step] = []
        for block in blocks.paragraphs(prepare(text)):
            if len(block.text) > LONGEST:
                continue
            if block.order:
                steps.append(
                    Step(f"{block.order}.", Kind.ORDINAL, "list item", f"{self._numbers.cardinal(block.order)} là")
                )
            steps.extend(
                Step(block.text[token.start : token.end], token.kind, token.rule, token.spoken)
                for token in scan(block.text, self._index, self._numbers)
            )
        return tuple(steps)

    def _reading(self, found: Iterable[blocks.TextBlock], where: Where) -> Reading:
        from loaphuong.core.problems import problem

        sentences: list[Sentence] = []
        problems: list[Problem] = []
        doubts: list[Problem] = []
        lines: list[str] = []
        for block in found:
            if len(block.text) > LONGEST:
                problems.append(problem("spoken-too-long", self._place(where, block.line), most=LONGEST))
                continue
            tokens = scan(block.text, self._index, self._numbers)
            if block.order and tokens:
                tokens.insert(0, Token(0, 0, f"{self._numbers.cardinal(block.order)} là", Kind.ORDINAL, "list item"))
            for found_here in self._judge(block, tokens, where):
                (doubts if found_here.warning else problems).append(found_here)
            sentences.extend(compose(block.text, tokens))
            line = line_of(tokens)
            if line:
                if lines and lines[-1][-1] not in ".?!":
                    lines[-1] += "."
                lines.append(line)
        return Reading(tuple(sentences), tuple(problems), "" if problems else " ".join(lines), tuple(doubts))

    def _judge(self, block: blocks.TextBlock, tokens: Iterable[Token], where: Where) -> Iterable[Problem]:
        """What of a block cannot be read, and what might be read otherwise."""
        from loaphuong.core.problems import problem

        old: legacy.Legacy | None = None
        asked = False
        for token in tokens:
            # A syllable is legal by itself, and so is a pause.
            if token.kind is Kind.WORD or token.spoken in SIGNS:
                continue
            written = block.text[token.start : token.end]
            place = self._place(where, block.line + block.text.count("\n", 0, token.start))
            if token.kind is Kind.UNREAD:
                if not asked and not written.isascii():
                    old, asked = legacy.recognise(block.text), True
                if old:
                    yield problem("spoken-legacy", place, encoding=old.encoding, text=excerpt(old.text))
                    return
                yield self._unread(written, place)
            elif token.kind is Kind.GUESS:
                yield problem("spoken-guess", place, about=written, token=written, spoken=token.spoken)
            elif token.kind is Kind.ADDRESS and len(token.spoken.split()) > LONGEST_ADDRESS:
                yield problem(
                    "spoken-address", place, about=written, token=written, syllables=len(token.spoken.split())
                )
            elif token.other:
                yield problem(
                    "spoken-doubt", place, about=written, token=written, spoken=token.spoken, other=token.other
                )
            elif strange := foreign(token.spoken):
                yield problem("spoken-foreign", place, about=written, token=written, words=", ".join(strange))

    @staticmethod
    def _place(where: Where, line: int) -> Where:
        """The place in the file of a line of the text, which counts from 0."""
        if not where.path:
            return where
        return replace(where, line=where.line + line if where.line else line + 1)

    def _unread(self, written: str, place: Where) -> Problem:
        from loaphuong.core.problems import problem

        meant = typos.suggestion(written) if written.isalpha() and not written.isupper() and len(written) < 12 else None
        if meant:
            return problem("spoken-typo", place, about=written, token=written, suggestion=meant)
        if not written.isprintable():
            return problem("spoken-unprintable", place, codes=" ".join(f"U+{ord(letter):04X}" for letter in written))
        return problem("spoken-unread", place, about=written, token=written)


def excerpt(text: str) -> str:
    """Enough of a text to recognise it by."""
    words = text.split()
    return " ".join(words[:12]) + (" …" if len(words) > 12 else "")
