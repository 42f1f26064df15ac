"""Finding a browser, and saying what to do when there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser import install

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine with nothing on its path."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(install, "PLACES", ())
    return tmp_path


def program(folder: Path, name: str, text: str = "") -> Path:
    """A program of the machine."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return path


def test_named(bare: Path, monkeypatch: pytest.MonkeyPatch):
    """CHROMIUM wins over what is on the path."""
    program(bare, "chromium")
    mine = program(bare, "mine")
    monkeypatch.setenv("CHROMIUM", str(mine))
    assert install.found() == str(mine)


@pytest.mark.parametrize("name", install.NAMES)
def test_any_name(bare: Path, name: str):
    """Whatever the browser is called here."""
    path = program(bare, name)
    assert install.found() == str(path)


def test_installed_by_apt(bare: Path, monkeypatch: pytest.MonkeyPatch):
    """Where we are root and apt is, it is installed."""
    program(
        bare,
        "apt-get",
        f'case "$*" in *install*) printf "#!/bin/sh" > {bare}/chromium; /bin/chmod +x {bare}/chromium;; esac',
    )
    monkeypatch.setattr(install.os, "geteuid", lambda: 0, raising=False)
    assert install.main() == 0
    assert install.found() == str(bare / "chromium")


@pytest.mark.parametrize("user", [0, 1000])
def test_cure(bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], user: int):
    """Where nothing can be done, both languages say what to do, and the exit code is not 0."""
    if user == 0:
        program(bare, "apt-get", "exit 100")
    monkeypatch.setattr(install.os, "geteuid", lambda: user, raising=False)
    assert install.main() == 1
    said = capsys.readouterr().err
    assert "sudo apt-get install chromium" in said
    assert "CHROMIUM" in said
