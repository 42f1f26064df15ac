"""The embedded voice: its options, and that it never minds what it said before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaphuong.speech import voices
from loaphuong.speech.nouns import SpokenText
from tests.package import ROOT
from tests.speech.voices.settings import TEXT, a_voice, problem_of

if TYPE_CHECKING:
    from pathlib import Path


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
        "engine", ["", "espeek", "os:getcwd", "os.path", "os.path:nothing", "no.such.module:Voice", ":", "..:x"]
    )
    def test_an_engine_that_is_not_there_is_named(self, engine: str, engines: Path) -> None:
        """By a name or an import path."""
        engines.write_text(engine, encoding="utf-8")
        assert problem_of(a_voice(engine)) == "voice-unknown-engine"
