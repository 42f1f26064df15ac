"""A voice that remembers what it said. Entries are whole or absent, and checked when read."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from loaphuong.core.digest import digest
from loaphuong.core.files import read_sealed, write_sealed
from loaphuong.core.problems import Stopped
from loaphuong.speech.nouns import Clip
from loaphuong.speech.sound import trim
from loaphuong.speech.voices.check import flaws

if TYPE_CHECKING:
    from pathlib import Path

    from loaphuong.speech.nouns import SpokenText
    from loaphuong.speech.voices.voice import Voice
    from loaphuong.station.nouns import VoiceSettings

VERSION = 1
MARK = b"LOA1"
RATE = struct.Struct("<I")


class Cached:
    """Wraps a voice. Clips are without the silence at their ends, and none that fails a check is kept."""

    def __init__(self, voice: Voice, settings: VoiceSettings, folder: Path) -> None:
        self._voice, self._settings, self._folder = voice, settings, folder
        self.identity = voice.identity

    def path(self, text: SpokenText) -> Path:
        """Where the sentence is kept."""
        key = digest("clip", VERSION, self.identity, text.words)
        return self._folder / key[:2] / f"{key}.clip"

    def find(self, text: SpokenText) -> Clip | None:
        """The sentence if it is kept and whole."""
        body = read_sealed(self.path(text), MARK)
        if body is None or len(body) <= RATE.size:
            return None
        (rate,) = RATE.unpack_from(body)
        return Clip(bytes(body[RATE.size :]), rate, self._settings.name, self._settings.synthetic)

    def speak(self, text: SpokenText) -> Clip:
        """The sentence, kept or new; Stopped if the voice fails or gives what cannot be it."""
        return self.find(text) or self.keep(text, self.say(text))

    def say(self, text: SpokenText) -> Clip:
        """The sentence spoken anew, trimmed and checked."""
        said = self._voice.speak(text)
        clip = Clip(trim(said.pcm, said.rate_hz), said.rate_hz, said.voice, said.synthetic)
        if found := flaws(clip, text, self._settings):
            raise Stopped(found)
        return clip

    def keep(self, text: SpokenText, clip: Clip) -> Clip:
        """Remember a sentence; Stopped if the disk is full or the folder cannot be written."""
        write_sealed(self.path(text), MARK, RATE.pack(clip.rate_hz) + clip.pcm)
        return clip

    def forget(self, text: SpokenText) -> None:
        """Not to be used again."""
        self.path(text).unlink(missing_ok=True)
