"""Who is next: the articles that may air in a slot, the longest waiting first, each section in turn."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from math import inf
from typing import TYPE_CHECKING

from loaphuong.content.articles import Channel, Priority, Status
from loaphuong.radio.planner import reasons
from loaphuong.radio.planner.choice import Option

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from loaphuong.content.articles import Article
    from loaphuong.content.nouns import Topic
    from loaphuong.radio.planner.capacity import Capacity
    from loaphuong.radio.planner.material import Candidate, Material
    from loaphuong.radio.planner.memory import Memory
    from loaphuong.radio.programme import Slot
    from loaphuong.station.show import Planning


def opens(article: Article) -> datetime:
    """From when it may air."""
    if article.broadcast_from is None:
        return article.published_at
    return max(article.published_at, datetime.combine(article.broadcast_from, time(), article.published_at.tzinfo))


def never(planning: Planning, article: Article, *, approval: bool) -> str | None:
    """Why an article never airs in a show as it stands; None when it may. `approval`: whether it needs one."""
    if not planning.reads(article.genre):
        return reasons.OTHER_GENRE
    if not article.broadcast:
        return reasons.SILENT
    if article.status is Status.DRAFT:
        return reasons.DRAFT
    if approval and article.approved_at is None:
        return reasons.UNAPPROVED
    if any(Channel.LOUDSPEAKER not in person.channels for person in article.people):
        return reasons.NO_CONSENT
    return None


def not_at(article: Article, slot: Slot) -> str | None:
    """Why an article may not air in a slot, by its dates; None when it may."""
    if opens(article) > slot.starts_at:
        return reasons.not_yet(opens(article))
    if article.expires and slot.starts_at.date() > article.expires:
        return reasons.expiry(article.expires)
    return None


def spare(candidate: Candidate, later: Sequence[date], part: int = 1) -> float:
    """How many of the show's next free slots an article could wait and still be heard to its end before it expires.

    `later` are the days of those after the one that its `part` might air in; at 0 that one is its last chance.
    """
    expires = candidate.article.expires
    return inf if expires is None else sum(day <= expires for day in later) - (len(candidate.parts) - part)


class Queue:
    """The articles that may ever air in a show.

    `refused` says why others may not; `delayed` what last kept one from a slot that it might have aired in.
    """

    def __init__(self, material: Material, topics: Iterable[Topic], capacity: Capacity, *, approval: bool) -> None:
        self.show = material.show
        self.capacity = capacity
        self.wanted = frozenset(genre for genre, _ in material.show.planning.wants)
        self.refused: dict[str, str] = {}
        self.delayed: dict[str, str] = {}
        self.candidates: list[Candidate] = []
        for candidate in sorted(material.candidates, key=lambda each: (opens(each.article), each.article.slug)):
            longest = max((part.cost for part in candidate.parts), default=None)
            why = never(self.show.planning, candidate.article, approval=approval)
            if why is None and (longest is None or longest > capacity.longest_seconds):
                why = reasons.NO_FIT
            if why:
                self.refused[candidate.article.slug] = why
            else:
                self.candidates.append(candidate)
        self.by_slug = {candidate.article.slug: candidate for candidate in self.candidates}
        self.opens = [opens(candidate.article) for candidate in self.candidates]
        self.opened = 0
        self.waiting: list[Candidate] = []
        self.topics = {(month, topic.slug): topic for topic in topics for month in topic.months}

    def eligible(self, slot: Slot, memory: Memory, later: Sequence[date], *, heard: bool) -> list[Candidate]:
        """What may air in the slot, of the heard or of the others; `later` are the days of the show's next free slots.

        Slots are asked for in order of time: what is heard or expired is not looked at again.
        """
        today = slot.starts_at.date()
        while self.opened < len(self.candidates) and self.opens[self.opened] <= slot.starts_at:
            self.waiting.append(self.candidates[self.opened])
            self.opened += 1
        self.waiting = [
            candidate
            for candidate in self.waiting
            if candidate.article.slug not in memory.heard
            and (candidate.article.expires is None or candidate.article.expires >= today)
        ]
        pool = self.waiting
        if heard:
            known = (self.by_slug.get(slug) for slug in memory.heard)
            pool = [candidate for candidate in known if candidate and not not_at(candidate.article, slot)]
        begun = {slug for show, slug in memory.begun if show != self.show.key}
        return [
            each
            for each in pool
            if each.article.slug not in begun and (len(each.parts) == 1 or self.may_begin(each, slot, memory, later))
        ]

    def may_begin(self, candidate: Candidate, slot: Slot, memory: Memory, later: Sequence[date]) -> bool:
        """Whether a serial may begin: it has not yet, all parts can air before it expires, and a place is free.

        One that could not be heard whole from any later slot does not wait for a place.
        """
        if (self.show.key, candidate.article.slug) in memory.begun:
            return False
        left = spare(candidate, later)
        if left > 0 and len(self.under_way(slot, memory)) >= self.capacity.serials:
            self.delayed[candidate.article.slug] = reasons.SERIAL_WAITS
            return False
        return left >= 0

    def under_way(self, slot: Slot, memory: Memory) -> list[Option]:
        """The next parts of serials that have begun: they go on in this slot."""
        found = []
        for slug in sorted(slug for show, slug in memory.begun if show == self.show.key):
            candidate = self.by_slug.get(slug)
            if candidate is None or len(candidate.parts) < 2 or not_at(candidate.article, slot):
                continue
            part = memory.next_part(self.show.key, slug, len(candidate.parts))
            found.append(Option(candidate, part, -1, candidate.article.genre in self.wanted))
        return found

    def topic(self, article: Article, slot: Slot) -> Topic | None:
        """The slot's monthly topic, if the article is written for it."""
        at = slot.starts_at
        return self.topics.get(((at.year, at.month), article.topic)) if article.topic else None

    def rank(self, article: Article, slot: Slot) -> int:
        """0 for high priority, 1 for what has an end or belongs to the month's topic, 2 for the rest."""
        if article.priority is not Priority.ORDINARY:
            return 0
        return 1 if article.expires or self.topic(article, slot) else 2

    def fresh_options(self, slot: Slot, memory: Memory, later: Sequence[date]) -> tuple[Option, ...]:
        """The unheard articles by turns of their sections."""
        unheard = self.eligible(slot, memory, later, heard=False)
        return tuple(
            Option(candidate, 1, rank, candidate.article.genre in self.wanted, pressing < 2)
            for rank, (candidate, pressing) in enumerate(self.by_turns(unheard, slot, memory))
        )

    def rested_options(self, slot: Slot, memory: Memory, later: Sequence[date], first_rank: int) -> tuple[Option, ...]:
        """The heard articles that had their rest, the longest unheard first."""
        rest = timedelta(days=self.show.planning.rest_days)
        waited = sorted(
            (memory.heard[candidate.article.slug], candidate.article.slug, candidate)
            for candidate in self.eligible(slot, memory, later, heard=True)
            if memory.heard[candidate.article.slug] + rest <= slot.starts_at
        )
        return tuple(
            Option(candidate, 1, rank, candidate.article.genre in self.wanted, heard=at)
            for rank, (at, _, candidate) in enumerate(waited, first_rank)
        )

    def by_turns(self, unheard: Sequence[Candidate], slot: Slot, memory: Memory) -> list[tuple[Candidate, int]]:
        """One of each section, the section longest unheard first, then the second of each.

        High priority comes before all, then what has an end, the one that ends first before the others.
        """
        queues: dict[str, tuple[list[Candidate], list[Candidate], list[Candidate]]] = {}
        ending: list[tuple[date, str, Candidate]] = []
        for candidate in unheard:
            article = candidate.article
            if article.expires and article.priority is Priority.ORDINARY:
                ending.append((article.expires, article.slug, candidate))
                continue
            queue = queues.setdefault(article.section, ([], [], []))
            queue[self.rank(article, slot)].append(candidate)
        long_ago = datetime.min.replace(tzinfo=slot.starts_at.tzinfo)
        sections = sorted(
            queues, key=lambda section: (memory.sections.get((self.show.key, section), long_ago), section)
        )
        high = sorted(
            (candidate for queue in queues.values() for candidate in queue[0]),
            key=lambda candidate: (opens(candidate.article), candidate.article.slug),
        )
        lines = [
            [*((one, 1) for one in queues[section][1]), *((one, 2) for one in queues[section][2])]
            for section in sections
        ]
        turns = max((len(line) for line in lines), default=0)
        return [
            *((one, 0) for one in high),
            *((one, 1) for *_, one in sorted(ending, key=lambda entry: entry[:2])),
            *(line[turn] for turn in range(turns) for line in lines if turn < len(line)),
        ]
