"""Which programs a voice may run on this machine: a list that no project can bring along.

station.toml comes with the project, and whoever writes in it would otherwise run what they like where bulletins are
recorded. So a program or a class from elsewhere speaks only where somebody of this machine wrote it down.
"""

from __future__ import annotations

import os
from pathlib import Path

from loaphuong.core.files import inside

NAME = "LOA_ENGINES"


def place() -> Path:
    """The list: what `LOA_ENGINES` names, else loaphuong/engines.txt among the settings of the person at work."""
    if named := os.environ.get(NAME):
        return Path(named)
    settings = os.environ.get("APPDATA" if os.name == "nt" else "XDG_CONFIG_HOME")
    return Path(settings or Path.home() / ".config") / "loaphuong" / "engines.txt"


def allows(program: str, root: Path) -> bool:
    """Whether the list, which must not lie in the project at `root`, has a line that is this program to the letter."""
    try:
        listed = place()
        if inside(root, listed):
            return False
        return program in (line.strip() for line in listed.read_text(encoding="utf-8-sig").splitlines())
    except (OSError, ValueError, RuntimeError):
        return False
