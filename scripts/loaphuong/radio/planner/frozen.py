"""Frozen running orders: whether one still stands, what of it has to go and why, what has to come into it.

A frozen order is opened for a reason alone, and then all of it stays that can: whoever reads what came and what left
finds nothing else changed.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from loaphuong.content.articles import Priority
from loaphuong.radio.planner import reasons
from loaphuong.radio.planner.bulletin import LISTS
from loaphuong.radio.planner.queue import not_at
from loaphuong.station.show import ARTICLE_KINDS, ItemKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from loaphuong.radio.holds import ByHand
    from loaphuong.radio.planner.bulletin import Assembly
    from loaphuong.radio.planner.memory import Memory
    from loaphuong.radio.programme import Item, Programme, Slot

# What people hear of; the words around it come and go with it.
TOLD = ARTICLE_KINDS | {ItemKind.CORRECTION}
# How much longer or shorter than the show allows an order may become by new words before it is filled anew: the studio
# stretches pauses, never by more.
ELASTIC = 0.05


@dataclass(frozen=True, slots=True)
class KnownTexts:
    """What is known of texts beside the material: `gone` by slug, why one was taken back on purpose (in Vietnamese);
    `important` those of high priority, as their files say."""

    gone: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    important: frozenset[str] = frozenset()

    def matters(self, item: Item) -> bool:
        """Whether an item is a notice, or an article of high priority."""
        return item.kind is ItemKind.NOTICE or not self.important.isdisjoint(item.refs)


@dataclass(frozen=True, slots=True)
class Left:
    """An item that has to leave an order, and why; `kept`: nobody wanted that, so the order stays as it is."""

    item: Item
    why: str
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Revision:
    """What changed, or would change, in a frozen order: for what reasons it was opened, what left, what came."""

    slot: Slot
    why: tuple[str, ...]
    left: tuple[Left, ...]
    came: tuple[Item, ...]

    @property
    def refused(self) -> bool:
        """Whether a notice or an article of high priority would go that nobody took back."""
        return any(each.kept for each in self.left)


def own(item: Item) -> tuple[tuple[str, ...], int]:
    """What an item says, whatever the words."""
    return item.refs, item.part


def renew(order: Programme, assembly: Assembly, slot: Slot) -> Programme:
    """An order at the time its slot has now, with the words of today: what was approved again is read anew."""

    def item(old: Item) -> Item:
        fresh = assembly.digest_of(old)
        if fresh is None or fresh == old.digest:
            return old
        title = assembly.title_of(old) if old.kind in ARTICLE_KINDS else old.title
        return replace(old, title=title, digest=fresh, seconds=assembly.seconds_of(old))

    return replace(order, slot=slot, items=tuple(map(item, order.items)))


def count_items(order: Programme) -> Counter[tuple[tuple[str, ...], int]]:
    """What an order says that people hear of, and how often."""
    return Counter(own(item) for item in order.items if item.kind in TOLD)


def judge(order: Programme, assembly: Assembly, memory: Memory, known: KnownTexts, by_hand: ByHand) -> list[Left]:
    """The items of a frozen order that cannot stay in it, each with the reason."""
    found = []
    for item in order.items:
        if not item.refs:
            continue
        why, meant = fault(item, order, assembly, memory, known, by_hand)
        if why:
            found.append(Left(item, why, kept=not meant and known.matters(item)))
    return found


def fault(
    item: Item, order: Programme, assembly: Assembly, memory: Memory, known: KnownTexts, by_hand: ByHand
) -> tuple[str, bool]:
    """Why an item cannot stay, "" if it can; and whether someone meant it to go."""
    for slug in item.refs if item.kind in TOLD else ():
        if slug in known.gone:
            return known.gone[slug], True
    if assembly.digest_of(item) is None:
        return reasons.GONE, item.kind in LISTS
    candidate = assembly.candidates.get(item.refs[0]) if item.kind in ARTICLE_KINDS else None
    if candidate is None:
        return "", True
    article = candidate.article
    if why := not_at(article, order.slot):
        return why, True
    if article.slug in by_hand.taken_back:
        return reasons.TAKEN_BACK, True
    if item.kind is ItemKind.NOTICE:
        wanted = article.slug in by_hand.inserted or article.priority is Priority.URGENT
        return ("" if wanted else reasons.TAKEN_BACK, True)
    if item.why.startswith(reasons.NEW) and article.slug in memory.heard:
        return reasons.heard_before(memory.heard[article.slug]), True
    key = (order.slot.show, article.slug)
    if item.parts > 1 and item.part != memory.next_part(*key, item.parts) and reasons.is_planned(item.why):
        return reasons.PART_WAITS, True
    return "", True


def misfits(order: Programme, low: float, high: float) -> bool:
    """Whether an order has become longer or shorter than the studio can make good; seconds as they are estimated."""
    return not low * (1 - ELASTIC) <= order.seconds <= high * (1 + ELASTIC)


def revision(
    order: Programme,
    made: Programme | None,
    why: Iterable[str],
    left: Iterable[Left],
    is_important: Callable[[Item], bool],
) -> Revision:
    """What `made` has otherwise than the order it replaces; `left` are the items whose reasons are known."""
    told = {own(each.item): each for each in left}
    after = {own(item) for item in made.items} if made else set()
    before = {own(item) for item in order.items}
    gone = tuple(
        told.get(own(item)) or Left(item, reasons.NO_ROOM, kept=is_important(item))
        for item in order.items
        if item.refs and own(item) not in after and (item.kind in TOLD or own(item) in told)
    )
    came = tuple(item for item in (made.items if made else ()) if item.kind in TOLD and own(item) not in before)
    return Revision(order.slot, tuple(dict.fromkeys(why)), gone, came)


def standing_articles(order: Programme, left: Iterable[Left]) -> tuple[Item, ...]:
    """The articles of an order that may stay where they are."""
    gone = {own(each.item) for each in left}
    return tuple(item for item in order.items if item.kind is ItemKind.ARTICLE and own(item) not in gone)
