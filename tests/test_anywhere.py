"""A clone may lie in any folder: what leads the environment to the package is plain ASCII."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.package import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def test_the_package_is_found_from_a_folder_with_vietnamese_letters(tmp_path: Path) -> None:
    """Instead of the absolute path that pip noted, which not every locale can read, a relative one."""
    project = tmp_path / "Dự án loa phường (bản 1)"
    packages = project / ".venv/lib/python3.11/site-packages"
    packages.mkdir(parents=True)
    (project / "scripts").mkdir()
    script = project / "scripts/link_package.py"
    script.write_text((ROOT / "scripts/link_package.py").read_text(encoding="utf-8"), encoding="utf-8")
    note = packages / "_editable_impl_loaphuong.pth"
    note.write_text(str(project / "scripts"), encoding="utf-8")
    environment = {**os.environ, "LC_ALL": "C"}
    subprocess.run([sys.executable, str(script), ".venv"], check=True, cwd=project, env=environment)
    way = note.read_text(encoding="ascii").strip()
    assert (packages / way).resolve() == (project / "scripts").resolve()
