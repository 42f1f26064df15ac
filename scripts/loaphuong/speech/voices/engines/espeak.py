"""The embedded voice: espeak-ng from a wheel, spoken to through its library.

What the library says depends on what it said before, so it is loaded afresh for every sentence: 2 ms each, against 8 ms
for a forked process, and it works where there is no fork. One sentence at a time in a process: threads crash it.
"""

from __future__ import annotations

import _ctypes
import ctypes
import threading
from contextlib import contextmanager
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from loaphuong.core.problems import Stopped
from loaphuong.speech.nouns import Clip
from loaphuong.speech.voices.options import Options
from loaphuong.speech.voices.respelling import FINGERPRINT, respell
from loaphuong.speech.voices.voice import USUAL_WORDS_A_MINUTE, failure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from loaphuong.speech.nouns import SpokenText
    from loaphuong.station.nouns import VoiceSettings

VARIETIES = ("vi", "vi-vn-x-central", "vi-vn-x-south")
SYNCHRONOUS, DO_NOT_EXIT, UTF8 = 2, 0x8000, 1
RATE, VOLUME, PITCH, RANGE = 1, 2, 3, 4
_CALLBACK = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)
_ONE_AT_A_TIME = threading.Lock()


class Espeak:
    """Options: variety (Northern `vi`, Central, Southern), rate (words a minute), pitch, range, volume."""

    def __init__(self, settings: VoiceSettings, root: Path) -> None:  # noqa: ARG002 - every engine is made so
        self._settings = settings
        options = Options(settings)
        self._variety = options.text("variety", "vi", VARIETIES)
        self._parameters = (
            (RATE, options.whole("rate", int(USUAL_WORDS_A_MINUTE), 80, 300)),
            (PITCH, options.whole("pitch", 50, 0, 99)),
            (RANGE, options.whole("range", 50, 0, 99)),
            (VOLUME, options.whole("volume", 100, 10, 150)),
        )
        options.finish()

    @staticmethod
    def words_a_minute(settings: VoiceSettings) -> float:
        """Its rate; the usual one where that cannot be read."""
        given = dict(settings.options).get("rate", "")
        return float(given) if given.isdecimal() and int(given) else USUAL_WORDS_A_MINUTE

    @property
    def identity(self) -> str:
        """The wheel's version names both the library and its data; with the table of what is written another way."""
        numbers = ",".join(f"{value}" for _, value in self._parameters)
        return f"espeak {version('espeakng-loader')} {self._variety} {numbers} {FINGERPRINT}"

    def speak(self, text: SpokenText) -> Clip:
        """22 050 Hz."""
        pcm = bytearray()

        def take(samples: Any, count: int, _events: Any) -> int:
            if count > 0 and samples:
                pcm.extend(ctypes.string_at(samples, count * 2))
            return 0

        words, callback = respell(text.words).encode() + b"\0", _CALLBACK(take)
        with _ONE_AT_A_TIME, self._fresh() as (library, rate):
            library.espeak_SetSynthCallback(callback)
            wrong = library.espeak_SetVoiceByName(self._variety.encode())
            for name, value in self._parameters:
                wrong = wrong or library.espeak_SetParameter(name, value, 0)
            wrong = wrong or library.espeak_Synth(words, len(words), 0, 0, 0, UTF8, None, None)
            wrong = wrong or library.espeak_Synchronize()
        if wrong:
            raise Stopped([failure("voice-failed", self._settings, text, reason=f"espeak-ng: {wrong}")])
        return Clip(bytes(pcm), rate, self._settings.name, self._settings.synthetic)

    @contextmanager
    def _fresh(self) -> Iterator[tuple[Any, int]]:
        """The library as if nothing had been said yet, and its sample rate."""
        try:
            import espeakng_loader

            library = ctypes.CDLL(espeakng_loader.get_library_path())
        except (ImportError, OSError) as error:
            raise self._fail_missing(error) from error
        try:
            # A library that was not really unloaded still knows the rate of the last sentence.
            stale = library.espeak_GetParameter(RATE, 1) == dict(self._parameters)[RATE]
            data = espeakng_loader.get_data_path().encode()
            rate = library.espeak_Initialize(SYNCHRONOUS, 0, data, DO_NOT_EXIT)
            if stale or rate <= 0:
                raise self._fail_missing("unloading" if stale else "espeak-ng-data")
            try:
                yield library, rate
            finally:
                library.espeak_Terminate()
        finally:
            _unload(library)

    def _fail_missing(self, reason: object) -> Stopped:
        return Stopped([failure("voice-missing-engine", self._settings, reason=reason, package="espeakng-loader")])


def _unload(library: ctypes.CDLL) -> None:
    # Each system has one of the two.
    free = getattr(_ctypes, "dlclose", None) or _ctypes.FreeLibrary  # type: ignore[attr-defined, unused-ignore]
    free(library._handle)  # noqa: SLF001 - the only way to unload
