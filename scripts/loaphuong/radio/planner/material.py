"""What a plan is made from: articles with the seconds they take, rules, and the words around them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from loaphuong.content.articles import Article
    from loaphuong.content.nouns import Code
    from loaphuong.station.show import Show


@dataclass(frozen=True, slots=True)
class Said:
    """Something an edition can say: one part of an article with its lead-in, a rule, a correction.

    `ref` is the article's slug or `code#rule`; `digest` binds its words; `mention_seconds` is what its title takes each
    of the `mentions` times that the contents and the recap name it.
    """

    ref: str
    title: str
    seconds: float
    digest: str = ""
    mention_seconds: float = 0.0
    mentions: int = 2

    @property
    def cost(self) -> float:
        """Seconds it adds to an edition, with the mentions of its title."""
        return self.seconds + self.mentions * self.mention_seconds


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article that may air: in one part, or as a serial in several; and its corrections, in the article's order."""

    article: Article
    parts: tuple[Said, ...]
    corrections: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleSet:
    """A code whose rules are read as reminders; `lead_seconds` is the sentence that names the code."""

    code: Code
    rules: tuple[Said, ...]
    lead_seconds: float = 0.0

    def seconds(self, count: int) -> float:
        """How long its first `count` rules take."""
        return self.lead_seconds + sum(said.seconds for said in self.rules[:count])


@dataclass(frozen=True, slots=True)
class SaidEvent:
    """One time of an event as it may be reminded of: when it begins, and what is said."""

    starts: datetime
    said: Said


@dataclass(frozen=True, slots=True)
class Agenda:
    """The events to remind of, by time; `lead_seconds` is the sentence before them."""

    events: tuple[SaidEvent, ...] = ()
    lead_seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class FixedSegments:
    """Seconds of the fixed words of every edition, titles not counted, 0 for a segment that the show has not.

    `repeat_seconds` is what a repeat adds to the ident.
    """

    ident_seconds: float = 0.0
    contents_seconds: float = 0.0
    recap_seconds: float = 0.0
    sign_off_seconds: float = 0.0
    repeat_seconds: float = 0.0

    @property
    def seconds(self) -> float:
        """All of a new bulletin's."""
        return self.ident_seconds + self.contents_seconds + self.recap_seconds + self.sign_off_seconds


@dataclass(frozen=True, slots=True)
class Material:
    """All that one show can say, with the seconds it takes in the show's own words."""

    show: Show
    candidates: tuple[Candidate, ...]
    rule_sets: tuple[RuleSet, ...]
    fixed: FixedSegments
    agenda: Agenda = field(default_factory=Agenda)
