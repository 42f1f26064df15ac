"""Days and times as people write them."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaphuong.core import dates

if TYPE_CHECKING:
    from datetime import datetime


def in_hanoi(text: str) -> datetime:
    """A moment as a ward of Vietnam means it."""
    return dates.moment(text, dates.USUAL_ZONE)


MOMENTS = [
    ("21/11/2026", "2026-11-21T00:00:00+07:00"),
    ("1/2/2026", "2026-02-01T00:00:00+07:00"),
    ("21-11-2026", "2026-11-21T00:00:00+07:00"),
    ("21.11.2026", "2026-11-21T00:00:00+07:00"),
    ("2026-11-21", "2026-11-21T00:00:00+07:00"),
    ("21/11/2026 16:30", "2026-11-21T16:30:00+07:00"),
    ("21/11/2026 | 16:30", "2026-11-21T16:30:00+07:00"),
    ("21/11/2026, 16h30", "2026-11-21T16:30:00+07:00"),
    ("21/11/2026 16h", "2026-11-21T16:00:00+07:00"),
    ("21/11/2026 7g05", "2026-11-21T07:05:00+07:00"),
    (" 21/11/2026  16:30:05 ", "2026-11-21T16:30:05+07:00"),
    ("2026-11-21T16:30", "2026-11-21T16:30:00+07:00"),
    ("2026-11-21T16:30:00+07:00", "2026-11-21T16:30:00+07:00"),
    ("2026-11-21T09:30:00Z", "2026-11-21T16:30:00+07:00"),
    ("2026-11-21 20:00 -0500", "2026-11-22T08:00:00+07:00"),
]
UNREADABLE = [
    "",
    "hôm nay",
    "21/11",
    "21/11/26",
    "21/11/2026 chiều",
    "2026/11/21",
    "21/11/2026 16",
    "٢١/١١/٢٠٢٦",
    "21/11/2026 16:3",
]
IMPOSSIBLE = [
    "31/02/2026",
    "29/02/2027",
    "00/01/2026",
    "01/13/2026",
    "01/01/0001",
    "01/01/9999",
    "21/11/2026 24:00",
    "21/11/2026 10:60",
    "2026-11-21T10:00:00+25:00",
]


@pytest.mark.parametrize(("text", "expected"), MOMENTS)
def test_a_moment_is_read(text: str, expected: str) -> None:
    """Each way of writing is the same moment, in the zone of Vietnam."""
    assert in_hanoi(text).isoformat() == expected


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_is_no_date_is_unreadable(text: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(dates.Unreadable):
        in_hanoi(text)


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_what_the_calendar_lacks_is_impossible(text: str) -> None:
    """A date that is written well may still not exist."""
    with pytest.raises(dates.Impossible):
        in_hanoi(text)


@settings(max_examples=100)
@given(st.datetimes(min_value=dates.datetime(1950, 1, 1), max_value=dates.datetime(2100, 1, 1)))
def test_what_the_house_writes_it_reads_back(at: dates.datetime) -> None:
    """The page's own form and ISO are read as the same minute."""
    minute = at.replace(second=0, microsecond=0, tzinfo=dates.USUAL_ZONE, fold=0)
    assert dates.moment(f"{minute:%d/%m/%Y | %H:%M}", dates.USUAL_ZONE) == minute
    assert dates.day(f"{minute:%d/%m/%Y}") == minute.date()
    assert dates.clock(f"{minute:%H:%M}") == minute.time()


@settings(max_examples=100)
@given(st.text(max_size=40))
def test_any_text_is_a_date_or_none(text: str) -> None:
    """No text ends otherwise than in a date or in one of the two refusals."""
    for read in (dates.day, in_hanoi, dates.clock, dates.month, dates.day_of_year):
        with contextlib.suppress(dates.Unreadable, dates.Impossible):
            read(text)


def test_a_moment_may_have_to_name_its_time() -> None:
    """Where midnight cannot be meant, a day alone is no moment."""
    assert dates.moment("24/11/2026 16h30", dates.USUAL_ZONE, timed=True).hour == 16
    with pytest.raises(dates.Unreadable):
        dates.moment("24/11/2026", dates.USUAL_ZONE, timed=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("24/11/2026 16:30", "2026-11-24T16:30:00+09:00"),
        ("2026-11-24T16:30+07:00", "2026-11-24T18:30:00+09:00"),
        ("2026-11-24T16:30Z", "2026-11-25T01:30:00+09:00"),
        ("24/11/2026", "2026-11-24T00:00:00+09:00"),
    ],
)
def test_a_moment_is_told_in_the_zone_it_is_read_in(text: str, expected: str) -> None:
    """Without an offset it is meant there; with one it is the same instant."""
    assert dates.moment(text, ZoneInfo("Asia/Tokyo")).isoformat() == expected
