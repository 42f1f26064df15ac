"""The timers of Linux, Windows and cron."""

from __future__ import annotations

import shutil
import subprocess
from datetime import time, timedelta
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest

from loaphuong.radio.exports import timer
from loaphuong.station.show import SlotRule
from tests.making import a_show

if TYPE_CHECKING:
    from pathlib import Path

ROOT = PurePosixPath("/srv/loa phường 100%")
WORDS = (ROOT / ".venv/bin/loa", "timer", "--run")
MOMENTS = timer.list_times((a_show(),), time(5), timedelta(hours=1))


@pytest.mark.parametrize(
    ("slot", "before", "written", "after"),
    [
        (SlotRule(1, time(16, 30)), 60, ("Tue *-*-* 15:30:00", "30 15 * * 2", "Tuesday"), "Tue *-*-* 16:40:00"),
        (SlotRule(0, time(0, 20)), 60, ("Sun *-*-* 23:20:00", "20 23 * * 0", "Sunday"), "Mon *-*-* 00:30:00"),
        (SlotRule(6, time(6)), 90, ("Sun *-*-* 04:30:00", "30 4 * * 0", "Sunday"), "Sun *-*-* 06:10:00"),
    ],
    ids=["that day", "the day before", "sunday"],
)
def test_around_a_slot(slot: SlotRule, before: int, written: tuple[str, str, str], after: str) -> None:
    """Whatever day that falls on, as each system writes it; when its longest bulletin is over; and every morning."""
    morning, *around = timer.list_times((a_show(slots=(slot,)),), time(5), timedelta(minutes=before))
    [found] = [each for each in around if each.systemd != after]
    assert len(around) == 2
    assert (found.systemd, found.cron, found.day) == written
    assert (morning.systemd, morning.cron, morning.day) == ("*-*-* 05:00:00", "0 5 * * *", "")


def test_two_shows_at_one_time_are_one_build() -> None:
    """Each time stands there once."""
    assert timer.list_times((a_show(), a_show(key="hai")), time(5), timedelta(hours=1)) == MOMENTS


def test_the_timers_build_and_never_play() -> None:
    """In the station's zone, in the project's folder, whatever its name is made of."""
    told = {name: data.decode("utf-16" if name.endswith("xml") else "utf-8") for name, data in
            timer.render(ROOT, WORDS, MOMENTS, "Asia/Ho_Chi_Minh").items()}  # fmt: skip
    assert 'ExecStart="/srv/loa phường 100%%/.venv/bin/loa" timer --run' in told["loa-phuong.service"]
    assert "OnCalendar=*-*-* 05:00:00 Asia/Ho_Chi_Minh" in told["loa-phuong.timer"]
    assert "Persistent=true" in told["loa-phuong.timer"]
    assert "CRON_TZ=Asia/Ho_Chi_Minh" in told["loa-phuong.cron"]
    assert "cd '/srv/loa phường 100\\%' && " in told["loa-phuong.cron"]
    task = ElementTree.fromstring(told["loa-phuong.xml"].partition("?>")[2])  # noqa: S314 - our own
    names = {"t": "http://schemas.microsoft.com/windows/2004/02/mit/task"}
    assert task.findtext(".//t:WorkingDirectory", namespaces=names) == str(ROOT)
    assert task.findtext(".//t:Arguments", namespaces=names) == "timer --run"
    assert len(task.findall(".//t:CalendarTrigger", names)) == len(MOMENTS)
    assert not [name for name, text in told.items() if " play" in text]


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
def test_systemd_takes_the_units(tmp_path: Path) -> None:
    """`systemd-analyze verify` finds nothing wrong with them."""
    units = timer.render(tmp_path, [PurePosixPath("/bin/true"), "--run"], MOMENTS, "Asia/Ho_Chi_Minh")
    names = ("loa-phuong.service", "loa-phuong.timer")
    for name in names:
        (tmp_path / name).write_bytes(units[name])
    done = subprocess.run(
        ["systemd-analyze", "verify", *(str(tmp_path / name) for name in names)],
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert (done.returncode, [line for line in done.stderr.splitlines() if "loa-phuong" in line]) == (0, [])
