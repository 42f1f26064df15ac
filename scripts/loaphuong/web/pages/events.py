"""What is to happen: the list, the page of each event, and what of it stands on the home page."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from loaphuong.content.events import EventKind, Recurrence, occurrences
from loaphuong.core import addresses
from loaphuong.core.messages import N_
from loaphuong.core.vietnamese import day
from loaphuong.web import landmarks
from loaphuong.web.pages.index import SiteIndex, link
from loaphuong.web.pages.page import PublishedPage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from loaphuong.content.events import Event, Occurrence
    from loaphuong.web.pages.views import EventCard, EventPage, EventsPage, Span

# How far ahead events stand in the list; how many times of one that comes again, there and on the home page.
AHEAD = timedelta(weeks=9)
TIMES, AT_HOME, TIMES_AT_HOME = 6, 6, 2
KINDS = {
    EventKind.MEETING: N_("Meeting"),
    EventKind.CONTEST: N_("Contest"),
    EventKind.FESTIVAL: N_("Festival"),
    EventKind.RECEPTION: N_("Citizens' reception"),
    EventKind.WASTE: N_("Waste collection"),
    EventKind.OTHER: N_("Event"),
}


def pages(index: SiteIndex) -> Iterator[PublishedPage]:
    """The list, where there is an event, and each of them."""
    content = index.edition.content
    if content.events:
        yield overview(index)
    for event in content.events:
        yield page(index, event)


def overview(index: SiteIndex) -> PublishedPage:
    """What comes, by time; below it what is over."""
    data: EventsPage = {
        "kind": "events",
        "active": addresses.SCHEDULE,
        "coming": list_coming(index, TIMES),
        "past": [
            with_span(card(index, event, at), {"since": at.ends.isoformat(), "hidden": at.ends > index.edition.now})
            for event in sorted(index.edition.content.events, key=lambda each: each.starts, reverse=True)
            if (at := find_last(index, event))
        ],
        "calendar": addresses.EVENTS_CALENDAR,
    }
    return PublishedPage.of(landmarks.events(index.edition), "events.html", data)


def list_coming(index: SiteIndex, times: int) -> list[EventCard]:
    """The times to come of all events, in order; of each at most so many. Each stands there until it is over."""
    now = index.edition.now
    found = [
        (at, event)
        for event in index.edition.content.events
        for at in list(occurrences(event, now, now + AHEAD))[:times]
    ]
    return [
        with_span(card(index, event, at), {"until": at.ends.isoformat()})
        for at, event in sorted(found, key=lambda pair: (pair[0], pair[1].slug))
    ]


def list_for_home(index: SiteIndex) -> list[EventCard]:
    """The next ones."""
    return list_coming(index, TIMES_AT_HOME)[:AT_HOME]


def find_last(index: SiteIndex, event: Event) -> Occurrence | None:
    """The last time of an event, within what is looked ahead; None for one that goes on after it."""
    horizon = index.edition.now + AHEAD
    if event.repeats is not Recurrence.ONCE and (event.until is None or event.until >= horizon.date()):
        return None
    return next(iter(reversed(list(occurrences(event, event.starts - event.lasts, horizon)))), None)


def card(index: SiteIndex, event: Event, at: Occurrence) -> EventCard:
    """One time of an event as a list shows it."""
    return {
        "title": event.title,
        "url": addresses.event(event.slug),
        "iso": at.starts.isoformat(),
        "date": f"{at.starts:%d/%m}",
        "weekday": index.weekday(at.starts.weekday()),
        "time": tell_time(index, at),
        "place": event.place,
        "label": index.tr(KINDS[event.kind]),
        "illustrative": event.illustrative,
    }


def with_span(found: EventCard, span: Span) -> EventCard:
    """A card that is shown between two moments."""
    found["span"] = span
    return found


def tell_time(index: SiteIndex, at: Occurrence) -> str:
    """08:00–10:30; on more days with the last one's date."""
    if at.starts.date() == at.ends.date():
        return f"{at.starts:%H:%M}–{at.ends:%H:%M}"
    return index.tr(N_("{time} until {day}"), time=f"{at.starts:%H:%M}", day=day(at.ends))


def page(index: SiteIndex, event: Event) -> PublishedPage:
    """The page of an event."""
    address = addresses.event(event.slug)
    found = landmarks.events(index.edition)
    last = find_last(index, event)
    data: EventPage = {
        "kind": "event",
        "active": addresses.SCHEDULE,
        "crumbs": [link(found.title, addresses.EVENTS)],
        "label": index.tr(KINDS[event.kind]),
        "place": event.place,
        "organiser": event.organiser,
        "illustrative": event.illustrative,
        "again": tell_recurrence(index, event),
        "starts": index.when_in_week(event.starts),
        "time": tell_time(index, occurrences_of(event)),
        "times": [
            with_span(card(index, event, at), {"until": at.ends.isoformat()})
            for at in list(occurrences(event, index.edition.now, index.edition.now + AHEAD))[:TIMES]
        ],
        "ended": {"since": last.ends.isoformat(), "hidden": last.ends > index.edition.now} if last else {},
        "calendar": addresses.event_calendar(event.slug),
        "shared": True,
    }
    body = index.prose(event.body, event.where.path, address)
    return PublishedPage(address, "event.html", event.title, event.summary, data, body)


def occurrences_of(event: Event) -> Occurrence:
    """The first time of an event."""
    return next(occurrences(event, event.starts, latest(event)))


def latest(event: Event) -> datetime:
    """A moment after its first time began."""
    return event.starts + timedelta(minutes=1)


def tell_recurrence(index: SiteIndex, event: Event) -> str:
    """How it comes again, in words; empty for once."""
    if event.repeats is Recurrence.ONCE:
        return ""
    if event.repeats is Recurrence.WEEKLY:
        often = index.tr(N_("Every week, {weekday}"), weekday=index.weekday(event.starts.weekday()))
    else:
        often = index.tr(N_("Every month, on day {number}"), number=event.starts.day)
    return index.tr(N_("{often}, until {day}"), often=often, day=day(event.until)) if event.until else often
