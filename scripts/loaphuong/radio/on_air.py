"""Running orders as they go on air today: at the times of the calendar, under the titles that are approved."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from loaphuong.content.events import slug_of
from loaphuong.core.vietnamese import day, weekday
from loaphuong.radio import calendar
from loaphuong.radio.planner.bulletin import PREFIXES, TITLES
from loaphuong.station.show import ItemKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from loaphuong.radio.programme import Item, Programme
    from loaphuong.radio.ward import Ward


def retime(ward: Ward, orders: Iterable[Programme]) -> Iterator[Programme]:
    """Running orders with the times and clusters that the calendar has for their slots today, by name.

    What is over stays as it was, and so does the order of a slot that fell away.
    """
    moved = {calendar.name_slot(move.before) for move in ward.station.calendar.moved}
    for order in orders:
        over = order.slot.starts_at <= ward.now
        slot = calendar.find(ward.station, order.slot.name) if not over or order.slot.name in moved else None
        yield order if slot is None or (over and slot.starts_at <= ward.now) else replace(order, slot=slot)


def entitle(ward: Ward, order: Programme) -> Programme:
    """A running order with the titles that are approved today, whatever stands in its file.

    An item that no public text answers for any more has none.
    """
    titles = {article.slug: article.title for article in ward.public.articles}
    titles |= {f"{code.slug}#{rule.id}": code.title for code in ward.public.codes for rule in code.rules}

    public = {event.slug for event in ward.public.events}

    def name_item(item: Item) -> Item:
        named = next((titles[ref] for ref in item.refs if ref in titles), "")
        gone = item.kind is ItemKind.EVENTS and not public.issuperset(map(slug_of, item.refs))
        fixed = "" if gone else TITLES.get(item.kind, "")
        return replace(item, title=f"{PREFIXES.get(item.kind, '')}{named}" if named else fixed)

    return replace(order, items=tuple(map(name_item, order.items)))


def leave_unanswered_out(order: Programme) -> Programme:
    """A running order without the items that no public text answers for any more."""
    return replace(order, items=tuple(item for item in order.items if item.title))


def title(ward: Ward, order: Programme) -> str:
    """What the recording of a running order is called: Nếp sống đẹp phường ta, thứ sáu, 27/11/2026."""
    at = order.slot.starts_at
    return f"{ward.station.show(order.slot.show).name}, {weekday(at).lower()}, {day(at)}"


def fell_away(ward: Ward, order: Programme) -> bool:
    """Whether the calendar has no slot any more for an order that was to come."""
    return order.slot.starts_at > ward.now and calendar.find(ward.station, order.slot.name) is None
