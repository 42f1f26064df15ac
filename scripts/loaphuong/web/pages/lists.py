"""Lists: sections, topics, models, months, honours. One shape and one template for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from loaphuong.core import addresses
from loaphuong.core.messages import N_
from loaphuong.web import landmarks
from loaphuong.web.pages import printed
from loaphuong.web.pages.index import SiteIndex, link, when
from loaphuong.web.pages.page import PublishedPage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from loaphuong.content.articles import Article
    from loaphuong.content.nouns import Model, Topic
    from loaphuong.web.pages.views import Card, Honour, Link, ListPage

PER_PAGE = 12


def listing(
    index: SiteIndex,
    address: str,
    title: str,
    summary: str,
    items: Sequence[Card] | Sequence[Honour],
    data: ListPage,
    body: str = "",
) -> Iterator[PublishedPage]:
    """A list cut into pages: the first at `address`, the others at `trang-2/` … below it."""
    last = max(-(-len(items) // PER_PAGE), 1)

    def place(number: int) -> str:
        return address if number == 1 else f"{address}trang-{number}/"

    for number in range(1, last + 1):
        shown: ListPage = {
            **data,
            "intro": summary,
            "entries": [*items[(number - 1) * PER_PAGE : number * PER_PAGE]],
            "count": len(items),
            "number": number,
            "last": last,
            "previous": place(number - 1) if number > 1 else None,
            "following": place(number + 1) if number < last else None,
            "numbers": [{"number": each, "url": place(each)} for each in around(number, last)],
        }
        suffix = " ({})".format(index.tr(N_("page {number}"), number=number)) if number > 1 else ""
        yield PublishedPage(
            place(number), "listing.html", title + suffix, summary + suffix, shown, body if number == 1 else ""
        )


def around(number: int, last: int) -> list[int]:
    """The page numbers worth a link: the ends and the neighbours."""
    return sorted({1, last, *(each for each in range(number - 1, number + 2) if 1 <= each <= last)})


def pages(index: SiteIndex) -> Iterator[PublishedPage]:
    """Every list of articles."""
    yield from sections(index)
    yield from models(index)
    yield from topics(index)
    yield from months(index)
    yield from honours(index)


def sections(index: SiteIndex) -> Iterator[PublishedPage]:
    """All articles, then those of each section."""
    chips = [link(section.title, addresses.section(section.slug)) for section in index.article_sections]
    common: ListPage = {"kind": "section", "active": addresses.SECTIONS, "chips": chips}
    yield from listing(
        index,
        *landmarks.news(index.edition),
        index.cards(index.edition.content.articles),
        {**common, "feed": "feed.xml", "more": link(index.tr(N_("By month")), addresses.ARCHIVE)},
    )
    for section in index.article_sections:
        address = addresses.section(section.slug)
        yield from listing(
            index,
            address,
            section.title,
            section.summary,
            index.cards(index.by_section[section.slug]),
            {
                **common,
                "crumbs": [link(index.tr(N_("News")), addresses.SECTIONS)],
                "feed": f"{address}feed.xml",
                "here": address,
            },
        )


def models(index: SiteIndex) -> Iterator[PublishedPage]:
    """The models, then each with its criteria and its articles."""
    address, title, summary = landmarks.models(index.edition)
    items = model_cards(index)
    yield from listing(index, address, title, summary, items, {"kind": "models", "active": addresses.MODELS})
    for model in index.edition.content.models:
        yield from listing(
            index,
            addresses.model(model.slug),
            model.title,
            model.summary,
            index.cards(index.by_model[model.slug]),
            model_view(index, model, title),
            index.prose(model.body, model.where.path, addresses.model(model.slug)),
        )


def model_cards(index: SiteIndex) -> list[Card]:
    """The models as a list shows them."""
    return [
        {
            "title": model.title,
            "url": addresses.model(model.slug),
            "summary": model.summary,
            "kicker": model.place,
            "icon": model.icon.value,
            "note": count(index, len(index.by_model[model.slug])),
        }
        for model in index.edition.content.models
    ]


def model_view(index: SiteIndex, model: Model, title: str) -> ListPage:
    """What stands above a model's articles."""
    view: ListPage = {
        "kind": "model",
        "active": addresses.MODELS,
        "crumbs": [link(title, addresses.MODELS)],
        "place": model.place,
        "criteria": list(model.criteria),
        "sources": list(model.sources),
        "heading": index.tr(N_("About this model")),
    }
    view.update(printed.of_subject(index, model.slug))  # type: ignore[typeddict-item]
    return view


