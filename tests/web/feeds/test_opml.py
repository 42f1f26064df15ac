"""The list of feeds."""

from __future__ import annotations

from loaphuong.web import feeds
from tests.making import (
    an_edition,
)
from tests.web.feeds.reading import tree


def test_opml():
    """The list holds the news, the podcast and every section's feed."""
    root = tree(feeds.render(an_edition())["opml.xml"])
    assert [outline.attrib["xmlUrl"] for outline in root.iter("outline")] == [
        "https://phuong.example/feed.xml",
        "https://phuong.example/podcast.xml",
        "https://phuong.example/chuyen-muc/guong-tot/feed.xml",
    ]
