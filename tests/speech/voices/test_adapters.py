"""The engines: what each says, and what each says is wrong."""

from __future__ import annotations

import json
import os
import sys
import threading
import unicodedata
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from loaphuong.core.problems import Stopped
from loaphuong.speech import voices
from loaphuong.speech.nouns import SpokenText
from loaphuong.speech.sound import from_wav, silence, to_wav
from loaphuong.station.nouns import VoiceSettings
from tests.package import ROOT
from tests.speech.voices.engines import tone

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT = SpokenText("mời bà con nghe đài.")


def a_voice(engine: str, **options: str) -> VoiceSettings:
    """A voice of an engine."""
    return VoiceSettings("lan", engine, "Lan", True, tuple(sorted(options.items())))


def problem_of(settings: VoiceSettings, root: Path = ROOT, text: SpokenText = TEXT) -> str:
    """The id of the one thing that is wrong."""
    with pytest.raises(Stopped) as stopped:
        voices.open_voice(settings, root).speak(text)
    assert all(found.what and found.hint for found in stopped.value.problems)
    return " ".join(sorted(found.id for found in stopped.value.problems))


class TestEspeak:
    """The embedded voice."""

    def test_what_it_says_does_not_depend_on_what_it_said(self) -> None:
        """Another sentence in between changes nothing."""
        voice = voices.open_voice(a_voice("espeak"), ROOT)
        first = voice.speak(TEXT)
        voice.speak(SpokenText("xin cảm ơn và hẹn gặp lại."))
        assert voice.speak(TEXT) == first
        assert first.rate_hz == 22_050
        assert 0.8 < first.seconds < 3

    @pytest.mark.parametrize(
        "other",
        [
            {"variety": "vi-vn-x-south"},
            {"variety": "vi-vn-x-central"},
            {"rate": "200"},
            {"pitch": "80"},
            {"range": "5"},
        ],
    )
    def test_each_option_is_heard_and_named(self, other: dict[str, str]) -> None:
        """In the sound and in the identity."""
        plain, changed = (voices.open_voice(a_voice("espeak", **options), ROOT) for options in ({}, other))
        assert plain.identity != changed.identity
        assert plain.speak(TEXT).pcm != changed.speak(TEXT).pcm

    @pytest.mark.parametrize(
        ("options", "ids"),
        [
            ({"variety": "en"}, "voice-option"),
            ({"rate": "fast"}, "voice-option"),
            ({"pitch": "500"}, "voice-option"),
            ({"pitch": "1.5", "speed": "2"}, "voice-option voice-unknown-option"),
        ],
    )
    def test_wrong_options_are_all_named(self, options: dict[str, str], ids: str) -> None:
        """At once."""
        assert problem_of(a_voice("espeak", **options)) == ids

    @pytest.mark.parametrize(
        "engine", ["", "espeek", "os.path", "os.path:nothing", "no.such.module:Voice", ":", "..:x"]
    )
    def test_an_engine_that_is_not_there_is_named(self, engine: str) -> None:
        """By a name or an import path."""
        assert problem_of(a_voice(engine)) == "voice-unknown-engine"


class TestCommand:
    """Any program."""

    def a_program(self, folder: Path, *lines: str) -> VoiceSettings:
        """A Python program as a voice."""
        program = folder / "noi.py"
        program.write_text("\n".join(("import sys, time, pathlib", "words = sys.stdin.read()", *lines)))
        (folder / "am.wav").write_bytes(to_wav(tone(2.0), 16_000))
        stereo = to_wav(tone(2.0), 16_000)
        (folder / "hai.wav").write_bytes(stereo[:22] + b"\x02\x00" + stereo[24:])
        return a_voice("command", run=f"{sys.executable} {program}", timeout_seconds="5")

    def test_words_go_in_and_sound_comes_out(self, tmp_path: Path) -> None:
        """By standard input and output."""
        settings = self.a_program(
            tmp_path,
            "pathlib.Path('words.txt').write_text(words, encoding='utf-8')",
            "sys.stdout.buffer.write(pathlib.Path('am.wav').read_bytes())",
        )
        clip = voices.open_voice(settings, tmp_path).speak(TEXT)
        assert (clip.rate_hz, clip.seconds) == (16_000, 2.0)
        assert (tmp_path / "words.txt").read_text(encoding="utf-8") == TEXT.words

    def test_a_program_may_write_a_file(self, tmp_path: Path) -> None:
        """Named where it says {output}; the words are an argument where it says {text}."""
        settings = self.a_program(
            tmp_path, "pathlib.Path(sys.argv[1]).write_bytes(pathlib.Path(sys.argv[2]).read_bytes())"
        )
        run = dict(settings.options)["run"] + " {output} am.wav"
        assert voices.open_voice(a_voice("command", run=run), tmp_path).speak(TEXT).seconds == 2.0

    def test_stereo_is_mixed_down(self, tmp_path: Path) -> None:
        """Half as many samples."""
        settings = self.a_program(tmp_path, "sys.stdout.buffer.write(pathlib.Path('hai.wav').read_bytes())")
        assert voices.open_voice(settings, tmp_path).speak(TEXT).seconds == 1.0

    @pytest.mark.parametrize(
        ("line", "expected"),
        [
            ("sys.exit('out of words')", "voice-failed"),
            ("print('hello')", "voice-not-sound"),
            ("pass", "voice-not-sound"),
            ("sys.stdout.buffer.write(b'RIFF0000WAVE')", "voice-not-sound"),
            ("time.sleep(30)", "voice-timeout"),
        ],
    )
    def test_what_goes_wrong_is_named(self, tmp_path: Path, line: str, expected: str) -> None:
        """Crash, text, nothing, half a header, a hang."""
        settings = self.a_program(tmp_path, line)
        run = dict(settings.options)["run"]
        assert problem_of(a_voice("command", run=run, timeout_seconds="1.5"), tmp_path) == expected

    def test_a_program_that_is_not_there(self, tmp_path: Path) -> None:
        """Is named with its path."""
        assert problem_of(a_voice("command", run="khong-co-chuong-trinh-nay"), tmp_path) == "voice-missing-file"

    @pytest.mark.parametrize("run", ["", "noi 'chưa đóng"])
    def test_a_command_line_that_is_none(self, tmp_path: Path, run: str) -> None:
        """Empty, or a quotation mark never closed."""
        assert problem_of(a_voice("command", run=run), tmp_path) == "voice-option"


