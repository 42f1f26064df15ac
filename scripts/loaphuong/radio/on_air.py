"""What may still go on air: running orders at the times that the calendar has today, with the sound that says them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from loaphuong.core.problems import Stopped
from loaphuong.radio import calendar, studio

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from loaphuong.radio.episode import Episode
    from loaphuong.radio.newsroom import Newsroom
    from loaphuong.radio.programme import Programme
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


def fell_away(ward: Ward, order: Programme) -> bool:
    """Whether the calendar has no slot any more for an order that was to come."""
    return order.slot.starts_at > ward.now and calendar.find(ward.station, order.slot.name) is None


def says_today(newsroom: Newsroom, order: Programme, episode: Episode) -> bool:
    """Whether the recording of a coming slot says what its running order comes to by the words of today."""
    if fell_away(newsroom.ward, order):
        return False
    try:
        return studio.says(episode, newsroom.read(order))
    except (Stopped, KeyError, IndexError):  # a text of it is gone, or has fewer parts
        return False


def playable(newsroom: Newsroom, packages: Mapping[str, Episode]) -> dict[str, Episode]:
    """The packages that may be heard: of what is over, all; of what is to come, those that say the words of today."""
    ward, found = newsroom.ward, {}
    for order in ward.orders:
        episode = packages.get(order.slot.name)
        if episode and (order.slot.starts_at <= ward.now or says_today(newsroom, order, episode)):
            found[order.slot.name] = episode
    return found
