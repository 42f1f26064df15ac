"""The outlook: how long material lasts, what is missing, what the months come to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from loaphuong.content.genres import Genre
from loaphuong.radio.planner.outlook import Month, first_stale, lacks, outlook, problems
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
    stale = first_stale(made)
    assert dict(found.values)["slots"] == str(stale)
    assert view.lasts <= stale < 4
    assert view.missing
    assert "phút" in dict(found.values)["lacks"]


def test_what_will_end_unheard_is_told_days_ahead() -> None:
    """Of two long notices that end before the second slot only one fits: the other is named, with its day."""
    first, second = some_slots(1)[0], some_slots(2)[1]
    ends = first.starts_at.date()
    notices = [a_candidate(f"tin-{n}", 240.0, section="nhac-nho", expires=ends) for n in (1, 2)]
    candidates = [*some_candidates(12), *notices]
    made = planned(candidates, some_slots(3))
    carried = {slug for programme in made.programmes for item in programme.items for slug in item.refs}
    (lost,) = {"tin-1", "tin-2"} - carried
    assert second.starts_at.date() > ends
    found = [
        each
        for each in problems(a_station(), outlook(a_station(), made, candidates, {}))
        if each.id == "expires-unheard"
    ]
    assert [dict(each.values)["title"] for each in found] == [lost.replace("-", " ").capitalize()]
    assert all(each.warning for each in found)


def test_one_article_heard_before_is_no_alarm() -> None:
    """Beside a new one it is no reason to write; a bulletin of nothing new is."""
    candidates = [*some_candidates(6), a_candidate("ngan", 110.0)]
    made = planned(candidates, some_slots(2))
    assert first_stale(made) >= made.lasts


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


def test_a_month_is_told_while_it_can_be_mended() -> None:
    """As long as it has a day for each bulletin that is missing."""
    month = Month(2027, 2, 5, 8)
    assert [month.can_be_mended(date(2027, *day)) for day in ((1, 30), (2, 25), (2, 26), (3, 2))] == [
        True,
        True,
        False,
        False,
    ]


def test_minutes_are_said_in_words() -> None:
    """Rounded, never none."""
    assert lacks([(Genre.EXEMPLAR, 250.0), (Genre.MODEL, 10.0)]) == "4 phút gương người tốt, việc tốt, 1 phút mô hình"
    assert lacks([]) == "0 phút"
