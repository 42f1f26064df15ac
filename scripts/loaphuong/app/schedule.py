"""The schedule of the next weeks, as the site's calendar and every export tell it."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from loaphuong.core import addresses
from loaphuong.radio import calendar
from loaphuong.radio.exports import book, ics
from loaphuong.radio.exports.schedule import Broadcast, schedule, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from loaphuong.radio.episode import Episode
    from loaphuong.radio.programme import Slot
    from loaphuong.radio.ward import Ward

WEEKS = 8


def list_broadcasts(ward: Ward, packages: Mapping[str, Episode]) -> tuple[Broadcast, ...]:
    """Every slot of the next weeks: what it carries, its sound where it is recorded, or why it falls away."""
    first = ward.now.date()
    last = first + timedelta(weeks=WEEKS)
    cancelled = {closed.slot: closed.why for closed in calendar.closed_slots(ward.station, first, last)}
    slots = [slot for slot in calendar.slots(ward.station, first, last) if slot.starts_at > ward.now]
    cancelled |= {slot: ward.decisions.held[slot.name] for slot in slots if slot.name in ward.decisions.held}
    sounds = {
        name: ((ward.root / media.path).as_posix(), media.seconds)
        for name, episode in packages.items()
        if (media := episode.file("loa"))
    }
    coming = [order for order in ward.orders if order.slot.starts_at > ward.now]

    def titles(slot: Slot) -> str:
        return ward.station.show(slot.show).name

    pages = {order.slot.name: addresses.bulletin(order.slot.name) for order in ward.orders}
    return schedule(coming, titles, files=sounds, pages=pages, cancelled=cancelled, slots=slots)


def render_calendar(ward: Ward, broadcasts: Iterable[Broadcast]) -> tuple[bytes, Callable[[], None]]:
    """lich-phat.ics, and what to call once it is out: what it told is kept, so that a later change is told as one."""
    known = told(broadcasts, book.read(ward.root), ward.now)
    keep = partial(book.write, ward.root, [entry for _, entry in known], ward.now)
    return ics.render(known, ward.station, ward.now), keep
