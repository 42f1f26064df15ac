"""When the station may speak: [lich] of audio/station.toml, each key declared once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from typing import Annotated

from loaphuong.core.forms import GIVEN, Noun, Text, describe
from loaphuong.core.messages import N_
from loaphuong.station.fields import (
    AtMoment,
    AtTime,
    Country,
    Flag,
    OnDay,
    Seconds,
    Whole,
)


@dataclass(frozen=True, slots=True, order=True)
class Closure(Noun):
    """An entry of `closed`: a day without broadcast, and why."""

    on: Annotated[OnDay, describe(N_("Closed day"), N_("A day on which nothing is broadcast"), "24/12/2026")]
    why: Annotated[Text, describe(N_("Reason"), N_("Why; the schedule says it"), "Sửa hệ thống loa")]


@dataclass(frozen=True, slots=True, order=True)
class MovedSlot(Noun):
    """An entry of `moved`: from when a slot is moved, and to when."""

    before: Annotated[
        AtMoment, describe(N_("Planned time"), N_("When the slot would have been"), "24/11/2026 16:30", alias="from")
    ]
    after: Annotated[AtMoment, describe(N_("New time"), N_("When it is instead"), "25/11/2026 16:30", alias="to")]


@dataclass(frozen=True, slots=True)
class Calendar(Noun):
    """[lich]: when the station may speak. `opened` are holidays and weekend days that are broadcast on all the same.

    `own` are the slots that someone opened for an urgent notice: audio/holds.csv tells of them, not station.toml.
    """

    country: Annotated[
        Country | None,
        describe(
            N_("Country of the holidays"), N_("On whose holidays nothing is broadcast; without it there are none"), "VN"
        ),
    ] = None
    closed: Annotated[
        tuple[Closure, ...],
        describe(
            N_("Closed days"),
            N_("Further days without a broadcast, each with its reason"),
            [{"on": "24/12/2026", "why": "Sửa hệ thống loa"}],
            max_length=366,
        ),
    ] = ()
    moved: Annotated[
        tuple[MovedSlot, ...],
        describe(
            N_("Moved slots"),
            N_("Slots that are at another time once"),
            [{"from": "24/11/2026 16:30", "to": "25/11/2026 16:30"}],
            max_length=366,
        ),
    ] = ()
    earliest: Annotated[AtTime, describe(N_("Earliest broadcast"), N_("Nothing is broadcast earlier"), "05:30")] = time(
        5, 30
    )
    latest: Annotated[AtTime, describe(N_("Latest broadcast"), N_("Nothing is broadcast later"), "19:00")] = time(21, 0)
    weekend: Annotated[
        Flag, describe(N_("Broadcasts at the weekend"), N_("Whether Saturday and Sunday have broadcasts"), False)
    ] = False
    session_max_seconds: Annotated[
        Seconds, describe(N_("Longest session"), N_("No broadcast is longer, in seconds"), 900)
    ] = 900
    sessions_per_day: Annotated[
        Whole, describe(N_("Sessions a day"), N_("How many broadcasts a day may have"), 2, ge=1, le=24)
    ] = 2
    opened: Annotated[
        tuple[OnDay, ...],
        describe(
            N_("Holidays with broadcasts"),
            N_("Holidays and weekend days with broadcasts all the same"),
            ["02/9/2027"],
            max_length=366,
        ),
    ] = ()
    own: Annotated[tuple[datetime, ...], GIVEN] = ()
