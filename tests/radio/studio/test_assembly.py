"""Clips of several voices are brought to one rate, each in its place."""

from __future__ import annotations

from itertools import pairwise

import pytest

from loaphuong.radio.studio.assembly import at_rate
from loaphuong.speech.nouns import Clip
from tests.speech.voices.fake_engines import tone


def a_clip(rate_hz: int, seconds: float, hertz: float, voice: str) -> Clip:
    """A tone of a voice."""
    return Clip(tone(seconds, rate_hz, hertz), rate_hz, voice, True)


def crossings(clip: Clip) -> float:
    """How often a second the sound goes through zero upwards: its pitch in hertz."""
    samples = memoryview(clip.pcm).cast("h")
    ups = sum(1 for before, after in pairwise(samples) if before < 0 <= after)
    return ups / (len(samples) / clip.rate_hz)


def test_each_clip_keeps_its_length_and_its_sound() -> None:
    """Those of another rate are resampled together and cut apart again; the others stay as they are."""
    given = [a_clip(22_050, 0.5, 220, "lan"), a_clip(48_000, 0.4, 330, "minh"), a_clip(22_050, 0.7, 440, "lan")]
    made = at_rate(given, 48_000)
    assert made[1] == given[1]
    assert [clip.rate_hz for clip in made] == [48_000] * 3
    assert [len(clip.pcm) / 2 / 48_000 for clip in made] == pytest.approx([0.5, 0.4, 0.7], abs=0.001)
    assert [crossings(clip) for clip in made] == pytest.approx([crossings(clip) for clip in given], rel=0.05)
    assert [clip.voice for clip in made] == ["lan", "minh", "lan"]
