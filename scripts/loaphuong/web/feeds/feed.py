"""A feed and its entries, as every format and every library is given them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

NAMESPACES = {
    "at": "http://purl.org/atompub/tombstones/1.0",
    "atom": "http://www.w3.org/2005/Atom",
    "dc": "http://purl.org/dc/elements/1.1/",
    "fh": "http://purl.org/syndication/history/1.0",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "media": "http://search.yahoo.com/mrss/",
    "podcast": "https://podcastindex.org/namespace/1.0",
}
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Node:
    """An element of an extension: `tag` as `prefix:name`, of a prefix in NAMESPACES."""

    tag: str
    text: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple[Node, ...] = ()


SYNTHETIC = Node("podcast:txt", "true", (("purpose", "ai-content"),))


@dataclass(frozen=True, slots=True)
class Sound:
    """An enclosure: its address, exact length in bytes, whole seconds, and whether a machine speaks."""

    url: str
    bytes: int
    seconds: int
    synthetic: bool
    type: str = "audio/mpeg"


@dataclass(frozen=True, slots=True)
class FeedImage:
    """A picture of an entry: its address, its size in pixels where it is known, what is to be seen, who took it."""

    url: str
    type: str
    width: int | None = None
    height: int | None = None
    alt: str = ""
    credit: str = ""

    @property
    def node(self) -> Node:
        """The picture as Media RSS has it, which readers of RSS and of Atom know."""
        sized = (("width", self.width), ("height", self.height))
        return Node(
            "media:content",
            attributes=(
                ("url", self.url),
                ("type", self.type),
                ("medium", "image"),
                *((name, str(pixels)) for name, pixels in sized if pixels),
            ),
            children=(
                *((Node("media:description", self.alt),) if self.alt else ()),
                *((Node("media:credit", self.credit),) if self.credit else ()),
            ),
        )


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One item of a feed. `id` never changes; `html` is sanitised and its addresses are absolute; times are aware."""

    id: str
    url: str
    title: str
    summary: str
    html: str
    published: datetime
    updated: datetime
    author: str
    categories: tuple[tuple[str, str], ...] = ()
    image: FeedImage | None = None
    sound: Sound | None = None
    nodes: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """An entry that is no more: its id and since when."""

    id: str
    on: datetime


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: `url` is its own, `site` the page it stands for; `sheets` show it in a browser, as (type, address).

    `entries` are newest first; `withdrawn` are told where the format can. `older` and `newer` are the addresses of the
    documents of its history (RFC 5005); one of them names the feed that is subscribed to as `current`.
    """

    url: str
    site: str
    title: str
    description: str
    author: str
    email: str
    updated: datetime
    language: str
    entries: tuple[FeedEntry, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()
    hub: str | None = None
    icon: str | None = None
    sheets: tuple[tuple[str, str], ...] = ()
    nodes: tuple[Node, ...] = ()
    older: str | None = None
    newer: str | None = None
    current: str | None = None

    @property
    def links(self) -> tuple[tuple[str, str], ...]:
        """Where a program goes from here, as (relation, address)."""
        known = {"hub": self.hub, "prev-archive": self.older, "next-archive": self.newer, "current": self.current}
        return tuple((relation, url) for relation, url in known.items() if url)


def clean(text: str) -> str:
    """The text without what XML 1.0 cannot hold (control characters, lone surrogates)."""
    return NOT_XML.sub("", text)
