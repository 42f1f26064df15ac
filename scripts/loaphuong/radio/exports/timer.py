"""A systemd timer that renders ahead every night. It never plays: a missed run is made up for at the next start."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import time
    from pathlib import PurePath

NAME = "loa-phuong"

SERVICE = """\
[Unit]
Description=Loa Phường: dựng trang và thu trước các bản tin tới
Documentation=man:systemd.service(5)

[Service]
Type=oneshot
WorkingDirectory={root}
ExecStart={command} build
Nice=10
IOSchedulingClass=idle
TimeoutStartSec=2h
"""
TIMER = """\
[Unit]
Description=Loa Phường: thu trước hằng đêm, không phát

[Timer]
OnCalendar=*-*-* {at} {zone}
Persistent=true
RandomizedDelaySec=5min

[Install]
WantedBy=timers.target
"""


def quoted(path: PurePath) -> str:
    """A path as systemd reads it: quoted where it has blanks, `%` doubled."""
    text = str(path).replace("%", "%%")
    return f'"{text}"' if any(letter.isspace() for letter in text) else text


def render(root: PurePath, command: PurePath, at: time, zone: str) -> Mapping[str, bytes]:
    """The unit files by name. `root` is the project's folder, `command` the absolute path of `loa`."""
    folder = str(root).replace("%", "%%")
    return {
        f"{NAME}.service": SERVICE.format(root=folder, command=quoted(command)).encode(),
        f"{NAME}.timer": TIMER.format(at=f"{at:%H:%M:%S}", zone=zone).encode(),
    }
