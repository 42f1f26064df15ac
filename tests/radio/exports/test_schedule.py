"""Broadcasts in order, each with its state."""

from __future__ import annotations

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
