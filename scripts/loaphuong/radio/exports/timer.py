"""A systemd timer that renders ahead every night. It never plays: a missed run is made up for at the next start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.radio import rendering

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import time
    from pathlib import PurePath

NAME = "loa-phuong"


def render(root: PurePath, command: PurePath, at: time, zone: str) -> Mapping[str, bytes]:
    """The unit files by name. `root` is the project's folder, `command` the absolute path of `loa`."""
    values = {"root": root, "command": command, "at": f"{at:%H:%M:%S}", "zone": zone}
    return {name: rendering.render(name, **values).encode() for name in (f"{NAME}.service", f"{NAME}.timer")}
