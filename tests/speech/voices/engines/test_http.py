"""A speech server as a voice, busy or broken."""

from __future__ import annotations

import gzip
import json
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest

from loaphuong.speech import voices
from loaphuong.speech.sound import to_wav
from tests.package import ROOT
from tests.speech.voices.fake_engines import tone
from tests.speech.voices.settings import TEXT, a_voice, problem_of

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass
class Server:
    """A speech server that answers as told, one answer a request; the last one stays."""

    answers: list[tuple[int, dict[str, str], bytes]]
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    url: str = ""


@contextmanager
def a_server(
    *answers: tuple[int, dict[str, str], bytes], never: bool = False, dripping: bool = False
) -> Iterator[Server]:
    """On a free port of this machine."""
    told, stopped = Server(list(answers)), threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            told.asked.append(json.loads(self.rfile.read(int(self.headers["content-length"]))) | {"path": self.path})
            told.keys.append(self.headers["authorization"])
            if never:
                stopped.wait(20)
                return
            status, headers, body = told.answers.pop(0) if len(told.answers) > 1 else told.answers[0]
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("content-length", str(10**6 if dripping else len(body)))
            self.end_headers()
            if not dripping:
                self.wfile.write(body)
            while dripping and not stopped.wait(0.05):
                self.wfile.write(b"\0")

        def log_message(self, *_: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    told.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield told
    finally:
        stopped.set()
        server.shutdown()
        server.server_close()


WAV = (200, {"content-type": "audio/wav"}, to_wav(tone(2.0), 24_000))


class TestHttp:
    """A server of the `/v1/audio/speech` shape."""

    def test_it_is_asked_as_such_servers_expect(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """And the key goes from the environment to the header, and nowhere else."""
        monkeypatch.setenv("KHOA", "bi-mat")
        with a_server(WAV) as server:
            settings = a_voice("http", url=f"{server.url}/v1/audio/speech", model="m", voice="v", key_env="KHOA")
            voice = voices.open_voice(settings, ROOT)
            clip = voice.speak(TEXT)
        assert clip.rate_hz == 24_000
        assert server.asked == [
            {"model": "m", "voice": "v", "input": TEXT.words, "response_format": "wav", "speed": 1.0}
            | {"path": "/v1/audio/speech"}
        ]
        assert server.keys == ["Bearer bi-mat"]
        assert "bi-mat" not in voice.identity

    def test_a_busy_server_is_asked_again(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """429 and 500, as long as it may take."""
        waits: list[float] = []
        monkeypatch.setattr("loaphuong.speech.voices.engines.http.time.sleep", waits.append)
        with a_server((429, {"retry-after": "2"}, b""), (500, {}, b""), WAV) as server:
            clip = voices.open_voice(a_voice("http", url=server.url), ROOT).speak(TEXT)
        assert clip.pcm
        assert waits == [2.0, 1.0]

    @pytest.mark.parametrize(
        ("answer", "expected", "times"),
        [
            ((429, {}, b""), "voice-http", 3),
            ((503, {}, b""), "voice-http", 3),
            ((401, {}, b"{}"), "voice-http", 1),
            ((404, {}, b""), "voice-http", 1),
            ((200, {"content-type": "text/html"}, b"<html>"), "voice-not-sound", 1),
            ((200, {"content-type": "audio/wav"}, b""), "voice-not-sound", 1),
        ],
    )
    def test_a_bad_answer_is_named(
        self, monkeypatch: pytest.MonkeyPatch, answer: tuple[int, dict[str, str], bytes], expected: str, times: int
    ) -> None:
        """Busy to the end, broken, forbidden, not there, a web page, nothing."""
        monkeypatch.setattr("loaphuong.speech.voices.engines.http.time.sleep", lambda _: None)
        with a_server(answer) as server:
            assert problem_of(a_voice("http", url=server.url, retries="2")) == expected
        assert len(server.asked) == times

    def test_a_server_that_never_answers_is_given_up(self) -> None:
        """After `timeout_seconds`, with all tries."""
        with a_server(never=True) as server:
            assert problem_of(a_voice("http", url=server.url, timeout_seconds="0.5")) == "voice-timeout"

    def test_a_server_that_drips_is_given_up(self) -> None:
        """However often a byte comes."""
        with a_server((200, {}, b""), dripping=True) as server:
            assert problem_of(a_voice("http", url=server.url, timeout_seconds="0.5")) == "voice-timeout"

    def test_a_sound_without_end_is_given_up(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """At the size that no sentence has."""
        monkeypatch.setattr("loaphuong.speech.voices.engines.http.MOST_BYTES", 10_000)
        with a_server(WAV) as server:
            assert problem_of(a_voice("http", url=server.url)) == "voice-not-sound"

    def test_nothing_is_unpacked_and_nobody_followed(self) -> None:
        """A small body may be a large one packed; another address may be anyone's."""
        with a_server((200, {"content-encoding": "gzip"}, gzip.compress(bytes(10**6)))) as server:
            assert problem_of(a_voice("http", url=server.url)) == "voice-not-sound"
        with a_server((307, {"location": "http://127.0.0.1:9/"}, b"")) as server:
            assert problem_of(a_voice("http", url=server.url)) == "voice-http"
            assert len(server.asked) == 1

    def test_no_server_at_all(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A refused connection is tried again, then named."""
        monkeypatch.setattr("loaphuong.speech.voices.engines.http.time.sleep", lambda _: None)
        with a_server(WAV) as server:
            url = server.url
        assert problem_of(a_voice("http", url=url)) == "voice-http"

    @pytest.mark.parametrize(
        ("options", "expected"),
        [
            ({"url": "ftp://x"}, "voice-option"),
            ({"url": "https://name:key@x"}, "voice-option"),
            ({}, "voice-option"),
            ({"url": "http://127.0.0.1:9", "key_env": "KHOA_KHONG_CO"}, "voice-missing-key"),
        ],
    )
    def test_wrong_settings(self, options: dict[str, str], expected: str) -> None:
        """Another scheme, no address, no key."""
        assert problem_of(a_voice("http", **options)) == expected
