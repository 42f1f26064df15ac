"""Broadcasts in order, each with its state."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from loaphuong.radio.exports.schedule import schedule
from tests.making import a_programme
from tests.radio.exports.material import FIRST, SECOND, THIRD, TITLE, broadcasts


def test_a_schedule_is_in_order_with_its_state() -> None:
    """What is recorded has its file and measured seconds, what is planned the estimate."""
    one, two, three = broadcasts()
    assert (one.file, one.seconds, len(one.items)) == ("audio/bản tin 1.mp3", 361.4, 3)
    assert (two.file, two.seconds) == (None, a_programme("mot").seconds)
    assert (three.slot, three.cancelled) == (THIRD, "Sửa đường dây")


def test_slots_without_a_plan_are_on_the_schedule() -> None:
    """The calendar shows when something is broadcast, also before it is known what."""
    found = schedule([], lambda _: TITLE, files={}, pages={}, cancelled={SECOND: "Nghỉ"}, slots=[FIRST, SECOND])
    assert [(each.slot, each.items, each.cancelled) for each in found] == [(FIRST, (), None), (SECOND, (), "Nghỉ")]


def test_a_slot_is_known_by_its_name_alone() -> None:
    """An order frozen for another cluster and hour is not played where its slot is held or fell away."""
    other = replace(FIRST, starts_at=FIRST.starts_at + timedelta(hours=1), cluster="Cụm 2")
    found = schedule(
        [a_programme("mot", slot=other)],
        lambda _: TITLE,
        files={FIRST.name: ("a.mp3", 1.0)},
        pages={},
        cancelled={FIRST: "Giữ"},
    )
    assert [(each.slot, each.file, each.cancelled) for each in found] == [(FIRST, None, "Giữ")]
