"""Any program as a voice."""

from __future__ import annotations

import shlex
import sys
from typing import TYPE_CHECKING

import pytest

from loaphuong.speech import voices
from loaphuong.speech.sound import to_wav
from tests.speech.voices.fake_engines import tone
from tests.speech.voices.settings import TEXT, a_voice, allowed, problem_of

if TYPE_CHECKING:
    from pathlib import Path

    from loaphuong.station.nouns import VoiceSettings


@pytest.mark.usefixtures("engines")
class TestCommand:
    """Any program."""

    def a_program(self, folder: Path, *lines: str) -> VoiceSettings:
        """A Python program as a voice."""
        program = folder / "noi.py"
        program.write_text("\n".join(("import sys, time, pathlib", "words = sys.stdin.read()", *lines)))
        (folder / "am.wav").write_bytes(to_wav(tone(2.0), 16_000))
        stereo = to_wav(tone(2.0), 16_000)
        (folder / "hai.wav").write_bytes(stereo[:22] + b"\x02\x00" + stereo[24:])
        return allowed(
            a_voice("command", run=f"{shlex.quote(sys.executable)} {shlex.quote(str(program))}", timeout_seconds="5")
        )

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
        assert voices.open_voice(allowed(a_voice("command", run=run)), tmp_path).speak(TEXT).seconds == 2.0

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
        assert problem_of(allowed(a_voice("command", run=run, timeout_seconds="1.5")), tmp_path) == expected

    def test_a_program_that_is_not_there(self, tmp_path: Path) -> None:
        """Is named with its path."""
        settings = allowed(a_voice("command", run="khong-co-chuong-trinh-nay"))
        assert problem_of(settings, tmp_path) == "voice-missing-file"

    @pytest.mark.parametrize("run", ["", "noi 'chưa đóng"])
    def test_a_command_line_that_is_none(self, tmp_path: Path, run: str) -> None:
        """Empty, or a quotation mark never closed."""
        assert problem_of(a_voice("command", run=run), tmp_path) == "voice-option"
