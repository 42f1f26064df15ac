"""What a rule of reading is, what it sees, and what it gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from loaphuong.speech.spoken.lazy import Lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from loaphuong.speech.spoken.lexicon import Index
    from loaphuong.speech.spoken.numbers import Numbers


class Kind(StrEnum):
    """The class of a token."""

    WORD = "word"
    ABBREVIATION = "abbreviation"
    CODE = "document code"
    DATE = "date"
    TIME = "time"
    CARDINAL = "cardinal"
    DECIMAL = "decimal"
    FRACTION = "fraction"
    ORDINAL = "ordinal"
    ROMAN = "roman"
    RANGE = "range"
    MONEY = "money"
    MEASURE = "measure"
    PHONE = "phone"
    ADDRESS = "address"
    LETTER = "letter"
    SYMBOL = "symbol"
    PAUSE = "pause"
    END = "end"
    GUESS = "guess"
    UNREAD = "unread"


NUMERIC = frozenset(
    (
        Kind.DATE,
        Kind.TIME,
        Kind.CARDINAL,
        Kind.DECIMAL,
        Kind.FRACTION,
        Kind.ORDINAL,
        Kind.ROMAN,
        Kind.MONEY,
        Kind.MEASURE,
    )
)


class Doubtful(NamedTuple):
    """A reading that the words around decide only weakly, and what else it could be."""

    spoken: str
    other: str


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text from `start` to `end`, how it is said, its class and the rule that read it.

    `other` is what else it could be, where the words around decide only weakly.
    """

    start: int
    end: int
    spoken: str
    kind: Kind
    rule: str
    other: str = ""


REACH = 120


@dataclass(slots=True)
class Context:
    """A block of text being read from left to right. `low` is the text in lower case, letter for letter.

    `glosses` are the abbreviations that the text itself has told the words of: Tổ công nghệ số (TCNS).
    """

    text: str
    low: str
    numbers: Numbers
    index: Index
    tokens: list[Token] = field(default_factory=list)
    glosses: dict[str, str] = field(default_factory=dict)

    def before(self, pattern: Lazy, at: int, reach: int = 80) -> re.Match[str] | None:
        """A match, in lower case, that ends where the token starts; the pattern ends with `$`."""
        return pattern.search(self.low[max(0, at - reach) : at])

    def after(self, pattern: Lazy, at: int) -> re.Match[str] | None:
        """A match, in lower case, that starts at a place."""
        return pattern.match(self.low, at)

    @property
    def last(self) -> Token | None:
        """The token just read."""
        return self.tokens[-1] if self.tokens else None

    @property
    def sentence(self) -> str:
        """What has been said of this sentence, or of its last part if it is very long."""
        said: list[str] = []
        for token in self.tokens[: -REACH - 1 : -1]:
            if token.kind is Kind.END:
                break
            said.append(token.spoken)
        return " ".join(reversed(said))


class ReadingRule(NamedTuple):
    """A named rule: where its pattern matches, `read` says the match, or None to leave it to the next rule."""

    name: str
    kind: Kind
    pattern: Lazy
    read: Callable[[re.Match[str], Context], str | Doubtful | None]


def rule(
    name: str,
    kind: Kind,
    pattern: str | Callable[[], str],
    read: Callable[[re.Match[str], Context], str | Doubtful | None],
    flags: int = 0,
) -> ReadingRule:
    """A rule whose pattern is compiled when it is first tried."""
    return ReadingRule(name, kind, Lazy(pattern, flags), read)
