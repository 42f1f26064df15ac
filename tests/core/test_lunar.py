"""The lunar calendar as the almanacs of Hanoi print it."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaphuong.core.lunar import Lunar, lunar, new_moon, solar_term


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2027, 2, 6), Lunar(1, 1)),
        (date(2026, 2, 17), Lunar(1, 1)),
        (date(2026, 11, 26), Lunar(18, 10)),
        (date(2027, 1, 8), Lunar(1, 12)),
        (date(1968, 1, 29), Lunar(1, 1)),
    ],
)
def test_days_of_the_almanac(day: date, told: Lunar) -> None:
    """Tết of some years, the day of this demonstration."""
    assert lunar(day) == told


@pytest.mark.parametrize(
    ("day", "month"),
    [
        (date(2025, 7, 25), 6),
        (date(2023, 3, 22), 2),
        (date(2020, 5, 23), 4),
        (date(2017, 7, 23), 6),
        (date(2014, 10, 24), 9),
        (date(2033, 12, 22), 11),
    ],
)
def test_leap_months(day: date, month: int) -> None:
    """The first day of tháng nhuận."""
    assert lunar(day) == Lunar(1, month, leap=True)


@pytest.mark.parametrize("day", [date(1985, 1, 21), date(2007, 2, 17), date(2030, 2, 2), date(2053, 2, 18)])
def test_tet_is_reckoned_at_hanoi(day: date) -> None:
    """Where Beijing, an hour ahead, begins its year on another day or month."""
    assert lunar(day) == Lunar(1, 1)


def test_tet_of_forty_years() -> None:
    """As the almanacs have it."""
    days = """
        2000-02-05 2001-01-24 2002-02-12 2003-02-01 2004-01-22 2005-02-09 2006-01-29 2007-02-17 2008-02-07 2009-01-26
        2010-02-14 2011-02-03 2012-01-23 2013-02-10 2014-01-31 2015-02-19 2016-02-08 2017-01-28 2018-02-16 2019-02-05
        2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13
        2030-02-02 2031-01-23 2032-02-11 2033-01-31 2034-02-19 2035-02-08 2036-01-28 2037-02-15 2038-02-04 2039-01-24
    """
    assert [day for day in days.split() if lunar(date.fromisoformat(day)) != Lunar(1, 1)] == []


def test_no_month_moves() -> None:
    """The first days of all months of three centuries, as they were when the years above were compared."""
    days = " ".join(str(new_moon(index)) for index in range(3710))
    assert (
        hashlib.sha256(days.encode()).hexdigest() == "6c3966e92939528a85d97e6ce909ab18536cd8bdf8488e3f0b39d3113d46b1c5"
    )
    terms = " ".join(str(solar_term(day)) for day in range(2_415_021, 2_524_594, 3))
    assert (
        hashlib.sha256(terms.encode()).hexdigest() == "f0cca1955acd08743bc0df5a886d8fedbb06b25c7762677d9b0b8220c88aa4c1"
    )


@given(st.dates(date(1900, 3, 1), date(2199, 12, 1)))
@settings(max_examples=300)
def test_days_follow_each_other(day: date) -> None:
    """The next day is the next one of the month, or the first of another after the 29th or 30th."""
    today, tomorrow = lunar(day), lunar(day + timedelta(days=1))
    if tomorrow.day == 1:
        assert today.day in (29, 30)
        assert (tomorrow.month, tomorrow.leap) in {(today.month % 12 + 1, False), (today.month, True)}
    else:
        assert tomorrow == today._replace(day=today.day + 1)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (Lunar(1, 1), "mùng 1 tháng Giêng âm lịch"),
        (Lunar(23, 12), "ngày 23 tháng Chạp âm lịch"),
        (Lunar(15, 6, leap=True), "ngày 15 tháng 6 nhuận âm lịch"),
    ],
)
def test_how_it_is_said(told: Lunar, words: str) -> None:
    """As people say it."""
    assert str(told) == words
