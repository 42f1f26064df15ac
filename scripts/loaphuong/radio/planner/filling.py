"""Filling one slot: new material first, then what rested, then a repeat; else what is short, and why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from loaphuong.content.articles import Priority
from loaphuong.core.vietnamese import minutes
from loaphuong.radio.holds import ByHand
from loaphuong.radio.planner import reasons
from loaphuong.radio.planner.bulletin import Assembly, item_of
from loaphuong.radio.planner.capacity import capacity
from loaphuong.radio.planner.choice import Option, TimeBudget, choose, renew, score
from loaphuong.radio.planner.queue import Queue, not_at, spare
from loaphuong.station.show import ARTICLE_KINDS, ItemKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from loaphuong.content.nouns import Topic
    from loaphuong.radio.planner.material import Material
    from loaphuong.radio.planner.memory import Memory
    from loaphuong.radio.programme import Item, Programme, Slot

ARTICLE = "bài"


@dataclass(frozen=True, slots=True)
class Given:
    """What is settled of a slot: what was decided `by_hand`, the articles that coming orders have (`ahead`), those that
    stood in its own order before (`kept`, by slug), and the days of the show's `later` slots that are free.
    """

    by_hand: ByHand = field(default_factory=ByHand)
    ahead: frozenset[str] = frozenset()
    kept: Mapping[str, Item] = field(default_factory=lambda: MappingProxyType({}))
    later: tuple[date, ...] = ()

    @property
    def elsewhere(self) -> frozenset[str]:
        """The articles that are not for this slot."""
        return self.ahead | self.by_hand.taken_back


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A slot that cannot be filled: seconds short of the shortest edition, and why, in Vietnamese.

    `genre` is the wanted one that is missing too; None when there is one, or none is wanted.
    """

    slot: Slot
    seconds: float
    genre: str | None
    why: str


