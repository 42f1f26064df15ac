"""The tunes that are committed are those that the tool plucks."""

from __future__ import annotations

import runpy
from typing import Any

import pytest

from loaphuong.core.project import Project
from loaphuong.radio.studio import jingles
from loaphuong.speech.sound import from_wav, peak_dbfs, peaks
from tests.package import ROOT

COMMITTED = Project(ROOT).jingles


@pytest.fixture(scope="module")
def tool() -> dict[str, Any]:
    """What scripts/pluck_jingles.py defines."""
    return runpy.run_path(str(ROOT / "scripts" / "pluck_jingles.py"))


def test_the_sting_is_plucked_as_committed(tool: dict[str, Any]) -> None:
    """Byte for byte, on any machine; the tune comes of the same strings and would take long here."""
    seconds, notes = tool["BREAK"]
    assert from_wav((COMMITTED / jingles.STING).read_bytes()) == (tool["synthesize"](seconds, notes), jingles.RATE_HZ)


@pytest.mark.parametrize(("name", "least", "most"), [(jingles.TUNE, 6, 8), (jingles.STING, 0.6, 1.0)])
def test_a_tune_is_as_long_as_it_should_be_and_ends_in_silence(name: str, least: float, most: float) -> None:
    """Neither clipped nor faint."""
    pcm, rate = from_wav((COMMITTED / name).read_bytes())
    assert rate == jingles.RATE_HZ
    assert least <= len(pcm) / 2 / rate <= most
    assert -7 < peak_dbfs(pcm) < -3
    assert peaks(pcm, rate)[-2] < 400
