"""Filling the slots: articles, rules and what was heard → running orders, each item with its reason.

Pure and deterministic: the same inputs give the same plan, in whatever order they come. A frozen running order is taken
as it is, so that new articles change only what is not frozen yet; what opens it again is told as a revision.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from loaphuong.radio.holds import ByHand
from loaphuong.radio.planner import frozen as frozen_orders
from loaphuong.radio.planner import reasons
from loaphuong.radio.planner.filling import Filler, Given, Shortfall, articles_of
from loaphuong.radio.planner.frozen import KnownTexts, Revision
from loaphuong.radio.planner.memory import recall_programmes
from loaphuong.radio.planner.queue import opens
from loaphuong.station.show import ARTICLE_KINDS, ItemKind

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
    from datetime import date, datetime

    from loaphuong.content.articles import Article
    from loaphuong.content.nouns import Topic
    from loaphuong.core.where import Where
    from loaphuong.radio.planner.material import Material
    from loaphuong.radio.planner.memory import Memory
    from loaphuong.radio.programme import Item, Programme, Slot


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An article that is in none of the planned bulletins, and why, in Vietnamese.

    `ends` is its last day where that comes within these bulletins and nobody will have heard it.
    """

    slug: str
    title: str
    why: str
    where: Where
    ends: date | None = None


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
    revisions: tuple[Revision, ...] = ()

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
            revisions=tuple(each for each in self.revisions if each.slot.name in names),
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
    to come counts unless it is `held`. `by_hand` is what someone put into a slot as urgent notices, or took back.
    `approval`: whether an article needs one to be aired. `calendar` has the slots of the weeks after, by which it is
    known which slot is an article's last; `known` what else is known of texts.
    """

    material: tuple[Material, ...]
    slots: tuple[Slot, ...]
    now: datetime
    topics: tuple[Topic, ...] = ()
    orders: tuple[Programme, ...] = ()
    aired: Mapping[str, datetime] = field(default_factory=empty_mapping)
    held: Mapping[str, str] = field(default_factory=empty_mapping)
    by_hand: Mapping[str, ByHand] = field(default_factory=empty_mapping)
    approval: bool = True
    calendar: tuple[Slot, ...] = ()
    known: KnownTexts = field(default_factory=KnownTexts)


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
    revisions: list[Revision] = []
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
        given = Given(
            by_hand=request.by_hand.get(slot.name, ByHand()),
            ahead=frozenset(slug for order in waiting for slug in list_carried(order)),
            later=days_after(slot, request.calendar or planned, {*held, *(each.slot.name for each in waiting)}),
        )
        made, revised = review(ready, slot, filler, memory, given, request.known) if ready else (None, None)
        made = made or filler.fill(slot, memory, given)
        if revised:
            revisions.append(revised)
            frozen.pop(slot.name, None)
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
        revisions=tuple(revisions),
    )


def names_of(orders: Iterable[Programme]) -> Iterator[str]:
    """The names of their slots."""
    return (order.slot.name for order in orders)


def list_carried(order: Programme) -> Iterator[str]:
    """Every article that an order carries, notices among them."""
    return (slug for item in order.items if item.kind in ARTICLE_KINDS for slug in item.refs)


def days_after(slot: Slot, calendar: Iterable[Slot], taken: Container[str]) -> tuple[date, ...]:
    """The days of the free slots of its show after a slot."""
    return tuple(
        each.starts_at.date()
        for each in calendar
        if each.show == slot.show and each.starts_at > slot.starts_at and each.name not in taken
    )


def review(
    ready: Programme, slot: Slot, filler: Filler, memory: Memory, given: Given, known: KnownTexts
) -> tuple[Programme | Shortfall | None, Revision | None]:
    """A frozen order as it goes on: as it is, or filled anew for a reason, with what changed thereby."""
    assembly, bounds = filler.assembly, filler.show.bounds
    moved = ready.slot.starts_at != slot.starts_at
    order = frozen_orders.renew(ready, assembly, slot)
    left = frozen_orders.judge(order, assembly, memory, known, given.by_hand)
    why = [each.why for each in left]
    never_heard = order.repeat_of is not None and order.repeat_of not in memory.bulletins
    if never_heard:
        why.append(reasons.NEVER_HEARD)
    if lacks_correction(order, assembly.corrections(slot, memory)):
        why.append(reasons.CORRECTION)
    if filler.lacks(order, slot, memory, given):
        why.append(reasons.MISSING)
    if order != replace(ready, slot=slot) and frozen_orders.misfits(
        order, bounds.minimum_seconds, bounds.maximum_seconds
    ):
        why.append(reasons.REFITTED)
    if not why:
        return order, Revision(slot, (reasons.MOVED,), (), ()) if moved else None
    if any(each.kept for each in left):
        return ready, Revision(slot, tuple(dict.fromkeys(why)), tuple(left), ())
    standing = () if never_heard else frozen_orders.standing_articles(order, left)
    kept = {item.refs[0]: item for item in standing}
    made = filler.fill(slot, memory, replace(given, kept=MappingProxyType(kept)))
    if isinstance(made, Shortfall):
        return (made, frozen_orders.revision(order, None, why, left, known.matters)) if left else (order, None)
    revised = frozen_orders.revision(order, made, why, left, known.matters)
    if revised.refused:
        return ready, revised
    same = frozen_orders.count_items(order) == frozen_orders.count_items(made) and order.repeat_of == made.repeat_of
    return (order, None) if same and not left and reasons.REFITTED not in why else (made, revised)


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
        ends = article.expires if will_end_unheard(article, filler, own, memory) else None
        yield LeftOut(slug, article.title, explain(article, filler, own, memory), article.where, ends)


def will_end_unheard(article: Article, filler: Filler, slots: Sequence[Slot], memory: Memory) -> bool:
    """Whether an article that may be read ends within these slots, and nobody has heard it by then."""
    return (
        article.slug not in filler.queue.refused
        and article.slug not in memory.heard
        and article.expires is not None
        and slots[0].starts_at.date() <= article.expires < slots[-1].starts_at.date()
        and opens(article).date() <= article.expires
    )


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
