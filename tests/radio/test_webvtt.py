"""Captions: one cue a sentence, escaped, readable by every player."""

from __future__ import annotations

import pytest

from loaphuong.radio import webvtt
from loaphuong.radio.episode import Cue
from loaphuong.speech.nouns import Role

CUES = (
    Cue(3000, 8000, "Đây là <b>Đài</b> & bạn.", "đây là đài và bạn.", Role.IDENT, 0, "lan"),
    Cue(9100, 20_000, "Mời bà con nghe --> bài.", "mời bà con nghe bài.", Role.LEAD_IN, 1, "minh"),
    Cue(21_000, 21_000, "Sáng nay\ncả ngõ quét sân.", "sáng nay cả ngõ quét sân.", Role.PARAGRAPH, 1, "minh"),
)


def test_captions_are_escaped_and_say_who_speaks() -> None:
    """One cue a sentence."""
    text = webvtt.render(CUES, speakers={"lan": "Giọng một", "minh": "Giọng <hai>"})
    assert text.startswith(
        "WEBVTT\n\n1\n00:00:03.000 --> 00:00:08.000\n<v Giọng một>Đây là &lt;b&gt;Đài&lt;/b&gt; &amp; bạn.\n"
    )
    assert text.count(" --> ") == len(CUES)
    assert "<v Giọng &lt;hai&gt;>Sáng nay cả ngõ quét sân." in text


def test_a_page_says_only_the_words() -> None:
    """Without the voices; nothing before the first empty line; a cue lasts at least a thousandth."""
    text = webvtt.render(CUES[2:])
    assert text == "WEBVTT\n\n1\n00:00:21.000 --> 00:00:21.001\nSáng nay cả ngõ quét sân.\n"


@pytest.mark.parametrize(("ms", "shown"), [(0, "00:00:00.000"), (61_001, "00:01:01.001"), (3_600_000, "01:00:00.000")])
def test_times_have_two_digits_and_three(ms: int, shown: str) -> None:
    """As WebVTT wants them."""
    assert webvtt.timestamp(ms) == shown
