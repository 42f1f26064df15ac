"""The timer of systemd."""

from __future__ import annotations

import shutil
import subprocess
from datetime import time
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest

from loaphuong.radio.exports import timer

if TYPE_CHECKING:
    from pathlib import Path


def test_the_timer_renders_and_never_plays() -> None:
    """Two units: one that builds, one that says when, in the station's zone."""
    root = PurePosixPath("/srv/loa phường")
    units = timer.render(root, root / ".venv/bin/loa", time(2, 30), "Asia/Ho_Chi_Minh")
    service, when = units["loa-phuong.service"].decode(), units["loa-phuong.timer"].decode()
    assert 'ExecStart="/srv/loa phường/.venv/bin/loa" build' in service
    assert "WorkingDirectory=/srv/loa phường" in service
    assert "OnCalendar=*-*-* 02:30:00 Asia/Ho_Chi_Minh" in when
    assert "Persistent=true" in when
    assert "play" not in service + when


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
def test_systemd_takes_the_units(tmp_path: Path) -> None:
    """`systemd-analyze verify` finds nothing wrong with them."""
    units = timer.render(tmp_path, PurePosixPath("/bin/true"), time(2, 30), "Asia/Ho_Chi_Minh")
    for name, data in units.items():
        (tmp_path / name).write_bytes(data)
    done = subprocess.run(
        ["systemd-analyze", "verify", *(str(tmp_path / name) for name in units)],
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert (done.returncode, [line for line in done.stderr.splitlines() if "loa-phuong" in line]) == (0, [])
