"""The files for other programs, on a ward with a recorded bulletin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.app.export import export
from loaphuong.app.record import record
from loaphuong.core.project import Project
from tests.app.ward import quiet
from tests.making import NOW

if TYPE_CHECKING:
    from pathlib import Path

SLOT = "2026-11-27-1630"


def test_exports_name_the_recorded_files(built_ward: Path) -> None:
    """Playlists, table and Liquidsoap script point at the sound that exists."""
    root = built_ward
    record(root, NOW, [SLOT], 2, quiet)
    paths = {path.name: (root / path).read_text("utf-8-sig") for path in export(root, NOW)}
    [mp3] = [path for path in (Project(root).packages / SLOT).glob("*.mp3") if "_web" not in path.name]
    for name in ("lich-phat.m3u8", "loa-phuong.liq"):
        assert mp3.as_posix() in paths[name], name
    assert "BEGIN:VCALENDAR" in paths["lich-phat.ics"]
    assert "Persistent=true" in paths["loa-phuong.timer"]
