"""Words beside the sound: cues and chapters."""

from __future__ import annotations

import json
from dataclasses import replace

from loaphuong.core import addresses
from loaphuong.web import feeds
from tests.making import (
    an_article,
    an_edition,
    an_episode,
)


def test_cues():
    """WebVTT as captions read it: hours, thousandths, escaped words on one line."""
    cue = replace(an_episode().cues[0], start_ms=3_725_005, end_ms=3_726_000, written="A & B\n<i> --> c")
    article = an_article()
    edition = an_edition(article, recordings={article.slug: an_episode(article.slug, cues=(cue,))})
    vtt = feeds.render(edition)[addresses.cues(addresses.article_audio(article.slug))].decode()
    assert vtt == "WEBVTT\n\n1\n01:02:05.005 --> 01:02:06.000\nA &amp; B &lt;i&gt; --&gt; c\n"


def test_chapters():
    """A chapter of an article links to its page."""
    found = feeds.render(an_edition())["phat-thanh/2026-11-20-1630/2026-11-20-1630.chapters.json"]
    assert json.loads(found) == {
        "version": "1.2.0",
        "chapters": [
            {"startTime": 0.0, "title": "Lời xướng"},
            {
                "startTime": 9.35,
                "title": "Con ngõ sạch mỗi sớm mai",
                "url": "https://phuong.example/tin/con-ngo-sach-moi-som-mai/",
            },
        ],
    }
