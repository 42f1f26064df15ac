"""The schedule that every export shows: each slot with what it carries, where its sound is, or why it falls away."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime

    from loaphuong.radio.programme import Programme, Slot


@dataclass(frozen=True, slots=True)
class Broadcast:
    """A slot on the schedule.

    `file` is where its sound is, `page` its address on the site; `cancelled` says why it is not aired.
    """

    slot: Slot
    title: str
    items: tuple[str, ...] = ()
    seconds: float = 0.0
    file: str | None = None
    page: str | None = None
    cancelled: str | None = None


@dataclass(frozen=True, slots=True)
class ToldSlot:
    """What was last told of a slot to those who keep the calendar: its revision, its time, whether it was cancelled."""

    slot: Slot
    sequence: int
    cancelled: bool


def schedule(
    programmes: Iterable[Programme],
    titles: Callable[[Slot], str],
    *,
    files: Mapping[str, tuple[str, float]],
    pages: Mapping[str, str],
    cancelled: Mapping[Slot, str],
    slots: Iterable[Slot] = (),
) -> tuple[Broadcast, ...]:
    """All slots by time, each under the title of its show.

    `files` gives the sound and its seconds by slot's name, `pages` the address of each page.
    `slots` are the calendar's; those that nothing is planned for yet are shown without contents.
    """
    found = [
        Broadcast(
            slot=programme.slot,
            title=titles(programme.slot),
            items=tuple(item.title for item in programme.items if item.refs),
            seconds=files.get(programme.slot.name, ("", programme.seconds))[1],
            file=files.get(programme.slot.name, (None,))[0],
            page=pages.get(programme.slot.name),
        )
        for programme in programmes
        if programme.slot not in cancelled
    ]
    found += [Broadcast(slot, titles(slot), cancelled=why) for slot, why in cancelled.items()]
    shown = {broadcast.slot.name for broadcast in found}
    found += [Broadcast(slot, titles(slot)) for slot in slots if slot.name not in shown]
    return tuple(sorted(found, key=lambda broadcast: broadcast.slot))


def told(
    broadcasts: Iterable[Broadcast], known: Iterable[ToldSlot], now: datetime
) -> tuple[tuple[Broadcast, ToldSlot], ...]:
    """Each broadcast with its revision: one more than was last told if its time or its state has changed since.

    A slot that was told of, is still to come and is on the schedule no more, is cancelled.
    """
    before = {entry.slot.name: entry for entry in known}
    every = {broadcast.slot.name: broadcast for broadcast in broadcasts}
    for name, entry in before.items():
        if name not in every and entry.slot.starts_at > now:
            every[name] = Broadcast(entry.slot, "", cancelled="không còn trong lịch")
    title = next((broadcast.title for broadcast in every.values() if broadcast.title), "")
    found = []
    for broadcast in every.values():
        broadcast = replace(broadcast, title=broadcast.title or title)
        entry = ToldSlot(broadcast.slot, 0, broadcast.cancelled is not None)
        if last := before.get(broadcast.slot.name):
            same = (last.slot.starts_at, last.cancelled) == (entry.slot.starts_at, entry.cancelled)
            entry = replace(entry, sequence=last.sequence + (not same))
        found.append((broadcast, entry))
    return tuple(sorted(found, key=lambda pair: (pair[0].slot.starts_at, pair[0].slot.name)))
