"""Filling the slots: articles, rules and what was heard → running orders, each item with its reason.

Pure and deterministic: the same inputs give the same plan, in whatever order they come. A frozen running order is taken
as it is, so that new articles change only what is not frozen yet; only a correction that is due opens it again.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from loaphuong.radio.planner import reasons
from loaphuong.radio.planner.filling import Filler, Shortfall, articles_of
from loaphuong.radio.planner.memory import recall_programmes
from loaphuong.radio.planner.queue import opens
from loaphuong.station.show import ItemKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date, datetime

    from loaphuong.content.articles import Article
    from loaphuong.content.nouns import Topic
    from loaphuong.radio.planner.material import Material
    from loaphuong.radio.planner.memory import Memory
    from loaphuong.radio.programme import Item, Programme, Slot


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

    def of(self, show: str) -> Plan:
        """What it has of one show."""
        names = {slot.name for slot in self.slots if slot.show == show}
        return replace(
            self,
            slots=tuple(slot for slot in self.slots if slot.name in names),
            programmes=tuple(each for each in self.programmes if each.slot.name in names),
            held=MappingProxyType({name: why for name, why in self.held.items() if name in names}),
            again=MappingProxyType({name: slugs for name, slugs in self.again.items() if name in names}),
            shortfalls=tuple(each for each in self.shortfalls if each.slot.name in names),
        )

    def since(self, first: date) -> Plan:
        """What it has from a day on; what comes before was planned so that this could be."""
        names = {slot.name for slot in self.slots if slot.starts_at.date() >= first}
        return replace(
            self,
            slots=tuple(slot for slot in self.slots if slot.name in names),
            programmes=tuple(each for each in self.programmes if each.slot.name in names),
            again=MappingProxyType({name: slugs for name, slugs in self.again.items() if name in names}),
            shortfalls=tuple(each for each in self.shortfalls if each.slot.name in names),
        )

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


def empty_mapping() -> Mapping[str, Any]:
    """None of them."""
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class PlanRequest:
    """All that a plan depends on; `slots` start at `now` or later, and each has the `material` of its show.

    `orders` are all frozen running orders: one that is past counts only if `aired` says when it was heard, one that is
    to come counts unless it is `held`. `inserts` gives the articles that someone put into a slot as urgent notices.
    `approval`: whether an article needs one to be aired.
    """

    material: tuple[Material, ...]
    slots: tuple[Slot, ...]
    now: datetime
    topics: tuple[Topic, ...] = ()
    orders: tuple[Programme, ...] = ()
    aired: Mapping[str, datetime] = field(default_factory=empty_mapping)
    held: Mapping[str, str] = field(default_factory=empty_mapping)
    inserts: Mapping[str, tuple[str, ...]] = field(default_factory=empty_mapping)
    approval: bool = True


def plan(request: PlanRequest) -> Plan:
    """Fill the slots of all shows, one after the other: what one show has aired, the next one takes as heard."""
    planned = tuple(sorted(request.slots))
    aired, held = request.aired, request.held
    frozen = {order.slot.name: order for order in request.orders}
    waiting = orders_to_come(frozen.values(), aired, held, request.now)
    fillers = {
        material.show.key: Filler(material, request.topics, approval=request.approval) for material in request.material
    }
    section_of = {
        candidate.article.slug: candidate.article.section
        for material in request.material
        for candidate in material.candidates
    }
    memory = recall_programmes(((aired[name], order) for name, order in frozen.items() if name in aired), section_of)
    memory.forget_shows_but(fillers)
    programmes: list[Programme] = []
    shortfalls: list[Shortfall] = []
    again: dict[str, tuple[str, ...]] = {}
    for slot in planned:
        filler = fillers[slot.show]
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
        ahead = {slug for order in waiting for slug in articles_of(order)}
        made = ready or filler.fill(slot, memory, request.inserts.get(slot.name, ()), ahead)
        if isinstance(made, Shortfall):
            shortfalls.append(made)
            continue
        again[slot.name] = tuple(slug for slug in articles_of(made) if slug in memory.heard)
        programmes.append(made)
        memory.remember(made, slot.starts_at, section_of)
    return Plan(
        slots=planned,
        programmes=tuple(programmes),
        frozen=frozenset(frozen),
        held=MappingProxyType(dict(held)),
        again=MappingProxyType(again),
        shortfalls=tuple(shortfalls),
        left_out=tuple(explain_left_out(tuple(fillers.values()), programmes, planned, memory)),
    )


def lacks_correction(order: Programme, due: Iterable[Item]) -> bool:
    """Whether a running order was frozen before a correction that it has to read."""
    read = {(item.refs, item.part) for item in order.items if item.kind is ItemKind.CORRECTION}
    return any((item.refs, item.part) not in read for item in due)


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
    fillers: Sequence[Filler], programmes: Iterable[Programme], slots: Sequence[Slot], memory: Memory
) -> Iterator[LeftOut]:
    """Every article that no planned edition carries, and why, by slug: what the first show that reads it says."""
    used = {slug for programme in programmes for item in programme.items for slug in item.refs}
    known = {slug: each.article for filler in fillers for slug, each in filler.assembly.candidates.items()}
    for slug, article in sorted(known.items()):
        if slug in used or not slots:
            continue
        filler = next((each for each in fillers if each.planning.reads(article.genre)), fillers[0])
        own = [slot for slot in slots if slot.show == filler.show.key] or slots
        yield LeftOut(slug, article.title, explain(article, filler, own, memory))


def explain(article: Article, filler: Filler, slots: Sequence[Slot], memory: Memory) -> str:
    """Why none of a show's slots carries an article."""
    slug, first, last = article.slug, slots[0].starts_at, slots[-1].starts_at
    if refused := filler.queue.refused.get(slug):
        return refused
    if opens(article) > last:
        return reasons.not_yet(opens(article))
    if article.expires and article.expires < first.date():
        return reasons.expiry(article.expires)
    if slug in memory.heard:
        rest = timedelta(days=filler.planning.rest_days)
        return reasons.rest(memory.heard[slug], (memory.heard[slug] + rest).date())
    if article.expires and article.expires < last.date():
        return reasons.too_late(article.expires)
    return filler.queue.delayed.get(slug, reasons.WAITING)
