"""The log: what was aired, with the digest of the file that was played."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from loaphuong.app.aired import note_aired
from loaphuong.app.log import read_log
from loaphuong.app.record import record
from loaphuong.app.report import report
from loaphuong.radio.log import Result
from tests.app.ward import quiet
from tests.making import NOW

if TYPE_CHECKING:
    from pathlib import Path

SLOT = "2026-11-27-1630"


def test_the_log_keeps_the_digest_of_the_file_that_was_played(built_ward: Path) -> None:
    """Noted after it was aired, with the SHA-256 of what staff had."""
    root = built_ward
    made = record(root, NOW, [SLOT], 2, quiet)
    media = made.bulletins[0][1].file("loa")
    later = NOW + timedelta(days=7)
    line = note_aired(root, later, SLOT, None, "Cán bộ trực", Result.WHOLE, "")
    assert media is not None
    assert line.sha256 == media.sha256
    assert [entry.slot for entry in read_log(root)] == [SLOT]
    assert report(root, later, "2027-6-thang", None, None).report.whole == 1
