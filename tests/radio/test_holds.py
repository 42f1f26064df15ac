"""Holds: who stopped a slot, released it, put something into it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from loaphuong.core.problems import Stopped
from loaphuong.radio import holds
from loaphuong.radio.holds import Act, Decision
from tests.making import HANOI, NOW, a_slot, a_station

if TYPE_CHECKING:
    from pathlib import Path

SLOT = a_slot("2026-11-27")


def decided(act: Act, minutes: int = 0, **words: str) -> Decision:
    """A decision on the slot of 27 November."""
    return Decision(NOW + timedelta(minutes=minutes), act, SLOT.name, **words)


def test_decisions_come_back_and_come_to_something(tmp_path: Path) -> None:
    """Held, released, held again with another reason; two inserts in their order."""
    decisions = (
        decided(Act.HOLD, why="Sửa đường dây", by="Chị Hoa"),
        decided(Act.RELEASE, 1),
        decided(Act.HOLD, 2, why="Quốc tang"),
        decided(Act.INSERT, 3, article="cat-nuoc"),
        decided(Act.INSERT, 4, article="bao-so-5"),
    )
    for decision in decisions:
        holds.append(tmp_path, decision, SLOT)
    found, problems = holds.read(tmp_path, HANOI)
    assert (found, problems) == (decisions, ())
    standing = holds.resolve(found)
    assert dict(standing.held) == {SLOT.name: "Quốc tang"}
    assert dict(standing.by_hand) == {SLOT.name: holds.ByHand(("cat-nuoc", "bao-so-5"))}


def test_what_is_taken_back_is_remembered_and_a_slot_of_its_own_falls_away() -> None:
    """Put in again it may be read again; a slot opened for a notice is there while it has one."""
    alone = decided(Act.INSERT_ALONE, article="cat-nuoc")
    taken, again = decided(Act.TAKE_BACK, 1, article="cat-nuoc"), decided(Act.INSERT, 2, article="cat-nuoc")
    table = (
        ((alone,), holds.ByHand(("cat-nuoc", "cat-nuoc")), (SLOT.starts_at,)),
        ((alone, taken), holds.ByHand((), frozenset({"cat-nuoc"})), ()),
        ((alone, taken, again), holds.ByHand(("cat-nuoc",)), (SLOT.starts_at,)),
        ((again,), holds.ByHand(("cat-nuoc",)), ()),
    )
    for decisions, by_hand, own in table:
        standing = holds.resolve(decisions)
        assert standing.by_hand[SLOT.name] == by_hand
        assert standing.open_slots(a_station()).calendar.own == own


@pytest.mark.parametrize(
    ("before", "decision", "slot", "expected"),
    [
        ((), decided(Act.RELEASE), SLOT, "hold-none"),
        ((decided(Act.HOLD, why="Mưa"),), decided(Act.HOLD), SLOT, "hold-standing"),
        ((), decided(Act.HOLD), None, "slot-unknown"),
        ((), decided(Act.INSERT, 60 * 24 * 30, article="x"), SLOT, "slot-past"),
    ],
)
def test_what_makes_no_sense_is_not_written(
    tmp_path: Path, before: tuple[Decision, ...], decision: Decision, slot: object, expected: str
) -> None:
    """A release of what is free, a second hold, no slot, a slot that is over."""
    for each in before:
        holds.append(tmp_path, each, SLOT)
    with pytest.raises(Stopped) as stopped:
        holds.append(tmp_path, decision, slot)
    assert [problem.id for problem in stopped.value.problems] == [expected]
    assert holds.read(tmp_path, HANOI) == (before, ())
