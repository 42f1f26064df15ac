"""What the calendar of the site tells, and what frozen slots keep."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import icalendar

from loaphuong.app.build import build
from loaphuong.app.hold import hold
from loaphuong.app.release import release
from loaphuong.app.ward import load, load_packages
from loaphuong.core.project import Project
from loaphuong.radio.exports import ics
from loaphuong.radio.exports.schedule import list_weeks
from loaphuong.radio.newsroom import Newsroom
from tests.app.ward import edit, quiet
from tests.making import NOW

if TYPE_CHECKING:
    from pathlib import Path

SLOT = "2026-11-27-1630"


def test_a_held_slot_is_cancelled_in_the_calendar(built_ward: Path) -> None:
    """Those who keep the calendar are told of the hold, and of its end, each time with a higher revision."""
    root = built_ward

    def event() -> icalendar.Event:
        calendar = icalendar.Calendar.from_ical((root / "site/lich-phat.ics").read_bytes())
        return next(each for each in calendar.walk("VEVENT") if str(each["UID"]).startswith(SLOT))

    first = event()
    assert first["SEQUENCE"] == 0
    assert first.walk("VALARM")
    hold(root, NOW, SLOT, "Sửa loa", "Cán bộ trực")
    build(root, NOW, 1, quiet)
    held = event()
    assert (held["STATUS"], held["SEQUENCE"], held["UID"]) == ("CANCELLED", 1, first["UID"])
    assert not (root / f"site/phat-thanh/{SLOT}/{SLOT}.mp3").exists()
    release(root, NOW, SLOT, "Cán bộ trực")
    build(root, NOW, 1, quiet)
    assert (event().get("STATUS") != "CANCELLED", event()["SEQUENCE"]) == (True, 2)


def test_a_frozen_slot_that_the_station_gave_up_is_cancelled(built_ward: Path) -> None:
    """Its running order stands, its weekly rule is gone: whoever keeps the calendar is told."""
    root = built_ward
    edit(Project(root).station, 'weekday = "thứ sáu"', 'weekday = "thứ năm"')
    build(root, NOW + timedelta(minutes=1), 1, quiet)
    calendar = icalendar.Calendar.from_ical((root / "site/lich-phat.ics").read_bytes())
    told = {str(event["UID"])[: len(SLOT)]: event["STATUS"] for event in calendar.walk("VEVENT")}
    assert told[SLOT] == "CANCELLED"


def test_within_a_week_only_a_decision_changes_the_calendar(built_ward: Path) -> None:
    """What is over stays with what it carried, however late it is told; the next week begins anew."""

    def told(day: int, hour: int, before: bytes | None = None) -> bytes:
        now = NOW.replace(day=day, hour=hour)
        ward = Newsroom(load(built_ward, now)).ward
        return ics.render(list_weeks(ward, load_packages(ward)), ward.station, now, before)

    monday = told(23, 9)
    assert SLOT.encode() in monday
    assert told(27, 20, monday) == monday
    assert told(29, 23, monday) == monday
    assert SLOT.encode() not in told(30, 1, monday)
