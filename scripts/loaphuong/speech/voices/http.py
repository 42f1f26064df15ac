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
        options.done()

    @property
    def identity(self) -> str:
        """The server, the model, the voice and its speed; never the key."""
        return f"http {self._url} {self._model} {self._voice} {self._speed:g}"

    def speak(self, text: SpokenText) -> Clip:
        """At the server's own rate."""
        answer = self._ask(text)
        try:
            pcm, rate = from_wav(answer.content)
        except ValueError as error:
            kind = answer.headers.get("content-type", "")
            reason = f"{error} ({kind}, {len(answer.content)} bytes)"
            raise Stopped([failure("voice-not-sound", self._settings, reason=reason)]) from error
        return Clip(pcm, rate, self._settings.name, self._settings.synthetic)

    def _ask(self, text: SpokenText) -> httpx.Response:
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
                    answer = client.post(self._url + PATH, json=body, timeout=left)
                except httpx.TimeoutException:
                    break
                except httpx.HTTPError as error:
                    last, asked = str(error) or type(error).__name__, 0.0
                else:
                    if answer.status_code == OK:
                        return answer
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

    def _headers(self) -> dict[str, str]:
        if not self._key_env:
            return {}
        key = os.environ.get(self._key_env, "").strip()
        if not key:
            raise Stopped([failure("voice-missing-key", self._settings, variable=self._key_env)])
        return {"Authorization": f"Bearer {key}"}


def _retry_after(answer: httpx.Response) -> float:
    value = answer.headers.get("retry-after", "")
    return float(value) if value.isdigit() else 0.0
