"""OPML 2.0: every feed of the ward in one file that a reader imports."""

from __future__ import annotations

from email.utils import format_datetime
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from loaphuong.core.messages import N_
from loaphuong.web.feeds.feedgen_adapter import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaphuong.web.edition import Edition
    from loaphuong.web.feeds.feedgen_adapter import Channel


def render(edition: Edition, feeds: Sequence[tuple[str, Channel]]) -> bytes:
    """The list of (path, channel)."""
    ward = edition.station.ward
    root = ElementTree.Element("opml", version="2.0")
    head = ElementTree.SubElement(root, "head")
    modified = max((channel.updated for _, channel in feeds), default=None)
    facts = {
        "title": edition.tr(N_("The news of {ward}"), ward=ward.name),
        "dateModified": format_datetime(modified) if modified else "",
        "ownerName": ward.authority,
        "ownerEmail": ward.email,
    }
    for name, text in facts.items():
        ElementTree.SubElement(head, name).text = clean(text)
    body = ElementTree.SubElement(root, "body")
    for _, channel in feeds:
        ElementTree.SubElement(
            body,
            "outline",
            {
                "type": "rss",
                "text": clean(channel.title),
                "title": clean(channel.title),
                "description": clean(channel.description),
                "xmlUrl": channel.url,
                "htmlUrl": channel.site,
                "language": edition.language,
            },
        )
    ElementTree.indent(root, " ")
    return f"<?xml version='1.0' encoding='UTF-8'?>\n{ElementTree.tostring(root, encoding='unicode')}\n".encode()
