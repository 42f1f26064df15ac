"""Frozen orders: what has to go and why, what may not, and that the rest stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from loaphuong.radio.holds import ByHand
from loaphuong.radio.planner import reasons
from loaphuong.radio.planner.frozen import KnownTexts
from loaphuong.station.show import ItemKind
from tests.making import NOW
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


@pytest.mark.parametrize(("parts", "ends"), [(1, 0), (2, 1)])
def test_a_last_chance_opens_an_order(parts: int, ends: int) -> None:
    """What could not be heard whole from a later free slot comes into a frozen one; evergreen makes room, and is named.

    One part that ends with the first slot; two that end with the second.
    """
    slots = some_slots(4)[:2]
    candidate = a_candidate("tin", *[100.0] * parts, section="nhac-nho", expires=slots[ends].starts_at.date())
    made = planned(
        [*CANDIDATES, candidate],
        slots,
        orders=[FIRST],
        calendar=(*slots, replace(slots[1], starts_at=slots[1].starts_at + timedelta(days=7), name="sau")),
    )
    assert any("tin" in item.refs for item in made.programmes[0].items)
    (revised,) = made.revisions
    assert ("tin",) in {item.refs for item in revised.came}
    assert revised.why == (reasons.MISSING,)
    assert sum("tin" in item.refs for each in made.programmes for item in each.items) == parts


@pytest.mark.parametrize("heard", [True, False])
def test_a_repeat_of_what_was_never_heard_is_no_repeat(heard: bool) -> None:
    """The log tells late that the first was silent: what it had is new, and the bulletin does not call it a repeat."""
    slots = some_slots(4)[:3]
    again = replace(SECOND, slot=slots[2], repeat_of=FIRST.slot.name, items=FIRST.items)
    aired = {FIRST.slot.name: FIRST.slot.starts_at} if heard else {}
    now = FIRST.slot.starts_at + timedelta(days=1)
    few = [each for each in CANDIDATES if each.article.slug in {ref for item in FIRST.items for ref in item.refs}]
    made = planned(few, slots[2:], orders=[FIRST, again], aired=aired, now=now)
    (order,) = made.programmes
    assert (order.repeat_of is None) is not heard
    assert all(item.why.startswith(reasons.NEW) for item in order.items if item.kind is ItemKind.ARTICLE and not heard)


def test_a_notice_in_parts_goes_before_a_serial_that_can_wait() -> None:
    """Both under way or not: what ends is heard to its end, the evergreen one goes on after it."""
    slots = some_slots(4)[:4]
    ends = slots[2].starts_at.date()
    notice = a_candidate("tin", 100.0, 100.0, section="nhac-nho", expires=ends, published_at=slots[0].starts_at)
    long = a_candidate("dai-ky", *[150.0] * 3, published_at=NOW - timedelta(days=9))
    made = planned([long, notice, *CANDIDATES[:9]], slots)
    read = [(item.refs[0], item.part) for each in made.programmes for item in each.items if item.refs]
    assert [part for slug, part in read if slug == "tin"] == [1, 2]
    assert [part for slug, part in read if slug == "dai-ky"] == [1, 2, 3][: sum(slug == "dai-ky" for slug, _ in read)]


def test_what_was_taken_back_from_a_slot_does_not_come_in_by_another_door() -> None:
    """Nor as an article whose last chance the slot is; as what it was put in as, it leaves with the reason."""
    slots = some_slots(4)[:1]
    candidates = [*CANDIDATES, a_candidate("tin", 60.0, section="nhac-nho", expires=slots[0].starts_at.date())]
    by_hand = {slots[0].name: ByHand(("tin",))}
    inserted = planned(candidates, slots, orders=[FIRST], by_hand=by_hand).programmes[0]
    assert any("tin" in item.refs for item in inserted.items)
    taken = {slots[0].name: ByHand((), frozenset({"tin"}))}
    for orders in ([], [FIRST], [inserted]):
        made = planned(candidates, slots, orders=orders, by_hand=taken)
        assert not any("tin" in item.refs for item in made.programmes[0].items)
    assert [(left.item.refs, left.why) for left in made.revisions[0].left] == [(("tin",), reasons.TAKEN_BACK)]
    assert [left.slug for left in made.left_out if left.slug == "tin"] == ["tin"]
