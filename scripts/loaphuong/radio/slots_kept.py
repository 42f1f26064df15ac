"""The slots as they were: audio/programmes/tuan/2026-W48.txt keeps those of a week, whatever its rules become later.

A week is written down when it is planned; while it is still to come, or what of it is, the calendar of today counts.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from loaphuong.core.files import write_text
from loaphuong.core.project import Project
from loaphuong.radio import calendar
from loaphuong.radio.programme import Slot

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo
    from pathlib import Path

    from loaphuong.station.nouns import Station

HEAD = "# Các buổi phát của tuần, theo lịch lúc ấy; máy ghi lại để báo cáo, không cần sửa."
WEEKS_AHEAD = 5
WEEK = timedelta(weeks=1)


def path_of(root: Path, day: date) -> Path:
    """The file of the week that a day lies in."""
    year, week, _ = day.isocalendar()
    return Project(root).weeks / f"{year}-W{week:02}.txt"


def monday(day: date) -> date:
    """The first day of its week."""
    return day - timedelta(days=day.weekday())


def read_week(root: Path, day: date, zone: tzinfo) -> tuple[Slot, ...] | None:
    """The slots of a day's week as they were written down; None if nobody did, or the file is none of ours."""
    try:
        lines = path_of(root, day).read_text("utf-8").splitlines()
        cells = [line.split("\t") for line in lines if line and not line.startswith("#")]
        return tuple(
            Slot(datetime.fromisoformat(at).replace(tzinfo=zone), name, cluster, show)
            for name, at, cluster, show in cells
        )
    except (OSError, ValueError):
        return None


def note_weeks(root: Path, station: Station, now: datetime) -> None:
    """Write down this week and those that are planned next: of what is over, what was written; the rest by today."""
    first = monday(now.astimezone(station.zone).date())
    for number in range(WEEKS_AHEAD):
        day = first + number * WEEK
        found = sorted(week_of(root, station, day, now))
        lines = [f"{each.name}\t{each.starts_at:%Y-%m-%d %H:%M}\t{each.cluster}\t{each.show}" for each in found]
        write_text(path_of(root, day), "\n".join((HEAD, *lines)) + "\n")


def week_of(root: Path, station: Station, day: date, now: datetime) -> Iterator[Slot]:
    """The slots of a week: those over as they were kept, those to come by the calendar of today."""
    first = monday(day)
    today = calendar.slots(station, first, first + timedelta(days=6))
    kept = read_week(root, first, station.zone)
    names = set()
    for slot in today if kept is None else kept:
        if slot.starts_at <= now:
            names.add(slot.name)
            yield slot
    yield from (slot for slot in today if slot.starts_at > now and slot.name not in names)


def slots(root: Path, station: Station, first: date, last: date, now: datetime) -> tuple[Slot, ...]:
    """The slots of these days, the past ones by the calendar of their day."""
    found: list[Slot] = []
    for offset in range(0, (last - monday(first)).days + 1, 7):
        found += week_of(root, station, monday(first) + timedelta(days=offset), now)
    return tuple(sorted(slot for slot in found if first <= slot.starts_at.date() <= last))


def find(root: Path, station: Station, name: str) -> Slot | None:
    """The slot of this name: of the calendar of today, else of its week as it was written down."""
    if found := calendar.find(station, name):
        return found
    try:
        planned = datetime.strptime(name, "%Y-%m-%d-%H%M").date()  # noqa: DTZ007 - only its day is used
    except ValueError:
        return None
    days = (planned, planned - WEEK, planned + WEEK)
    kept = (each for day in days for each in read_week(root, day, station.zone) or ())
    return next((each for each in kept if each.name == name), None)
