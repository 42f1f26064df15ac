"""The feeds: valid, whole, reproducible, and safe whatever an editor writes."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaphuong.content.articles import Correction
from loaphuong.core import addresses
from loaphuong.web import feeds
from loaphuong.web.edition import Bulletin, Tombstone
from loaphuong.web.feeds.feed import NAMESPACES
from loaphuong.web.feeds.podcast import guid
from tests.making import (
    NOW,
    a_media_file,
    a_programme,
    a_slot,
    a_station,
    an_article,
    an_edition,
    an_episode,
)

if TYPE_CHECKING:
    from loaphuong.web.edition import Edition

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


def parsed(edition: Edition, path: str = "feed.xml") -> feedparser.FeedParserDict:
    """A feed as a reader sees it; a bozo one fails."""
    found = feedparser.parse(feeds.render(edition)[path])
    assert not found.bozo, found.get("bozo_exception")
    return found


def tree(xml: bytes) -> ElementTree.Element:
    """The elements of a feed of our own."""
    return ElementTree.fromstring(xml)  # noqa: S314 - our own bytes


def with_station(edition: Edition, **changes: object) -> Edition:
    """The edition of a ward with other facts."""
    return replace(edition, station=a_station(ward=replace(edition.station.ward, **changes)))


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
@settings(max_examples=60, deadline=None)
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


def test_entry():
    """An item has its address as guid, the whole text, a date in the ward's time, its section, the exact sound."""
    entry = parsed(an_edition()).entries[0]
    assert entry.id == entry.link == "https://phuong.example/tin/con-ngo-sach-moi-som-mai/"
    assert "quét sạch" in entry.content[0].value
    assert entry.published == "Sat, 14 Nov 2026 09:00:00 +0700"
    assert entry.author == "Công chức Văn hóa - Xã hội phường"
    assert [tag.term for tag in entry.tags] == ["Guong tot"]
    sound = entry.enclosures[0]
    assert (sound.href, sound.length, sound.type) == (
        "https://phuong.example/audio/con-ngo-sach-moi-som-mai.mp3",
        "5760000",
        "audio/mpeg",
    )


def test_links_are_absolute():
    """A link written between files, a picture and a fragment lead somewhere from any reader."""
    body = "[a](../quy-tac/qd-1665.md#r1) [b](#duoi) [c](https://x.example/?a=1&b=2) ![d](anh/ngo.jpg) [e](../trang/gop-y.md)"
    article = an_article(body=body)
    html = json.loads(feeds.render(an_edition(article))["feed.json"])["items"][0]["content_html"]
    for expected in (
        'href="https://phuong.example/quy-tac/qd-1665/#r1"',
        'href="https://phuong.example/tin/con-ngo-sach-moi-som-mai/#duoi"',
        'href="https://x.example/?a=1&amp;b=2"',
        'src="https://phuong.example/anh/guong-tot/anh/ngo.jpg"',
        'href="https://phuong.example/gop-y/"',
    ):
        assert expected in html


def test_correction_renews():
    """A correction stands in the feed and moves the entry's date, so that readers fetch it again."""
    wrong = Correction(date(2026, 11, 18), "Bài viết ghi 12 hộ.", "Đúng là 21 hộ.")
    entry = parsed(an_edition(an_article(corrections=(wrong,))), "atom.xml").entries[0]
    assert entry.updated == "2026-11-18T00:00:00+07:00"
    assert "Cải chính ngày 18/11/2026" in entry.content[0].value


def test_tombstone():
    """Atom tells that an article was withdrawn; no feed keeps a word of it."""
    edition = an_edition(tombstones=(Tombstone("bai-cu", date(2026, 11, 19)),))
    root = tree(feeds.render(edition)["atom.xml"])
    grave = root.find(f"{{{NAMESPACES['at']}}}deleted-entry")
    assert grave is not None
    assert grave.attrib == {"ref": "https://phuong.example/tin/bai-cu/", "when": "2026-11-19T00:00:00+07:00"}
    assert parsed(edition, "atom.xml").feed.updated == "2026-11-19T00:00:00+07:00"
    assert b"bai-cu" not in feeds.render(edition)["feed.xml"]


def test_podcast():
    """An episode has an exact enclosure, whole seconds, transcripts, chapters and the mark of a synthetic voice."""
    file = a_media_file(profile="web", bytes=5_654_321, seconds=359.6)
    edition = an_edition()
    aired = a_slot("2026-11-20")
    episode = an_episode(aired.name, files=(("web", file),))
    edition = replace(edition, bulletins=(Bulletin(a_programme(slot=aired), episode),))
    channel = tree(feeds.render(edition)["podcast.xml"]).find("channel")
    assert channel is not None
    names = {"i": NAMESPACES["itunes"], "p": NAMESPACES["podcast"]}
    assert channel.findtext("i:explicit", namespaces=names) == "false"
    assert channel.findtext("p:guid", namespaces=names) == guid("https://phuong.example/podcast.xml")
    assert channel.find("p:locked[@owner='gopy@phuong.example']", names) is not None
    item = channel.find("item")
    assert item is not None
    enclosure = item.find("enclosure")
    assert enclosure is not None
    assert enclosure.attrib["length"] == "5654321"
    assert item.findtext("i:duration", namespaces=names) == "360"
    assert [found.attrib["type"] for found in item.findall("p:transcript", names)] == ["text/vtt", "text/html"]
    assert item.findtext("p:txt[@purpose='ai-content']", namespaces=names) == "true"
    assert item.find("p:chapters[@type='application/json+chapters']", names) is not None
    assert item.findtext("pubDate") == "Fri, 20 Nov 2026 16:30:00 +0700"


