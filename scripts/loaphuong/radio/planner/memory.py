"""What residents have heard, or will have by a slot: built from running orders that were aired or are still to come."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from loaphuong.station.show import ARTICLE_KINDS, ItemKind

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping
    from datetime import date, datetime

    from loaphuong.radio.programme import Item, Programme


@dataclass(slots=True)
class Memory:
    """The only thing in this room that changes, and only while one plan is made.

    Residents hear all shows: `heard` is when an article was last heard to its end, in any of them. A serial is followed
    in one show: `begun` has the parts heard of it by (show, slug); so are the turns of `sections` and the `bulletins`.
    """

    heard: dict[str, datetime] = field(default_factory=dict)
    first_heard: dict[str, datetime] = field(default_factory=dict)
    begun: dict[tuple[str, str], set[int]] = field(default_factory=dict)
    sections: dict[tuple[str, str], datetime] = field(default_factory=dict)
    rules: dict[str, list[datetime]] = field(default_factory=dict)
    corrections: set[tuple[str, int]] = field(default_factory=set)
    bulletins: dict[str, tuple[datetime, Programme]] = field(default_factory=dict)

    def remember(self, programme: Programme, at: datetime, section_of: Mapping[str, str]) -> None:
        """Take in one bulletin, heard at `at`."""
        for item in programme.items:
            if item.kind in ARTICLE_KINDS:
                self.remember_article(item, at, programme.slot.show, section_of)
            elif item.kind is ItemKind.RULES:
                for ref in item.refs:
                    self.rules.setdefault(ref, []).append(at)
            elif item.kind is ItemKind.CORRECTION:
                self.corrections.update((slug, item.part) for slug in item.refs)
        original = programme.repeat_of or programme.slot.name
        if original in self.bulletins:
            programme = self.bulletins[original][1]
        self.bulletins[original] = (at, programme)

    def remember_article(self, item: Item, at: datetime, show: str, section_of: Mapping[str, str]) -> None:
        """One article, or one part of it."""
        for slug in item.refs:
            self.first_heard.setdefault(slug, at)
            if slug in section_of:
                self.sections[show, section_of[slug]] = at
            parts = self.begun.setdefault((show, slug), set())
            parts.add(item.part)
            if len(parts) >= item.parts:
                self.heard[slug] = at
                del self.begun[show, slug]

    def forget_shows_but(self, shows: Container[str]) -> None:
        """No serial goes on in a show that is no more: its article may be heard from the start elsewhere."""
        for key in [key for key in self.begun if key[0] not in shows]:
            del self.begun[key]

    def next_part(self, show: str, slug: str, parts: int) -> int:
        """Which part comes next, from 1: the first that was not heard since the serial began."""
        heard = self.begun.get((show, slug), set())
        return next((part for part in range(1, parts + 1) if part not in heard), 1)

    def correction_due(self, slug: str, number: int, on: date, today: date) -> bool:
        """Whether a correction is still to be read: what it corrects was heard, and the correction was not."""
        first = self.first_heard.get(slug)
        return first is not None and first.date() <= on <= today and (slug, number) not in self.corrections


def recall_programmes(programmes: Iterable[tuple[datetime, Programme]], section_of: Mapping[str, str]) -> Memory:
    """The memory of bulletins, taken in by time."""
    memory = Memory()
    for at, programme in sorted(programmes, key=lambda pair: (pair[0], pair[1].slot.name)):
        memory.remember(programme, at, section_of)
    return memory
