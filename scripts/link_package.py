"""Lets the environment in a folder find the package from where both lie, by a path that is plain ASCII.

`pip install --editable` notes the package's absolute path in a .pth file, which Python before 3.13 reads in the
system's encoding: in a folder named “Dự án”, under LC_ALL=C or a Windows code page, it does not start or finds nothing.
`python scripts/link_package.py .venv`, by the Python outside the environment.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

NOTE = "_editable_impl_loaphuong.pth"
PACKAGES = ("lib/python*/site-packages", "Lib/site-packages")


def link(environment: Path, sources: Path) -> None:
    """Put the way from the environment's packages to the sources in place of the absolute one."""
    for pattern in PACKAGES:
        for note in environment.glob(f"{pattern}/{NOTE}"):
            way = os.path.relpath(sources.resolve(), note.parent.resolve()).replace(os.sep, "/")
            note.write_text(f"{way}\n", encoding="utf-8")


if __name__ == "__main__":
    link(Path(sys.argv[1]), Path(__file__).parent)
