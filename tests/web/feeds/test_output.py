"""docs/recipes/output.md, followed: another format, and another library in the place of feedgen."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import feedparser

from loaphuong.web import feeds
from loaphuong.web.feeds import news
from tests.making import an_article, an_edition

if TYPE_CHECKING:
    import pytest

    from loaphuong.web.feeds.feed import Feed

EDITION = an_edition(an_article("Bài một"), an_article("Bài hai & ba", section="net-dep-ung-xu"))


def in_plain_text(feed: Feed) -> bytes:
    """A format of its own: a line an entry."""
    lines = [f"{entry.published:%d/%m/%Y} {entry.title}: {entry.url}\n" for entry in feed.entries]
    return f"{feed.title}\n{''.join(lines)}".encode()


def by_the_standard_library(feed: Feed) -> bytes:
    """RSS without feedgen, of as little as a reader needs."""
    root = ElementTree.Element("rss", version="2.0")
    channel = ElementTree.SubElement(root, "channel")
    for name, text in (("title", feed.title), ("link", feed.site), ("description", feed.description)):
        ElementTree.SubElement(channel, name).text = text
    for entry in feed.entries:
        item = ElementTree.SubElement(channel, "item")
        for name, text in (("title", entry.title), ("link", entry.url), ("guid", entry.id)):
            ElementTree.SubElement(item, name).text = text
    return ElementTree.tostring(root)


def test_another_format_needs_a_feed_and_nothing_else() -> None:
    """What a feed holds is whole: titles, dates and addresses that work anywhere."""
    shown = in_plain_text(news.NewsFeeds(EDITION).feed("feed.txt")).decode()
    assert shown.splitlines()[1:] == [
        "14/11/2026 Bài hai & ba (chuyện minh họa): https://phuong.example/tin/bai-hai-ba/",
        "14/11/2026 Bài một (chuyện minh họa): https://phuong.example/tin/bai-mot/",
    ]


def test_another_library_is_one_module(monkeypatch: pytest.MonkeyPatch) -> None:
    """With another writer every feed still has its entries, and none is written by feedgen."""
    before = feeds.render(EDITION)
    monkeypatch.setattr(feeds, "xml_writer", SimpleNamespace(rss=by_the_standard_library, atom=by_the_standard_library))
    after = feeds.render(EDITION)
    assert after.keys() == before.keys()
    for path in ("feed.xml", "podcast.xml", "chuyen-muc/guong-tot/feed.xml"):
        assert b"Loa Ph\xc6\xb0\xe1\xbb\x9dng</generator>" not in after[path]
        one, other = (feedparser.parse(found[path]) for found in (before, after))
        assert [(entry.title, entry.link, entry.id) for entry in other.entries] == [
            (entry.title, entry.link, entry.id) for entry in one.entries
        ]
