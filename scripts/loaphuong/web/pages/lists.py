"""Lists: sections, topics, models, months, honours. One shape and one template for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.content.nouns import SectionKind
from loaphuong.core import addresses
from loaphuong.web.pages.index import Shelf, View, link, when
from loaphuong.web.pages.page import PublishedPage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from loaphuong.content.nouns import Article, Model, Topic

PER_PAGE = 12
HONOURS_TITLE = "Bảng vàng khen thưởng"
HONOURS_SUMMARY = "Những tập thể, cá nhân được biểu dương, khen thưởng vì việc tốt và nếp sống đẹp."


def listing(
    address: str,
    title: str,
    summary: str,
    items: Sequence[View],
    data: Mapping[str, object],
    body: str = "",
) -> Iterator[PublishedPage]:
    """A list cut into pages: the first at `address`, the others at `trang-2/` … below it."""
    last = max(-(-len(items) // PER_PAGE), 1)

    def place(number: int) -> str:
        return address if number == 1 else f"{address}trang-{number}/"

    for number in range(1, last + 1):
        shown = {
            **data,
            "intro": summary,
            "entries": list(items[(number - 1) * PER_PAGE : number * PER_PAGE]),
            "count": len(items),
            "number": number,
            "last": last,
            "previous": place(number - 1) if number > 1 else None,
            "following": place(number + 1) if number < last else None,
            "numbers": [{"number": each, "url": place(each)} for each in around(number, last)],
        }
        suffix = f" (trang {number})" if number > 1 else ""
        yield PublishedPage(
            place(number), "listing.html", title + suffix, summary + suffix, shown, body if number == 1 else ""
        )


def around(number: int, last: int) -> list[int]:
    """The page numbers worth a link: the ends and the neighbours."""
    return sorted({1, last, *(each for each in range(number - 1, number + 2) if 1 <= each <= last)})


def pages(shelf: Shelf) -> Iterator[PublishedPage]:
    """Every list of articles."""
    yield from sections(shelf)
    yield from models(shelf)
    yield from topics(shelf)
    yield from months(shelf)
    yield from honours(shelf)


def sections(shelf: Shelf) -> Iterator[PublishedPage]:
    """All articles, then those of each section."""
    chips = [link(section.title, addresses.section(section.slug)) for section in shelf.article_sections]
    common = {"kind": "section", "active": addresses.SECTIONS, "chips": chips}
    yield from listing(
        addresses.SECTIONS,
        "Tin bài",
        "Tất cả tin bài của phường, mới nhất ở trên.",
        shelf.cards(shelf.edition.content.articles),
        {**common, "feed": "feed.xml", "more": link("Xem theo tháng", addresses.ARCHIVE)},
    )
    for section in shelf.article_sections:
        address = addresses.section(section.slug)
        yield from listing(
            address,
            section.title,
            section.summary,
            shelf.cards(shelf.by_section[section.slug]),
            {**common, "crumbs": [link("Tin bài", addresses.SECTIONS)], "feed": f"{address}feed.xml", "here": address},
        )


def models(shelf: Shelf) -> Iterator[PublishedPage]:
    """The models, then each with its criteria and its articles."""
    title, summary = shelf.heading(SectionKind.MODELS, "Mô hình", "Các mô hình nếp sống đẹp của phường.")
    items = [
        {
            **link(model.title, addresses.model(model.slug)),
            "summary": model.summary,
            "kicker": model.place,
            "note": count(len(shelf.by_model[model.slug])),
        }
        for model in shelf.edition.content.models
    ]
    yield from listing(addresses.MODELS, title, summary, items, {"kind": "models", "active": addresses.MODELS})
    for model in shelf.edition.content.models:
        yield from listing(
            addresses.model(model.slug),
            model.title,
            model.summary,
            shelf.cards(shelf.by_model[model.slug]),
            model_view(model, title),
            shelf.prose(model.body, model.where.path, addresses.model(model.slug)),
        )


def model_view(model: Model, title: str) -> View:
    """What stands above a model's articles."""
    return {
        "kind": "model",
        "active": addresses.MODELS,
        "crumbs": [link(title, addresses.MODELS)],
        "place": model.place,
        "criteria": list(model.criteria),
        "sources": list(model.sources),
        "heading": "Bài viết về mô hình này",
    }


