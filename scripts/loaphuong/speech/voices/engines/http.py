"""A voice behind any server that speaks the `/v1/audio/speech` shape."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from loaphuong.core.problems import Stopped
from loaphuong.speech.nouns import Clip
from loaphuong.speech.sound import from_wav
from loaphuong.speech.voices.options import Options
from loaphuong.speech.voices.voice import failure

if TYPE_CHECKING:
    from pathlib import Path

    import httpx

    from loaphuong.speech.nouns import SpokenText
    from loaphuong.station.nouns import VoiceSettings

PATH = "/v1/audio/speech"
BUSY, SERVER_ERROR, OK = 429, 500, 200
# A sentence of two minutes at 48 kHz is 12 MB.
MOST_BYTES = 32_000_000
PLAIN = {"Accept-Encoding": "identity"}
FIRST_WAIT_SECONDS, LONGEST_WAIT_SECONDS = 0.5, 20.0


class Http:
    """Options: url (up to `/v1/audio/speech`), model, voice, speed, key_env (name of the variable that holds the key),
    retries. `timeout_seconds` bounds a sentence with all its tries."""

    def __init__(self, settings: VoiceSettings, root: Path) -> None:  # noqa: ARG002 - every engine is made so
        self._settings = settings
        options = Options(settings)
        self._url = options.text("url").rstrip("/").removesuffix(PATH)
        self._model, self._voice = options.text("model", "tts-1"), options.text("voice", "alloy")
        self._speed = options.number("speed", 1.0, 0.25, 4.0)
        self._key_env = options.text("key_env", "")
        self._retries = options.whole("retries", 3, 0, 10)
        self._timeout = options.timeout_seconds
        # A name and a key in the address would be shown wherever the address is.
        if self._url and (not self._url.startswith(("http://", "https://")) or "@" in self._url):
            options.wrong("url", "http://… , https://…")
        options.finish()

    @property
    def identity(self) -> str:
        """The server, the model, the voice and its speed; never the key."""
        return f"http {self._url} {self._model} {self._voice} {self._speed:g}"

    def speak(self, text: SpokenText) -> Clip:
        """At the server's own rate."""
        sound, kind = self._ask(text)
        try:
            pcm, rate = from_wav(sound)
        except ValueError as error:
            reason = f"{error} ({kind}, {len(sound)} bytes)"
            raise Stopped([failure("voice-not-sound", self._settings, reason=reason)]) from error
        return Clip(pcm, rate, self._settings.name, self._settings.synthetic)

    def _ask(self, text: SpokenText) -> tuple[bytes, str]:
        """The sound and its media type."""
        import httpx

        body = {
            "model": self._model,
            "voice": self._voice,
            "input": text.words,
            "response_format": "wav",
            "speed": self._speed,
        }
        deadline, wait, last = time.monotonic() + self._timeout, FIRST_WAIT_SECONDS, "–"
        with httpx.Client(headers=self._headers()) as client:
            for attempt in range(self._retries + 1):
                left = deadline - time.monotonic()
                if left <= 0:
                    break
                try:
                    with client.stream("POST", self._url + PATH, json=body, timeout=left) as answer:
                        if answer.status_code == OK:
                            return self._sound(answer, deadline, text), answer.headers.get("content-type", "")
                except httpx.TimeoutException:
                    break
                except httpx.HTTPError as error:
                    last, asked = str(error) or type(error).__name__, 0.0
                else:
                    last, asked = f"{answer.status_code} {answer.reason_phrase}", _retry_after(answer)
                    if answer.status_code != BUSY and answer.status_code < SERVER_ERROR:
                        raise Stopped([failure("voice-http", self._settings, answer=last)])
                wait_now = min(max(wait, asked), LONGEST_WAIT_SECONDS)
                if attempt < self._retries and time.monotonic() + wait_now < deadline:
                    time.sleep(wait_now)
                    wait *= 2
                else:
                    raise Stopped([failure("voice-http", self._settings, answer=last)])
        raise Stopped([failure("voice-timeout", self._settings, text, seconds=f"{self._timeout:g}")])

    def _sound(self, answer: httpx.Response, deadline: float, text: SpokenText) -> bytes:
        """The body as it comes, in the time and the size that a sentence may have; nothing is unpacked."""
        packed = answer.headers.get("content-encoding", "identity")
        if packed != "identity":
            raise Stopped([failure("voice-not-sound", self._settings, reason=packed)])
        sound = bytearray()
        for chunk in answer.iter_raw():
            sound += chunk
            if len(sound) > MOST_BYTES:
                raise Stopped([failure("voice-not-sound", self._settings, reason=f"> {MOST_BYTES // 1_000_000} MB")])
            if time.monotonic() > deadline:
                raise Stopped([failure("voice-timeout", self._settings, text, seconds=f"{self._timeout:g}")])
        return bytes(sound)

    def _headers(self) -> dict[str, str]:
        if not self._key_env:
            return PLAIN
        key = os.environ.get(self._key_env, "").strip()
        if not key:
            raise Stopped([failure("voice-missing-key", self._settings, variable=self._key_env)])
        return PLAIN | {"Authorization": f"Bearer {key}"}


def _retry_after(answer: httpx.Response) -> float:
    value = answer.headers.get("retry-after", "")
    return float(value) if value.isdigit() else 0.0
