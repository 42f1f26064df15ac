"""The schedule that scripts read: what is true of each slot, and text that can stand in a page."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from loaphuong.station.calendar import Calendar, Closure, MovedSlot
from loaphuong.web import times
from loaphuong.web.edition import Bulletin
from tests.making import NOW, a_programme, a_show, a_slot, a_station, an_edition, an_episode

if TYPE_CHECKING:
    from loaphuong.web.edition import Edition

RECORDED, PLANNED, HELD, OPEN = (a_slot(f"2026-{day}") for day in ("11-24", "11-27", "12-01", "12-04"))
MOVED = replace(a_slot("2026-12-08"), starts_at=a_slot("2026-12-09", "10:00").starts_at)


def edition(**changes: Any) -> Edition:
    """A slot in each state; the fifth of December was moved, the eleventh falls away."""
    given = {
        "station": a_station(calendar=Calendar("VN", closed=(Closure(date(2026, 12, 11), "Sửa loa </script>"),))),
        "bulletins": (
            Bulletin(a_programme("mot", slot=RECORDED), an_episode(RECORDED.name)),
            Bulletin(a_programme("hai", slot=PLANNED), None),
            Bulletin(a_programme("ba", slot=HELD), an_episode(HELD.name), "Mưa"),
        ),
        "upcoming": (RECORDED, PLANNED, HELD, OPEN, MOVED, a_slot("2026-12-15")),
    }
    return an_edition(**{**given, **changes})


def read(shown: Edition) -> dict[str, dict[str, str]]:
    """The slots by their names."""
    return {each["name"]: each for each in json.loads(times.render(shown))["slots"]}


def test_each_slot_says_its_state() -> None:
    """Recorded with the digest of its file, planned, held and cancelled with the reason, open, moved from when."""
    found = read(edition())
    states = [found[name]["state"] for name in sorted(found)]
    assert states == ["recorded", "planned", "held", "open", "open", "closed", "open"]
    assert found[RECORDED.name]["sha256"] == "0" * 64
    assert found[HELD.name]["why"] == "Mưa"
    assert found["2026-12-11-1630"]["why"] == "Sửa loa </script>"
    assert found[MOVED.name]["before"] == "16:30 Thứ Ba, 08/12/2026"
    assert "before" not in found[OPEN.name]


def test_a_running_order_without_a_slot_falls_away() -> None:
    """Its slot is no longer in the calendar: that is said."""
    lost = a_slot("2026-11-25")
    shown = edition()
    shown = replace(shown, bulletins=(*shown.bulletins, Bulletin(a_programme("mot", slot=lost), an_episode(lost.name))))
    assert read(shown)[lost.name] | {"why": ""} == read(shown)[lost.name] | {"state": "closed", "why": ""}
    assert read(shown)[lost.name]["why"]


def test_a_slot_moved_away_is_no_loss() -> None:
    """The calendar has it at its new time, and only there."""
    moves = (MovedSlot(a_slot("2026-12-08").starts_at.replace(tzinfo=None), MOVED.starts_at.replace(tzinfo=None)),)
    station = a_station(calendar=Calendar("VN", moved=moves))
    order = Bulletin(a_programme("mot", slot=MOVED), None)
    assert read(edition(station=station, bulletins=(order,)))[MOVED.name]["state"] == "planned"


def test_it_stands_in_a_script_element() -> None:
    """Whatever the reasons are made of."""
    assert not set("<>&") & set(times.render(edition()))


def test_what_is_over_is_left_out() -> None:
    """While it lasts it stands there; `until` is the end of the last."""
    on_air = edition(now=RECORDED.starts_at + timedelta(minutes=5))
    assert RECORDED.name in read(on_air)
    assert RECORDED.name not in read(edition(now=RECORDED.starts_at + timedelta(hours=1)))
    told = json.loads(times.render(on_air))
    assert told["until"] == told["slots"][-1]["ends"]
    assert json.loads(times.render(edition(upcoming=(), bulletins=())))["until"] == NOW.isoformat()


def test_shows_are_told_apart_where_there_are_several() -> None:
    """By name; a station with one says nothing of it."""
    several = a_station(shows=(a_show(), a_show(key="thong-bao", name="Thông báo")))
    assert {each["show"] for each in read(edition(station=several)).values()} == {a_show().name}
    assert all("show" not in each for each in read(edition()).values())
