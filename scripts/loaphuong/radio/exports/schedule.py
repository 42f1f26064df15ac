"""The schedule that every export shows: each slot with what it carries, where its sound is, or why it falls away."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from loaphuong.core import addresses
from loaphuong.core.vietnamese import day, weekday
from loaphuong.radio import aside, calendar, on_air
from loaphuong.radio.exports.playlist import Track

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from loaphuong.radio.episode import Episode
    from loaphuong.radio.programme import Programme, Slot
    from loaphuong.radio.ward import Ward

WEEKS = 8
# A player that reads the schedule just now may still have to begin what is due since.
BEGUN = timedelta(minutes=1)
GONE = "không còn trong lịch"


@dataclass(frozen=True, slots=True)
class Broadcast:
    """A slot on the schedule.

    `file` is where its sound is, `page` its address on the site; `cancelled` says why it is not aired; `revision` grows
    with each decision that changes whether or when it is.
    """

    slot: Slot
    title: str
    items: tuple[str, ...] = ()
    seconds: float = 0.0
    file: str | None = None
    page: str | None = None
    cancelled: str | None = None
    revision: int = 0


def list_weeks(ward: Ward, packages: Mapping[str, Episode]) -> tuple[Broadcast, ...]:
    """The slots of this week and of the next ones, for calendars: within a week only a decision changes them."""
    today = ward.now.astimezone(ward.station.zone).date()
    monday = today - timedelta(days=today.weekday())
    return list_broadcasts(ward, packages, datetime.combine(monday, time(), ward.station.zone))


def list_broadcasts(
    ward: Ward, packages: Mapping[str, Episode], since: datetime | None = None
) -> tuple[Broadcast, ...]:
    """Every slot of the next weeks: what it carries, its sound where it is recorded, or why it falls away.

    `packages` are known by their slots' names. Nothing is remembered of what was told before: revisions are counted
    from decisions that are committed, so that every clone tells the same.
    """
    since = since or ward.now - BEGUN
    first = since.date()
    last = first + timedelta(weeks=WEEKS)
    every = (*ward.orders, *aside.read(ward.root, ward.station.zone))
    known = [order for order in on_air.retime(ward, every) if order.slot.starts_at > since]
    coming = [order for order in known if not on_air.fell_away(ward, order)]
    slots = {slot.name: slot for slot in calendar.slots(ward.station, first, last) if slot.starts_at > since}
    slots |= {order.slot.name: order.slot for order in coming}
    off = {order.slot.name: (order.slot, GONE) for order in known if order not in coming}
    off |= {each.slot.name: (each.slot, each.why) for each in calendar.closed_slots(ward.station, first, last)}
    off |= {name: (slot, ward.decisions.held[name]) for name, slot in slots.items() if name in ward.decisions.held}
    return schedule(
        coming,
        lambda slot: ward.station.show(slot.show).name,
        files={
            name: ((ward.root / media.path).as_posix(), media.seconds)
            for name, episode in packages.items()
            if (media := episode.file("loa"))
        },
        pages={order.slot.name: addresses.bulletin(order.slot.name) for order in ward.orders},
        cancelled=dict(off.values()),
        slots=slots.values(),
        decisions=ward.decisions.changes,
    )


def schedule(
    programmes: Iterable[Programme],
    titles: Callable[[Slot], str],
    *,
    files: Mapping[str, tuple[str, float]],
    pages: Mapping[str, str],
    cancelled: Mapping[Slot, str],
    slots: Iterable[Slot] = (),
    decisions: Mapping[str, int] = MappingProxyType({}),
) -> tuple[Broadcast, ...]:
    """All slots by time, each under the title of its show.

    A slot is known by its name: whatever cluster or time an order was frozen with, one that is cancelled is not played.
    `files` gives the sound and its seconds by slot's name, `pages` the address of each page.
    `slots` are the calendar's; those that nothing is planned for yet are shown without contents. `decisions` counts by
    slot's name how often staff held or released one; a slot that was moved from the time of its name is revised, too.
    """
    off = {slot.name for slot in cancelled}
    found = [
        Broadcast(
            slot=programme.slot,
            title=titles(programme.slot),
            items=tuple(item.title for item in programme.items if item.refs and item.title),
            seconds=files.get(programme.slot.name, ("", programme.seconds))[1],
            file=files.get(programme.slot.name, (None,))[0],
            page=pages.get(programme.slot.name),
        )
        for programme in programmes
        if programme.slot.name not in off
    ]
    found += [Broadcast(slot, titles(slot), cancelled=why) for slot, why in cancelled.items()]
    shown = {broadcast.slot.name for broadcast in found}
    found += [Broadcast(slot, titles(slot)) for slot in slots if slot.name not in shown]
    return tuple(
        replace(broadcast, revision=decisions.get(broadcast.slot.name, 0) + calendar.is_moved(broadcast.slot))
        for broadcast in sorted(found, key=lambda broadcast: broadcast.slot)
    )


def list_tracks(broadcasts: Iterable[Broadcast]) -> tuple[Track, ...]:
    """The broadcasts that can be played, in their order, each under its title with its day."""
    return tuple(
        Track(each.slot, dated_title(each), each.file, each.seconds, each.items)
        for each in broadcasts
        if each.file and not each.cancelled
    )


def dated_title(broadcast: Broadcast) -> str:
    """Nếp sống đẹp – Thứ Sáu, 27/11/2026"""
    return f"{' '.join(broadcast.title.split())} – {weekday(broadcast.slot.starts_at)}, {day(broadcast.slot.starts_at)}"
