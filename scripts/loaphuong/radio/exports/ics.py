"""lich-phat.ics: the schedule for any calendar (RFC 5545), with an alarm a quarter of an hour before each broadcast."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from icalendar import Alarm, Calendar, Event

from loaphuong.content.events import Recurrence
from loaphuong.core import addresses

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from loaphuong.content.events import Event as PublicEvent
    from loaphuong.radio.exports.schedule import Broadcast
    from loaphuong.station.nouns import Station

BEFORE = timedelta(minutes=15)
EVENT_BEFORE = timedelta(hours=12)
REFRESH = timedelta(hours=12)


def render(broadcasts: Iterable[Broadcast], station: Station, now: datetime, before: bytes | None = None) -> bytes:
    """The calendar, the same bytes for the same schedule. An event lasts as long as a bulletin may.

    `before` is the calendar as it was told last: an event that did not change keeps the time it was told at.
    """
    called = f"{station.main.name} – {station.ward.name}"
    calendar = begin_calendar("lich-phat", station)
    calendar.add("name", called)
    calendar.add("x-wr-calname", called)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    add_events(calendar, (event(broadcast, station, now) for broadcast in broadcasts), before)
    return bytes(calendar.to_ical())


def render_events(events: Iterable[PublicEvent], station: Station, now: datetime, before: bytes | None = None) -> bytes:
    """The events of a ward, those that come again by their rule; kept stamps as in `render`."""
    calendar = begin_calendar("su-kien", station)
    calendar.add("x-wr-calname", station.ward.name)
    add_events(calendar, (public_event(found, station, now) for found in events), before)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def begin_calendar(of: str, station: Station) -> Calendar:
    """What every calendar of a ward says of itself first."""
    calendar = Calendar()
    calendar.add("prodid", f"-//Loa Phường//{of}//VI")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-timezone", station.time_zone)
    return calendar


def add_events(calendar: Calendar, made: Iterable[Event], before: bytes | None) -> None:
    """Add events; one that says what the calendar of `before` said keeps the time it was told at."""
    told = read_events(before)
    for each in made:
        known = told.get(str(each["uid"]))
        if known and drop_stamp(known) == drop_stamp(each):
            each["dtstamp"] = known["dtstamp"]
        calendar.add_component(each)


def public_event(found: PublicEvent, station: Station, now: datetime) -> Event:
    """One event of the ward; a changed one is told by its later stamp."""
    host = urlsplit(station.ward.site_url).hostname or "loa-phuong"
    made = Event()
    made.add("uid", f"su-kien-{found.slug}@{host}")
    made.add("dtstamp", now.astimezone(UTC))
    # What comes again does so by the ward's own days.
    again = found.repeats is not Recurrence.ONCE
    for name, at in (("dtstart", found.starts), ("dtend", found.starts + found.lasts)):
        made.add(name, at if again else at.astimezone(UTC))
    made.add("summary", f"{found.title} (minh họa)" if found.illustrative else found.title)
    made.add("location", found.place)
    made.add("description", found.summary)
    made.add("url", addresses.absolute(station.ward.site_url, addresses.event(found.slug)))
    if again:
        rule: dict[str, object] = {"freq": "WEEKLY" if found.repeats is Recurrence.WEEKLY else "MONTHLY"}
        if found.until:
            rule["until"] = datetime.combine(found.until, time.max, found.starts.tzinfo).astimezone(UTC)
        made.add("rrule", rule)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -EVENT_BEFORE)
    alarm.add("description", found.title)
    made.add_component(alarm)
    return made


def read_events(told: bytes | None) -> Mapping[str, Event]:
    """The events of a calendar by their UIDs; none where it cannot be read."""
    try:
        found = Calendar.from_ical(told).walk("VEVENT") if told else []
        return {str(each["uid"]): each for each in found if isinstance(each, Event)}
    except (ValueError, KeyError, IndexError):
        return {}


def drop_stamp(known: Event) -> bytes:
    """What an event says, whenever it was told."""
    lines = bytes(known.to_ical()).split(b"\r\n")
    return b"\r\n".join(line for line in lines if not line.startswith(b"DTSTAMP"))


def event(broadcast: Broadcast, station: Station, now: datetime) -> Event:
    """One slot; its UID is its name at the ward's address, for good.

    Of two tellings with one SEQUENCE the later DTSTAMP holds (RFC 5546, 2.1.5): a change that no decision counted,
    such as an edited station.toml, is told by it.
    """
    host = urlsplit(station.ward.site_url).hostname or "loa-phuong"
    made = Event()
    made.add("uid", f"{broadcast.slot.name}@{host}")
    made.add("sequence", broadcast.revision)
    made.add("dtstamp", now.astimezone(UTC))
    made.add("dtstart", broadcast.slot.starts_at.astimezone(UTC))
    made.add("duration", timedelta(seconds=station.show(broadcast.slot.show).bounds.maximum_seconds))
    made.add("summary", f"Hủy: {broadcast.title}" if broadcast.cancelled else broadcast.title)
    if broadcast.slot.cluster:
        made.add("location", broadcast.slot.cluster)
    if broadcast.page:
        made.add("url", addresses.absolute(station.ward.site_url, broadcast.page))
    if broadcast.cancelled:
        made.add("status", "CANCELLED")
        made.add("transp", "TRANSPARENT")
        made.add("description", f"Không phát: {broadcast.cancelled}.")
        return made
    made.add("status", "CONFIRMED")
    if broadcast.items:
        made.add("description", "\n".join(f"{index}. {title}" for index, title in enumerate(broadcast.items, 1)))
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -BEFORE)
    alarm.add("description", f"15 phút nữa phát: {broadcast.title}")
    made.add_component(alarm)
    return made
