"""Looking ahead: the next slots, what each would carry, what falls away, what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from loaphuong.app.ward import load
from loaphuong.core.problems import Stopped
from loaphuong.radio import calendar, log, orders
from loaphuong.radio.newsroom import Newsroom
from loaphuong.radio.planner import outlook
from loaphuong.report import period

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime
    from pathlib import Path

    from loaphuong.core.problems import Problem
    from loaphuong.radio.calendar import ClosedSlot
    from loaphuong.radio.planner.outlook import Outlook
    from loaphuong.radio.planner.plan import Plan
    from loaphuong.report.period import Period


@dataclass(frozen=True, slots=True)
class Ahead:
    """What the slots from `first` to `last` carry, those that fall away, what it comes to, what is missing and due."""

    first: date
    last: date
    plan: Plan
    outlook: Outlook
    closed: tuple[ClosedSlot, ...]
    due: tuple[Period, ...]
    problems: tuple[Problem, ...]


def plan_ahead(root: Path, now: datetime, first: date, last: date) -> Ahead:
    """What the slots of these days would carry; Stopped if the ward cannot be published."""
    ward = load(root, now)
    if ward.errors:
        raise Stopped(ward.errors)
    return look_ahead(Newsroom(ward), first, last)


def look_ahead(newsroom: Newsroom, first: date | None = None, last: date | None = None) -> Ahead:
    """The view on these days, or on the weeks whose material station.toml watches; what is over is not planned."""
    ward, station = newsroom.ward, newsroom.station
    first = first or ward.now.date()
    last = last or first + timedelta(weeks=station.planning.alarm_weeks)
    slots = [slot for slot in calendar.slots(station, first, last) if slot.starts_at > ward.now]
    plan = newsroom.plan(slots)
    seen = outlook.outlook(station, plan, newsroom.candidates, log.times_heard(ward.aired))
    return Ahead(
        first=first,
        last=last,
        plan=plan,
        outlook=seen,
        closed=calendar.closed_slots(station, first, last),
        due=period.due(station.reporting, ward.now.date()),
        problems=(
            *outlook.problems(station, plan, seen),
            *log.clock(ward.aired, ward.now),
            *log.check_unlogged((order.slot for order in ward.orders), ward.aired, ward.now),
            *misplaced(newsroom),
            *(
                found
                for article in newsroom.ward.public.articles
                if article.broadcast
                for found in newsroom.too_long(article)
            ),
        ),
    )


def misplaced(newsroom: Newsroom) -> Iterator[Problem]:
    """Running orders still to come whose slot fell away or moved, and articles that two of them carry."""
    ward, places = newsroom.ward, dict[tuple[str, int], str]()
    for order in ward.orders:
        if order.slot.starts_at >= ward.now:
            yield from orders.check_slot(order, calendar.find(ward.station, order.slot.name))
            yield from orders.check_repetition(order, places)