def topics(shelf: Shelf) -> Iterator[PublishedPage]:
    """The topics, then each with its articles."""
    title, summary = shelf.heading(SectionKind.TOPICS, "Chuyên đề", "Mỗi tháng một chuyên đề.")
    now = (shelf.edition.now.year, shelf.edition.now.month)
    items = [
        {
            **link(topic.title, addresses.topic(topic.slug)),
            "summary": topic.summary,
            "kicker": "Chuyên đề tháng này" if now in topic.months else months_text(topic),
            "note": count(len(shelf.by_topic[topic.slug])),
        }
        for topic in shelf.edition.content.topics
    ]
    yield from listing(addresses.TOPICS, title, summary, items, {"kind": "topics", "active": addresses.SECTIONS})
    for topic in shelf.edition.content.topics:
        address = addresses.topic(topic.slug)
        data = {
            "kind": "topic",
            "active": addresses.SECTIONS,
            "crumbs": [link(title, addresses.TOPICS)],
            "label": months_text(topic),
            "owner": topic.owner,
            "heading": "Bài viết trong chuyên đề",
        }
        articles = shelf.cards(shelf.by_topic[topic.slug])
        yield from listing(
            address, topic.title, topic.summary, articles, data, shelf.prose(topic.body, topic.where.path, address)
        )


def months_text(topic: Topic) -> str:
    """Tháng 11/2026, tháng 12/2026."""
    return ", ".join(f"tháng {number}/{year}" for year, number in topic.months).capitalize()


def count(number: int) -> str:
    """How many articles, in words a reader expects."""
    return f"{number} bài" if number else "Chưa có bài"


def months(shelf: Shelf) -> Iterator[PublishedPage]:
    """The archive: the months, then each month's articles."""
    items = [
        {
            **link(f"Tháng {number}/{year}", addresses.month(year, number)),
            "note": count(len(shelf.by_month[year, number])),
        }
        for year, number in shelf.months
    ]
    data: View = {"kind": "months", "active": addresses.SECTIONS, "crumbs": [link("Tin bài", addresses.SECTIONS)]}
    yield from listing(addresses.ARCHIVE, "Lưu trữ theo tháng", "Tin bài của phường, xếp theo tháng.", items, data)
    for place, (year, number) in enumerate(shelf.months):
        neighbours = {
            "newer": month_link(shelf.months[place - 1]) if place else None,
            "older": month_link(shelf.months[place + 1]) if place + 1 < len(shelf.months) else None,
        }
        yield from listing(
            addresses.month(year, number),
            f"Tin bài tháng {number}/{year}",
            f"Các tin bài của phường trong tháng {number} năm {year}.",
            shelf.cards(shelf.by_month[year, number]),
            {
                "kind": "month",
                "active": addresses.SECTIONS,
                "crumbs": [link("Lưu trữ theo tháng", addresses.ARCHIVE)],
                **neighbours,
            },
        )


def month_link(month: tuple[int, int]) -> View:
    """A month and its address."""
    return link(f"Tháng {month[1]}/{month[0]}", addresses.month(*month))


def honours(shelf: Shelf) -> Iterator[PublishedPage]:
    """Khen thưởng: who was honoured, for what, by whom, newest first."""
    awarded = [article for article in shelf.edition.content.articles if article.award]
    items = [honour(shelf, article) for article in sorted(awarded, key=awarded_on, reverse=True)]
    data: View = {"kind": "honours", "active": addresses.SECTIONS, "crumbs": [link("Tin bài", addresses.SECTIONS)]}
    yield from listing(addresses.AWARDS, HONOURS_TITLE, HONOURS_SUMMARY, items, data)


def awarded_on(article: Article) -> tuple[str, str]:
    """What the honour roll is ordered by."""
    on = article.award.on if article.award else None
    return (on or article.published_at.date()).isoformat(), article.slug


def honour(shelf: Shelf, article: Article) -> View:
    """A line of the honour roll."""
    given = article.award
    return {
        **shelf.card(article),
        "award": given.title if given else "",
        "by": given.by if given else "",
        "on": when(given.on) if given and given.on else None,
        "decision": given.decision if given else None,
        "who": article.subject_group,
    }
