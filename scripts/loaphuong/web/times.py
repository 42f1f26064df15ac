"""The schedule as the page's scripts read it: when each slot is, what state it is in, and until when this is known.

A page that was loaded days ago is right by it without being built again; the desk compares its own copy with the one
that is served.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Literal, NotRequired, TypedDict

from loaphuong.core.messages import N_
from loaphuong.core.vietnamese import day
from loaphuong.radio import calendar
from loaphuong.station.show import ALONE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from loaphuong.radio.programme import Slot
    from loaphuong.web.edition import Bulletin, Edition

WEEK = (N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"))
State = Literal["recorded", "planned", "open", "held", "closed"]


class SlotTimes(TypedDict):
    """A slot: ISO times, its day in words, its state and the reason of it; `before` is the time it was moved from."""

    name: str
    starts: str
    ends: str
    at: str
    weekday: str
    day: str
    state: State
    why: NotRequired[str]
    before: NotRequired[str]
    show: NotRequired[str]
    sha256: NotRequired[str]


def render(edition: Edition) -> str:
    """JSON that can stand in a script element: when it was made, until when it reaches, the slots."""
    listed = list(list_slots(edition))
    told: dict[str, object] = {
        "made": edition.now.isoformat(),
        "until": max((each["ends"] for each in listed), default=edition.now.isoformat()),
        "slots": listed,
    }
    return write_json(told)


def write_json(told: Mapping[str, object]) -> str:
    """JSON that can stand in a script element, whatever is in it."""
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def list_slots(edition: Edition) -> Iterator[SlotTimes]:
    """Each slot that is not over, by time: those to come, those that fall away, those that are no more."""
    station, now = edition.station, edition.now
    known = {each.programme.slot.name: each for each in edition.bulletins}
    found: dict[str, tuple[Slot, State, str]] = {}
    for slot in edition.upcoming:
        found[slot.name] = (slot, *tell_state(known.get(slot.name)))
    last = max((slot.starts_at for slot in edition.upcoming), default=now).date()
    for closed in calendar.closed_slots(station, now.date(), last):
        found.setdefault(closed.slot.name, (closed.slot, "closed", closed.why))
    for name, bulletin in known.items():
        if name not in found and calendar.find(station, name) is None:
            found[name] = (bulletin.programme.slot, "closed", edition.tr(N_("no longer in the schedule")))
    for slot, how, why in sorted(found.values(), key=lambda each: each[0]):
        if calendar.ends_at(station, slot) > now:
            yield describe(edition, slot, how, why, known.get(slot.name))


def tell_state(bulletin: Bulletin | None) -> tuple[State, str]:
    """What is known of a slot that the calendar has, and why it is put off."""
    if bulletin is None:
        return "open", ""
    if bulletin.held is not None:
        return "held", bulletin.held
    return ("recorded" if bulletin.episode else "planned"), ""


def describe(edition: Edition, slot: Slot, how: State, why: str, bulletin: Bulletin | None) -> SlotTimes:
    """A slot as scripts read it; the digest is that of the file to be aired."""
    at = slot.starts_at
    found: SlotTimes = {
        "name": slot.name,
        "starts": at.isoformat(),
        "ends": calendar.ends_at(edition.station, slot).isoformat(),
        "at": f"{at:%H:%M}",
        "weekday": name_weekday(edition, at),
        "day": day(at),
        "state": how,
    }
    if why:
        found["why"] = why
    if calendar.is_moved(slot) and (planned := calendar.find_planned(edition.station, slot.name)):
        found["before"] = f"{planned:%H:%M} {name_weekday(edition, planned)}, {day(planned)}"
    if len(edition.station.shows) > 1 or slot.show == ALONE:
        found["show"] = edition.show_of(slot).name
    if how == "recorded" and bulletin and bulletin.episode and (heard := bulletin.episode.file("loa")):
        found["sha256"] = heard.sha256
    return found


def name_weekday(edition: Edition, at: datetime) -> str:
    """The name of its day of the week, in the page's language."""
    return edition.tr(WEEK[at.weekday()])
