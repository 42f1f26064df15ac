"""The exports of a small schedule, to read: a change of any byte shows here.

`python -m tests.radio.exports.test_golden` writes them anew.
"""

from __future__ import annotations

from datetime import time, timedelta
from pathlib import Path, PurePosixPath

import pytest

from loaphuong.radio.exports import ics, liquidsoap, playlist, table, timer
from loaphuong.radio.exports.schedule import list_tracks, schedule
from tests.making import NOW, a_programme, a_show, a_slot, a_station

GOLDEN = Path(__file__).parent / "golden"
FIRST, SECOND, THIRD = a_slot("2026-11-27"), a_slot("2026-12-01"), a_slot("2026-12-04")
NAMES = {
    "lich-phat.ics",
    "lich-phat.m3u8",
    "lich-phat.xspf",
    "lich-phat.csv",
    "loa-phuong.liq",
    "loa-phuong.json",
    "loa-phuong.service",
    "loa-phuong.timer",
    "loa-phuong.cron",
    "loa-phuong.xml",
    "playlist.m3u8",
}


def exports() -> dict[str, bytes]:
    """Two recorded, one planned, one cancelled; titles and paths with what each form has to escape."""
    shown = schedule(
        [
            a_programme("con-ngo-sach", "hai-cha-con", slot=FIRST),
            a_programme("mot", slot=SECOND),
            a_programme("hai", slot=a_slot("2026-12-08")),
        ],
        lambda _: 'Nếp sống đẹp, "phường ta" & #{giờ}',
        files={FIRST.name: ("/srv/loa/bản tin 1.mp3", 361.4), SECOND.name: ("C:\\loa\\2 & 3.mp3", 359.9996)},
        pages={FIRST.name: f"phat-thanh/{FIRST.name}/"},
        cancelled={THIRD: "Sửa đường dây"},
        decisions={THIRD.name: 1},
    )
    tracks = list_tracks(shown)
    root = PurePosixPath("/srv/loa 100% phường")
    return {
        "lich-phat.ics": ics.render(shown, a_station(), NOW),
        "lich-phat.m3u8": playlist.m3u8(tracks),
        "lich-phat.xspf": playlist.xspf(tracks, "Đài <phường>"),
        "lich-phat.csv": table.render(shown),
        "loa-phuong.liq": liquidsoap.script(root / "audio/exports"),
        "loa-phuong.json": liquidsoap.plan(tracks),
        "playlist.m3u8": playlist.m3u8(tracks[:1], told_encoding=False),
        **timer.render(
            root,
            [root / ".venv/bin/loa", "timer", "--run", "--mail", "trực & máy@phuong.example"],
            timer.list_times((a_show(),), time(5), timedelta(hours=1)),
            "Asia/Ho_Chi_Minh",
        ),
    }


@pytest.mark.parametrize("name", sorted(NAMES))
def test_golden(name: str) -> None:
    """Byte for byte."""
    assert exports()[name] == (GOLDEN / name).read_bytes()


def test_every_export_is_shown() -> None:
    """Each form that is written has its golden file, and no golden file is left over."""
    assert exports().keys() == NAMES == {path.name for path in GOLDEN.iterdir()}


if __name__ == "__main__":
    for each, data in exports().items():
        (GOLDEN / each).write_bytes(data)
