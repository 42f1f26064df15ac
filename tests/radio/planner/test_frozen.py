"""Frozen orders: what has to go and why, what may not, and that the rest stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from loaphuong.radio.planner import reasons
from loaphuong.radio.planner.frozen import KnownTexts
from loaphuong.station.show import ItemKind
from tests.radio.planner.material import a_candidate, planned, some_candidates, some_slots

CANDIDATES = some_candidates(24)
FIRST, SECOND = planned(CANDIDATES, some_slots(1)[:1]).programmes[0], planned(CANDIDATES, some_slots(4)).programmes[1]
GOES = next(item.refs[0] for item in FIRST.items if item.kind is ItemKind.ARTICLE)
OTHERS = [each for each in CANDIDATES if each.article.slug != GOES]


def test_what_was_taken_back_leaves_and_the_rest_stays() -> None:
    """With the reason; what takes its place is named."""
    made = planned(OTHERS, some_slots(1)[:1], orders=[FIRST], known=KnownTexts({GOES: reasons.WITHDRAWN}))
    (revised,) = made.revisions
    assert [(left.item.refs, left.why, left.kept) for left in revised.left] == [((GOES,), reasons.WITHDRAWN, False)]
    stayed = [item.refs for item in FIRST.items if item.kind is ItemKind.ARTICLE and item.refs != (GOES,)]
    now = [item.refs for item in made.programmes[0].items if item.kind is ItemKind.ARTICLE]
    assert set(stayed) <= set(now)
    assert {item.refs for item in revised.came} == set(now) - set(stayed)


def test_what_is_important_does_not_leave_by_itself() -> None:
    """Nobody took it back: the order stays as it is."""
    made = planned(OTHERS, some_slots(1)[:1], orders=[FIRST], known=KnownTexts({}, frozenset({GOES})))
    (revised,) = made.revisions
    assert revised.refused
    assert made.programmes == (FIRST,)


def test_what_two_orders_carry_is_replaced_in_the_later_one() -> None:
    """As after a hold and a release."""
    slots = some_slots(4)[:2]
    twice = replace(FIRST, slot=slots[1])
    made = planned(CANDIDATES, slots, orders=[FIRST, twice])
    assert made.programmes[0] == FIRST
    first, second = ({item.refs for item in each.items if item.kind is ItemKind.ARTICLE} for each in made.programmes)
    assert not first & second
    assert [revised.slot for revised in made.revisions] == [slots[1]]


def test_a_last_chance_opens_an_order() -> None:
    """An article that ends before any free slot comes into a frozen one; evergreen makes room, and is named."""
    slots = some_slots(4)[:2]
    ends = slots[0].starts_at.date()
    made = planned(
        [*CANDIDATES, a_candidate("tin", 100.0, section="nhac-nho", expires=ends)],
        slots,
        orders=[FIRST],
        calendar=(*slots, replace(slots[1], starts_at=slots[1].starts_at + timedelta(days=7), name="sau")),
    )
    assert any("tin" in item.refs for item in made.programmes[0].items)
    (revised,) = made.revisions
    assert ("tin",) in {item.refs for item in revised.came}
    assert revised.why == (reasons.MISSING,)
