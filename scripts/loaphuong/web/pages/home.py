"""The first page: the next broadcast, the latest bulletin to play at once, what is new, today's rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.core import addresses
from loaphuong.core.project import Project
from loaphuong.web.pages import codes
from loaphuong.web.pages.bulletins import card, upcoming
from loaphuong.web.pages.index import Shelf, View, link
from loaphuong.web.pages.page import PublishedPage

if TYPE_CHECKING:
    from collections.abc import Iterator

NEWEST = 5
PER_SECTION = 3


def pages(shelf: Shelf) -> Iterator[PublishedPage]:
    """The home page."""
    content = shelf.edition.content
    now = (shelf.edition.now.year, shelf.edition.now.month)
    topic = next((each for each in content.topics if now in each.months), None)
    latest = shelf.edition.latest
    newest = content.articles[:NEWEST]
    seen = {article.slug for article in newest}
    coming = upcoming(shelf, 1)
    data: View = {
        "kind": "home",
        "active": "",
        "next": coming[0] if coming else None,
        "latest": card(latest) if latest else None,
        "newest": shelf.cards(newest),
        "sections": [
            {
                **link(section.title, addresses.section(section.slug)),
                "entries": shelf.cards(
                    [each for each in shelf.by_section[section.slug] if each.slug not in seen][:PER_SECTION]
                ),
            }
            for section in shelf.article_sections
        ],
        "rule": codes.of_the_day(shelf),
        "topic": {**link(topic.title, addresses.topic(topic.slug)), "summary": topic.summary} if topic else None,
        "models": [link(model.title, addresses.model(model.slug)) for model in content.models],
    }
    ward = shelf.edition.station.ward
    body = shelf.prose(content.body, Project.home, addresses.HOME)
    yield PublishedPage(
        addresses.HOME, "home.html", content.title or ward.name, content.summary or ward.description, data, body
    )