def topics(index: SiteIndex) -> Iterator[PublishedPage]:
    """The topics, then each with its articles."""
    _, title, summary = landmarks.topics(index.edition)
    items: list[Card] = [
        {
            "title": topic.title,
            "url": addresses.topic(topic.slug),
            "summary": topic.summary,
            "kicker": months_text(index, topic),
            "note": count(index, len(index.by_topic[topic.slug])),
        }
        for topic in index.edition.content.topics
    ]
    yield from listing(index, addresses.TOPICS, title, summary, items, {"kind": "topics", "active": addresses.SECTIONS})
    for topic in index.edition.content.topics:
        address = addresses.topic(topic.slug)
        data: ListPage = {
            "kind": "topic",
            "active": addresses.SECTIONS,
            "crumbs": [link(title, addresses.TOPICS)],
            "label": months_text(index, topic),
            "owner": topic.owner,
            "heading": index.tr(N_("On this topic")),
        }
        articles = index.cards(index.by_topic[topic.slug])
        yield from listing(
            index,
            address,
            topic.title,
            topic.summary,
            articles,
            data,
            index.prose(topic.body, topic.where.path, address),
        )


def months_text(index: SiteIndex, topic: Topic) -> str:
    """Tháng 11/2026, tháng 12/2026."""
    named = (index.tr(N_("month {number}/{year}"), number=number, year=year) for year, number in topic.months)
    return ", ".join(named).capitalize()


def count(index: SiteIndex, number: int) -> str:
    """How many articles, in words a reader expects."""
    return index.tr(N_("Articles: {number}"), number=number) if number else index.tr(N_("No articles yet"))


def months(index: SiteIndex) -> Iterator[PublishedPage]:
    """The archive: the months, then each month's articles."""
    address, archive, summary = landmarks.archive(index.edition)
    items: list[Card] = [
        {
            "title": month_name(index, month),
            "url": addresses.month(*month),
            "note": count(index, len(index.by_month[month])),
        }
        for month in index.months
    ]
    data: ListPage = {
        "kind": "months",
        "active": addresses.SECTIONS,
        "crumbs": [link(index.tr(N_("News")), addresses.SECTIONS)],
    }
    yield from listing(index, address, archive, summary, items, data)
    for place, (year, number) in enumerate(index.months):
        yield from listing(
            index,
            addresses.month(year, number),
            index.tr(N_("News of {number}/{year}"), number=number, year=year),
            index.tr(N_("The news of the ward in month {number} of {year}."), number=number, year=year),
            index.cards(index.by_month[year, number]),
            {
                "kind": "month",
                "active": addresses.SECTIONS,
                "crumbs": [link(archive, addresses.ARCHIVE)],
                "newer": month_link(index, index.months[place - 1]) if place else None,
                "older": month_link(index, index.months[place + 1]) if place + 1 < len(index.months) else None,
            },
        )


def month_link(index: SiteIndex, month: tuple[int, int]) -> Link:
    """A month and its address."""
    return link(month_name(index, month), addresses.month(*month))


def month_name(index: SiteIndex, month: tuple[int, int]) -> str:
    """Tháng 11/2026."""
    year, number = month
    return index.tr(N_("Month {number}/{year}"), number=number, year=year)


def honours(index: SiteIndex) -> Iterator[PublishedPage]:
    """Khen thưởng: who was honoured, for what, by whom, newest first."""
    awarded = [article for article in index.edition.content.articles if article.award and not article.illustrative]
    items = [honour(index, article) for article in sorted(awarded, key=order_by_award, reverse=True)]
    data: ListPage = {
        "kind": "honours",
        "active": addresses.SECTIONS,
        "crumbs": [link(index.tr(N_("News")), addresses.SECTIONS)],
    }
    yield from listing(index, *landmarks.honours(index.edition), items, data)


def order_by_award(article: Article) -> tuple[str, str]:
    """What the honour roll is ordered by."""
    on = article.award.on if article.award else None
    return (on or article.published_at.date()).isoformat(), article.slug


def honour(index: SiteIndex, article: Article) -> Honour:
    """A line of the honour roll."""
    given = article.award
    told = {
        **index.card(article),
        "award": given.title if given else "",
        "by": given.by if given else "",
        "on": when(given.on) if given and given.on else None,
        "decision": given.decision if given else None,
        "who": article.subject_group,
    }
    return cast("Honour", told)
