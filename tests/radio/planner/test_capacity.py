"""Capacity: what an edition of a show can hold, at any length."""

from __future__ import annotations

from dataclasses import replace

import pytest

from loaphuong.radio.planner.capacity import capacity
from loaphuong.station.show import Bounds, ItemKind, Planning
from tests.making import a_show, a_station
from tests.radio.planner.material import FIXED, a_rule_set, planned, some_candidates, some_slots

RULE_SETS = [a_rule_set()]
# Seconds from, to; the fewest and the most articles; serials at once; whether a wanted genre is looked for each time.
LENGTHS = [
    (90, 120, (1, 1, 1, False)),
    (180, 240, (1, 2, 1, False)),
    (300, 420, (2, 4, 1, True)),
    (780, 900, (5, 9, 4, True)),
]


def a_show_of(low: int, high: int, **planning: object) -> object:
    """A show of this length, with nothing said of how many articles it has."""
    return a_show(bounds=Bounds(low, high, (low + high) // 2), planning=replace(Planning(), **planning))


@pytest.mark.parametrize(("low", "high", "expected"), LENGTHS)
def test_the_length_tells_how_many_articles(low: int, high: int, expected: tuple[int, int, int, bool]) -> None:
    """As many of the usual length as come near the aim; none of it has to be said."""
    found = capacity(a_show_of(low, high), FIXED, RULE_SETS)
    assert (found.fewest, found.most, found.serials, found.wants) == expected
    assert 0 < found.part_seconds <= found.whole_seconds <= found.longest_seconds


def test_what_the_show_says_counts() -> None:
    """Fewer at least, and so many at most; more at least than there is time for is not asked."""
    assert capacity(a_show_of(300, 420, minimum_items=1, maximum_items=3), FIXED, RULE_SETS).most == 3
    assert capacity(a_show_of(300, 420, minimum_items=1), FIXED, RULE_SETS).fewest == 1
    assert capacity(a_show_of(180, 240, minimum_items=2), FIXED, RULE_SETS).fewest == 1


def test_a_show_without_reminders_has_more_time_for_articles() -> None:
    """Thirty seconds of rules are thirty seconds of articles."""
    show = a_show_of(300, 420)
    silent = replace(show, segments=tuple(kind for kind in ItemKind if kind is not ItemKind.RULES))
    with_rules, without = (capacity(each, FIXED, RULE_SETS) for each in (show, silent))
    assert without.part_seconds - with_rules.part_seconds == pytest.approx(15.0)


@pytest.mark.parametrize(("low", "high", "expected"), LENGTHS)
def test_no_length_leaves_a_gap_that_material_could_fill(low: int, high: int, expected: object) -> None:
    """Half a year of two slots a week, from sixty articles of eighty to a hundred and seventy seconds."""
    show = a_show_of(low, high)
    candidates = some_candidates(60)
    if high == 120:  # what is longer than such an edition comes in parts of it
        candidates = [
            replace(each, parts=tuple(replace(each.parts[0], seconds=50.0) for _ in range(2))) for each in candidates
        ]
    made = planned(candidates, some_slots(26), station=a_station(shows=(show,)))
    assert made.shortfalls == ()
    assert len(made.programmes) == len(made.slots)
    assert all(low <= programme.seconds <= high for programme in made.programmes)
