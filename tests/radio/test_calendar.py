"""The station's slots: weekly rules, closed days, moved slots, and what is wrong with them."""

from __future__ import annotations

import os
import time as clock
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from loaphuong.radio.calendar import (
    check,
    closed_slots,
    find,
    find_near,
    next_slots,
    open_own,
    own_start,
    slots,
    slots_ahead,
)
from loaphuong.station.calendar import Calendar, Closure, MovedSlot
from loaphuong.station.show import SlotRule
from tests.making import HANOI, NOW, a_station

WEEK = (date(2026, 12, 7), date(2026, 12, 13))


def at(text: str) -> datetime:
    """A time at the station."""
    return datetime.fromisoformat(text).replace(tzinfo=HANOI)


def names(*args: object) -> list[str]:
    """The names of the slots of some days."""
    return [slot.name for slot in slots(*args)]


def test_weekly_rules_give_named_slots_in_order() -> None:
    """Tuesday and Friday at 16:30, named by date and time, in the station's zone."""
    assert names(a_station(), *WEEK) == ["2026-12-08-1630", "2026-12-11-1630"]
    assert slots(a_station(), *WEEK)[0].starts_at.utcoffset() == timedelta(hours=7)


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2027, 1, 1), "Tết Dương lịch"),
        (date(2027, 2, 9), "Tết"),
        (date(2027, 4, 30), "thắng"),
        (date(2026, 11, 24), "Văn hóa Việt Nam"),
    ],
)
def test_a_holiday_is_closed_with_its_name(day: date, why: str) -> None:
    """A slot on a public holiday falls away, and says which holiday."""
    assert names(a_station(), day, day) == []
    (closed,) = closed_slots(a_station(), day, day)
    assert why in closed.why


def test_a_holiday_can_be_opened_and_a_day_closed() -> None:
    """The ward may broadcast on a holiday, and close any day of its own."""
    calendar = Calendar("VN", closed=(Closure(date(2026, 12, 8), "Sửa hệ thống loa"),), opened=(date(2026, 11, 24),))
    station = a_station(calendar=calendar)
    assert names(station, date(2026, 11, 23), date(2026, 11, 27)) == ["2026-11-24-1630", "2026-11-27-1630"]
    assert [closed.why for closed in closed_slots(station, *WEEK)] == ["Sửa hệ thống loa"]


def test_without_a_country_no_holiday_is_known() -> None:
    """A station that names no country broadcasts on holidays."""
    assert names(a_station(calendar=Calendar(None)), date(2027, 1, 1), date(2027, 1, 1)) == ["2027-01-01-1630"]


def test_a_moved_slot_keeps_its_name() -> None:
    """A slot moved off a holiday is broadcast on its new day, in the order of the new times."""
    calendar = Calendar(
        "VN", moved=(MovedSlot(at("2026-11-24T16:30"), at("2026-11-28T16:30")),), opened=(date(2026, 11, 28),)
    )
    station = a_station(calendar=calendar)
    assert names(station, date(2026, 11, 23), date(2026, 11, 29)) == ["2026-11-27-1630", "2026-11-24-1630"]
    assert check(station, date(2026, 11, 1), date(2026, 12, 31)) == ()
    found = find(station, "2026-11-24-1630")
    assert found is not None
    assert found.starts_at == at("2026-11-28T16:30")


def test_next_slots_start_after_now_in_any_zone() -> None:
    """The machine's zone does not matter, nor how `now` is written."""
    hanoi = next_slots(a_station(), NOW, 3)
    assert [slot.name for slot in hanoi] == ["2026-11-27-1630", "2026-12-01-1630", "2026-12-04-1630"]
    before = os.environ.get("TZ")
    try:
        os.environ["TZ"] = "America/Los_Angeles"
        clock.tzset()
        assert next_slots(a_station(), NOW.astimezone(UTC), 3) == hanoi
    finally:
        os.environ.pop("TZ") if before is None else os.environ.__setitem__("TZ", before)
        clock.tzset()


def test_a_slot_that_has_started_is_not_next() -> None:
    """At 16:30 sharp the slot of 16:30 is on air."""
    assert next_slots(a_station(), at("2026-12-08T16:30"), 1)[0].name == "2026-12-11-1630"
    assert next_slots(a_station(slots=()), NOW, 2) == ()


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"calendar": Calendar("XX")}, "calendar-country"),
        ({"calendar": Calendar("VN", session_max_seconds=300)}, "calendar-session"),
        ({"slots": (SlotRule(1, time(4, 30)),)}, "calendar-quiet"),
        ({"slots": (SlotRule(1, time(22, 0)),)}, "calendar-quiet"),
        ({"slots": (SlotRule(5, time(9, 0)),)}, "calendar-weekend"),
        ({"slots": (SlotRule(6, time(9, 0)),)}, "calendar-weekend"),
        ({"slots": (SlotRule(1, time(16, 30)), SlotRule(1, time(16, 35)))}, "calendar-overlap"),
        ({"slots": tuple(SlotRule(1, time(hour, 0)) for hour in (8, 12, 16))}, "calendar-sessions"),
        (
            {"calendar": Calendar("VN", moved=(MovedSlot(at("2026-12-09T16:30"), at("2026-12-10T16:30")),))},
            "calendar-moved-unknown",
        ),
        (
            {"calendar": Calendar("VN", moved=(MovedSlot(at("2026-12-08T16:30"), at("2027-01-01T16:30")),))},
            "calendar-moved-closed",
        ),
        (
            {"calendar": Calendar("VN", moved=(MovedSlot(at("2026-12-08T16:30"), at("2026-12-10T23:30")),))},
            "calendar-quiet",
        ),
        (
            {"calendar": Calendar("VN", moved=(MovedSlot(at("2026-12-08T16:30"), at("2026-12-11T16:33")),))},
            "calendar-moved-onto",
        ),
        (
            {
                "calendar": Calendar(
                    "VN",
                    moved=(
                        MovedSlot(at("2026-12-08T16:30"), at("2026-12-09T16:30")),
                        MovedSlot(at("2026-12-08T16:30"), at("2026-12-10T16:30")),
                    ),
                )
            },
            "calendar-moved-twice",
        ),
    ],
)
def test_what_is_wrong_is_named_once(changes: dict[str, object], expected: str) -> None:
    """Each mistake of the calendar is one problem, at station.toml."""
    found = check(a_station(**changes), date(2026, 11, 1), date(2027, 11, 1))
    assert [problem.id for problem in found] == [expected]
    assert found[0].where.path == "audio/station.toml"
    assert found[0].what
    assert found[0].hint


