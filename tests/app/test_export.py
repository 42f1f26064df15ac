"""The files for other programs, on a ward with a recorded bulletin."""

from __future__ import annotations

import hashlib
import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from loaphuong.app.export import carry, export
from loaphuong.app.hold import hold
from loaphuong.app.record import record
from loaphuong.core.project import Project
from tests.app.ward import quiet
from tests.making import NOW

if TYPE_CHECKING:
    from pathlib import Path

SLOT = "2026-11-27-1630"


@pytest.fixture
def exported(built_ward: Path) -> Path:
    """A ward whose slot is recorded, exported."""
    record(built_ward, NOW, [SLOT], 1, quiet)
    export(built_ward, NOW)
    return built_ward


def test_exports_name_the_recorded_files(exported: Path) -> None:
    """Playlists and table by names that hold wherever the folder lies, Liquidsoap's plan by absolute ones."""
    exports = Project(exported).exports
    told = {path.name: path.read_text("utf-8-sig") for path in exports.iterdir() if path.is_file()}
    sound = f"tep/{SLOT[:10]}_1630_ban-tin.mp3"
    for name in ("lich-phat.m3u8", "lich-phat.csv"):
        assert sound in told[name].replace(",", "\n").splitlines(), name
    assert f"<location>{sound}</location>" in told["lich-phat.xspf"]
    files = {entry["slot"]: entry["file"] for entry in json.loads(told["loa-phuong.json"])}
    assert files[SLOT] == (exports / sound).absolute().as_posix()
    assert (exports / sound).is_file()
    assert "BEGIN:VCALENDAR" in told["lich-phat.ics"]


def test_a_slot_on_hold_is_nowhere(exported: Path) -> None:
    """Not in a playlist, not in the plan, its sound not beside them."""
    hold(exported, NOW, SLOT, "Mưa", "Chị Hoa")
    export(exported, NOW)
    exports = Project(exported).exports
    assert not [path for path in (exports / "tep").iterdir() if SLOT[:10] in path.name]
    for name in ("lich-phat.m3u8", "lich-phat.xspf", "loa-phuong.json"):
        assert SLOT[:10] not in (exports / name).read_text("utf-8"), name


def test_nothing_changes_when_nothing_did(exported: Path) -> None:
    """An hour later all exports are the same bytes, the calendar too."""
    exports = Project(exported).exports
    before = {path.name: path.read_bytes() for path in exports.iterdir() if path.is_file()}
    export(exported, NOW + timedelta(hours=1))
    assert {path.name: path.read_bytes() for path in exports.iterdir() if path.is_file()} == before


def test_it_travels_on_a_stick(exported: Path, tmp_path: Path) -> None:
    """All that another machine can use, with the sound; nothing that names a place of this one."""
    stick = tmp_path / "usb/loa"
    count = carry(exported, stick)
    carried = [path for path in stick.rglob("*") if path.is_file()]
    assert len(carried) == count
    lines = (stick / "lich-phat.m3u8").read_text("utf-8").splitlines()
    played = [line for line in lines if not line.startswith("#")]
    assert played
    assert all((stick / line).is_file() for line in played)
    for path in carried:
        assert exported.as_posix().encode() not in path.read_bytes(), path


def test_each_recorded_slot_has_its_form(exported: Path) -> None:
    """With the files of two systems beside it; made once, gone with a hold."""
    forms = Project(exported).exports / "phieu"
    folder = forms / SLOT
    names = sorted(path.name for path in folder.iterdir())
    stem = f"{SLOT[:10]}_1630_ban-tin"
    assert names == [f"{stem}_128.mp3", f"{stem}_64.mp3", "phieu-nhap.html", "tep.json"]
    page = (folder / "phieu-nhap.html").read_text("utf-8")
    for name in names[:2]:
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() in page
    assert "Người duyệt thử" in page
    assert f"{SLOT}/phieu-nhap.html" in (forms / "index.html").read_text("utf-8")
    made = (folder / names[1]).stat().st_ino
    export(exported, NOW)
    assert (folder / names[1]).stat().st_ino == made
    (folder / names[1]).write_bytes(b"other")
    export(exported, NOW)
    assert (folder / names[1]).stat().st_size > 5
    hold(exported, NOW, SLOT, "Mưa", "Chị Hoa")
    export(exported, NOW)
    assert not folder.exists()
