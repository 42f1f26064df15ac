"""The outlook: how long material lasts, what is missing, what the months come to."""

from __future__ import annotations

from dataclasses import replace

from loaphuong.content.genres import Genre
from loaphuong.radio.planner.outlook import lacks, outlook, problems
from loaphuong.station.show import Planning
from tests.making import a_station
from tests.radio.planner.material import a_candidate, planned, some_candidates, some_slots


def seen(count: int, weeks: int, **planning: int) -> tuple[list[str], object]:
    """The ids of the problems and the outlook of a station with so many articles."""
    station = a_station(planning=replace(Planning(2, 4, 4, 28, 8, 2, 2), **planning))
    candidates = some_candidates(count)
    made = planned(candidates, some_slots(weeks), station=station)
    (view,) = outlook(station, made, candidates, {})
    return [problem.id for problem in problems(station, [view])], view


def test_enough_material_raises_no_alarm() -> None:
    """Ten of forty articles are gương, one a bulletin: new for five weeks."""
    ids, view = seen(40, 8, monthly_minimum=0)
    assert ids == []
    assert view.lasts == 10


def test_material_that_ends_soon_is_an_alarm_with_minutes_by_genre() -> None:
    """Six articles last three slots: less than two weeks."""
    station = a_station()
    candidates = some_candidates(6)
    made = planned(candidates, some_slots(4), station=station)
    (view,) = outlook(station, made, candidates, {})
    found = next(problem for problem in problems(station, [view]) if problem.id == "material-short")
    assert found.warning
    assert dict(found.values)["slots"] == str(view.lasts)
    assert view.lasts < 4
    assert view.missing
    assert "phút" in dict(found.values)["lacks"]


def test_an_empty_slot_is_an_error_that_says_what_it_lacks() -> None:
    """Nothing to fill it with, not even a repeat."""
    candidates = [a_candidate("mot", 60.0, section="nhac-nho")]
    made = planned(candidates, some_slots(1), rule_sets=[])
    (found, *_) = problems(a_station(), outlook(a_station(), made, candidates, {}))
    assert found.id == "slot-shortfall"
    assert not found.warning
    assert dict(found.values)["slot"] == "2026-11-27-1630"
    assert "gương" in dict(found.values)["lacks"]


def test_a_month_with_too_few_bulletins_is_named() -> None:
    """February 2027 loses its Tết; a month that is only partly in view is not judged."""
    ids, view = seen(120, 16)
    short = [(month.year, month.month) for month in view.months if month.short]
    assert (2027, 2) in short
    assert (2026, 12) not in short
    assert ids.count("month-short") == len(short)
    assert all((month.year, month.month) != (2027, 3) for month in view.months)


def test_minutes_are_said_in_words() -> None:
    """Rounded, never none."""
    assert lacks([(Genre.EXEMPLAR, 250.0), (Genre.MODEL, 10.0)]) == "4 phút gương người tốt, việc tốt, 1 phút mô hình"
    assert lacks([]) == "0 phút"
