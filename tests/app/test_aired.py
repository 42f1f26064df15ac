"""The log: what was aired, with the digest of the file that was played."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from loaphuong.app.aired import note_aired, note_plays
from loaphuong.app.cli import run
from loaphuong.app.log import read_log
from loaphuong.app.record import record
from loaphuong.app.report import report
from loaphuong.core.problems import Stopped
from loaphuong.core.project import Project
from loaphuong.radio.log import Result
from tests.app.ward import quiet
from tests.making import NOW

if TYPE_CHECKING:
    from pathlib import Path

SLOT = "2026-11-27-1630"


def test_the_log_keeps_the_digest_of_the_file_that_was_played(built_ward: Path) -> None:
    """Noted after it was aired, with the SHA-256 of what staff had."""
    root = built_ward
    made = record(root, NOW, [SLOT], 1, quiet)
    media = made.bulletins[0][1].file("loa")
    later = NOW + timedelta(days=7)
    line = note_aired(root, later, SLOT, None, "Cán bộ trực", Result.WHOLE, "")
    assert media is not None
    assert line.sha256 == media.sha256
    assert [entry.slot for entry in read_log(root)] == [SLOT]
    assert report(root, later, "2027-6-thang", None, None).report.whole == 1


def test_what_the_desk_noted_becomes_the_log(built_ward: Path, tmp_path: Path) -> None:
    """Broken off, then gone on with: one line; the same file again adds none, and a broken file notes nothing."""
    root, later = built_ward, NOW + timedelta(days=7)
    media = record(root, NOW, [SLOT], 1, quiet).bulletins[0][1].file("loa")
    assert media is not None
    play = {"slot": SLOT, "file": "x.mp3", "sha256": media.sha256, "seconds": media.seconds}
    first = {**play, "began": "2026-11-27T09:30:05Z", "ended": "2026-11-27T09:30:15Z", "from": 0, "to": 10}
    second = {**play, "began": "2026-11-27T09:31:00Z", "ended": "2026-11-27T09:32:00Z", "from": 8, "to": media.seconds}
    path = tmp_path / "nhat-ky.json"

    def hand_in(*plays: dict[str, object]) -> Path:
        path.write_text(json.dumps({"kind": "loa-phuong/as-played", "version": 1, "plays": plays}), encoding="utf-8")
        return path

    noted = note_plays(root, later, hand_in(first), "Chị Hoa")
    assert [(line.result, line.seconds) for line in noted.lines] == [(Result.INTERRUPTED, 10)]
    [line] = note_plays(root, later, hand_in(first, second), "Chị Hoa").lines
    assert (line.result, line.by, line.sha256) == (Result.WHOLE, "Chị Hoa", media.sha256)
    again = note_plays(root, later, hand_in(first, second), "Chị Hoa")
    assert (again.lines, again.known) == ((), 1)
    kept = Project(root).log.read_bytes()
    future = {**second, "began": "2027-11-27T09:31:00Z", "ended": "2027-11-27T09:31:30Z"}
    for plays in ((first, {**second, "to": -1}), (first, {**second, "slot": "2026-11-28-1630"}), (future,)):
        with pytest.raises(Stopped):
            note_plays(root, later, hand_in(*plays), "")
    assert Project(root).log.read_bytes() == kept
    assert [entry.result for entry in read_log(root)] == [Result.INTERRUPTED, Result.WHOLE]


def test_a_table_of_a_player_becomes_the_log(built_ward: Path, tmp_path: Path) -> None:
    """Other sounds are left out and counted; a file of other sounds alone is told."""
    root, path = built_ward, tmp_path / "may-phat.csv"
    record(root, NOW, [SLOT], 1, quiet)
    head, other = "Bắt đầu,Thời lượng,Tệp\n", "27/11/2026 16:20:00,1:00,nhac-nen.mp3\n"
    path.write_text(f"{head}{other}27/11/2026 16:30:01,30:00,tep/2026-11-27_1630_ban-tin.mp3\n", encoding="utf-8")
    noted = note_plays(root, NOW + timedelta(days=7), path, "")
    assert [(line.slot, line.result) for line in noted.lines] == [(SLOT, Result.WHOLE)]
    assert noted.others == 1
    path.write_text(f"{head}{other}", encoding="utf-8")
    with pytest.raises(Stopped, match="plays-none"):
        note_plays(root, NOW + timedelta(days=7), path, "")


def test_the_desk_follows_the_log(built_ward: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is noted is asked for no more, at once."""
    later = NOW + timedelta(days=8)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(later.timestamp())))
    desk = Project(built_ward).site / "ban-truc/index.html"
    asked = "loa aired --all"
    project = ["--project", str(built_ward)]
    assert run([*project, "hold", "2026-12-01-1630", "--why", "Sửa loa"]) == 0
    assert asked in desk.read_text("utf-8")
    assert run([*project, "aired", SLOT]) == 0
    assert asked not in desk.read_text("utf-8")
    assert not Project(built_ward).unshown.exists()
