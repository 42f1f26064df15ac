"""Broadcasts to export, and the calendar read back."""

from __future__ import annotations

from loaphuong.radio.exports.schedule import Broadcast, schedule
from tests.making import a_programme, a_slot

FIRST, SECOND, THIRD = a_slot("2026-11-27"), a_slot("2026-12-01"), a_slot("2026-12-04")


TITLE = 'Nếp sống đẹp, "phường ta"; #{giờ}'


def broadcasts() -> tuple[Broadcast, ...]:
    """Recorded, planned, cancelled."""
    return schedule(
        [a_programme("con-ngo-sach", "hai-cha-con", slot=FIRST), a_programme("mot", slot=SECOND)],
        lambda _: TITLE,
        files={FIRST.name: ("audio/bản tin 1.mp3", 361.4)},
        pages={FIRST.name: f"phat-thanh/{FIRST.name}/"},
        cancelled={THIRD: "Sửa đường dây"},
    )
