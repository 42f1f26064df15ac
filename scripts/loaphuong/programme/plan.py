"""Filling the slots: articles, rules and what was heard → running orders, each item with its reason.

Pure and deterministic: the same inputs give the same plan, in whatever order they come. A frozen running order is taken
as it is, so that new articles change only what is not frozen yet.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from loaphuong.model import Genre, ItemKind, Priority, Programme
from loaphuong.programme import reasons
from loaphuong.programme.bulletin import Assembly, item_of
from loaphuong.programme.choice import Option, Room, choose, score
from loaphuong.programme.memory import remembered
from loaphuong.programme.queue import Queue, not_at, opens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from loaphuong.model import Item, Slot, Station, Topic
    from loaphuong.programme.material import Candidate, Furniture, Pack
    from loaphuong.programme.memory import Memory

NOTHING: Mapping[str, str] = MappingProxyType({})
NO_INSERTS: Mapping[str, tuple[str, ...]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An article that is in none of the planned bulletins, and why, in Vietnamese."""

    slug: str
    title: str
    why: str


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A slot that cannot be filled: seconds short of the shortest bulletin, and whether it lacks a gương."""

    slot: Slot
    seconds: float
    exemplar: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """What `slots` carry, by time. `frozen` and `fresh` are slots' names: fixed before; with nothing heard before.

    `held` gives the reason of each slot that someone stopped; it carries nothing.
    """

    programmes: tuple[Programme, ...]
    frozen: frozenset[str]
    held: Mapping[str, str]
    shortfalls: tuple[Shortfall, ...]
    left_out: tuple[LeftOut, ...]
    fresh: frozenset[str]
    slots: tuple[Slot, ...]

    def programme(self, name: str) -> Programme | None:
        """What a slot carries."""
        return next((programme for programme in self.programmes if programme.slot.name == name), None)

    @property
    def lasts(self) -> int:
        """For how many slots from the first the material is new; held slots count."""
        for index, slot in enumerate(self.slots):
            if slot.name not in self.fresh and slot.name not in self.held:
                return index
        return len(self.slots)


def plan(
    station: Station,
    candidates: Iterable[Candidate],
    packs: Iterable[Pack],
    topics: Iterable[Topic],
    orders: Iterable[Programme],
    aired: Mapping[str, datetime],
    slots: Iterable[Slot],
    furniture: Furniture,
    now: datetime,
    *,
    held: Mapping[str, str] = NOTHING,
    inserts: Mapping[str, tuple[str, ...]] = NO_INSERTS,
) -> Plan:
    """Fill `slots`, which start at `now` or later.

    `orders` are all frozen running orders: one that is past counts only if `aired` says when it was heard, one that is
    to come counts unless it is held. `inserts` gives the articles that someone put into a slot as urgent notices.
    """
    return Planner(station, tuple(candidates), packs, topics, furniture).plan(
        tuple(orders), aired, tuple(sorted(slots)), now, held, inserts
    )


class Planner:
    """What stays the same from slot to slot while one plan is made."""

    def __init__(
        self,
        station: Station,
        candidates: tuple[Candidate, ...],
        packs: Iterable[Pack],
        topics: Iterable[Topic],
        furniture: Furniture,
    ) -> None:
        self.station = station
        self.assembly = Assembly(candidates, packs, furniture)
        self.queue = Queue(station, candidates, topics, station.bounds.maximum_seconds - furniture.seconds)
        self.exemplars = {
            candidate.article.slug for candidate in candidates if candidate.article.genre is Genre.EXEMPLAR
        }
        self.section_of = {slug: candidate.article.section for slug, candidate in self.assembly.candidates.items()}

    def plan(
        self,
        orders: tuple[Programme, ...],
        aired: Mapping[str, datetime],
        slots: tuple[Slot, ...],
        now: datetime,
        held: Mapping[str, str],
        inserts: Mapping[str, tuple[str, ...]],
    ) -> Plan:
        """Slot by slot, each remembering those before it."""
        frozen = {order.slot.name: order for order in orders}
        past = [(aired[name], order) for name, order in frozen.items() if name in aired]
        coming = {
            name: order
            for name, order in frozen.items()
            if name not in aired and name not in held and order.slot.starts_at.date() >= now.date()
        }
        memory = remembered(past, self.section_of)
        waiting = sorted(coming.values(), key=lambda order: order.slot)
        programmes: list[Programme] = []
        shortfalls: list[Shortfall] = []
        fresh: set[str] = set()
        for slot in slots:
            while waiting and waiting[0].slot.starts_at < slot.starts_at and waiting[0].slot.name != slot.name:
                passed = waiting.pop(0)
                memory.remember(passed, passed.slot.starts_at, self.section_of)
            if slot.name in held:
                continue
            made: Programme | Shortfall
            if slot.name in coming:
                made = coming[slot.name]
                waiting = [order for order in waiting if order.slot.name != slot.name]
            else:
                ahead = {slug for order in waiting for item in order.items for slug in item.refs}
                made = self.fill(slot, memory, inserts.get(slot.name, ()), ahead)
            if isinstance(made, Shortfall):
                shortfalls.append(made)
                continue
            if self.is_fresh(made, memory):
                fresh.add(slot.name)
            programmes.append(made)
            memory.remember(made, slot.starts_at, self.section_of)
        return Plan(
            programmes=tuple(programmes),
            frozen=frozenset(frozen),
            held=MappingProxyType(dict(held)),
            shortfalls=tuple(shortfalls),
            left_out=tuple(self.left_out(programmes, slots, memory)),
            fresh=frozenset(fresh),
            slots=slots,
        )

    def is_fresh(self, programme: Programme, memory: Memory) -> bool:
        """Whether residents hear only new articles."""
        slugs = [slug for item in programme.items if item.kind is ItemKind.ARTICLE for slug in item.refs]
        return programme.repeat_of is None and bool(slugs) and not any(slug in memory.heard for slug in slugs)

    def fill(self, slot: Slot, memory: Memory, inserted: tuple[str, ...], ahead: set[str]) -> Programme | Shortfall:
        """The slot's bulletin: new material, or what rested, or a repeat, or one article alone; else what is short."""
        corrections = tuple(self.assembly.corrections(slot, memory))
        fresh = tuple(option for option in self.queue.fresh(slot, memory) if option.slug not in ahead)
        notices = self.notices(fresh, inserted, corrections)
        taken = ahead | {notice.slug for notice in notices}
        fresh = tuple(option for option in fresh if option.slug not in taken)
        under_way = tuple(option for option in self.queue.under_way(slot, memory) if option.slug not in taken)
        first = (*corrections, *(self.notice(option, inserted) for option in notices))
        fewest = max(self.station.planning.minimum_items - len(first), 0)
        most = max(self.station.planning.maximum_items, fewest)
        made = self.best(slot, fresh, under_way, first, (fewest, most), memory)
        if made and any(item.refs[0] in self.exemplars for item in made.items if item.kind is ItemKind.ARTICLE):
            return made
        rested = self.queue.rested(slot, memory, len(fresh))
        options = (*fresh, *(option for option in rested if option.slug not in taken))
        serials = (under_way, ()) if under_way else ((),)
        for forced in serials:
            if made := self.best(slot, options, forced, first, (fewest, most), memory):
                return made
        if again := self.repeat(slot, first, memory, taken):
            return again
        for forced in serials:
            if made := self.best(slot, options, forced, first, (0 if first else 1, most), memory):
                return made
        return self.shortfall(slot, options, first, most)

    def best(
        self,
        slot: Slot,
        options: tuple[Option, ...],
        forced: Sequence[Option],
        first: tuple[Item, ...],
        sizes: tuple[int, int],
        memory: Memory,
    ) -> Programme | None:
        """The best bulletin, with as many rules as the station wants, or fewer or more where that fits better."""
        wanted = self.station.planning.reminder_rules
        best: tuple[tuple[object, ...], tuple[Option, ...], Item | None] | None = None
        for away, count in sorted((abs(count - wanted), count) for count in range(1, 2 * wanted + 1)):
            rules = self.assembly.reminder(count, memory)
            room = self.room(first, rules, sizes)
            chosen = choose(options, forced, room)
            if chosen is None:
                continue
            found = score(chosen, room, len(forced))
            key = (*found[:3], away, *found[3:])
            if best is None or key < best[0]:
                best = (key, chosen, rules)
            if (not found[0] and not found[1] and found[4] <= 1) or rules is None:
                break
        if best is None:
            return None
        _, chosen, rules = best
        articles = tuple(self.article(option, slot, option in forced) for option in chosen)
        return self.assembly.programme(slot, (*first, *articles), rules)

    def room(self, first: tuple[Item, ...], rules: Item | None, sizes: tuple[int, int]) -> Room:
        """What is left for articles."""
        bounds = self.station.bounds
        spent = (
            self.assembly.furniture.seconds
            + sum(self.assembly.cost(item) for item in first)
            + (rules.seconds if rules else 0.0)
        )
        return Room(bounds.minimum_seconds - spent, bounds.maximum_seconds - spent, bounds.aim_seconds - spent, *sizes)

    def article(self, option: Option, slot: Slot, forced: bool) -> Item:
        """An option as an item, with its reason."""
        article, parts = option.candidate.article, len(option.candidate.parts)
        if forced:
            why = reasons.serial(option.part, parts)
        elif option.heard:
            why = reasons.again(option.heard)
        else:
            pressing = self.queue.pressing(article, slot)
            topic = self.queue.topic(article, slot)
            why = reasons.fresh(article, high=pressing == 0, expiring=pressing == 1 and topic is None, topic=topic)
        return item_of(ItemKind.ARTICLE, option.said, option.part, parts, why)

    def notice(self, option: Option, inserted: tuple[str, ...]) -> Item:
        """An urgent article as an item."""
        why = reasons.INSERTED if option.slug in inserted else reasons.URGENT
        return item_of(ItemKind.NOTICE, option.said, option.part, len(option.candidate.parts), why)

    def notices(
        self, options: Iterable[Option], inserted: tuple[str, ...], corrections: Sequence[Item]
    ) -> list[Option]:
        """What someone put into the slot, then urgent articles, as far as they fit; the rest comes next time."""
        wanted = [
            Option(candidate, 1, -2, exemplar=False)
            for slug in inserted
            if (candidate := self.assembly.candidates.get(slug)) and candidate.parts
        ]
        wanted += [
            option
            for option in options
            if option.candidate.article.priority is Priority.URGENT
            and option.heard is None
            and option.slug not in inserted
        ]
        left = (
            self.station.bounds.maximum_seconds
            - self.assembly.furniture.seconds
            - sum(item.seconds for item in corrections)
        )
        found = []
        for option in wanted:
            if option.said.cost <= left:
                found.append(option)
                left -= option.said.cost
        return found

    def repeat(self, slot: Slot, first: tuple[Item, ...], memory: Memory, urgent: set[str]) -> Programme | None:
        """The bulletin heard the longest ago whose words still hold, again."""
        for at, old in sorted(memory.bulletins.values(), key=lambda entry: (entry[0], entry[1].slot)):
            carried = tuple(item for item in old.items if item.kind is ItemKind.ARTICLE)
            if not carried or not all(self.holds(item, slot) and item.refs[0] not in urgent for item in carried):
                continue
            why = reasons.repeat(at)
            fresh = tuple(replace(item, why=why) for item in carried)
            rules = next(
                (item for item in old.items if item.kind is ItemKind.RULES and self.assembly.reminder_holds(item)), None
            )
            made = self.assembly.programme(slot, (*first, *fresh), replace(rules, why=why) if rules else None, old)
            if self.station.bounds.minimum_seconds <= made.seconds <= self.station.bounds.maximum_seconds:
                return made
        return None

    def holds(self, item: Item, slot: Slot) -> bool:
        """Whether an article heard before may air again as it was: whole, unchanged, not expired."""
        candidate = self.queue.by_slug.get(item.refs[0])
        if candidate is None or item.parts > 1 or len(candidate.parts) != 1 or not_at(candidate.article, slot):
            return False
        return item.digest == candidate.parts[0].digest

    def shortfall(self, slot: Slot, options: Sequence[Option], first: tuple[Item, ...], most: int) -> Shortfall:
        """What the slot would need to reach the shortest bulletin."""
        memory_free = self.room(first, None, (0, most))
        longest = sorted((option.said.cost for option in options), reverse=True)[:most]
        lacking = memory_free.low - sum(longest)
        return Shortfall(
            slot, max(lacking, memory_free.aim / max(most, 1)), not any(option.exemplar for option in options)
        )

    def left_out(self, programmes: Iterable[Programme], slots: Sequence[Slot], memory: Memory) -> Iterator[LeftOut]:
        """Every article that no planned bulletin carries, and why, by slug."""
        used = {slug for programme in programmes for item in programme.items for slug in item.refs}
        rest = timedelta(days=self.station.planning.rest_days)
        for slug, candidate in sorted(self.assembly.candidates.items()):
            if slug in used or not slots:
                continue
            article, refused = candidate.article, self.queue.refused.get(slug)
            if refused:
                why = refused
            elif opens(article) > slots[-1].starts_at:
                why = reasons.not_yet(opens(article))
            elif article.expires and article.expires < slots[0].starts_at.date():
                why = reasons.expired(article.expires)
            elif slug in memory.heard:
                why = reasons.resting(memory.heard[slug], (memory.heard[slug] + rest).date())
            else:
                why = reasons.WAITING
            yield LeftOut(slug, article.title, why)
