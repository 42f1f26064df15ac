"""The calendar that phones keep."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from loaphuong.content.events import Recurrence
from loaphuong.radio.exports import ics
from loaphuong.radio.exports.schedule import Broadcast, schedule
from tests.making import NOW, a_programme, a_station, an_event
from tests.radio.exports.material import FIRST, SECOND, THIRD, TITLE, broadcasts


def calendar(shown: tuple[Broadcast, ...]) -> bytes:
    """The calendar of a schedule."""
    return ics.render(shown, a_station(), NOW)


def events(data: bytes) -> list[dict[str, str]]:
    """The events of a calendar, read by hand: lines unfolded, names without parameters."""
    lines = data.decode().replace("\r\n ", "").split("\r\n")
    found: list[dict[str, str]] = []
    depth = 0
    for line in lines:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        depth += (line == "BEGIN:VALARM") - (line == "END:VALARM")
        if found:
            found[-1].setdefault(("alarm " if depth else "") + name.partition(";")[0].lower(), value)
    return found


def test_the_calendar_holds_every_slot() -> None:
    """At its time in UTC, with an alarm a quarter before, and cancelled ones as such."""
    one, _, three = events(calendar(broadcasts()))
    assert one["uid"] == "2026-11-27-1630@phuong.example"
    assert one["dtstart"] == "20261127T093000Z"
    assert one["alarm trigger"] == "-PT15M"
    assert one["status"] == "CONFIRMED"
    assert one["sequence"] == "0"
    assert one["url"] == "https://phuong.example/phat-thanh/2026-11-27-1630/"
    assert three["status"] == "CANCELLED"
    assert "Sửa đường dây" in three["description"]
    assert "alarm trigger" not in three


def test_the_calendar_is_the_same_bytes_each_time() -> None:
    """And its lines are folded as calendars want them."""
    data = calendar(broadcasts())
    assert data == calendar(broadcasts())
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))


def test_the_sequence_counts_what_was_decided() -> None:
    """Held, released, moved: one more each; what a slot carries is no change of the appointment."""
    moved = replace(SECOND, starts_at=SECOND.starts_at + timedelta(days=1))
    found = schedule(
        [a_programme("mot", slot=FIRST)],
        lambda _: TITLE,
        files={},
        pages={},
        cancelled={THIRD: "Mưa"},
        slots=[FIRST, moved, THIRD],
        decisions={moved.name: 2, THIRD.name: 1},
    )
    assert [event["sequence"] for event in events(calendar(found))] == ["0", "3", "1"]


def test_an_event_that_did_not_change_keeps_its_stamp() -> None:
    """A day later the calendar is the same bytes; a change is told with the time of the change, and only there."""
    told = calendar(broadcasts())
    later = NOW + timedelta(days=1)
    assert ics.render(broadcasts(), a_station(), later, told) == told
    one, two, three = broadcasts()
    changed = ics.render((one, replace(two, items=("Khác",)), three), a_station(), later, told)
    stamps = [[event["dtstamp"] for event in events(data)] for data in (told, changed)]
    assert [one == other for one, other in zip(*stamps, strict=True)] == [True, False, True]


def test_a_broken_calendar_is_told_anew() -> None:
    """Whatever lies where the last one was."""
    for before in (
        b"",
        b"\xff",
        b"BEGIN:VCALENDAR\r\n",
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    ):
        assert ics.render(broadcasts(), a_station(), NOW, before) == calendar(broadcasts())


def test_the_events_of_the_ward() -> None:
    """At their times with a place; those that come again by their rule, in the ward's zone; kept while unchanged."""
    weekly = an_event("rac", "Thu gom", repeats=Recurrence.WEEKLY, until=date(2026, 12, 31), illustrative=True)
    made = ics.render_events([an_event(), weekly], a_station(), NOW)
    one, two = events(made)
    assert (one["uid"], one["dtstart"], one["location"]) == (
        "su-kien-ngay-hoi@phuong.example",
        "20261128T010000Z",
        "sân nhà văn hóa",
    )
    assert one["url"] == "https://phuong.example/su-kien/ngay-hoi/"
    assert (two["summary"], two["dtstart"]) == ("Thu gom (minh họa)", "20261128T080000")
    assert two["rrule"] == "FREQ=WEEKLY;UNTIL=20261231T165959Z"
    assert b"BEGIN:VTIMEZONE" in made
    later = ics.render_events([an_event(), weekly], a_station(), NOW + timedelta(days=1), made)
    assert later == made
