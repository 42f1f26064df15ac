"""Days and times as people here write them: 21/11/2026, 16:30, 16h30, and ISO."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from datetime import tzinfo

USUAL_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")  # where no station says another
YEARS = range(1900, 2101)

DAY = r"(?:(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})|(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2}))"
CLOCK = r"(?P<hour>\d{1,2})(?:[:hg](?P<minute>\d{2})|[hg])(?::(?P<second>\d{2})(?:\.\d+)?)?"
OFFSET = r"(?P<offset>Z|[+-]\d{2}:?\d{2})"
ONLY_DAY = re.compile(DAY, re.ASCII)
ONLY_CLOCK = re.compile(CLOCK, re.ASCII)
MOMENT = re.compile(rf"{DAY}(?:(?:T|\s*[|,]\s*|\s+){CLOCK}\s*{OFFSET}?)?", re.ASCII)


class Unreadable(ValueError):  # noqa: N818 - it says what the text is
    """Not written as a day or a time."""


class Impossible(ValueError):  # noqa: N818 - it says what the text is
    """Written as a day or a time, but there is none such: 31/02/2026, 25:00."""


def day(text: str) -> date:
    """A day; Unreadable or Impossible when it is none."""
    return day_of(match(ONLY_DAY, text))


def clock(text: str) -> time:
    """A time of day; Unreadable or Impossible when it is none."""
    return clock_of(match(ONLY_CLOCK, text))


def moment(text: str, zone: tzinfo, *, timed: bool = False) -> datetime:
    """A day with its time, in this zone; Unreadable or Impossible.

    00:00 when no time is written, unless it has to be (`timed`). A written offset is kept to: the same instant is told
    in the zone.
    """
    found = match(MOMENT, text)
    if timed and not found["hour"]:
        raise Unreadable(text)
    at = datetime.combine(day_of(found), clock_of(found) if found["hour"] else time(), zone)
    if not found["offset"]:
        return at
    try:
        written = datetime.fromisoformat(f"{at:%Y-%m-%dT%H:%M:%S}{found['offset']}")
        return written.astimezone(zone)
    except ValueError as error:
        raise Impossible(text) from error


def month(text: str) -> tuple[int, int]:
    """A month such as 11/2026 or 2026-11 as (year, month); Unreadable or Impossible when it is none."""
    found = re.fullmatch(r"(\d{1,2})/(\d{4})|(\d{4})-(\d{1,2})", text.strip(), re.ASCII)
    if not found:
        raise Unreadable(text)
    year, number = int(found[2] or found[3]), int(found[1] or found[4])
    if year not in YEARS or number not in range(1, 13):
        raise Impossible(text)
    return year, number


def day_of_year(text: str) -> tuple[int, int]:
    """A yearly day such as 05/6 as (month, day); Unreadable or Impossible when it is none."""
    found = re.fullmatch(r"(\d{1,2})/(\d{1,2})", text.strip(), re.ASCII)
    if not found:
        raise Unreadable(text)
    try:
        # A leap year, so that 29/02 is a day.
        date(2000, int(found[2]), int(found[1]))
    except ValueError as error:
        raise Impossible(text) from error
    return int(found[2]), int(found[1])


def match(pattern: re.Pattern[str], text: str) -> re.Match[str]:
    """The whole text as the pattern has it."""
    found = pattern.fullmatch(text.strip())
    if not found:
        raise Unreadable(text)
    return found


def day_of(found: re.Match[str]) -> date:
    """The day a match names."""
    year, number, nth = (
        int(found[one] or found[other]) for one, other in (("year", "y"), ("month", "m"), ("day", "d"))
    )
    try:
        value = date(year, number, nth)
    except ValueError as error:
        raise Impossible(found.string) from error
    if value.year not in YEARS:
        raise Impossible(found.string)
    return value


def clock_of(found: re.Match[str]) -> time:
    """The time of day a match names."""
    try:
        return time(int(found["hour"]), int(found["minute"] or 0), int(found["second"] or 0))
    except ValueError as error:
        raise Impossible(found.string) from error
