"""The rules that feed validators check: RSS 2.0, RFC 4287, the podcast directories. One rule a test."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from loaphuong.web import feeds
from loaphuong.web.edition import Tombstone
from loaphuong.web.feeds.feed import NAMESPACES
from tests.making import NOW, a_station, an_article, an_edition

EDITION = an_edition(
    an_article("Bài một", body="Xem [quy tắc](../quy-tac/qd-1665.md).\n\n![Ngõ](../hinh-anh/ngo.jpg)\n"),
    an_article("Bài hai & ba", published_at=NOW - timedelta(days=1)),
    an_article("Bài ở mục khác", section="net-dep-ung-xu"),
    tombstones=(Tombstone("bai-cu", date(2026, 11, 10)),),
)
MADE = feeds.render(EDITION)
RSS = [path for path in MADE if path.endswith("feed.xml") or path == "podcast.xml"]
TEXT = {
    "channel": {"title", "link", "description", "docs", "generator", "language", "lastBuildDate", "item"},
    "item": {"title", "link", "description", "guid", "category", "enclosure", "pubDate"},
}
ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


def tree(path: str) -> ElementTree.Element:
    """A feed, read."""
    return ElementTree.fromstring(MADE[path])  # noqa: S314 - our own bytes


@pytest.fixture(params=RSS)
def channel(request: pytest.FixtureRequest) -> ElementTree.Element:
    """The channel of each RSS feed, which knows its path."""
    found = tree(request.param).find("channel")
    assert found is not None
    found.set("path", request.param)
    return found


def test_root():
    """RSS 2.0 in UTF-8, and says so."""
    for path in RSS:
        assert tree(path).attrib == {"version": "2.0"}
        assert MADE[path].startswith(b"<?xml version='1.0' encoding='UTF-8'?>")


def test_channel_elements(channel: ElementTree.Element):
    """Title, link and description once each; nothing that RSS does not know without a namespace."""
    names = [child.tag for child in channel]
    for name in ("title", "link", "description", "language", "lastBuildDate"):
        assert names.count(name) == 1
    assert {name for name in names if not name.startswith("{")} <= TEXT["channel"]


def test_self_link(channel: ElementTree.Element):
    """The feed names its own address; the channel's link is a page."""
    links = channel.findall(f"{ATOM}link[@rel='self']")
    assert [link.attrib["href"] for link in links] == [f"https://phuong.example/{channel.attrib['path']}"]
    assert not str(channel.findtext("link")).endswith(".xml")


def test_items(channel: ElementTree.Element):
    """Every item: known elements once, a unique guid that is an address, a real date, text."""
    guids = [item.findtext("guid") for item in channel.iter("item")]
    assert len(set(guids)) == len(guids) > 0
    for item in channel.iter("item"):
        plain = [child.tag for child in item if not child.tag.startswith("{")]
        assert set(plain) <= TEXT["item"]
        assert len(set(plain)) == len(plain)
        assert item.findtext("guid") == item.findtext("link")
        assert parsedate_to_datetime(str(item.findtext("pubDate"))).tzinfo
        assert item.findtext(CONTENT)


def test_dates_are_rfc_822(channel: ElementTree.Element):
    """English day and month names, four-digit years, numeric zone."""
    shape = re.compile(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d \+0700$")
    for element in channel.iter():
        if element.tag in ("pubDate", "lastBuildDate"):
            assert shape.match(str(element.text))


def test_enclosures(channel: ElementTree.Element):
    """Full address, digits, a type."""
    for enclosure in channel.iter("enclosure"):
        assert enclosure.attrib["url"].startswith("https://phuong.example/")
        assert enclosure.attrib["length"].isdigit()
        assert enclosure.attrib["type"] == "audio/mpeg"


def test_content_is_portable(channel: ElementTree.Element):
    """No relative address, script, style or frame in the text."""

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
            assert tag not in ("script", "style", "iframe", "object", "embed", "form", "meta", "link")
            for name, value in attributes:
                assert not name.startswith("on")
                assert name != "style"
                if name in ("href", "src"):
                    assert re.match(r"(https?|mailto|tel):", str(value)), value

    for item in channel.iter("item"):
        Reader().feed(str(item.findtext(CONTENT)))


def test_podcast_directories():
    """What Apple and Spotify ask of a show and of an episode."""
    itunes = {"i": NAMESPACES["itunes"]}
    channel = tree("podcast.xml").find("channel")
    assert channel is not None
    for name in ("author", "explicit", "image", "category", "owner/i:email", "type"):
        assert channel.find(f"i:{name}", itunes) is not None, name
    for item in channel.iter("item"):
        assert str(item.findtext("i:duration", namespaces=itunes)).isdigit()
        assert item.find("enclosure") is not None


def test_atom():
    """RFC 4287: ids, titles, dates, authors, one alternate link each; content as escaped HTML."""
    feed = tree("atom.xml")
    entries = feed.findall(f"{ATOM}entry")
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "vi"
    for element in (feed, *entries):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1
        assert datetime.fromisoformat(str(element.findtext(f"{ATOM}updated"))).tzinfo
        assert element.find(f"{ATOM}author/{ATOM}name") is not None
        assert str(element.findtext(f"{ATOM}id")).startswith("https://")
        alternates = [link for link in element.findall(f"{ATOM}link") if link.get("rel", "alternate") == "alternate"]
        assert len(alternates) == 1
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == len(ids) == 3
    for entry in entries:
        assert entry.findall(f"{ATOM}content")[0].attrib == {"type": "html"}
    assert max(str(entry.findtext(f"{ATOM}updated")) for entry in entries) == feed.findtext(f"{ATOM}updated")


def test_every_slot_day_is_in_the_rhythm():
    """How often the show comes, as a recurrence rule and in words."""
    found = feeds.render(an_edition(station=a_station()))["podcast.xml"].decode()
    assert 'rrule="FREQ=WEEKLY;BYDAY=TU,FR">Mỗi tuần 2 bản tin<' in found
