"""The estimate of seconds: linear in what is said, by the voice's rate."""

from __future__ import annotations

from dataclasses import replace

import pytest

from loaphuong.core.where import Where
from loaphuong.radio.planner import estimate
from loaphuong.speech.nouns import Role, SpokenText, Utterance
from tests.making import a_station


def said(words: str, voice: str = "lan", pause_ms: int = 350) -> Utterance:
    """A sentence of a bulletin."""
    return Utterance(SpokenText(words), words, voice, Role.PARAGRAPH, pause_ms, Where("x.md", 1))


def test_seconds_are_syllables_commas_sentences_and_pauses() -> None:
    """Ten syllables and a comma at the usual rate take about three seconds."""
    one = estimate.seconds([said("sáng nào con ngõ cũng được quét, rất là sạch.")], {})
    assert one == pytest.approx(2.85 + 0.35, abs=0.05)
    assert estimate.seconds([said("a."), said("a.")], {}) == pytest.approx(2 * estimate.seconds([said("a.")], {}))


def test_a_faster_voice_takes_less() -> None:
    """Twice the rate, half the speech; the pause stays."""
    slow, fast = estimate.pace(100), estimate.pace(200)
    assert slow.seconds(30, 2) == pytest.approx(2 * fast.seconds(30, 2))


def test_each_voice_has_its_pace() -> None:
    """espeak by its rate; another engine, or a rate that is no number, at the usual pace."""
    voice = a_station().voices[0]
    known = estimate.paces(
        [
            replace(voice, options=(("rate", "300"),)),
            replace(voice, name="minh", engine="recording"),
            replace(voice, name="hoa", options=(("rate", "nhanh"),)),
        ]
    )
    assert known["lan"] == estimate.pace(300)
    assert known["minh"] == known["hoa"] == estimate.pace()
    assert estimate.seconds([said("a.", "ai")], known) == estimate.seconds([said("a.", "minh")], known)