def test_a_move_of_the_past_is_judged_by_the_rules_of_its_day() -> None:
    """After a change of weekdays an old line of `moved` stops nothing; one that is still to come does."""
    moved = (MovedSlot(at("2026-12-08T16:30"), at("2026-12-10T16:30")),)
    station = a_station(slots=(SlotRule(0, time(16, 30)),), calendar=Calendar("VN", moved=moved))
    assert [found.id for found in check(station, date(2026, 12, 10), date(2026, 12, 31))] == ["calendar-moved-unknown"]
    assert check(station, date(2026, 12, 11), date(2026, 12, 31)) == ()


def test_a_slot_of_its_own_is_there_on_any_day() -> None:
    """On a closed one too; it counts neither as a session nor as one that fell away, and is recorded ahead once."""
    own = at("2026-12-12T09:10")
    station = a_station(calendar=Calendar("VN", own=(own,), closed=(Closure(own.date(), "Nghỉ"),), sessions_per_day=1))
    assert names(station, *WEEK) == ["2026-12-08-1630", "2026-12-11-1630", "2026-12-12-0910"]
    assert find(station, "2026-12-12-0910") == open_own(station, own)
    assert closed_slots(station, *WEEK) == ()
    assert check(station, *WEEK) == ()
    ahead = [slot.name for slot in slots_ahead(station, at("2026-12-12T09:00"))]
    assert ahead == ["2026-12-12-0910", "2026-12-15-1630", "2026-12-18-1630"]


@pytest.mark.parametrize(("now", "begins"), [("09:00", "09:10"), ("09:04", "09:10"), ("09:05", "09:15")])
def test_a_slot_of_its_own_begins_soon_with_time_to_record(now: str, begins: str) -> None:
    """Five minutes at least, on a round minute."""
    assert own_start(a_station(), at(f"2026-12-12T{now}")) == at(f"2026-12-12T{begins}")


@pytest.mark.parametrize(
    ("starts", "near"), [("16:25", False), ("16:29", True), ("16:36", True), ("16:37", False), ("10:00", False)]
)
def test_no_slot_of_its_own_while_another_is_on_air(starts: str, near: bool) -> None:
    """A minute and a half before a bulletin of seven minutes, or within it."""
    station = a_station()
    found = find_near(station, open_own(station, at(f"2026-12-11T{starts}")), 90.0)
    assert (found is not None) is near


def test_a_good_calendar_has_no_problem() -> None:
    """The demonstration station is right."""
    assert check(a_station(), date(2026, 1, 1), date(2027, 12, 31)) == ()


@pytest.mark.parametrize("name", ["2026-12-09-1630", "2027-01-01-1630", "hôm nay", "2026-13-01-1630", ""])
def test_an_unknown_slot_is_not_found(name: str) -> None:
    """A closed day, another weekday, or no name at all."""
    assert find(a_station(), name) is None


rules = some.lists(
    some.builds(SlotRule, some.integers(0, 6), some.times().map(lambda t: t.replace(second=0, microsecond=0))),
    max_size=4,
    unique_by=lambda rule: (rule.weekday, rule.at),
)


@given(rules, some.dates(date(2026, 1, 1), date(2030, 12, 31)), some.integers(0, 60))
def test_every_weekly_slot_is_open_or_closed(weekly: list[SlotRule], first: date, days: int) -> None:
    """No slot is lost and none is both; a longer stretch only adds to a shorter one."""
    station = a_station(slots=tuple(weekly))
    last = date.fromordinal(first.toordinal() + days)
    open_slots = slots(station, first, last)
    closed = tuple(entry.slot for entry in closed_slots(station, first, last))
    weekdays = [date.fromordinal(first.toordinal() + offset).weekday() for offset in range(days + 1)]
    assert len(open_slots) + len(closed) == sum(weekdays.count(rule.weekday) for rule in weekly)
    assert not set(open_slots) & set(closed)
    assert list(open_slots) == sorted(open_slots)
    assert all(find(station, slot.name) == slot for slot in open_slots)
    assert slots(a_station(slots=tuple(reversed(weekly))), first, last) == open_slots