class Filler:
    """What stays the same of a show from slot to slot while one plan is made. `approval`: whether articles need one."""

    def __init__(self, material: Material, topics: Iterable[Topic], *, approval: bool) -> None:
        self.show = material.show
        self.planning = material.show.planning
        self.assembly = Assembly(material)
        self.capacity = capacity(material.show, material.fixed, material.rule_sets)
        self.queue = Queue(material, topics, self.capacity, approval=approval)
        self.wanted = {
            candidate.article.slug: kind
            for candidate in material.candidates
            for genre, kind in self.planning.wants
            if candidate.article.genre == genre
        }

    def fill(self, slot: Slot, memory: Memory, given: Given) -> Programme | Shortfall:
        """The slot's edition, with as many events to come as cost neither it nor an article that cannot wait."""
        if ItemKind.ARTICLE not in self.show.segments:
            return self.announce(slot, given.by_hand.inserted)
        alone = self.fill_beside((), slot, memory, given)
        wanted = frozenset(self.list_mattering(alone, given))
        for count in range(self.planning.agenda_events, 0, -1):
            agenda = self.assembly.agenda(slot, count)
            if agenda is None:
                break
            made = self.fill_beside((agenda,), slot, memory, given)
            if not isinstance(made, Shortfall) and wanted <= frozenset(self.list_mattering(made, given)):
                return made
        return alone

    def list_mattering(self, made: Programme | Shortfall, given: Given) -> Iterator[str]:
        """The articles in what was made that make room for no event, and the kinds of the wanted ones.

        Those of high priority, those that have their last chance, those that stood there before.
        """
        for item in () if isinstance(made, Shortfall) else made.items:
            if item.kind is not ItemKind.ARTICLE:
                continue
            (slug,) = item.refs
            candidate = self.assembly.candidates[slug]
            stays = slug in given.kept or candidate.article.priority is not Priority.ORDINARY
            if stays or spare(candidate, given.later, item.part) <= 0:
                yield slug
            if slug in self.wanted:
                yield self.wanted[slug]

    def fill_beside(self, agenda: tuple[Item, ...], slot: Slot, memory: Memory, given: Given) -> Programme | Shortfall:
        """The edition: new material, or what rested, or a repeat, or one article alone; else what is short."""
        inserted, elsewhere = given.by_hand.inserted, given.elsewhere
        corrections = tuple(self.assembly.corrections(slot, memory))
        every = self.queue.fresh_options(slot, memory, given.later)
        fresh = tuple(option for option in every if option.slug not in elsewhere)
        notices = self.notices(fresh, inserted, corrections)
        taken = elsewhere | {notice.slug for notice in notices}
        fresh = tuple(option for option in fresh if option.slug not in taken)
        under_way = tuple(option for option in self.queue.under_way(slot, memory) if option.slug not in taken)
        kept = self.kept_options(given.kept, slot, memory, taken)
        pressed = tuple(option for option in (*under_way, *fresh) if is_last(option, given.later))
        first = (*corrections, *(self.notice(option, inserted) for option in notices), *agenda)
        fewest = max(self.capacity.fewest - len(notices), 0)
        most = max(self.capacity.most, fewest)
        heard = self.queue.rested_options(slot, memory, given.later, len(fresh))
        rested = tuple(option for option in heard if option.slug not in taken)
        if made := self.fill_around(slot, (kept, pressed, under_way), (fresh, rested), first, (fewest, most), memory):
            return made
        made = self.best(slot, fresh, under_way, first, (fewest, most), memory)
        if made and (not self.capacity.wants or any(slug in self.wanted for slug in articles_of(made))):
            return made
        options = (*fresh, *rested)
        serials = (under_way, ()) if under_way else ((),)
        for forced in serials:
            if made := self.best(slot, options, forced, first, (fewest, most), memory):
                return self.note_unmatched(fresh, made)
        if again := self.repeat(slot, first, memory, taken, fresh):
            return self.note_unmatched(fresh, again)
        # Better one article than none, and better no rule than no edition.
        for bare in (False, True):
            for forced in serials:
                if made := self.best(slot, options, forced, first, (0 if notices else 1, most), memory, bare=bare):
                    return self.note_unmatched(fresh, made)
        return self.note_unmatched(fresh, self.shortfall(slot, memory, (*under_way, *options), first, most))

    def announce(self, slot: Slot, inserted: tuple[str, ...]) -> Programme | Shortfall:
        """An edition of notices alone, those that someone put into it."""
        notices = self.notices((), inserted, ())
        if not notices:
            return Shortfall(slot, 0.0, None, reasons.NO_NOTICE)
        return self.assembly.programme(slot, tuple(self.notice(option, inserted) for option in notices), None)

    def kept_options(
        self, kept: Mapping[str, Item], slot: Slot, memory: Memory, taken: frozenset[str]
    ) -> tuple[Option, ...]:
        """The articles that stood in the order before, as they stood there."""
        return tuple(
            Option(candidate, item.part, -1, slug in self.wanted, heard=memory.heard.get(slug), before=item)
            for slug, item in kept.items()
            if slug not in taken and (candidate := self.queue.by_slug.get(slug)) and not not_at(candidate.article, slot)
        )

    def fill_around(
        self,
        slot: Slot,
        groups: tuple[tuple[Option, ...], tuple[Option, ...], tuple[Option, ...]],
        waiting: tuple[tuple[Option, ...], tuple[Option, ...]],
        first: tuple[Item, ...],
        sizes: tuple[int, int],
        memory: Memory,
    ) -> Programme | None:
        """The best edition with what stood in it before and what has its last chance in it; as much of that as fits.

        `groups` are the kept, the pressed and the serials under way; `waiting` the fresh and the rested. What matters
        goes last: serials first, then the kept articles without priority, from the last, then the pressed ones.
        """
        kept, pressed, under_way = groups
        if not kept and not pressed:
            return None
        fresh, rested = waiting
        last = {one.slug for one in pressed}
        stood = {one.slug: one for one in kept}
        pressed = tuple(stood.get(one.slug, one) for one in pressed)
        kept = tuple(one for one in kept if one.slug not in last)
        mattering = tuple(one for one in kept if one.candidate.article.priority is not Priority.ORDINARY)
        others = tuple(one for one in kept if one not in mattering)
        going = tuple(one for one in under_way if one.slug not in {*stood, *last})
        firsts = [(*mattering, *pressed, *others[:count]) for count in range(len(others), -1, -1)]
        firsts += [(*mattering, *pressed[:count]) for count in range(len(pressed) - 1, -1, -1)]
        for forced in dict.fromkeys(each for first_ones in firsts for each in ((*first_ones, *going), first_ones)):
            chosen = {one.slug for one in forced}
            if not forced or len(forced) > sizes[1] or len(chosen) < len(forced):
                continue
            left = tuple(one for one in fresh if one.slug not in chosen)
            for options in (left, (*left, *(one for one in rested if one.slug not in chosen))):
                if made := self.best(slot, options, forced, first, sizes, memory):
                    return made
        return None

    def note_unmatched(self, fresh: Iterable[Option], made: Programme | Shortfall) -> Programme | Shortfall:
        """What was made, once it is known of each new article that had to stay outside that it did not fit."""
        carried = () if isinstance(made, Shortfall) else articles_of(made)
        self.queue.delayed |= {option.slug: reasons.UNMATCHED for option in fresh if option.slug not in carried}
        return made

    def best(
        self,
        slot: Slot,
        options: tuple[Option, ...],
        forced: Sequence[Option],
        first: tuple[Item, ...],
        sizes: tuple[int, int],
        memory: Memory,
        *,
        bare: bool = False,
    ) -> Programme | None:
        """The best edition, with as many rules as wanted, or fewer or more where that fits; `bare` with none."""
        wanted = self.planning.reminder_rules
        best: tuple[tuple[object, ...], tuple[Option, ...], Item | None] | None = None
        counts = sorted(range(1, 2 * wanted + 1), key=lambda count: (abs(count - wanted), count))
        for count in (0,) if bare or not wanted else counts:
            rules = self.assembly.reminder(count, memory)
            begun = sum(len(option.candidate.parts) > 1 and not option.begins for option in forced)
            budget = self.budget(first, rules, sizes, begun)
            budget = replace(budget, serials=max(budget.serials, sum(option.begins for option in forced)))
            chosen = choose(options, forced, budget)
            if chosen is None:
                continue
            found = score(chosen, budget, len(forced))
            key = (*found[:4], abs(count - wanted), *found[4:])
            if best is None or key < best[0]:
                best = (key, chosen, rules)
            if (not found[0] and not found[1] and found[5] <= 1) or rules is None:
                break
        if best is None:
            return None
        _, chosen, rules = best
        articles = tuple(self.article(option, slot) for option in chosen)
        return self.assembly.programme(slot, (*first, *articles), rules)

    def budget(self, first: tuple[Item, ...], rules: Item | None, sizes: tuple[int, int], under_way: int) -> TimeBudget:
        """What is left for articles beside what is read first, the reminder and the serials that are under way."""
        spent = (
            self.assembly.fixed.seconds
            + sum(self.assembly.cost(item) for item in first)
            + (rules.seconds if rules else 0.0)
        )
        bounds = self.show.bounds
        low, high, aim = (
            seconds - spent for seconds in (bounds.minimum_seconds, bounds.maximum_seconds, bounds.aim_seconds)
        )
        serials = max(self.capacity.serials - under_way, 0)
        return TimeBudget(low, high, aim, *sizes, serials=serials, wants=self.capacity.wants)

    def article(self, option: Option, slot: Slot) -> Item:
        """An option as an item, with its reason."""
        article, parts = option.candidate.article, len(option.candidate.parts)
        if option.before:
            why = option.before.why
        elif option.part > 1:
            why = reasons.serial(option.part, parts)
        elif option.heard:
            why = reasons.again(option.heard, self.wanted.get(option.slug, ARTICLE))
        else:
            pressing = self.queue.rank(article, slot)
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
        if ItemKind.NOTICE not in self.show.segments:
            return []
        wanted = [
            Option(candidate, 1, -2, wanted=False)
            for slug in inserted
            if (candidate := self.assembly.candidates.get(slug)) and len(candidate.parts) == 1
        ]
        wanted += [
            option
            for option in options
            if option.candidate.article.priority is Priority.URGENT
            and option.heard is None
            and option.slug not in inserted
        ]
        left = (
            self.show.bounds.maximum_seconds - self.assembly.fixed.seconds - sum(item.seconds for item in corrections)
        )
        found = []
        for option in wanted:
            if option.said.cost <= left:
                found.append(option)
                left -= option.said.cost
        return found

    def lacks(self, order: Programme, slot: Slot, memory: Memory, given: Given) -> bool:
        """Whether something has to be read in this slot that its order was frozen without, and there is room for it."""
        carried = {slug for item in order.items if item.kind in ARTICLE_KINDS for slug in item.refs}
        every = self.queue.fresh_options(slot, memory, given.later)
        fresh = tuple(option for option in every if option.slug not in carried | given.elsewhere)
        going = (option for option in self.queue.under_way(slot, memory) if option.slug not in carried)
        read = Counter(slug for item in order.items if item.kind is ItemKind.NOTICE for slug in item.refs)
        missing = tuple(slug for slug, times in Counter(given.by_hand.inserted).items() if read[slug] != times)
        return bool(self.notices(fresh, missing, ())) or any(
            is_last(option, given.later) for option in (*fresh, *going)
        )

    def repeat(
        self, slot: Slot, first: tuple[Item, ...], memory: Memory, taken: frozenset[str], fresh: Sequence[Option]
    ) -> Programme | None:
        """The bulletin heard the longest ago whose words still hold, with unheard articles in it where they fit."""
        own = (entry for entry in memory.bulletins.values() if entry[1].slot.show == self.show.key)
        for at, old in sorted(own, key=lambda entry: (entry[0], entry[1].slot)) if self.planning.repeats else ():
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
            budget = self.budget(first, rules, (0, len(items)), 0)
            heard = tuple(
                Option(self.queue.by_slug[item.refs[0]], 1, rank, item.refs[0] in self.wanted, heard=at)
                for rank, item in enumerate(items, len(fresh))
            )
            chosen = renew(heard, fresh, (), budget)
            if chosen != heard:
                articles = tuple(self.article(option, slot) for option in chosen)
                return self.assembly.programme(slot, (*first, *articles), rules)
            again = tuple(replace(item, why=why) for item in items)
            made = self.assembly.programme(slot, (*first, *again), replace(rules, why=why) if rules else None, old)
            if self.show.bounds.minimum_seconds <= made.seconds <= self.show.bounds.maximum_seconds:
                return made
        return None

    def holds(self, item: Item, slot: Slot) -> bool:
        """Whether an article heard before may air again as it was: whole, unchanged, not expired."""
        candidate = self.queue.by_slug.get(item.refs[0])
        if candidate is None or item.parts > 1 or len(candidate.parts) != 1 or not_at(candidate.article, slot):
            return False
        return item.digest == candidate.parts[0].digest

    def causes(self, slot: Slot, memory: Memory) -> dict[str, int]:
        """Why articles may not air in a slot, and how many for each reason, the most first."""
        found: Counter[str] = Counter()
        for slug, candidate in self.assembly.candidates.items():
            if refused := self.queue.refused.get(slug):
                found[refused] += 1
            elif not_at(candidate.article, slot):
                found[reasons.NOT_ITS_DAY] += 1
            else:
                found[reasons.RESTS if slug in memory.heard else self.queue.delayed.get(slug, reasons.WAITING)] += 1
        return dict(sorted(found.items(), key=lambda entry: (-entry[1], entry[0])))

    def shortfall(
        self, slot: Slot, memory: Memory, options: Sequence[Option], first: tuple[Item, ...], most: int
    ) -> Shortfall:
        """What the slot would need to reach the shortest edition, and why it has not got it."""
        left = self.budget(first, None, (0, most), 0)
        costs = sorted((option.said.cost for option in options), reverse=True)
        lacking = left.low - sum(costs[:most])
        genre, kind = next(iter(self.planning.wants), (None, ARTICLE))
        if genre is None or any(option.wanted for option in options):
            genre, kind = None, ARTICLE
        if not costs:
            why = reasons.nothing(kind, self.causes(slot, memory))
        elif sum(costs) < left.low:
            why = reasons.too_short(minutes(left.low - sum(costs)))
        elif lacking > 0:
            needed = next(count for count in range(len(costs) + 1) if sum(costs[:count]) >= left.low)
            why = reasons.too_few(most, needed, "maximum_items")
        else:
            why = reasons.mismatch(minutes(left.low), minutes(left.high))
        return Shortfall(slot, max(lacking, left.aim / max(most, 1)), genre, why)


def is_last(option: Option, later: Sequence[date]) -> bool:
    """Whether an article that has an end must be read in this slot, or go on in it, to be heard whole."""
    return spare(option.candidate, later, option.part) <= 0


def articles_of(programme: Programme) -> tuple[str, ...]:
    """The articles that an edition carries beside urgent notices."""
    return tuple(slug for item in programme.items if item.kind is ItemKind.ARTICLE for slug in item.refs)
