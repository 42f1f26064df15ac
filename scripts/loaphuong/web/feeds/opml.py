"""OPML 2.0: every feed of the ward in one file that a reader imports."""

from __future__ import annotations

from email.utils import format_datetime
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from loaphuong.core.messages import N_
from loaphuong.web.feeds.feed import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaphuong.web.edition import Edition
    from loaphuong.web.feeds.feed import Feed


def render(edition: Edition, feeds: Sequence[Feed]) -> bytes:
    """The list of these feeds."""
    ward = edition.station.ward
    root = ElementTree.Element("opml", version="2.0")
    head = ElementTree.SubElement(root, "head")
    modified = max((feed.updated for feed in feeds), default=None)
    facts = {
        "title": edition.tr(N_("The news of {ward}"), ward=ward.name),
        "dateModified": format_datetime(modified) if modified else "",
        "ownerName": ward.authority,
        "ownerEmail": ward.email,
    }
    for name, text in facts.items():
        ElementTree.SubElement(head, name).text = clean(text)
    body = ElementTree.SubElement(root, "body")
    for feed in feeds:
        ElementTree.SubElement(
            body,
            "outline",
            {
                "type": "rss",
                "text": clean(feed.title),
                "title": clean(feed.title),
                "description": clean(feed.description),
                "xmlUrl": feed.url,
                "htmlUrl": feed.site,
                "language": edition.language,
            },
        )
    ElementTree.indent(root, " ")
    return f"<?xml version='1.0' encoding='UTF-8'?>\n{ElementTree.tostring(root, encoding='unicode')}\n".encode()
