"""Feeds as a reader sees them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import feedparser

from loaphuong.web import feeds
from tests.making import (
    a_station,
)

if TYPE_CHECKING:
    from loaphuong.web.edition import Edition


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
