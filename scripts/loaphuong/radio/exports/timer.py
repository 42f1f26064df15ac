"""When the page is built without anybody: every morning, before and after each slot, as three systems' timers read it.

It never plays. A run that was missed is made up for at the next start, where the system can.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from loaphuong.radio import rendering

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import time
    from pathlib import PurePath

    from loaphuong.station.show import Show

NAME = "loa-phuong"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# How long after the longest bulletin the page tells that it was on air: the podcast has it, and the newest sound is it.
AFTER = timedelta(minutes=3)
MONDAY = datetime(2024, 1, 1)  # noqa: DTZ001 - a week of its own, to reckon with days and hours


@dataclass(frozen=True, slots=True, order=True)
class BuildTime:
    """A time of the week; `weekday` as `date.weekday()`, None for every day."""

    weekday: int | None
    hour: int
    minute: int

    @property
    def day(self) -> str:
        """Its day by its English name; empty for every day."""
        return "" if self.weekday is None else DAYS[self.weekday]

    @property
    def at(self) -> str:
        """05:00:00"""
        return f"{self.hour:02}:{self.minute:02}:00"

    @property
    def systemd(self) -> str:
        """As OnCalendar has it: Tue *-*-* 15:30:00"""
        return f"{self.day[:3]} *-*-* {self.at}".lstrip()

    @property
    def cron(self) -> str:
        """As a crontab has it: 30 15 * * 2"""
        day = "*" if self.weekday is None else (self.weekday + 1) % 7
        return f"{self.minute} {self.hour} * * {day}"


def list_times(shows: Iterable[Show], morning: time, before: timedelta) -> tuple[BuildTime, ...]:
    """Every morning, then so long before each slot of the week and when it is over, each once."""
    slots = (
        (MONDAY + timedelta(days=rule.weekday, hours=rule.at.hour, minutes=rule.at.minute), show.bounds.maximum_seconds)
        for show in shows
        for rule in show.slots
    )
    around = (at for begin, longest in slots for at in (begin - before, begin + timedelta(seconds=longest) + AFTER))
    found = {BuildTime(at.weekday(), at.hour, at.minute) for at in around}
    return (
        BuildTime(None, morning.hour, morning.minute),
        *sorted(found, key=lambda each: (each.weekday or 0, each.at)),
    )


def render(root: PurePath, words: Sequence[object], moments: Sequence[BuildTime], zone: str) -> Mapping[str, bytes]:
    """Units of systemd, a task of Windows, lines of a crontab, by name; `words` are the command and its arguments.

    Windows follows the clock of its machine, whatever the zone.
    """
    values = {"root": root, "words": [str(word) for word in words], "moments": moments, "zone": zone}
    made = {
        name: rendering.render(name, **values)
        for name in (f"{NAME}.service", f"{NAME}.timer", f"{NAME}.cron", f"{NAME}.xml")
    }
    # The one form that Task Scheduler imports everywhere.
    return {name: text.encode("utf-16" if name.endswith(".xml") else "utf-8") for name, text in made.items()}
