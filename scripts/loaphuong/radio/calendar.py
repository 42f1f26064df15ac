"""The station's slots: weekly rules, without the days that are closed, with the ones that were moved; urgent ones.

A slot is named after the start its weekly rule gives it; a moved one keeps that name. All times are in the station's
zone, whatever the machine's.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING

import holidays

from loaphuong.core.problems import problem
from loaphuong.core.vietnamese import moment
from loaphuong.radio.programme import Slot
from loaphuong.station.show import ALONE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import time

    from loaphuong.core.problems import Problem
    from loaphuong.station.nouns import Station
    from loaphuong.station.show import Show, SlotRule

ONE_DAY = timedelta(days=1)
SATURDAY = 5
WEEKEND = "Thứ bảy, chủ nhật không phát"
# A slot of its own begins on the next of so many minutes, and leaves as many to record it.
LEAD = 5
MINUTE = timedelta(minutes=1)
# `next_slots` gives up after this long without an open slot: the calendar is closed for good.
LONGEST_GAP = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class ClosedSlot:
    """A slot that its weekly rule gives but its day does not; `why` is Vietnamese, for staff."""

    slot: Slot
    why: str


@lru_cache(maxsize=64)
def holiday_names(country: str, year: int) -> dict[date, str]:
    """The public holidays of a year, named in Vietnamese where they are translated; KeyError for an unknown country."""
    try:
        found = holidays.country_holidays(country, years=year, language="vi")
    except NotImplementedError as error:
        raise KeyError(country) from error
    return {day: found[day] for day in sorted(found)}


def closed_why(station: Station, day: date) -> str | None:
    """Why nothing is broadcast on a day; None on an open one."""
    calendar = station.calendar
    for closed in calendar.closed:
        if closed.on == day:
            return closed.why
    if day in calendar.opened:
        return None
    if not calendar.weekend and day.weekday() >= SATURDAY:
        return WEEKEND
    if calendar.country:
        try:
            return holiday_names(calendar.country, day.year).get(day)
        except KeyError:
            return None  # `check` names the unknown country
    return None


def name_slot(starts_at: datetime) -> str:
    """2026-11-24-1630."""
    return f"{starts_at:%Y-%m-%d-%H%M}"


def is_moved(slot: Slot) -> bool:
    """Whether a slot starts at another time than its name says."""
    return slot.name != name_slot(slot.starts_at)


def find_planned(station: Station, name: str) -> datetime | None:
    """The start that the weekly rule gave the slot of this name; None for a name that says none."""
    try:
        return datetime.strptime(name, "%Y-%m-%d-%H%M").replace(tzinfo=station.zone)
    except ValueError:
        return None


def rules_of(station: Station) -> Iterator[tuple[Show, SlotRule]]:
    """The weekly rules of all shows."""
    yield from ((show, rule) for show in station.shows for rule in show.slots)


def weekly(station: Station, first: date, last: date) -> Iterator[Slot]:
    """What the weekly rules give, closed or not, unmoved."""
    zone = station.zone
    rules = sorted(rules_of(station), key=lambda pair: (pair[1].at, pair[1].cluster))
    for offset in range((last - first).days + 1):
        day = first + offset * ONE_DAY
        for show, rule in rules:
            if rule.weekday == day.weekday():
                starts_at = datetime.combine(day, rule.at, zone)
                yield Slot(starts_at, name_slot(starts_at), rule.cluster, show.key)


def place_slots(station: Station, first: date, last: date) -> Iterator[Slot]:
    """The weekly slots at the times they were moved to, of the days from `first` to `last`."""
    moved = {move.before.replace(tzinfo=None): move.after for move in station.calendar.moved}
    zone = station.zone
    for slot in weekly(station, first, last):
        if slot.starts_at.replace(tzinfo=None) not in moved:
            yield slot
    for before, after in moved.items():
        if first <= after.date() <= last:
            for slot in weekly(station, before.date(), before.date()):
                if slot.starts_at.replace(tzinfo=None) == before:
                    yield replace(slot, starts_at=after.replace(tzinfo=zone))
    yield from (open_own(station, at) for at in station.calendar.own if first <= at.date() <= last)


def open_own(station: Station, starts_at: datetime) -> Slot:
    """The slot of its own that an urgent notice has at this time: over the loudspeakers of the main show."""
    cluster = next((rule.cluster for rule in station.main.slots), "")
    return Slot(starts_at, name_slot(starts_at), cluster, ALONE)


def own_start(station: Station, now: datetime) -> datetime:
    """When a slot of its own begins that is opened now: on a round minute, with time to record it."""
    at = now.astimezone(station.zone).replace(second=0, microsecond=0)
    return at + (LEAD + LEAD - at.minute % LEAD) * MINUTE


def find_near(station: Station, slot: Slot, seconds: float) -> Slot | None:
    """The slot that is on air at the same time as one that takes so many seconds; None if there is none."""
    ends, day = slot.starts_at + timedelta(seconds=seconds), slot.starts_at.date()
    for other in slots(station, day - ONE_DAY, day + ONE_DAY):
        longest = timedelta(seconds=station.show(other.show).bounds.maximum_seconds)
        if other.name != slot.name and other.starts_at < ends and slot.starts_at < other.starts_at + longest:
            return other
    return None


def is_quiet(station: Station, at: time) -> bool:
    """Whether nothing is broadcast at this time of the day as a rule."""
    return not station.calendar.earliest <= at <= station.calendar.latest


def ends_at(station: Station, slot: Slot) -> datetime:
    """When a slot is over: a session lasts no longer, whatever is played in it."""
    return slot.starts_at + timedelta(seconds=station.calendar.session_max_seconds)


def slots(station: Station, first: date, last: date) -> tuple[Slot, ...]:
    """The slots that are broadcast on the days from `first` to `last`, in order of time."""
    return tuple(
        sorted(
            slot
            for slot in place_slots(station, first, last)
            if slot.show == ALONE or not closed_why(station, slot.starts_at.date())
        )
    )


def closed_slots(station: Station, first: date, last: date) -> tuple[ClosedSlot, ...]:
    """The slots that fall away on the days from `first` to `last`, with the reason."""
    found = [
        ClosedSlot(slot, why)
        for slot in place_slots(station, first, last)
        if slot.show != ALONE and (why := closed_why(station, slot.starts_at.date()))
    ]
    return tuple(sorted(found, key=lambda closed: closed.slot))


def next_slots(station: Station, now: datetime, count: int) -> tuple[Slot, ...]:
    """The next `count` slots that start after `now`; fewer if the calendar stays closed for over a year."""
    local = now.astimezone(station.zone)
    found: list[Slot] = []
    first = local.date()
    give_up = first + LONGEST_GAP
    while len(found) < count and first <= give_up:
        last = first + timedelta(days=27)
        fresh = [slot for slot in slots(station, first, last) if slot.starts_at > local]
        found += fresh
        first = last + ONE_DAY
        give_up = first + LONGEST_GAP if fresh else give_up
    return tuple(found[:count])


def slots_ahead(station: Station, now: datetime) -> Iterator[Slot]:
    """The slots of each show in the days it wants recorded ahead, and no fewer than its least number of editions.

    Those of urgent notices, too.
    """
    yield from (open_own(station, at) for at in station.calendar.own if at > now)
    weekly_alone = replace(station.calendar, own=())
    for show in station.shows:
        alone, planning = replace(station, shows=(show,), calendar=weekly_alone), show.planning
        within = now.astimezone(station.zone) + planning.ahead_days * ONE_DAY
        soon = [slot for slot in slots(alone, now.date(), within.date()) if now < slot.starts_at <= within]
        yield from soon
        yield from next_slots(alone, now, planning.ahead)[len(soon) :]


def find(station: Station, name: str) -> Slot | None:
    """The slot of this name, moved or not, if the calendar has it and it is open."""
    planned = find_planned(station, name)
    if planned is None:
        return None
    moved = (move.after.date() for move in station.calendar.moved if move.before.date() == planned.date())
    days = {planned.date(), *moved}
    return next((slot for day in sorted(days) for slot in slots(station, day, day) if slot.name == name), None)


def check(station: Station, first: date, last: date) -> tuple[Problem, ...]:
    """What is wrong with the calendar on the days from `first` to `last`, all of it."""
    return (*check_rules(station), *check_moved(station, first), *check_days(station, first, last))


def check_rules(station: Station) -> Iterator[Problem]:
    """Country, session length, and each weekly rule against quiet hours and the weekend."""
    calendar = station.calendar
    if calendar.country:
        try:
            holiday_names(calendar.country, 2026)
        except KeyError:
            yield problem("calendar-country", station.at("lich.country"), country=calendar.country)
    for show in station.shows:
        if show.bounds.maximum_seconds > calendar.session_max_seconds:
            yield problem(
                "calendar-session",
                show.at("maximum_seconds"),
                seconds=show.bounds.maximum_seconds,
                most=calendar.session_max_seconds,
            )
    for show, rule in rules_of(station):
        if is_quiet(station, rule.at):
            yield problem(
                "calendar-quiet",
                show.at(f"{rule.key}.at"),
                at=f"{rule.at:%H:%M}",
                earliest=f"{calendar.earliest:%H:%M}",
                latest=f"{calendar.latest:%H:%M}",
            )
        if rule.weekday >= SATURDAY and not calendar.weekend:
            yield problem("calendar-weekend", show.at(f"{rule.key}.weekday"), at=f"{rule.at:%H:%M}")


def check_moved(station: Station, first: date) -> Iterator[Problem]:
    """Each moved slot: from a slot that exists, to an open day, out of quiet hours.

    What was over before `first` is judged by the rules of its day, not by today's.
    """
    calendar, where = station.calendar, station.at("lich.moved")
    seen: set[datetime] = set()
    for move in calendar.moved:
        before, after = move.before, move.after
        if max(before.date(), after.date()) < first:
            continue
        at, planned = before.replace(tzinfo=None), moment(before)
        if at in seen:
            yield problem("calendar-moved-twice", where, slot=planned)
        seen.add(at)
        if not any(slot.starts_at.replace(tzinfo=None) == at for slot in weekly(station, at.date(), at.date())):
            yield problem("calendar-moved-unknown", where, slot=planned)
        if why := closed_why(station, after.date()):
            yield problem("calendar-moved-closed", where, slot=planned, to=moment(after), why=why)
        if is_quiet(station, after.time()):
            yield problem(
                "calendar-quiet",
                where,
                at=f"{after:%H:%M}",
                earliest=f"{calendar.earliest:%H:%M}",
                latest=f"{calendar.latest:%H:%M}",
            )


def check_days(station: Station, first: date, last: date) -> Iterator[Problem]:
    """Overlaps and too many sessions a day; each pair of weekly rules is named once."""
    found = slots(station, first, last)
    named_pairs: set[tuple[str, str]] = set()
    for one, other in pairwise(found):
        if ALONE in {one.show, other.show}:
            continue
        pair = (f"{one.starts_at:%a %H:%M}", f"{other.starts_at:%a %H:%M}")
        length = timedelta(seconds=station.show(one.show).bounds.maximum_seconds)
        if other.starts_at >= one.starts_at + length:
            continue
        if is_moved(one) or is_moved(other):
            moved, stays = (one, other) if is_moved(one) else (other, one)
            told = {"slot": moved.name, "to": moment(moved.starts_at), "other": stays.name}
            yield problem("calendar-moved-onto", station.at("lich.moved"), minutes=ceil(length / MINUTE), **told)
        elif pair not in named_pairs:
            named_pairs.add(pair)
            yield problem(
                "calendar-overlap", station.at("khung_gio"), one=moment(one.starts_at), other=moment(other.starts_at)
            )
    by_day: dict[date, int] = {}
    for slot in (each for each in found if each.show != ALONE):
        by_day[slot.starts_at.date()] = by_day.get(slot.starts_at.date(), 0) + 1
    weekdays: set[int] = set()
    for day, count in sorted(by_day.items()):
        if count > station.calendar.sessions_per_day and day.weekday() not in weekdays:
            weekdays.add(day.weekday())
            yield problem(
                "calendar-sessions",
                station.at("khung_gio"),
                day=f"{day:%d/%m/%Y}",
                count=count,
                most=station.calendar.sessions_per_day,
            )
