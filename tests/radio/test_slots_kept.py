"""History is judged by the calendar of its day."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from loaphuong.radio import slots_kept
from loaphuong.station.show import SlotRule
from tests.making import NOW, a_station

if TYPE_CHECKING:
    from pathlib import Path

FRIDAYS = a_station(slots=(SlotRule(4, time(16, 30), "Toàn phường"),))
THURSDAYS = a_station(slots=(SlotRule(3, time(16, 30), "Toàn phường"),))


def test_past_weeks_keep_their_slots(tmp_path: Path) -> None:
    """Fridays until the rule became Thursdays; what is still to come is by the rule of today."""
    slots_kept.note_weeks(tmp_path, FRIDAYS, NOW)
    later = NOW + timedelta(days=15)  # a Sunday
    slots_kept.note_weeks(tmp_path, THURSDAYS, later)
    found = slots_kept.slots(tmp_path, THURSDAYS, date(2026, 11, 23), date(2026, 12, 20), later)
    assert [slot.name for slot in found] == [
        "2026-11-27-1630",
        "2026-12-04-1630",
        "2026-12-10-1630",
        "2026-12-17-1630",
    ]
    assert slots_kept.find(tmp_path, THURSDAYS, "2026-11-27-1630") == found[0]
    assert slots_kept.find(tmp_path, THURSDAYS, "2026-11-28-1630") is None


def test_a_change_in_the_middle_of_a_week_takes_nothing_back(tmp_path: Path) -> None:
    """Saturday: the Friday that was stays, the Thursday that never was is not added."""
    slots_kept.note_weeks(tmp_path, FRIDAYS, NOW + timedelta(days=2))
    saturday = NOW + timedelta(days=7)
    slots_kept.note_weeks(tmp_path, THURSDAYS, saturday)
    found = slots_kept.slots(tmp_path, THURSDAYS, date(2026, 11, 23), date(2026, 11, 29), saturday)
    assert [slot.name for slot in found] == ["2026-11-27-1630"]


def test_weeks_nobody_wrote_down_are_by_the_rules_of_today(tmp_path: Path) -> None:
    """And a file that is none of ours is no reason to stop."""
    week = (date(2026, 11, 23), date(2026, 11, 29))
    wanted = slots_kept.slots(tmp_path, FRIDAYS, *week, NOW)
    assert [slot.name for slot in wanted] == ["2026-11-27-1630"]
    path = slots_kept.path_of(tmp_path, week[0])
    path.parent.mkdir(parents=True)
    path.write_text("hỏng\n", encoding="utf-8")
    assert slots_kept.slots(tmp_path, FRIDAYS, *week, NOW) == wanted
