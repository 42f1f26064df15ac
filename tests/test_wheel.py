"""A wheel is whole: words compiled, and everything that a ward without its own uses."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

from tests.package import NAME, PACKAGE, PACKED, ROOT

if TYPE_CHECKING:
    from pathlib import Path

BUILD = "from hatchling.build import build_wheel; print(build_wheel({folder!r}))"


def test_a_wheel_carries_the_product(tmp_path: Path) -> None:
    """Every module, every catalogue, every file of the theme, of the tunes and of the settings; nothing of a ward."""
    command = [sys.executable, "-c", BUILD.format(folder=str(tmp_path))]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()[-1]
    names = {name for name in zipfile.ZipFile(tmp_path / built).namelist() if name.startswith(f"{NAME}/")}
    given = {path for name in PACKED for path in (ROOT / name, *(ROOT / name).rglob("*")) if path.is_file()}
    assert {f"{NAME}/product/{path.relative_to(ROOT).as_posix()}" for path in given} <= names
    assert {f"{NAME}/{path.relative_to(PACKAGE).as_posix()}" for path in PACKAGE.rglob("*.py")} <= names
    written = [name for name in names if name.endswith(".po")]
    assert written
    assert {f"{name[:-3]}.mo" for name in written} <= names
    assert not [name for name in names if "station.toml" in name or "/content/guong-tot" in name]
