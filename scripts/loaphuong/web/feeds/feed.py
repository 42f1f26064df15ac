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
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
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
    image: str | None = None
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

    `entries` are newest first; `withdrawn` are told where the format can.
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


def clean(text: str) -> str:
    """The text without what XML 1.0 cannot hold (control characters, lone surrogates)."""
    return NOT_XML.sub("", text)
