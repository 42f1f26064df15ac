"""RSS and Atom of a `Feed`: the one place that knows by which library, feedgen 1.0.0, with its quirks corrected.

1. The last link that is not `self` becomes the channel's `<link>`, so `alternate` comes last. 2. `rel=hub` is not
written in RSS. 3. `itunes:explicit` takes no valid word. 4. An Atom content of type `CDATA` is invalid: `html`.
5. Atom entry links lose rel, type and length, so sound goes into RSS only. 6. What is not dated is dated now, so
everything is dated. 7. Naive times, dates and float durations raise. What it cannot write (2, 3, `podcast:`, `at:`)
goes in as nodes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.feed import FeedGenerator
from feedgen.util import xml_elem

from loaphuong.web.feeds.feed import NAMESPACES, SYNTHETIC, Node, clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from loaphuong.web.feeds.feed import Feed, FeedEntry

DECLARATION = b"<?xml version='1.0' encoding='UTF-8'?>\n"


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


def rss(feed: Feed) -> bytes:
    """RSS 2.0 with full content."""
    links = tuple(Node("atom:link", attributes=(("rel", each), ("href", url))) for each, url in feed.links)
    nodes = (*links, *feed_nodes(feed))
    made = make_head(feed, nodes, [node for entry in feed.entries for node in rss_nodes(entry)])
    for entry in feed.entries:
        item = add_entry(made, entry, rss_nodes(entry))
        # Its text lies in content:encoded, the lead in description.
        item.description(clean(entry.summary), isSummary=True)
        item.guid(entry.id, permalink=entry.id == entry.url)
        if entry.sound:
            item.enclosure(entry.sound.url, str(entry.sound.bytes), entry.sound.type)
    return add_sheets(made.rss_str(pretty=True), feed)


def atom(feed: Feed) -> bytes:
    """Atom 1.0 with full content; what was withdrawn is told, so that readers drop their copy."""
    graves = tuple(
        Node(
            "at:deleted-entry",
            attributes=(("ref", grave.id), ("when", grave.on.isoformat())),
        )
        for grave in feed.withdrawn
    )
    made = make_head(feed, (*feed_nodes(feed), *graves), [node for each in feed.entries for node in entry_nodes(each)])
    for entry in feed.entries:
        item = add_entry(made, entry, entry_nodes(entry))
        item.summary(clean(entry.summary), type="text")
        item.author(name=clean(entry.author))
    return add_sheets(made.atom_str(pretty=True), feed)


def feed_nodes(feed: Feed) -> tuple[Node, ...]:
    """What a feed has beside feedgen's elements; a document of its history says that it is one."""
    return (*((Node("fh:archive"),) if feed.current else ()), *feed.nodes)


def entry_nodes(entry: FeedEntry) -> tuple[Node, ...]:
    """What an entry has beside feedgen's elements, in both formats."""
    return (*((entry.image.node,) if entry.image else ()), *entry.nodes)


def rss_nodes(entry: FeedEntry) -> tuple[Node, ...]:
    """RSS's own author is a mail address; dc:creator is a name. A machine's voice is marked for machines."""
    marks = (SYNTHETIC,) if entry.sound and entry.sound.synthetic else ()
    return (Node("dc:creator", entry.author), *entry_nodes(entry), *marks)


def make_head(feed: Feed, nodes: tuple[Node, ...], within: Iterable[Node]) -> FeedGenerator:
    """A feed with its head; `within` are the nodes of the entries, for their namespaces."""
    made = FeedGenerator()
    made.register_extension("loa", ChannelNodes, EntryNodes, atom=True, rss=True)
    made.loa.nodes = nodes
    made.loa.used = tuple(sorted({*prefixes(nodes), *prefixes(within)}))
    made.id(feed.url)
    made.title(clean(feed.title))
    made.description(clean(feed.description))
    made.author(name=clean(feed.author), email=feed.email)
    made.updated(feed.updated.replace(microsecond=0))
    made.generator("Loa Phường")
    made.language(feed.language)
    if feed.icon:
        made.icon(feed.icon)
    made.link(href=feed.url, rel="self")
    for relation, url in feed.links:
        made.link(href=url, rel=relation)
    made.link(href=feed.site, rel="alternate")
    return made


def add_entry(feed: FeedGenerator, entry: FeedEntry, nodes: tuple[Node, ...]) -> Any:
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


def add_sheets(xml: bytes, feed: Feed) -> bytes:
    """The feed with the sheets that make it a readable page."""
    sheets = "".join(f'<?xml-stylesheet type="{type_}" href="{href}"?>\n' for type_, href in feed.sheets)
    return DECLARATION + sheets.encode() + xml.removeprefix(DECLARATION)
