"""The events of the days to come in a bulletin: which, how many, and that they never cost an edition."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from loaphuong.content.articles import Priority
from loaphuong.radio.planner.bulletin import Assembly
from loaphuong.radio.planner.material import Agenda, Material, Said, SaidEvent
from loaphuong.station.show import ItemKind
from tests.making import NOW, a_show, a_slot, a_station
from tests.radio.planner.material import FIXED, a_candidate, planned, some_candidates, some_slots

SLOT = a_slot("2026-11-24")


def said(number: int, days: float, seconds: float = 8.0) -> SaidEvent:
    """An event so many days after the slot."""
    ref = f"su-kien/viec-{number}@2026-11-{24 + number:02}"
    return SaidEvent(SLOT.starts_at + timedelta(days=days), Said(ref, f"Việc {number}", seconds, f"d{number}"))


@pytest.mark.parametrize(
    ("days", "named"),
    [
        ([-1, 0, 0.1, 6.9, 7, 7.1], [2, 3, 4]),
        ([1, 2, 3, 4], [0, 1, 2]),
        ([8], []),
        ([], []),
    ],
    ids=["within a week", "three at most", "too far", "none"],
)
def test_the_next_ones_are_named(days: list[float], named: list[int]) -> None:
    """Those that begin within the days of the show after the bulletin, the next ones first."""
    agenda = Agenda(tuple(said(number, each) for number, each in enumerate(days)), 3.0)
    item = Assembly(Material(a_show(), (), (), FIXED, agenda)).agenda(SLOT, 3)
    assert [ref.partition("@")[0] for ref in (item.refs if item else ())] == [f"su-kien/viec-{one}" for one in named]
    if item:
        assert item.seconds == 3.0 + 8.0 * len(named)
        assert item.why == f"{len(named)} việc trong 7 ngày tới"


def test_a_show_without_the_segment_names_none() -> None:
    """Nor one that wants none."""
    agenda = Agenda((said(1, 4), said(2, 5)), 3.0)
    without = tuple(kind for kind in ItemKind if kind is not ItemKind.EVENTS)
    for changes in ({"segments": without}, {"planning": replace(a_show().planning, agenda_events=0)}):
        made = planned(some_candidates(24), some_slots(1), agenda=agenda, station=a_station(**changes))
        assert not [item for each in made.programmes for item in each.items if item.kind is ItemKind.EVENTS]


def test_it_gives_way_to_what_matters() -> None:
    """An article of high priority that would have to wait for it goes first: fewer events, or none."""
    agenda = Agenda((said(1, 4, 30.0), said(2, 5, 30.0)), 3.0)
    pressing = a_candidate("gap", 170.0, priority=Priority.HIGH)
    candidates = [pressing, *(a_candidate(f"bai-{number}", 110.0) for number in range(6))]
    for count in (1, 2):
        shown = Agenda(agenda.events[:count], 3.0)
        order = planned(candidates, some_slots(1), agenda=shown).programmes[0]
        assert "gap" in [ref for item in order.items for ref in item.refs]


def test_it_stands_between_articles_and_rules() -> None:
    """In a plan, and the edition keeps its bounds."""
    made = planned(some_candidates(24), some_slots(1), agenda=Agenda((said(1, 4), said(2, 5)), 3.0))
    order = made.programmes[0]
    kinds = [item.kind for item in order.items]
    assert kinds.index(ItemKind.EVENTS) == kinds.index(ItemKind.RULES) - 1
    assert 300 <= order.seconds <= 420


def test_it_never_costs_an_edition() -> None:
    """Where there is room for the articles alone, the events are left out."""
    long = Agenda((said(1, 4, 300.0), said(2, 5, 300.0)), 3.0)
    candidates = [a_candidate(f"bai-{number}", 150.0, published_at=NOW - timedelta(days=2)) for number in range(8)]
    made = planned(candidates, some_slots(1), agenda=long, station=a_station())
    assert made.programmes
    assert not [item for each in made.programmes for item in each.items if item.kind is ItemKind.EVENTS]


def test_a_frozen_one_is_read_by_the_words_of_today() -> None:
    """Its digest is that of its events; gone with one of them."""
    agenda = Agenda((said(1, 1), said(2, 2)), 3.0)
    item = Assembly(Material(a_show(), (), (), FIXED, agenda)).agenda(SLOT, 3)
    assert item
    changed = replace(agenda.events[0], said=replace(agenda.events[0].said, digest="other", seconds=9.0))
    today = Assembly(Material(a_show(), (), (), FIXED, Agenda((changed, agenda.events[1]), 3.0)))
    assert today.digest_of(item) not in {None, item.digest}
    assert today.seconds_of(item) == 20.0
    assert Assembly(Material(a_show(), (), (), FIXED, Agenda(agenda.events[:1], 3.0))).digest_of(item) is None
