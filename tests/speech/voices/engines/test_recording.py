"""A person's reading as a voice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from loaphuong.speech import voices
from loaphuong.speech.nouns import SpokenText
from loaphuong.speech.sound import silence, to_wav
from tests.speech.voices.fake_engines import tone
from tests.speech.voices.settings import a_voice, problem_of

if TYPE_CHECKING:
    from pathlib import Path


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

    def test_a_sheet_may_have_the_words_as_they_are_written(self, tmp_path: Path) -> None:
        """With numbers and codes: each is found by what would be said."""
        self.read(tmp_path)
        sheet = "Mời bà con nghe đài.\nTheo 80/KH-UBND, cả ngõ quét sạch lối đi.\nXin cảm ơn."
        (tmp_path / "audio/recordings/bai.txt").write_text(sheet, encoding="utf-8")
        voice = voices.open_voice(a_voice("recording"), tmp_path)
        said = "theo kế hoạch số tám mươi của ủy ban nhân dân, cả ngõ quét sạch lối đi."
        assert voice.speak(SpokenText(said)).seconds > 2

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
