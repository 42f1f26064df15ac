"""What is said, from a written line to sound. Durations are in the unit their name ends with."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum

from loaphuong.core.where import Where


class Role(StrEnum):
    """What a line of a script is, which decides its pause and its looks on paper."""

    IDENT = "ident"
    LEAD_IN = "lead_in"
    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    RULE = "rule"
    SIGN_OFF = "sign_off"


@dataclass(frozen=True, slots=True)
class Line:
    """A block of written prose for the ear, with the place it came from; `pause_ms` follows its last sentence.

    `breaks` are the offsets in `text` where the editor began a new line of the file.
    """

    text: str
    where: Where
    role: Role = Role.PARAGRAPH
    pause_ms: int = 0
    breaks: tuple[int, ...] = ()

    def where_at(self, offset: int) -> Where:
        """The line of the file that the character at `offset` of `text` stands on."""
        return Where(self.where.path, self.where.line + bisect_right(self.breaks, max(offset, 0)))


@dataclass(frozen=True, slots=True)
class Script:
    """What an announcer would read of one article: title and lead first, then the body's lines."""

    slug: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class LexiconEntry:
    """A line of audio/lexicon.tsv: written ⇥ spoken ⇥ condition ⇥ comment."""

    written: str
    spoken: str
    condition: str = ""
    where: Where = Where("")


@dataclass(frozen=True, slots=True)
class SpokenText:
    """One sentence as it is said: lower-case Vietnamese words, commas, one sentence end. Only `spoken` makes these.

    `breaths` are where a long sentence takes breath: (words said before it, ms of silence); they follow from the words.
    """

    words: str
    breaths: tuple[tuple[int, int], ...] = field(default=(), compare=False)

    @property
    def syllables(self) -> int:
        """How many syllables are voiced."""
        return len(self.words.split())


@dataclass(frozen=True, slots=True)
class Utterance:
    """A sentence to be voiced: what is said, as it was written, by whom, and the silence after it (ms)."""

    spoken: SpokenText
    written: str
    voice: str
    role: Role
    pause_ms: int
    where: Where
    item: int = 0


@dataclass(frozen=True, slots=True)
class Clip:
    """Signed 16-bit mono sound. `voice` says who really spoke (a fallback may have)."""

    pcm: bytes
    rate_hz: int
    voice: str
    synthetic: bool

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return len(self.pcm) / 2 / self.rate_hz
