"""docs/recipes/engine.md, followed: one class, named by its import path, and the rest comes by itself."""

from __future__ import annotations

import array
import math
from typing import TYPE_CHECKING

import pytest

from loaphuong.core.problems import Stopped
from loaphuong.radio.planner import estimate
from loaphuong.speech import voices
from loaphuong.speech.nouns import Clip, SpokenText
from loaphuong.speech.sound import peak_dbfs
from loaphuong.speech.voices.options import Options
from loaphuong.station.nouns import VoiceSettings
from tests.speech.voices.fake_engines import said

if TYPE_CHECKING:
    from pathlib import Path

RATE_HZ = 16_000
SECONDS_A_SYLLABLE = 0.25


class Sines:
    """Options: hertz (the pitch)."""

    spoken = 0

    def __init__(self, settings: VoiceSettings, root: Path) -> None:  # noqa: ARG002 - every engine is made so
        self._settings = settings
        options = Options(settings)
        self._hertz = options.whole("hertz", 220, 80, 800)
        options.finish()

    @property
    def identity(self) -> str:
        """The pitch is all it depends on."""
        return f"sines 1 {self._hertz}"

    def speak(self, text: SpokenText) -> Clip:
        """A hum as long as the words would take."""
        Sines.spoken += 1
        count = int(text.syllables * SECONDS_A_SYLLABLE * RATE_HZ)
        wave = (int(9000 * math.sin(2 * math.pi * self._hertz * at / RATE_HZ)) for at in range(count))
        return Clip(array.array("h", wave).tobytes(), RATE_HZ, self._settings.name, self._settings.synthetic)


def a_hum(**options: str) -> VoiceSettings:
    """The engine as a voice of station.toml."""
    given = tuple(sorted(options.items()))
    return VoiceSettings(
        name="gia", engine="tests.speech.voices.test_engine:Sines", label="Giọng ngân", synthetic=True, options=given
    )


def test_a_new_engine_speaks_and_what_it_said_is_kept(tmp_path: Path) -> None:
    """By its import path alone; a second time nothing is spoken again. A hum has no quiet end, which is told."""
    hum = a_hum(trimmed="true")
    sentences = [said("bà con cùng nhau dọn ngõ."), said("mỗi nhà một việc.")]
    first = voices.render(sentences, [hum], tmp_path)
    before = Sines.spoken
    again = voices.render(sentences, [hum], tmp_path)
    assert [clip.pcm for clip in first] == [clip.pcm for clip in again]
    assert Sines.spoken == before
    assert all(peak_dbfs(clip.pcm) > -20 for clip in first)


def test_its_options_are_checked(tmp_path: Path) -> None:
    """One that it does not know, and one out of its range."""
    for options in ({"herz": "220"}, {"hertz": "9000"}):
        with pytest.raises(Stopped):
            voices.open_voice(a_hum(**options), tmp_path)


def test_it_has_a_pace_of_its_own() -> None:
    """What is planned reckons with what station.toml says of it: nothing of it is run to plan."""
    assert estimate.paces([a_hum(words_a_minute="75")])["gia"] == estimate.pace(75)
