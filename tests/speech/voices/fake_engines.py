"""An engine that behaves as told: its words are its script. `tests.speech.voices.fake_engines:Fake` in station.toml."""

from __future__ import annotations

import array
import hashlib
import math
import os
import time
from typing import TYPE_CHECKING

from loaphuong.core.problems import Stopped
from loaphuong.core.where import Where
from loaphuong.speech.nouns import Clip, SpokenText, Utterance
from loaphuong.speech.nouns import Role as _Role
from loaphuong.speech.sound import silence
from loaphuong.speech.voices.voice import failure
from loaphuong.station.nouns import VoiceSettings

if TYPE_CHECKING:
    from pathlib import Path

RATE_HZ = 16_000
SECONDS_A_SYLLABLE = 0.3
QUIET_MS = 10


def tone(seconds: float, rate_hz: int = RATE_HZ, hertz: float = 220.0, strength: float = 0.3) -> bytes:
    """Something to hear, with the swell of syllables and a soft end; clipped where `strength` is above 1."""
    count = int(seconds * rate_hz)
    wave = (
        math.sin(2 * math.pi * hertz * at / rate_hz) * (0.6 + 0.4 * math.sin(2 * math.pi * 4 * at / rate_hz))
        for at in range(count)
    )
    fade = max(rate_hz // 20, 1)
    return array.array(
        "h",
        (
            max(min(int(32767 * strength * value * min((count - at) / fade, 1.0)), 32767), -32768)
            for at, value in enumerate(wave)
        ),
    ).tobytes()


def a_voice(name: str = "gia", does: str = "", fallback: str | None = None, **options: str) -> VoiceSettings:
    """The fake engine as a voice of the station; `does` is one of the words below, for every sentence."""
    given = {"does": does, **options}
    return VoiceSettings(
        "tests.speech.voices.fake_engines:Fake", f"Giọng {name}", True, tuple(sorted(given.items())), fallback, name
    )


def said(words: str, voice: str = "gia", item: int = 0, pause_ms: int = 350) -> Utterance:
    """A sentence to be voiced."""
    return Utterance(
        SpokenText(words), words.capitalize(), voice, _Role.PARAGRAPH, pause_ms, Where("content/a.md", 1), item
    )


class Fake:
    """Speaks tones. A word of its vocabulary in the sentence, or in its option `does`, makes it misbehave:
    hangs, crashes, fails, silent, nothing, half, cuts, slow, loud; `deaf` heeds no word of the sentence."""

    def __init__(self, settings: VoiceSettings, root: Path) -> None:
        self._settings, self._root = settings, root
        self._options = dict(settings.options)

    @property
    def identity(self) -> str:
        """Its options."""
        return f"fake {sorted(self._options.items())}"

    def speak(self, text: SpokenText) -> Clip:
        """0.3 s a syllable, at a pitch that the words decide."""
        orders = set(self._options.get("does", "").split())
        if "deaf" not in orders:
            orders |= set(text.words.rstrip(".").split())
        if log := self._options.get("log"):
            with (self._root / log).open("a") as stream:
                stream.write(f"{text.words}\n")
        if "crashes" in orders:
            os._exit(3)
        if "hangs" in orders:
            time.sleep(60)
        if "fails" in orders:
            raise Stopped([failure("voice-failed", self._settings, text, reason="told to")])
        rate = int(self._options.get("rate", RATE_HZ))
        seconds = text.syllables * SECONDS_A_SYLLABLE
        seconds *= 0.5 if "half" in orders else 8.0 if "slow" in orders else 1.0
        hertz = 180 + hashlib.sha256(text.words.encode()).digest()[0]
        pcm = b"" if "nothing" in orders else tone(seconds, rate, hertz) + silence(rate, QUIET_MS)
        if "cuts" in orders:
            pcm = pcm[: len(pcm) // 2 * 72 // 100 * 2]
        if "silent" in orders:
            pcm = bytes(len(pcm))
        return Clip(pcm, rate, self._settings.name, self._settings.synthetic)
