"""Plays → lines of the broadcast log: which slot each belongs to, and whether its bulletin was heard to the end."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from loaphuong.core.messages import N_, tr
from loaphuong.core.vietnamese import minutes
from loaphuong.radio import calendar
from loaphuong.radio.log import Aired, Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from loaphuong.radio.episode import Episode
    from loaphuong.radio.plays import Play
    from loaphuong.radio.programme import Slot
    from loaphuong.station.nouns import Station

# A file of ours is named by its slot, or by day and hour on air: 2026-11-24-1630.mp3, 2026-11-24_1630_x.mp3.
NAMED = re.compile(r"(?<!\d)(\d{4}-\d{2}-\d{2})[-_](\d{4})(?!\d)")
EARLY = timedelta(minutes=10)
# What a player may leave out at the end, in seconds: a fade, a rounded second, a late event.
SLACK_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class Matched:
    """The lines to note, each with its slot, and how many plays were of nothing of ours."""

    lines: tuple[tuple[Aired, Slot | None], ...]
    others: int


def match(
    plays: Sequence[Play],
    station: Station,
    slots: Iterable[Slot],
    packages: Mapping[str, Episode],
    by: str,
    now: datetime,
) -> Matched:
    """One line a slot that was played. `slots` are those that had a bulletin, `packages` are known by their names."""
    known = {slot.name: slot for slot in slots}
    by_slot: dict[str, list[Play]] = defaultdict(list)
    others = 0
    for play in plays:
        name = slot_of(play, station, known)
        if name is None:
            others += 1
        else:
            by_slot[name].append(play)
    lines = [
        (line_of(name, heard, packages.get(name), station, known.get(name), by, now), known.get(name))
        for name, heard in by_slot.items()
    ]
    return Matched(tuple(sorted(lines, key=lambda pair: pair[0].at)), others)


def slot_of(play: Play, station: Station, known: Mapping[str, Slot]) -> str | None:
    """The slot that a play says, by name, by its file's name, or by its time where it says neither; None for none."""
    if play.slot:
        return play.slot
    if play.file:
        named = NAMED.search(play.file.replace("\\", "/").rpartition("/")[2])
        if named is None:
            return None
        name = f"{named[1]}-{named[2]}"
        moved = (slot.name for slot in known.values() if calendar.name_slot(slot.starts_at) == name)
        return name if name in known else next(moved, None)
    near = (
        slot.name
        for slot in known.values()
        if slot.starts_at - EARLY <= play.started_at < calendar.ends_at(station, slot)
    )
    return next(near, None)


def line_of(
    name: str,
    plays: Sequence[Play],
    episode: Episode | None,
    station: Station,
    slot: Slot | None,
    by: str,
    now: datetime,
) -> Aired:
    """What the plays of one slot come to: whole when together they cover the file, and nothing went wrong."""
    media = episode.file("loa") if episode else None
    sha256 = next((play.sha256 for play in plays if play.sha256), media.sha256 if media else "")
    length = next((play.file_seconds for play in plays if play.file_seconds), media.seconds if media else None)
    faults = list(dict.fromkeys(play.fault for play in plays if play.fault))
    heard = cover(plays)
    if heard is None:
        whole, seconds = not faults, length
        notes = [tr(N_("the player does not say how long it played"))]
    else:
        least = length if length is not None else station.show(slot.show if slot else "").bounds.minimum_seconds
        whole = heard >= least - SLACK_SECONDS and not faults
        seconds = min(heard, length) if length is not None else heard
        notes = [] if whole else [tell_break(plays, episode)]
    if media and sha256 != media.sha256:
        notes.append(tr(N_("not the file of the package")))
    return Aired(
        slot=name,
        at=min(play.started_at for play in plays),
        by=by,
        result=Result.WHOLE if whole else Result.INTERRUPTED if heard is None or heard >= 1 else Result.SILENT,
        seconds=seconds,
        sha256=sha256,
        note="; ".join([*faults, *notes]),
        recorded_at=now,
    )


def cover(plays: Iterable[Play]) -> float | None:
    """How many seconds of the file were heard, each counted once; None where a play does not say."""
    parts = sorted((play.from_seconds, play.to_seconds) for play in plays if play.to_seconds is not None)
    if not parts:
        return None
    total, reached = 0.0, 0.0
    for begin, end in parts:
        total += max(0.0, end - max(begin, reached))
        reached = max(reached, end)
    return total


def tell_break(plays: Iterable[Play], episode: Episode | None) -> str:
    """How far the file was heard, and in which item it stopped."""
    far = max(play.to_seconds or 0.0 for play in plays)
    items = [chapter.title for chapter in episode.chapters if chapter.start_ms <= far * 1000] if episode else []
    if not items:
        return tr(N_("heard until {time}"), time=minutes(far))
    return tr(N_("heard until {time}, in “{item}”"), time=minutes(far), item=items[-1])
