"""What is to happen: meetings, contests, festivals, citizens' reception, waste collection; once or again and again.

Each field is declared here and nowhere else (see `declaration`). Times are aware and in the station's zone.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, NamedTuple

from loaphuong.content.declaration import Written
from loaphuong.core.choices import pick
from loaphuong.core.forms import Day, Moment, Text, YesNo, describe
from loaphuong.core.messages import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

# How long what says no end takes.
USUAL = timedelta(hours=2)
REF = "su-kien/"


class EventKind(StrEnum):
    """What happens: the word editors write."""

    MEETING = "hoi_nghi"
    CONTEST = "hoi_thi"
    FESTIVAL = "ngay_hoi"
    RECEPTION = "tiep_dan"
    WASTE = "thu_gom"
    OTHER = "khac"


class Recurrence(StrEnum):
    """How it comes again."""

    ONCE = "mot_lan"
    WEEKLY = "hang_tuan"
    MONTHLY = "hang_thang"


class Occurrence(NamedTuple):
    """One time that it happens."""

    starts: datetime
    ends: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Written):
    """One Markdown file of a folder of events; `until` is the last day on which one that comes again may begin."""

    kind: Annotated[EventKind, pick(EventKind), describe(N_("Kind of event"), N_("What happens"), "ngay_hoi")] = (
        EventKind.OTHER
    )
    starts: Annotated[
        Moment, describe(N_("Begins"), N_("When it begins, the first time if it comes again"), "28/11/2026 08:00")
    ]
    ends: Annotated[
        Moment | None, describe(N_("Ends"), N_("When it ends; without it after two hours"), "28/11/2026 10:30")
    ] = None
    place: Annotated[Text, describe(N_("Place of event"), N_("Where it happens"), "Sân nhà văn hóa phường")]
    organiser: Annotated[Text | None, describe(N_("Organiser"), N_("Who holds it"), "Ủy ban MTTQ Việt Nam phường")] = (
        None
    )
    repeats: Annotated[
        Recurrence,
        pick(Recurrence),
        describe(N_("Comes again"), N_("Once, every week on that day, or every month on that date"), "hang_tuan"),
    ] = Recurrence.ONCE
    until: Annotated[
        Day | None, describe(N_("Comes again until"), N_("The last day on which it may begin"), "31/12/2026")
    ] = None
    reminded: Annotated[
        YesNo, describe(N_("Said in bulletins"), N_("Whether the loudspeakers remind of it in the days before"), "true")
    ] = True
    illustrative: Annotated[YesNo, describe(N_("Illustrative"), N_("Whether the event is made up"), "true")] = False

    @property
    def lasts(self) -> timedelta:
        """How long one time of it takes."""
        return self.ends - self.starts if self.ends else USUAL


def occurrences(event: Event, first: datetime, last: datetime) -> Iterator[Occurrence]:
    """Each time that it happens, of those that end after `first` and begin before `last`, in order."""
    for starts in list_starts(event, last):
        if starts + event.lasts > first:
            yield Occurrence(starts, starts + event.lasts)


def list_starts(event: Event, last: datetime) -> Iterator[datetime]:
    """When it begins, each time before `last`; a month without that date has none."""
    number, starts = 0, event.starts
    while starts < last and (event.until is None or starts.date() <= event.until):
        yield starts
        if event.repeats is Recurrence.ONCE:
            return
        number += 1
        if event.repeats is Recurrence.WEEKLY:
            starts = event.starts + timedelta(weeks=number)
            continue
        year, month = divmod(event.starts.year * 12 + event.starts.month - 1 + number, 12)
        while monthrange(year, month + 1)[1] < event.starts.day:
            number += 1
            year, month = divmod(event.starts.year * 12 + event.starts.month - 1 + number, 12)
        starts = event.starts.replace(year=year, month=month + 1)


def refer(event: Event, at: Occurrence) -> str:
    """One time of an event, as a running order names it: su-kien/ngay-hoi@2026-11-28"""
    return f"{REF}{event.slug}@{at.starts:%Y-%m-%d}"


def slug_of(ref: str) -> str:
    """The event that a running order names; empty where it names none."""
    return ref.removeprefix(REF).partition("@")[0] if ref.startswith(REF) else ""


def time_of(event: Event, ref: str) -> datetime:
    """When the time of an event begins that a running order names."""
    at = date.fromisoformat(ref.partition("@")[2])
    return event.starts.replace(year=at.year, month=at.month, day=at.day)
