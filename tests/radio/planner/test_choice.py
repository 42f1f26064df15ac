"""Which articles make an edition, and which of two editions is the better one."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from loaphuong.radio.planner.choice import Option, TimeBudget, score
from tests.making import NOW
from tests.radio.planner.material import a_candidate

BUDGET = TimeBudget(200.0, 300.0, 250.0, 2, 3)


def an_option(rank: int = 0, seconds: float = 120.0, *, parts: int = 1, part: int = 1, **changes: Any) -> Option:
    """A part of an article of its own."""
    candidate = a_candidate(f"bai-{rank}-{changes.pop('section', 'guong-tot')}", *[seconds] * parts)
    return Option(candidate, part, rank, **{"wanted": False, **changes})


@pytest.mark.parametrize(
    ("seconds", "count", "fits"),
    [(200, 2, True), (199.9, 2, False), (300, 3, True), (300.1, 3, False), (250, 1, False), (250, 4, False)],
)
def test_what_fits(seconds: float, count: int, fits: bool) -> None:
    """Seconds and articles, both bounds included."""
    assert BUDGET.fits(seconds, count) is fits


@pytest.mark.parametrize(
    ("parts", "part", "heard", "allowed"),
    [(1, 1, False, True), (2, 1, False, False), (2, 2, False, True), (2, 1, True, True)],
)
def test_so_many_serials_begin(parts: int, part: int, heard: bool, allowed: bool) -> None:
    """One may; one that goes on or that was heard before begins nothing."""
    one = an_option(1, 110.0, parts=2)
    other = an_option(2, 110.0, parts=parts, part=part, heard=NOW if heard else None)
    assert BUDGET.allows([one, other]) is allowed


BETTER = [
    ("a wanted one", [{"wanted": True}, {}], [{}, {}]),
    ("nothing heard", [{"wanted": True}, {}], [{"wanted": True}, {"heard": NOW - timedelta(days=30)}]),
    ("no second wanted one", [{"wanted": True}, {}], [{"wanted": True}, {"wanted": True}]),
    ("two wanted ones than three", [{"wanted": True}] * 2 + [{}], [{"wanted": True}] * 3),
    ("who waited longest", [{"wanted": True, "rank": 1}, {"rank": 9}], [{"wanted": True, "rank": 2}, {"rank": 3}]),
    ("what presses", [{"wanted": True}, {"pressing": True}], [{"wanted": True}, {}]),
    ("near the aim", [{"wanted": True}, {"seconds": 130}], [{"wanted": True}, {"seconds": 170}]),
    ("the older ones", [{"wanted": True, "rank": 1}, {"rank": 2}], [{"wanted": True, "rank": 1}, {"rank": 3}]),
]


@pytest.mark.parametrize(("better", "worse"), [pair for _, *pair in BETTER], ids=[name for name, *_ in BETTER])
def test_the_better_edition(better: list[dict[str, Any]], worse: list[dict[str, Any]]) -> None:
    """Lower is better, by the first that differs."""
    first, second = ([an_option(**given) for given in each] for each in (better, worse))
    assert score(first, BUDGET) < score(second, BUDGET)


def test_one_wanted_is_no_worse_than_none_where_none_is_wanted() -> None:
    """A show that wants nothing in each edition does not count it."""
    budget = TimeBudget(200.0, 300.0, 250.0, 2, 3, wants=False)
    assert score([an_option(wanted=True)], budget)[:3] == score([an_option()], budget)[:3] == (False, 0, 0)
