"""The station's own tunes: what is committed is what the program makes."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from loaphuong.radio.studio import jingles
from loaphuong.speech.sound import from_wav, peak_dbfs, peaks
from tests.package import ROOT

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = ROOT / jingles.FOLDER


def test_the_sting_is_made_as_committed(tmp_path: Path) -> None:
    """Byte for byte, on any machine."""
    seconds, notes = jingles.BREAK
    made = jingles.synthesize(seconds, notes)
    assert from_wav((FOLDER / jingles.STING).read_bytes()) == (made, jingles.RATE_HZ)


@pytest.mark.parametrize(("name", "least", "most"), [(jingles.TUNE, 6, 8), (jingles.STING, 0.6, 1.0)])
def test_a_tune_is_as_long_as_it_should_be_and_ends_in_silence(name: str, least: float, most: float) -> None:
    """Neither clipped nor faint."""
    pcm, rate = from_wav((FOLDER / name).read_bytes())
    assert rate == 48_000
    assert least <= len(pcm) / 2 / rate <= most
    assert -7 < peak_dbfs(pcm) < -3
    assert peaks(pcm, rate)[-2] < 400


def test_a_tune_is_brought_to_the_voices_rate() -> None:
    """As long as before."""
    assert len(jingles.load(FOLDER / jingles.STING, 22_050)) // 2 == pytest.approx(0.85 * 22_050, abs=2)


def test_the_fingerprint_changes_with_a_tune(tmp_path: Path) -> None:
    """And knows a station without any."""
    (tmp_path / jingles.FOLDER).mkdir(parents=True)
    none = jingles.fingerprint(tmp_path)
    (tmp_path / jingles.FOLDER / jingles.TUNE).write_bytes(b"one")
    one = jingles.fingerprint(tmp_path)
    (tmp_path / jingles.FOLDER / jingles.TUNE).write_bytes(b"two")
    assert len({none, one, jingles.fingerprint(tmp_path), hashlib.sha256().hexdigest()}) == 4
