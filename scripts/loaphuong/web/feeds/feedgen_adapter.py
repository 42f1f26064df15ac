"""feedgen 1.0.0 with its quirks mended: the one place that knows it.

1. The last link that is not `self` becomes the channel's `<link>`, so `alternate` comes last. 2. `rel=hub` is not
written in RSS. 3. `itunes:explicit` takes no valid word. 4. An Atom content of type `CDATA` is invalid: `html`.
5. Atom entry links lose rel, type and length, so sound goes into RSS only. 6. What is not dated is dated now, so
everything is dated. 7. Naive times, dates and float durations raise. What it cannot write (2, 3, `podcast:`, `at:`)
goes in as nodes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.feed import FeedGenerator
from feedgen.util import xml_elem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

NAMESPACES = {
    "at": "http://purl.org/atompub/tombstones/1.0",
    "atom": "http://www.w3.org/2005/Atom",
    "dc": "http://purl.org/dc/elements/1.1/",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
}
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
DECLARATION = b"<?xml version='1.0' encoding='UTF-8'?>\n"


@dataclass(frozen=True, slots=True)
class Node:
    """An element that feedgen does not write: `tag` as `prefix:name`, of a prefix in NAMESPACES."""

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
class Entry:
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
class Channel:
    """A feed's own facts. `url` is the feed's, `site` the page it stands for; `sheets` show it in a browser."""

    url: str
    site: str
    title: str
    description: str
    author: str
    email: str
    updated: datetime
    language: str
    hub: str | None = None
    icon: str | None = None
    sheets: tuple[tuple[str, str], ...] = ()
    nodes: tuple[Node, ...] = ()


def clean(text: str) -> str:
    """The text without what XML 1.0 cannot hold (control characters, lone surrogates)."""
    return NOT_XML.sub("", text)


def prefixes(nodes: Iterable[Node]) -> Iterator[str]:
    """The namespaces that some nodes need."""
    for node in nodes:
        yield node.tag.partition(":")[0]
        yield from prefixes(node.children)


def grow(parent: Any, nodes: Iterable[Node]) -> None:
    """Write nodes as children of an element."""
    for node in nodes:
        prefix, _, name = node.tag.partition(":")
        element = xml_elem(f"{{{NAMESPACES[prefix]}}}{name}", parent)
        for key, value in node.attributes:
            element.attrib[key] = clean(value)
        if node.text:
            element.text = clean(node.text)
        grow(element, node.children)


class ChannelNodes(BaseExtension):  # type: ignore[misc] # feedgen ships no types
    """Nodes of the channel, and the namespaces of the whole feed."""

    nodes: tuple[Node, ...] = ()
    used: tuple[str, ...] = ()

    def extend_ns(self) -> Mapping[str, str]:
        """Only what is used is declared."""
        return {prefix: NAMESPACES[prefix] for prefix in self.used}

    def extend_rss(self, feed: Any) -> Any:
        """After feedgen's own elements, before the items."""
        grow(feed[0], self.nodes)
        return feed

    def extend_atom(self, feed: Any) -> Any:
        """After feedgen's own elements, before the entries."""
        grow(feed, self.nodes)
        return feed


class EntryNodes(BaseEntryExtension):  # type: ignore[misc] # feedgen ships no types
    """Nodes of one entry."""

    nodes: tuple[Node, ...] = ()

    def extend_rss(self, entry: Any) -> Any:
        """After feedgen's own elements."""
        grow(entry, self.nodes)
        return entry

    def extend_atom(self, entry: Any) -> Any:
        """After feedgen's own elements."""
        grow(entry, self.nodes)
        return entry


def rss(channel: Channel, entries: Sequence[Entry]) -> bytes:
    """RSS 2.0 with full content."""
    hub = (Node("atom:link", attributes=(("rel", "hub"), ("href", channel.hub))),) if channel.hub else ()
    feed = begin(channel, (*hub, *channel.nodes), [node for entry in entries for node in rss_nodes(entry)])
    feed.language(channel.language)
    for entry in entries:
        item = add(feed, entry, rss_nodes(entry))
        # Its text lies in content:encoded, the lead in description.
        item.description(clean(entry.summary), isSummary=True)
        item.guid(entry.id, permalink=entry.id == entry.url)
        if entry.sound:
            item.enclosure(entry.sound.url, str(entry.sound.bytes), entry.sound.type)
    return shown(feed.rss_str(pretty=True), channel)


def atom(channel: Channel, entries: Sequence[Entry], withdrawn: Sequence[Withdrawn] = ()) -> bytes:
    """Atom 1.0 with full content; what was withdrawn is told, so that readers drop their copy."""
    graves = tuple(
        Node(
            "at:deleted-entry",
            attributes=(("ref", grave.id), ("when", grave.on.isoformat())),
        )
        for grave in withdrawn
    )
    feed = begin(channel, (*channel.nodes, *graves), ())
    for entry in entries:
        item = add(feed, entry, entry.nodes)
        item.summary(clean(entry.summary), type="text")
        item.author(name=clean(entry.author))
    return shown(feed.atom_str(pretty=True), channel)


def rss_nodes(entry: Entry) -> tuple[Node, ...]:
    """RSS's own author is a mail address; dc:creator is a name. A machine's voice is marked for machines."""
    marks = (SYNTHETIC,) if entry.sound and entry.sound.synthetic else ()
    return (Node("dc:creator", entry.author), *entry.nodes, *marks)


def begin(channel: Channel, nodes: tuple[Node, ...], within: Iterable[Node]) -> FeedGenerator:
    """A feed with its head; `within` are the nodes of the entries, for their namespaces."""
    feed = FeedGenerator()
    feed.register_extension("loa", ChannelNodes, EntryNodes, atom=True, rss=True)
    feed.loa.nodes = nodes
    feed.loa.used = tuple(sorted({*prefixes(nodes), *prefixes(within)}))
    feed.id(channel.url)
    feed.title(clean(channel.title))
    feed.description(clean(channel.description))
    feed.author(name=clean(channel.author), email=channel.email)
    feed.updated(channel.updated.replace(microsecond=0))
    feed.generator("Loa Phường")
    if channel.icon:
        feed.icon(channel.icon)
    feed.link(href=channel.url, rel="self")
    if channel.hub:
        feed.link(href=channel.hub, rel="hub")
    feed.link(href=channel.site, rel="alternate")
    return feed


def add(feed: FeedGenerator, entry: Entry, nodes: tuple[Node, ...]) -> Any:
    """An entry with what both kinds of feed share, in the order given."""
    item = feed.add_entry(order="append")
    item.loa.nodes = nodes
    item.id(entry.id)
    item.title(clean(entry.title).strip() or entry.url)
    item.link(href=entry.url)
    item.content(clean(entry.html), type="html")
    item.published(entry.published.replace(microsecond=0))
    item.updated(entry.updated.replace(microsecond=0))
    for term, label in entry.categories:
        item.category(term=term, label=clean(label))
    return item


def shown(xml: bytes, channel: Channel) -> bytes:
    """The feed with the sheets that make it a readable page."""
    sheets = "".join(f'<?xml-stylesheet type="{type_}" href="{href}"?>\n' for type_, href in channel.sheets)
    return DECLARATION + sheets.encode() + xml.removeprefix(DECLARATION)
