"""The printed kịch bản."""

from __future__ import annotations

from loaphuong.radio.episode import Cue
from loaphuong.radio.studio.sheet import render_sheet
from loaphuong.speech.nouns import Role
from tests.making import a_station
from tests.radio.studio.papers import CHAPTERS, SLOT

CUES = (
    Cue(3000, 8000, "Đây là <b>Đài</b> & bạn.", "đây là đài và bạn.", Role.IDENT, 0, "lan"),
    Cue(9100, 20_000, "Mời bà con nghe --> bài.", "mời bà con nghe bài.", Role.LEAD_IN, 1, "minh"),
    Cue(21_000, 64_000, "Sáng nay\ncả ngõ quét sân.", "sáng nay cả ngõ quét sân.", Role.PARAGRAPH, 1, "minh"),
)


SPEAKERS = {"lan": "Giọng một", "minh": "Giọng <hai>"}


def test_the_sheet_holds_every_sentence_escaped() -> None:
    """With lead-ins marked, pauses as strokes, and running times."""
    page = render_sheet("Bản tin <script>", a_station(), SLOT, CUES, CHAPTERS, (700, 350, 200), SPEAKERS)
    assert "<script>" not in page
    assert "Đây là &lt;b&gt;Đài&lt;/b&gt; &amp; bạn." in page
    assert page.count('class="lead"') == 2
    assert "Lời dẫn: " in page
    assert page.count('<span class="stroke">//</span>') == 1
    assert page.count('<span class="stroke">/</span>') == 2
    assert "0:09 (0:56)" in page
    assert "16:30, thứ ba, 24/11/2026 – Toàn phường" in page
    assert "Giọng &lt;hai&gt;" in page


def test_a_paragraph_ends_with_its_pause() -> None:
    """The very pause that stands after a paragraph, not only longer ones."""
    strokes = [
        render_sheet("Bản tin", a_station(), SLOT, CUES, CHAPTERS, (pause, 0, 0), SPEAKERS).count(">//<")
        for pause in (499, 500, 501)
    ]
    assert a_station().pauses.paragraph_ms == 500
    assert strokes == [1, 2, 2]
