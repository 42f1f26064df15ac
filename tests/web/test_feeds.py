"""The feeds: valid, whole, reproducible, and safe whatever an editor writes."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaphuong.content.articles import Correction
from loaphuong.web import feeds
from loaphuong.web.edition import Bulletin
from tests.making import (
    NOW,
    a_programme,
    a_slot,
    an_article,
    an_edition,
    an_episode,
)
from tests.web.feeds.reading import parsed, tree, with_station

HARD = {
    "ampersand": "Vệ sinh & môi trường <b>sạch</b>",
    "emoji": "Ngõ sạch 🧹🇻🇳 mỗi ngày",
    "right to left": "\u202eشارع نظيف\u202c và ngõ sạch",
    "control": "Ngõ\x0b sạch\x1f \ufffe",
    "CDATA end": "Ngõ ]]> sạch",
    "long": "Ngõ sạch " * 400,
    "quotes": "Nói \"cảm ơn\" và 'xin lỗi'",
}


XML = ("feed.xml", "atom.xml", "podcast.xml", "chuyen-muc/guong-tot/feed.xml")


def test_paths():
    """Every agreed address is there, with cues and chapters beside each sound."""
    assert set(feeds.render(an_edition())) == {
        "feed.xml",
        "atom.xml",
        "feed.json",
        "podcast.xml",
        "opml.xml",
        "chuyen-muc/guong-tot/feed.xml",
        "phat-thanh/2026-11-20-1630/2026-11-20-1630.vtt",
        "phat-thanh/2026-11-20-1630/2026-11-20-1630.chapters.json",
        "audio/con-ngo-sach-moi-som-mai.vtt",
        "audio/con-ngo-sach-moi-som-mai.chapters.json",
    }


def test_reproducible():
    """The same edition gives the same bytes, and a later build without news changes nothing."""
    first = feeds.render(an_edition())
    assert feeds.render(an_edition()) == first
    assert feeds.render(an_edition(now=NOW + timedelta(hours=5))) == first


@pytest.mark.parametrize("words", HARD.values(), ids=HARD.keys())
@pytest.mark.parametrize("path", XML)
def test_hard_words(path: str, words: str):
    """Any title, summary, section, author or body leaves every feed well-formed."""
    article = an_article(
        words,
        slug="bai",
        summary=words,
        author=words,
        body=words,
        source=words,
        corrections=(Correction(date(2026, 11, 15), words, words),),
    )
    edition = an_edition(article)
    section = replace(edition.content.sections[0], title=words, summary=words)
    content = replace(edition.content, sections=(section, *edition.content.sections[1:]), title=words, summary=words)
    episode = an_episode("2026-11-20-1630", words)
    edition = replace(edition, content=content, bulletins=(Bulletin(a_programme(slot=a_slot("2026-11-20")), episode),))
    assert parsed(edition, path).entries


@given(st.text(max_size=60))
@settings(max_examples=60)
def test_any_text(words: str):
    """No text an editor can type breaks a feed, or reaches it as markup."""
    article = an_article(words or "x", slug="bai", summary=words, body=words)
    found = feeds.render(an_edition(article))
    for path in XML:
        tree(found[path])
    json.loads(found["feed.json"])


@pytest.mark.parametrize(
    ("attack", "forbidden"),
    [
        ("<script>alert(1)</script>", "<script"),
        ('<img src=x onerror="alert(1)">', "<img"),
        ("[x](javascript:alert(1))", "javascript:"),
        ("<iframe src='https://else.example'></iframe>", "<iframe"),
        ("<style>p{color:red}</style>", "<style"),
    ],
)
def test_nothing_runs(attack: str, forbidden: str):
    """A feed reader is given no script, frame or style."""
    found = feeds.render(an_edition(an_article(body=f"Một câu.\n\n{attack}\n")))
    assert forbidden not in json.loads(found["feed.json"])["items"][0]["content_html"]


def test_site_in_a_folder():
    """A site below the server's root points at its own sheet and pages."""
    found = feeds.render(with_station(an_edition(), site_url="https://quan.example/bach-dang"))
    assert b'href="/bach-dang/feed.css"' in found["feed.xml"]
    assert b"<link>https://quan.example/bach-dang/tin/" in found["feed.xml"]


def test_nothing_yet():
    """A ward without a recording or an article in a section still has valid, empty feeds."""
    edition = an_edition(bulletins=(), recordings={})
    edition = replace(edition, content=replace(edition.content, articles=()))
    for path in XML:
        assert not parsed(edition, path).entries
    assert json.loads(feeds.render(edition)["feed.json"])["items"] == []
