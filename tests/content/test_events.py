"""Events: when they happen, once or again, and how a running order names a time of one."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from loaphuong.content import references
from loaphuong.content.events import Recurrence, occurrences, refer, slug_of, time_of
from tests.making import HANOI, NOW, an_event

YEAR = NOW + timedelta(days=366)


def at(day: int, month: int, year: int = 2026, hour: int = 8) -> datetime:
    """A moment in Hanoi."""
    return datetime(year, month, day, hour, tzinfo=HANOI)


@pytest.mark.parametrize(
    ("changes", "first", "last", "days"),
    [
        ({}, NOW, YEAR, ["28/11"]),
        ({}, at(28, 11, hour=9), YEAR, ["28/11"]),
        ({}, at(28, 11, hour=10), YEAR, []),
        ({"ends": at(29, 11)}, at(28, 11, hour=23), YEAR, ["28/11"]),
        ({}, NOW, at(28, 11), []),
        ({"repeats": Recurrence.WEEKLY}, NOW, at(13, 12), ["28/11", "05/12", "12/12"]),
        ({"repeats": Recurrence.WEEKLY, "until": date(2026, 12, 5)}, NOW, YEAR, ["28/11", "05/12"]),
        ({"repeats": Recurrence.MONTHLY, "starts": at(31, 10)}, NOW, at(1, 4, 2027), ["31/12", "31/01", "31/03"]),
        ({"repeats": Recurrence.MONTHLY}, at(1, 12), at(1, 2, 2027), ["28/12", "28/01"]),
    ],
)
def test_when_it_happens(changes: dict[str, Any], first: datetime, last: datetime, days: list[str]) -> None:
    """Between two moments: what is not over at the first and begins before the last; a short month is left out."""
    assert [f"{one.starts:%d/%m}" for one in occurrences(an_event(**changes), first, last)] == days


def test_a_running_order_names_a_time() -> None:
    """By its slug and its day, and is read back."""
    event = an_event(repeats=Recurrence.WEEKLY)
    for one in occurrences(event, NOW, YEAR):
        ref = refer(event, one)
        assert (slug_of(ref), time_of(event, ref)) == (event.slug, one.starts)
    assert slug_of("qd-1665#r1") == slug_of("con-ngo") == ""


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({}, []),
        ({"ends": at(28, 11, hour=9)}, []),
        ({"ends": at(28, 11)}, ["event-ends-early"]),
        ({"until": date(2026, 11, 28)}, []),
        ({"until": date(2026, 11, 27)}, ["event-until-early"]),
    ],
)
def test_it_ends_after_it_began(changes: dict[str, Any], wrong: list[str]) -> None:
    """And comes again at least once where it comes again."""
    assert [found.id for found in references.check([an_event(**changes)], [], frozenset())] == wrong
