"""The page of an article, and the one that stands where an article was withdrawn."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from loaphuong.content.declaration import Outlet, declarations, declarations_on
from loaphuong.content.phrasing import phrase_rule
from loaphuong.core import addresses
from loaphuong.core.forms import Noun
from loaphuong.core.messages import N_
from loaphuong.web.pages import printed
from loaphuong.web.pages.index import SiteIndex, link, when
from loaphuong.web.pages.links import attachments
from loaphuong.web.pages.page import PublishedPage
from loaphuong.web.pages.sound import player, transcript

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaphuong.content.articles import Article
    from loaphuong.web.edition import Tombstone
    from loaphuong.web.pages.views import AttachmentLink, RuleLink, TombstonePage, View

# What every page has in its head or below it.
OF_THE_PAGE = frozenset({"title", "summary", "body"})


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
    data: View = {
        "kind": "article",
        **article_view(index, article),
        "audio": heard,
        "transcript": transcript(episode) if episode and heard else None,
        "attachments": list_handed_out(index, article),
        "related": index.cards(index.find_related(article)),
        "shared": True,
        **printed.of_subject(index, article.slug),
    }
    if ends := index.end_of(article):
        data |= {
            "ends": when((ends - timedelta(days=1)).date()),
            "since": ends.isoformat(),
            "over": ends <= index.edition.now,
        }
    # The text begins on a phone's first screen: its picture comes after the first paragraph.
    body = index.prose(article.body, article.where.path, address)
    opening, end, rest = body.partition("</p>") if body.startswith("<p>") else ("", "", body)
    data["opening"] = opening + end
    return PublishedPage(address, "article.html", article.title, article.summary, data, rest)


def article_view(index: SiteIndex, article: Article) -> View:
    """Every field that is declared to be on the page; the page itself has title, summary and body."""
    topic, model = index.topics.get(article.topic or ""), index.models.get(article.model or "")
    linked = {
        "section": index.section_link(article.section),
        "topic": link(topic.title, addresses.topic(topic.slug)) if topic else None,
        "model": link(model.title, addresses.model(model.slug)) if model else None,
        "rules": rules(index, article),
        "received_on": {"when": when(article.received_on), "wait": index.tell_wait(article)}
        if article.received_on
        else None,
        "image": index.pictures.view(article.image) if article.image else None,
    }
    names = [each.name for each in declarations_on(type(article), Outlet.PAGE) if each.name not in OF_THE_PAGE]
    # A moment is called by what happened then: `published`.
    return {
        name.removesuffix("_at"): linked[name] if name in linked else view(getattr(article, name)) for name in names
    }


def view(value: object) -> object:
    """A value as a template shows it: days and moments for machines and readers, groups and lists by their parts."""
    if isinstance(value, date):
        return when(value)
    if isinstance(value, tuple):
        return [view(each) for each in value]
    if isinstance(value, Noun):
        return {each.name: view(getattr(value, each.name)) for each in declarations(type(value)) if each.label}
    return value


def rules(index: SiteIndex, article: Article) -> list[RuleLink]:
    """The rules an article is about, each with its code."""
    found = [(name, index.rule(name)) for name in article.rules]
    return [
        {**link(phrase_rule(pair[1]), addresses.rule(name)), "stance": pair[1].stance.value, "code": pair[0].title}
        for name, pair in found
        if pair
    ]


def list_handed_out(index: SiteIndex, article: Article) -> list[AttachmentLink]:
    """The files that an article hands out, with their size."""
    found = attachments(article.where.path, article.body).items()
    sized = [(path, words, index.pictures.attach(path)) for path, words in found]
    return [
        {**link(words, addresses.attachment(path)), "size": index.size(size)} for path, words, size in sized if size
    ]


def tombstone(index: SiteIndex, stone: Tombstone) -> PublishedPage:
    """Where an article was: its address stays, its words and the reason do not."""
    data: TombstonePage = {
        "kind": "tombstone",
        "crumbs": [link(index.tr(N_("News")), addresses.SECTIONS)],
        "on": when(stone.on),
        "hidden": True,
    }
    return PublishedPage(
        addresses.article(stone.slug),
        "tombstone.html",
        index.tr(N_("This article was taken down")),
        index.tr(N_("The article at this address was taken down.")),
        data,
    )
