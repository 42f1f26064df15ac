"""A station's tunes: brought to the voice's rate, known by their fingerprint."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from loaphuong.core.project import Project
from loaphuong.radio.studio import jingles
from tests.package import FIXTURE

if TYPE_CHECKING:
    from pathlib import Path


def test_a_tune_is_brought_to_the_voices_rate() -> None:
    """As long as before."""
    sting = Project(FIXTURE).jingles / jingles.STING
    assert len(jingles.load(sting, 22_050)) // 2 == pytest.approx(0.5 * 22_050, abs=2)


def test_the_fingerprint_changes_with_a_tune(tmp_path: Path) -> None:
    """And knows a station without any."""
    Project(tmp_path).jingles.mkdir(parents=True)
    none = jingles.fingerprint(tmp_path)
    (Project(tmp_path).jingles / jingles.TUNE).write_bytes(b"one")
    one = jingles.fingerprint(tmp_path)
    (Project(tmp_path).jingles / jingles.TUNE).write_bytes(b"two")
    assert len({none, one, jingles.fingerprint(tmp_path), hashlib.sha256().hexdigest()}) == 4
