"""Neural voices in ONNX, by piper (the extra `piper`)."""

from __future__ import annotations

import hashlib
from functools import cached_property, lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from loaphuong.core.problems import Stopped
from loaphuong.speech.nouns import Clip
from loaphuong.speech.voices.options import Options
from loaphuong.speech.voices.respelling import FINGERPRINT, respell
from loaphuong.speech.voices.voice import failure

if TYPE_CHECKING:
    from loaphuong.speech.nouns import SpokenText
    from loaphuong.station.nouns import VoiceSettings


class Piper:
    """Options: model (the .onnx, its .onnx.json beside it), speaker, length_scale (above 1 is slower), noise and
    noise_width (0: the same words always sound the same)."""

    def __init__(self, settings: VoiceSettings, root: Path) -> None:
        self._settings = settings
        options = Options(settings)
        self._model = root / options.text("model")
        self._speaker = options.whole("speaker", -1, -1, 10_000)
        self._length = options.number("length_scale", 1.0, 0.4, 2.5)
        self._noise = options.number("noise", 0.0, 0.0, 1.5)
        self._noise_width = options.number("noise_width", 0.0, 0.0, 1.5)
        options.finish()

    @property
    def identity(self) -> str:
        """The library's version, the model's own bytes, the parameters, and what is written another way."""
        try:
            engine = version("piper-tts")
        except PackageNotFoundError as error:
            raise self._missing_engine(error) from error
        try:
            model = _fingerprint(self._model, self._model.stat().st_mtime_ns)
        except OSError as error:
            raise self._missing_file(error) from error
        numbers = f"{self._speaker} {self._length:g} {self._noise:g} {self._noise_width:g}"
        return f"piper {engine} {model} {numbers} {FINGERPRINT}"

    def speak(self, text: SpokenText) -> Clip:
        """At the model's own rate."""
        voice, configuration = self._load
        try:
            chunks = list(voice.synthesize(respell(text.words), syn_config=configuration))
        except Exception as error:
            # What an ONNX model does wrong is of many types; all of them mean that this voice cannot speak.
            raise Stopped([failure("voice-failed", self._settings, text, reason=str(error).splitlines()[0])]) from error
        pcm = b"".join(chunk.audio_int16_bytes for chunk in chunks)
        return Clip(pcm, int(voice.config.sample_rate), self._settings.name, self._settings.synthetic)

    @cached_property
    def _load(self) -> tuple[Any, Any]:
        try:
            from piper import PiperVoice, SynthesisConfig
        except ImportError as error:
            raise self._missing_engine(error) from error
        try:
            voice = PiperVoice.load(self._model)
        except Exception as error:  # onnxruntime's own types, JSON's, KeyError: the file is not a voice
            raise self._missing_file(error) from error
        speaker = self._speaker if self._speaker >= 0 else None
        return voice, SynthesisConfig(
            speaker_id=speaker,
            length_scale=self._length,
            noise_scale=self._noise,
            noise_w_scale=self._noise_width,
        )

    def _missing_engine(self, error: Exception) -> Stopped:
        return Stopped([failure("voice-missing-engine", self._settings, reason=error, package="loaphuong[piper]")])

    def _missing_file(self, error: Exception) -> Stopped:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        return Stopped([failure("voice-missing-file", self._settings, path=self._model.as_posix(), reason=reason)])


@lru_cache(maxsize=8)
def _fingerprint(model: Path, _changed_at_ns: int) -> str:
    """16 digits of the model and its configuration; read once a process."""
    name = hashlib.sha256()
    for path in (model, Path(f"{model}.json")):
        with path.open("rb") as stream:
            name.update(hashlib.file_digest(stream, "sha256").digest())
    return name.hexdigest()[:16]