def test_a_persons_voice_is_not_marked():
    """A reading by a person carries no mark of synthesis."""
    aired = a_slot("2026-11-20")
    read = an_episode(aired.name, synthetic=False)
    edition = an_edition(bulletins=(Bulletin(a_programme(slot=aired), read),), recordings={})
    assert b"ai-content" not in feeds.render(edition)["podcast.xml"]


@pytest.mark.parametrize(
    "bulletin",
    [
        Bulletin(a_programme(slot=a_slot("2026-11-20")), an_episode(), held="Chờ duyệt lại"),
        Bulletin(a_programme(slot=a_slot("2026-11-20")), None),
    ],
    ids=["held back", "not recorded"],
)
def test_not_in_the_podcast(bulletin: Bulletin):
    """What is held back or has no sound is in no feed."""
    assert not feedparser.parse(feeds.render(an_edition(bulletins=(bulletin,)))["podcast.xml"]).entries


def test_a_coming_bulletin_is_dated_by_its_newest_words():
    """Recorded, it can be heard before its slot; no entry of a feed is dated to the future."""
    article = an_article()
    coming = Bulletin(a_programme(article.slug, slot=a_slot("2026-11-24")), an_episode("2026-11-24-1630"))
    [entry] = feedparser.parse(feeds.render(an_edition(article, bulletins=(coming,)))["podcast.xml"]).entries
    assert parsedate_to_datetime(entry.published) == article.published_at


def test_held_words():
    """A bulletin that is held back has no words beside it either."""
    held = Bulletin(a_programme(slot=a_slot("2026-11-20")), an_episode(), held="Chờ duyệt lại")
    assert not [path for path in feeds.render(an_edition(bulletins=(held,))) if path.startswith("phat-thanh/")]


def test_guid_of_the_namespace():
    """The example that the podcast namespace itself gives."""
    assert guid("https://mp3s.nashownotes.com/pc20rss.xml") == "917393e3-1b1e-5cef-ace4-edaa54e1f810"
    assert guid("podnews.net/rss") == guid("https://podnews.net/rss/")


def test_hub():
    """A WebSub hub is named in every feed when it is configured, and the page stays the channel's link."""
    edition = with_station(an_edition(), websub_hub="https://hub.example/")
    for path in ("feed.xml", "podcast.xml", "atom.xml"):
        feed = parsed(edition, path).feed
        assert [link.href for link in feed.links if link.rel == "hub"] == ["https://hub.example/"]
        assert feed.link.startswith("https://phuong.example/")
    assert json.loads(feeds.render(edition)["feed.json"])["hubs"][0]["url"] == "https://hub.example/"


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


def test_only_the_newest():
    """A feed stays short however many articles there are, newest first."""
    articles = [an_article(f"Bài {n}", published_at=NOW - timedelta(hours=n)) for n in range(70)]
    entries = parsed(an_edition(*articles)).entries
    assert len(entries) == 50
    assert entries[0].title == "Bài 0"


def test_opml():
    """The list holds the news, the podcast and every section's feed."""
    root = tree(feeds.render(an_edition())["opml.xml"])
    assert [outline.attrib["xmlUrl"] for outline in root.iter("outline")] == [
        "https://phuong.example/feed.xml",
        "https://phuong.example/podcast.xml",
        "https://phuong.example/chuyen-muc/guong-tot/feed.xml",
    ]


def test_cues():
    """WebVTT as captions read it: hours, thousandths, escaped words on one line."""
    cue = replace(an_episode().cues[0], start_ms=3_725_005, end_ms=3_726_000, written="A & B\n<i> --> c")
    article = an_article()
    edition = an_edition(article, recordings={article.slug: an_episode(article.slug, cues=(cue,))})
    vtt = feeds.render(edition)[addresses.cues(addresses.article_audio(article.slug))].decode()
    assert vtt == "WEBVTT\nLanguage: vi\n\n1\n01:02:05.005 --> 01:02:06.000\nA &amp; B &lt;i&gt; --&gt; c\n"


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


def test_json_feed():
    """JSON Feed 1.1 with the sound attached."""
    feed = json.loads(feeds.render(an_edition())["feed.json"])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["items"][0]["attachments"][0]["size_in_bytes"] == 5_760_000
    assert feed["items"][0]["date_published"] == "2026-11-14T09:00:00+07:00"
