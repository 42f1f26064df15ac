"""The page of an article, and the one that stands where an article was withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.core import addresses
from loaphuong.core.messages import N_
from loaphuong.web.pages.index import SiteIndex, View, link, when
from loaphuong.web.pages.page import PublishedPage
from loaphuong.web.pages.sound import player, transcript

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaphuong.content.nouns import Article, Award
    from loaphuong.web.edition import Tombstone


def pages(index: SiteIndex) -> Iterator[PublishedPage]:
    """Every article, and every tombstone."""
    for article in index.edition.content.articles:
        yield page(index, article)
    for stone in index.edition.tombstones:
        yield tombstone(index, stone)


def page(index: SiteIndex, article: Article) -> PublishedPage:
    """The page of one article; the names in `people` stay in content/."""
    address = addresses.article(article.slug)
    episode = index.edition.recordings.get(article.slug)
    heard = player(index, episode, addresses.article_audio(article.slug))
    topic, model = index.topics.get(article.topic or ""), index.models.get(article.model or "")
    data: View = {
        "kind": "article",
        "section": index.section_link(article.section),
        "author": article.author,
        "editor": article.editor,
        "source": article.source,
        "approver": article.approver,
        "approver_title": article.approver_title,
        "published": when(article.published_at),
        "updated": when(article.updated_at) if article.updated_at else None,
        "legal_basis": list(article.legal_basis),
        "topic": link(topic.title, addresses.topic(topic.slug)) if topic else None,
        "model": link(model.title, addresses.model(model.slug)) if model else None,
        "rules": rules(index, article),
        "residential_group": article.residential_group,
        "subject_group": article.subject_group,
        "award": award(article.award) if article.award else None,
        "image": index.pictures.view(article.image) if article.image else None,
        "illustrative": article.illustrative,
        "corrections": [
            {"on": when(each.on), "wrong": each.wrong, "right": each.right} for each in article.corrections
        ],
        "audio": heard,
        "transcript": transcript(episode) if episode and heard else None,
        "related": index.cards(index.related(article)),
        "shared": True,
    }
    body = index.prose(article.body, article.where.path, address)
    return PublishedPage(address, "article.html", article.title, article.summary, data, body)


def rules(index: SiteIndex, article: Article) -> list[View]:
    """The rules an article is about, each with its code."""
    found = [(name, index.rule(name)) for name in article.rules]
    return [
        {**link(pair[1].text, addresses.rule(name)), "stance": pair[1].stance.value, "code": pair[0].title}
        for name, pair in found
        if pair
    ]


def award(given: Award) -> View:
    """Khen thưởng, as the page tells it."""
    on = when(given.on) if given.on else None
    return {"title": given.title, "by": given.by, "on": on, "decision": given.decision}


def tombstone(index: SiteIndex, stone: Tombstone) -> PublishedPage:
    """Where an article was: its address stays, its words and the reason do not."""
    return PublishedPage(
        addresses.article(stone.slug),
        "tombstone.html",
        index.tr(N_("This article was taken down")),
        index.tr(N_("The article at this address was taken down.")),
        {
            "kind": "tombstone",
            "crumbs": [link(index.tr(N_("News")), addresses.SECTIONS)],
            "on": when(stone.on),
            "hidden": True,
        },
    )
