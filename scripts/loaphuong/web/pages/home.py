"""The first page: the next broadcast, the latest bulletin to play at once, what is new, today's rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.core import addresses
from loaphuong.core.project import Project
from loaphuong.core.vietnamese import day
from loaphuong.web import times
from loaphuong.web.pages import codes
from loaphuong.web.pages.bulletins import AHEAD, card, list_upcoming
from loaphuong.web.pages.index import SiteIndex, link
from loaphuong.web.pages.page import PublishedPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaphuong.web.pages.views import HomePage

NEWEST = 5
PER_SECTION = 3


def pages(index: SiteIndex) -> Iterator[PublishedPage]:
    """The home page."""
    content = index.edition.content
    now = (index.edition.now.year, index.edition.now.month)
    topic = next((each for each in content.topics if now in each.months), None)
    latest = index.edition.latest
    newest = content.articles[:NEWEST]
    seen = {article.slug for article in newest}
    coming = list_upcoming(index, AHEAD)
    data: HomePage = {
        "kind": "home",
        "active": "",
        "next": next((slot for slot in coming if not slot["held"]), None),
        "times": times.render(index.edition),
        "as_of": day(index.edition.now),
        "latest": card(index, latest) if latest else None,
        "newest": index.cards(newest),
        "sections": [
            {
                **link(section.title, addresses.section(section.slug)),
                "entries": index.cards(
                    [each for each in index.by_section[section.slug] if each.slug not in seen][:PER_SECTION]
                ),
            }
            for section in index.article_sections
        ],
        "rule": codes.of_the_day(index),
        "topic": {**link(topic.title, addresses.topic(topic.slug)), "summary": topic.summary} if topic else None,
        "models": [link(model.title, addresses.model(model.slug)) for model in content.models],
    }
    ward = index.edition.station.ward
    body = index.prose(content.body, Project.home, addresses.HOME)
    yield PublishedPage(
        addresses.HOME, "home.html", content.title or ward.name, content.summary or ward.description, data, body
    )
