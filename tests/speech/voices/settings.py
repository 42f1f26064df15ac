"""Voices as a station sets them, and the problem that one meets."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from loaphuong.core.problems import Stopped
from loaphuong.speech import voices
from loaphuong.speech.nouns import SpokenText
from loaphuong.station.nouns import VoiceSettings
from tests.package import ROOT

TEXT = SpokenText("mời bà con nghe đài.")


def a_voice(engine: str, **options: str) -> VoiceSettings:
    """A voice of an engine."""
    return VoiceSettings(engine, "Lan", True, tuple(sorted(options.items())), name="lan")


def allowed(settings: VoiceSettings) -> VoiceSettings:
    """The voice, after whoever looks after the machine allowed its program."""
    with Path(os.environ["LOA_ENGINES"]).open("a", encoding="utf-8") as listed:
        listed.write(dict(settings.options)["run"] + "\n")
    return settings


def problem_of(settings: VoiceSettings, root: Path = ROOT, text: SpokenText = TEXT) -> str:
    """The id of the one thing that is wrong."""
    with pytest.raises(Stopped) as stopped:
        voices.open_voice(settings, root).speak(text)
    assert all(found.what and found.hint for found in stopped.value.problems)
    return " ".join(sorted(found.id for found in stopped.value.problems))