@dataclass
class Server:
    """A speech server that answers as told, one answer a request; the last one stays."""

    answers: list[tuple[int, dict[str, str], bytes]]
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    url: str = ""


@contextmanager
def a_server(*answers: tuple[int, dict[str, str], bytes], never: bool = False) -> Iterator[Server]:
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
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

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
        monkeypatch.setattr("loaphuong.speech.voices.http.time.sleep", waits.append)
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
        monkeypatch.setattr("loaphuong.speech.voices.http.time.sleep", lambda _: None)
        with a_server(answer) as server:
            assert problem_of(a_voice("http", url=server.url, retries="2")) == expected
        assert len(server.asked) == times

    def test_a_server_that_never_answers_is_given_up(self) -> None:
        """After `timeout_seconds`, with all tries."""
        with a_server(never=True) as server:
            assert problem_of(a_voice("http", url=server.url, timeout_seconds="0.5")) == "voice-timeout"

    def test_no_server_at_all(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A refused connection is tried again, then named."""
        monkeypatch.setattr("loaphuong.speech.voices.http.time.sleep", lambda _: None)
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


class TestRecording:
    """A person's reading."""

    WORDS = ("mời bà con nghe đài.", "sáng nay cả ngõ cùng nhau quét sạch lối đi.", "xin cảm ơn.")

    def read(
        self, root: Path, *, pause_ms: int = 600, strength: float = 0.3, pieces: int = 3, rate: int = 16_000
    ) -> None:
        """A reading in audio/recordings: tones for sentences."""
        folder = root / "audio/recordings"
        folder.mkdir(parents=True, exist_ok=True)
        parts = [silence(rate, 300)]
        for words in self.WORDS[:pieces]:
            parts += [tone(len(words.split()) * 0.3, rate, 200 + len(words), strength), silence(rate, pause_ms)]
        (folder / "bai.wav").write_bytes(to_wav(b"".join(parts), rate))
        (folder / "bai.txt").write_text("\n".join(self.WORDS).capitalize(), encoding="utf-8")

    def test_each_sentence_is_cut_out_of_the_reading(self, tmp_path: Path) -> None:
        """Whatever the case and the punctuation of the sheet."""
        self.read(tmp_path, rate=44_100)
        voice = voices.open_voice(a_voice("recording"), tmp_path)
        for words in self.WORDS:
            clip = voice.speak(SpokenText(words))
            spoken = len(words.split()) * 0.3
            assert spoken <= clip.seconds <= spoken + 1.0
            assert clip.rate_hz == 44_100

    def test_an_edited_sentence_is_stale_and_the_others_stay(self, tmp_path: Path) -> None:
        """By its words."""
        self.read(tmp_path)
        assert problem_of(a_voice("recording"), tmp_path, SpokenText("xin chào.")) == "recording-missing"
        assert voices.open_voice(a_voice("recording"), tmp_path).speak(SpokenText(self.WORDS[2])).pcm

    def test_a_new_take_is_another_voice(self, tmp_path: Path) -> None:
        """So that what was kept of the old one is not used."""
        self.read(tmp_path)
        before = voices.open_voice(a_voice("recording"), tmp_path).identity
        self.read(tmp_path, strength=0.4)
        assert voices.open_voice(a_voice("recording"), tmp_path).identity != before

    @pytest.mark.parametrize(
        ("changes", "expected"),
        [
            ({"strength": 0.01}, "recording-quiet"),
            ({"strength": 1.7}, "recording-clipped"),
            ({"pieces": 2}, "recording-pieces"),
            ({"pause_ms": 60}, "recording-pieces"),
        ],
    )
    def test_a_bad_take_is_named(self, tmp_path: Path, changes: dict[str, Any], expected: str) -> None:
        """Too quiet, clipped, a sentence left out, read without a breath."""
        self.read(tmp_path, **changes)
        assert problem_of(a_voice("recording"), tmp_path) == expected

    def test_a_file_that_is_no_sound(self, tmp_path: Path) -> None:
        """Is named with its path."""
        self.read(tmp_path)
        (tmp_path / "audio/recordings/bai.wav").write_bytes(b"mp3?")
        assert problem_of(a_voice("recording"), tmp_path) == "recording-bad"


def a_model(folder: Path) -> Path:
    """A voice in ONNX that a test can make: each phoneme is a short tone."""
    import math

    import onnx
    from onnx import TensorProto, helper

    wave = [0.5 * math.sin(2 * math.pi * 200 * at / 16_000) for at in range(2400)]
    nodes = [
        helper.make_node("Cast", ["input"], ["ids"], to=TensorProto.FLOAT),
        helper.make_node("Unsqueeze", ["ids", "last"], ["column"]),
        helper.make_node("Mul", ["column", "wave"], ["tones"]),
        helper.make_node("Reshape", ["tones", "flat"], ["output"]),
    ]
    graph = helper.make_graph(
        nodes,
        "voice",
        [
            helper.make_tensor_value_info("input", TensorProto.INT64, [1, None]),
            helper.make_tensor_value_info("input_lengths", TensorProto.INT64, [1]),
            helper.make_tensor_value_info("scales", TensorProto.FLOAT, [3]),
        ],
        [helper.make_tensor_value_info("output", TensorProto.FLOAT, [1, 1, None])],
        [
            helper.make_tensor("last", TensorProto.INT64, [1], [2]),
            helper.make_tensor("wave", TensorProto.FLOAT, [1, 1, len(wave)], wave),
            helper.make_tensor("flat", TensorProto.INT64, [3], [1, 1, -1]),
        ],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    path = folder / "giong.onnx"
    onnx.save(model, path)
    letters = sorted(set(unicodedata.normalize("NFD", TEXT.words)))
    ids = {letter: [number] for number, letter in enumerate(["_", "^", "$", *letters])}
    config = {"audio": {"sample_rate": 16_000}, "espeak": {"voice": "vi"}, "phoneme_type": "text"}
    shape = {"num_symbols": len(ids), "num_speakers": 1, "phoneme_id_map": ids}
    Path(f"{path}.json").write_text(json.dumps(config | shape), encoding="utf-8")
    return path


class TestPiper:
    """Neural voices, with a model small enough to make."""

    def test_a_model_speaks(self, tmp_path: Path) -> None:
        """The same words, the same bytes."""
        a_model(tmp_path)
        settings = a_voice("piper", model="giong.onnx")
        first, second = (voices.open_voice(settings, tmp_path).speak(TEXT) for _ in range(2))
        assert first == second
        assert first.rate_hz == 16_000
        assert first.seconds > 1

    def test_another_model_is_another_voice(self, tmp_path: Path) -> None:
        """By its bytes, not by its name."""
        model = a_model(tmp_path)
        settings = a_voice("piper", model="giong.onnx")
        before = voices.open_voice(settings, tmp_path).identity
        config = Path(f"{model}.json")
        config.write_text(config.read_text().replace("16000", "22050"))
        model.touch()
        os.utime(model, ns=(1, 1))
        assert voices.open_voice(settings, tmp_path).identity != before

    def test_a_model_that_is_not_there(self, tmp_path: Path) -> None:
        """Is named with its path, also when only its identity is asked for."""
        settings = a_voice("piper", model="giong.onnx")
        assert problem_of(settings, tmp_path) == "voice-missing-file"
        with pytest.raises(Stopped):
            _ = voices.open_voice(settings, tmp_path).identity

    def test_a_file_that_is_no_model(self, tmp_path: Path) -> None:
        """Is named too."""
        a_model(tmp_path).write_bytes(b"not a model")
        assert problem_of(a_voice("piper", model="giong.onnx"), tmp_path) == "voice-missing-file"


def test_wav_of_many_kinds_is_read() -> None:
    """Streaming sizes, odd chunks, extensible headers, 8 to 32 bits."""
    plain = to_wav(tone(0.5), 16_000)
    pcm, rate = from_wav(plain)
    streaming = plain[:4] + b"\xff\xff\xff\xff" + plain[8:40] + b"\xff\xff\xff\xff" + plain[44:]
    odd = plain[:12] + b"LIST\x03\x00\x00\x00abc\x00" + plain[12:]
    assert from_wav(streaming) == from_wav(odd) == (pcm, rate)
    with pytest.raises(ValueError, match="kind 3"):
        from_wav(plain[:20] + b"\x03\x00" + plain[22:])
