"""Periods and deadlines of reports."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from loaphuong.core.problems import Stopped
from loaphuong.report import period
from tests.report.material import REPORTING


@pytest.mark.parametrize(
    ("name", "first", "last", "title"),
    [
        ("2026-6-thang", date(2025, 11, 16), date(2026, 6, 5), "6 tháng đầu năm 2026"),
        ("2026-nam", date(2025, 11, 16), date(2026, 11, 15), "năm 2026"),
    ],
)
def test_a_period_begins_after_the_last_report(name: str, first: date, last: date, title: str) -> None:
    """By the deadlines of station.toml."""
    found = period.parse(name, REPORTING)
    assert (found.first, found.last, found.title) == (first, last, title)


@pytest.mark.parametrize("name", ["2026", "2026-quy-1", "nam-2026", "", "0001-nam", "99999-nam"])
def test_an_unknown_period_is_a_usage_problem(name: str) -> None:
    """With the two forms that are known."""
    with pytest.raises(Stopped) as stopped:
        period.parse(name, REPORTING)
    assert stopped.value.problems[0].id == "period-unknown"


def test_a_period_that_ends_before_it_begins_is_named() -> None:
    """--from and --to in the wrong order."""
    with pytest.raises(Stopped):
        period.between(date(2026, 2, 1), date(2026, 1, 1))


@given(some.dates(date(2020, 1, 1), date(2035, 12, 31)))
def test_the_next_deadlines_are_ahead_and_in_order(today: date) -> None:
    """Two of them, today's counted."""
    one, two = period.due(REPORTING, today)
    assert today <= one.last < two.last
    assert (one.last.month, one.last.day) in {(6, 5), (11, 15)}
