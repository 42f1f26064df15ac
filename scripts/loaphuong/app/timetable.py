"""The schedule as other people's programs read it, and the report on what came of it."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from loaphuong.app.ward import load
from loaphuong.core import addresses, files
from loaphuong.core.problems import Stopped
from loaphuong.core.project import Project
from loaphuong.radio import calendar
from loaphuong.radio.exports import book, ics, liquidsoap, lists, timer
from loaphuong.radio.exports.schedule import Broadcast, schedule, told
from loaphuong.radio.studio import load as load_episode
from loaphuong.report import document, gathering, period, writing

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from loaphuong.radio.ward import Ward
    from loaphuong.report.gathering import Report

WEEKS = 8


def broadcasts(ward: Ward) -> tuple[Broadcast, ...]:
    """Every slot of the next weeks: what it carries, its sound where it is recorded, or why it falls away."""
    first = ward.now.date()
    last = first + timedelta(weeks=WEEKS)
    cancelled = {closed.slot: closed.why for closed in calendar.closed_slots(ward.station, first, last)}
    slots = [slot for slot in calendar.slots(ward.station, first, last) if slot.starts_at > ward.now]
    cancelled |= {slot: ward.decisions.held[slot.name] for slot in slots if slot.name in ward.decisions.held}
    sounds = {}
    for order in ward.orders:
        episode = load_episode(Project(ward.root).packages / order.slot.name)
        if episode and (media := episode.file("loa")):
            sounds[order.slot.name] = ((ward.root / media.path).as_posix(), media.seconds)
    coming = [order for order in ward.orders if order.slot.starts_at > ward.now]
    pages = {order.slot.name: addresses.bulletin(order.slot.name) for order in ward.orders}
    return schedule(coming, ward.station.programme_name, files=sounds, pages=pages, cancelled=cancelled, slots=slots)


def calendar_file(ward: Ward) -> tuple[bytes, Callable[[], None]]:
    """lich-phat.ics, and what to call once it is out: what it told is kept, so that a later change is told as one."""
    known = told(broadcasts(ward), book.read(ward.root), ward.now)
    keep = partial(book.write, ward.root, [entry for _, entry in known], ward.now)
    return ics.render(known, ward.station, ward.now), keep


def export(root: Path, now: datetime) -> tuple[Path, ...]:
    """Write calendar, playlists, table, Liquidsoap script and timer to audio/exports/; the files written."""
    with files.locked(root):
        ward = load(root, now)
        if ward.errors:
            raise Stopped(ward.errors)
        known = broadcasts(ward)
        events, keep = calendar_file(ward)
        zone = ward.station.time_zone
        command = Path(shutil.which("loa") or sys.argv[0]).resolve()
        earliest = min((rule.at for rule in ward.station.slots), default=None)
        made = {
            "lich-phat.ics": events,
            "lich-phat.m3u8": lists.m3u8(known),
            "lich-phat.xspf": lists.xspf(known, ward.station.ward.station_name),
            "lich-phat.csv": lists.table(known),
            "loa-phuong.liq": liquidsoap.render(known),
        }
        if earliest:
            made |= timer.render(root, command, earliest.replace(hour=(earliest.hour + 12) % 24), zone)
        for name, data in made.items():
            files.write_bytes(Project(root).exports / name, data)
        keep()
    return tuple(Path(Project.exports) / name for name in made)


@dataclass(frozen=True, slots=True)
class Reported:
    """A report and where it was written."""

    report: Report
    markdown: str
    paths: tuple[Path, ...]


def report(root: Path, now: datetime, name: str | None, first: date | None, last: date | None) -> Reported:
    """Count a period, by its name (2026-6-thang, 2026-nam) or its days, and write it as .md, .csv and .docx."""
    ward = load(root, now)
    station = ward.station
    span = (
        period.named(name, station.reporting)
        if name
        else period.between(first or now.date() - timedelta(days=30), last or now.date())
    )
    slots = [slot for slot in calendar.slots(station, span.first, span.last) if slot.starts_at <= now]
    counted = gathering.gather(span, ward.public, ward.orders, ward.aired, slots, ward.register.withdrawals.values())
    text = writing.markdown(counted, station)
    stem = f"bao-cao_{name or f'{span.first}_{span.last}'}"
    made = {
        f"{stem}.md": text.encode(),
        f"{stem}.csv": writing.table(counted),
        f"{stem}_quy-tac.csv": writing.matrix(counted.covered),
        f"{stem}.docx": document.render(counted, station, now),
    }
    for each, data in made.items():
        files.write_bytes(Project(root).reports / each, data)
    return Reported(counted, text, tuple(Path(Project.reports) / each for each in made))
