"""Filling the slots: articles, rules and what was heard → running orders, each item with its reason.

Pure and deterministic: the same inputs give the same plan, in whatever order they come. A frozen running order is taken
as it is, so that new articles change only what is not frozen yet; only a correction that is due opens it again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from loaphuong.radio.planner import reasons
from loaphuong.radio.planner.filling import Filler, Shortfall
from loaphuong.radio.planner.memory import recall_programmes
from loaphuong.radio.planner.queue import opens
from loaphuong.radio.programme import ItemKind, Programme

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from loaphuong.content.nouns import Topic
    from loaphuong.radio.planner.material import Candidate, FixedSegments, RuleSet
    from loaphuong.radio.planner.memory import Memory
    from loaphuong.radio.programme import Item, Slot
    from loaphuong.station.nouns import Station

NOTHING: Mapping[str, str] = MappingProxyType({})
NO_INSERTS: Mapping[str, tuple[str, ...]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An article that is in none of the planned bulletins, and why, in Vietnamese."""

    slug: str
    title: str
    why: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What `slots` carry, by time; the names of those `frozen` before, and why others are `held` and carry nothing.

    `again` names, for each planned slot, the articles in it that residents have heard before.
    """

    slots: tuple[Slot, ...]
    programmes: tuple[Programme, ...]
    frozen: frozenset[str]
    held: Mapping[str, str]
    again: Mapping[str, tuple[str, ...]]
    shortfalls: tuple[Shortfall, ...]
    left_out: tuple[LeftOut, ...]

    def programme(self, name: str) -> Programme | None:
        """What a slot carries."""
        return next((programme for programme in self.programmes if programme.slot.name == name), None)

    @property
    def fresh(self) -> frozenset[str]:
        """The slots in which everything is new."""
        return frozenset(name for name, slugs in self.again.items() if not slugs)

    @property
    def lasts(self) -> int:
        """For how many slots from the first the material is new; held slots count."""
        new = self.fresh | set(self.held)
        return next((index for index, slot in enumerate(self.slots) if slot.name not in new), len(self.slots))


def plan(
    station: Station,
    candidates: Iterable[Candidate],
    rule_sets: Iterable[RuleSet],
    topics: Iterable[Topic],
    orders: Iterable[Programme],
    aired: Mapping[str, datetime],
    slots: Iterable[Slot],
    fixed: FixedSegments,
    now: datetime,
    *,
    held: Mapping[str, str] = NOTHING,
    inserts: Mapping[str, tuple[str, ...]] = NO_INSERTS,
) -> Plan:
    """Fill `slots`, which start at `now` or later.

    `orders` are all frozen running orders: one that is past counts only if `aired` says when it was heard, one that is
    to come counts unless it is held. `inserts` gives the articles that someone put into a slot as urgent notices.
    """
    planned = tuple(sorted(slots))
    given = tuple(candidates)
    frozen = {order.slot.name: order for order in orders}
    waiting = orders_to_come(frozen.values(), aired, held, now)
    filler = Filler(station, given, rule_sets, topics, fixed)
    section_of = {candidate.article.slug: candidate.article.section for candidate in given}
    memory = recall_programmes(((aired[name], order) for name, order in frozen.items() if name in aired), section_of)
    programmes: list[Programme] = []
    shortfalls: list[Shortfall] = []
    again: dict[str, tuple[str, ...]] = {}
    for slot in planned:
        while waiting and waiting[0].slot.starts_at < slot.starts_at and waiting[0].slot.name != slot.name:
            passed = waiting.pop(0)
            memory.remember(passed, passed.slot.starts_at, section_of)
        if slot.name in held:
            continue
        ready = next((order for order in waiting if order.slot.name == slot.name), None)
        if ready:
            waiting.remove(ready)
        if ready and lacks_correction(ready, filler.assembly.corrections(slot, memory)):
            del frozen[slot.name]
            ready = None
        ahead = {slug for order in waiting for slug in articles(order)}
        made = ready or filler.fill(slot, memory, inserts.get(slot.name, ()), ahead)
        if isinstance(made, Shortfall):
            shortfalls.append(made)
            continue
        again[slot.name] = tuple(slug for slug in articles(made) if slug in memory.heard)
        programmes.append(made)
        memory.remember(made, slot.starts_at, section_of)
    return Plan(
        slots=planned,
        programmes=tuple(programmes),
        frozen=frozenset(frozen),
        held=MappingProxyType(dict(held)),
        again=MappingProxyType(again),
        shortfalls=tuple(shortfalls),
        left_out=tuple(explain_left_out(filler, programmes, planned, memory)),
    )


def lacks_correction(order: Programme, due: Iterable[Item]) -> bool:
    """Whether a running order was frozen before a correction that it has to read."""
    read = {(item.refs, item.part) for item in order.items if item.kind is ItemKind.CORRECTION}
    return any((item.refs, item.part) not in read for item in due)


def articles(programme: Programme) -> tuple[str, ...]:
    """The articles a bulletin carries."""
    return tuple(slug for item in programme.items if item.kind is ItemKind.ARTICLE for slug in item.refs)


def orders_to_come(
    orders: Iterable[Programme], aired: Mapping[str, datetime], held: Mapping[str, str], now: datetime
) -> list[Programme]:
    """The frozen orders that will be heard: of today or later, not aired yet, not held."""
    found = [
        order
        for order in orders
        if order.slot.name not in aired
        and order.slot.name not in held
        and order.slot.starts_at.date() >= now.astimezone(order.slot.starts_at.tzinfo).date()
    ]
    return sorted(found, key=lambda order: order.slot)


def explain_left_out(
    filler: Filler, programmes: Iterable[Programme], slots: Sequence[Slot], memory: Memory
) -> Iterator[LeftOut]:
    """Every article that no planned bulletin carries, and why, by slug."""
    used = {slug for programme in programmes for item in programme.items for slug in item.refs}
    rest = timedelta(days=filler.station.planning.rest_days)
    for slug, candidate in sorted(filler.assembly.candidates.items()):
        if slug in used or not slots:
            continue
        article, refused = candidate.article, filler.queue.refused.get(slug)
        if refused:
            why = refused
        elif opens(article) > slots[-1].starts_at:
            why = reasons.not_yet(opens(article))
        elif article.expires and article.expires < slots[0].starts_at.date():
            why = reasons.expired(article.expires)
        elif slug in memory.heard:
            why = reasons.resting(memory.heard[slug], (memory.heard[slug] + rest).date())
        elif article.expires and article.expires < slots[-1].starts_at.date():
            why = reasons.too_late(article.expires)
        else:
            why = reasons.WAITING
        yield LeftOut(slug, article.title, why)
