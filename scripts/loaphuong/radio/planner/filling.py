"""Filling one slot: new material first, then what rested, then a repeat; else what is short."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from loaphuong.content.genres import Genre
from loaphuong.content.nouns import Priority
from loaphuong.radio.planner import reasons
from loaphuong.radio.planner.bulletin import Assembly, item_of
from loaphuong.radio.planner.choice import Option, TimeBudget, choose, renew, score
from loaphuong.radio.planner.queue import Queue, not_at
from loaphuong.radio.programme import ItemKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from loaphuong.content.nouns import Topic
    from loaphuong.radio.planner.material import Candidate, FixedSegments, RuleSet
    from loaphuong.radio.planner.memory import Memory
    from loaphuong.radio.programme import Item, Programme, Slot
    from loaphuong.station.nouns import Station


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A slot that cannot be filled: seconds short of the shortest bulletin, and whether it lacks a gương."""

    slot: Slot
    seconds: float
    exemplar: bool


class Filler:
    """What stays the same from slot to slot while one plan is made."""

    def __init__(
        self,
        station: Station,
        candidates: tuple[Candidate, ...],
        rule_sets: Iterable[RuleSet],
        topics: Iterable[Topic],
        fixed: FixedSegments,
    ) -> None:
        self.station = station
        self.assembly = Assembly(candidates, rule_sets, fixed)
        self.queue = Queue(station, candidates, topics, station.bounds.maximum_seconds - fixed.seconds)
        self.exemplars = {
            candidate.article.slug for candidate in candidates if candidate.article.genre is Genre.EXEMPLAR
        }

    def fill(self, slot: Slot, memory: Memory, inserted: tuple[str, ...], ahead: set[str]) -> Programme | Shortfall:
        """The slot's bulletin: new material, or what rested, or a repeat, or one article alone; else what is short."""
        corrections = tuple(self.assembly.corrections(slot, memory))
        fresh = tuple(option for option in self.queue.fresh(slot, memory) if option.slug not in ahead)
        notices = self.notices(fresh, inserted, corrections)
        taken = ahead | {notice.slug for notice in notices}
        fresh = tuple(option for option in fresh if option.slug not in taken)
        under_way = tuple(option for option in self.queue.under_way(slot, memory) if option.slug not in taken)
        first = (*corrections, *(self.notice(option, inserted) for option in notices))
        fewest = max(self.station.planning.minimum_items - len(notices), 0)
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
        if again := self.repeat(slot, first, memory, taken, fresh):
            return again
        for forced in serials:
            if made := self.best(slot, options, forced, first, (0 if notices else 1, most), memory):
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
            budget = self.budget(first, rules, sizes)
            chosen = choose(options, forced, budget)
            if chosen is None:
                continue
            found = score(chosen, budget, len(forced))
            key = (*found[:4], away, *found[4:])
            if best is None or key < best[0]:
                best = (key, chosen, rules)
            if (not found[0] and not found[1] and found[5] <= 1) or rules is None:
                break
        if best is None:
            return None
        _, chosen, rules = best
        articles = tuple(self.article(option, slot, option in forced) for option in chosen)
        return self.assembly.programme(slot, (*first, *articles), rules)

    def budget(self, first: tuple[Item, ...], rules: Item | None, sizes: tuple[int, int]) -> TimeBudget:
        """What is left for articles."""
        bounds = self.station.bounds
        spent = (
            self.assembly.fixed.seconds
            + sum(self.assembly.cost(item) for item in first)
            + (rules.seconds if rules else 0.0)
        )
        return TimeBudget(
            bounds.minimum_seconds - spent, bounds.maximum_seconds - spent, bounds.aim_seconds - spent, *sizes
        )

    def article(self, option: Option, slot: Slot, forced: bool) -> Item:
        """An option as an item, with its reason."""
        article, parts = option.candidate.article, len(option.candidate.parts)
        if forced:
            why = reasons.serial(option.part, parts)
        elif option.heard:
            why = reasons.again(option.heard, exemplar=option.exemplar)
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
            - self.assembly.fixed.seconds
            - sum(item.seconds for item in corrections)
        )
        found = []
        for option in wanted:
            if option.said.cost <= left:
                found.append(option)
                left -= option.said.cost
        return found

    def repeat(
        self, slot: Slot, first: tuple[Item, ...], memory: Memory, taken: set[str], fresh: Sequence[Option]
    ) -> Programme | None:
        """The bulletin heard the longest ago whose words still hold, with unheard articles in it where they fit."""
        for at, old in sorted(memory.bulletins.values(), key=lambda entry: (entry[0], entry[1].slot)):
            items = tuple(item for item in old.items if item.kind is ItemKind.ARTICLE)
            if not items or not all(self.holds(item, slot) and item.refs[0] not in taken for item in items):
                continue
            why = reasons.repeat(at)
            rules = next(
                (
                    item
                    for item in old.items
                    if item.kind is ItemKind.RULES and self.assembly.digest_of(item) == item.digest
                ),
                None,
            )
            budget = self.budget(first, rules, (0, len(items)))
            heard = tuple(
                Option(self.queue.by_slug[item.refs[0]], 1, rank, item.refs[0] in self.exemplars, heard=at)
                for rank, item in enumerate(items, len(fresh))
            )
            chosen = renew(heard, fresh, (), budget)
            if chosen != heard:
                articles = tuple(self.article(option, slot, forced=False) for option in chosen)
                return self.assembly.programme(slot, (*first, *articles), rules)
            again = tuple(replace(item, why=why) for item in items)
            made = self.assembly.programme(slot, (*first, *again), replace(rules, why=why) if rules else None, old)
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
        memory_free = self.budget(first, None, (0, most))
        longest = sorted((option.said.cost for option in options), reverse=True)[:most]
        lacking = memory_free.low - sum(longest)
        return Shortfall(
            slot, max(lacking, memory_free.aim / max(most, 1)), not any(option.exemplar for option in options)
        )
