"""Pages of their own: what editors wrote under trang/, the letter box, the search page and the offline page."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast
from urllib.parse import quote, urlencode

from loaphuong.core import addresses
from loaphuong.core.messages import N_
from loaphuong.web import landmarks
from loaphuong.web.pages.index import SiteIndex, link, when
from loaphuong.web.pages.page import PublishedPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaphuong.content.nouns import Page, SourceDocument, WaitingSuggestion
    from loaphuong.web.pages.views import DocumentView, FeedbackPage, SuggestionView, WrittenPage


def pages(index: SiteIndex) -> Iterator[PublishedPage]:
    """Each page of trang/, then those that are there whether or not an editor wrote words for them."""
    written = index.edition.content.pages
    for page in written:
        yield feedback(index, page) if page.slug == addresses.FEEDBACK else written_page(index, page)
    if all(page.slug != addresses.FEEDBACK for page in written):
        yield feedback(index, None)
    yield PublishedPage(
        addresses.SEARCH,
        "search.html",
        index.tr(N_("Search")),
        index.tr(N_("Find news, rules, models and bulletins of the ward, typed with accents or without.")),
        {"kind": "search", "hidden": True},
    )
    yield PublishedPage(
        addresses.OFFLINE,
        "offline.html",
        index.tr(N_("Offline")),
        index.tr(
            N_("This page cannot be opened without a network. Pages you read lately and the latest bulletin still can.")
        ),
        {"kind": "offline", "hidden": True},
    )


def written_page(index: SiteIndex, page: Page) -> PublishedPage:
    """A page as its editor wrote it."""
    address = addresses.page(page.slug)
    data: WrittenPage = {
        "kind": "page",
        "active": address,
        "updated": when(page.updated_at) if page.updated_at else None,
        "documents": [document(index, each) for each in page.documents],
    }
    return PublishedPage(
        address, "page.html", page.title, page.summary, data, index.prose(page.body, page.where.path, address)
    )


def document(index: SiteIndex, found: SourceDocument) -> DocumentView:
    """A document as history tells it."""
    view = {
        "title": found.title,
        "number": found.number,
        "issuer": found.issuer,
        "issued": when(found.issued_on) if found.issued_on else None,
        "url": found.url,
        "ended": index.tell_end(found.issuer),
    }
    return cast("DocumentView", {key: value for key, value in view.items() if value})


def suggestion(found: WaitingSuggestion) -> SuggestionView:
    """A suggestion of the letter box; how long it waits the visitor's clock tells."""
    view: SuggestionView = {"subject": found.subject, "received": when(found.received_on)}
    if found.unit:
        view["unit"] = found.unit
    if found.answered_on:
        view["answered"] = when(found.answered_on)
        view["days"] = (found.answered_on - found.received_on).days
    return view


def feedback(index: SiteIndex, page: Page | None) -> PublishedPage:
    """Hòm thư góp ý: a letter, a telephone, an address, a form where the ward has somewhere to receive it."""
    ward = index.edition.station.ward
    address = addresses.page(addresses.FEEDBACK)
    letter = urlencode({"subject": index.tr(N_("Feedback for {ward}"), ward=ward.name)}, quote_via=quote)
    replies = [each for each in index.edition.content.articles if each.genre.traits.reply]
    data: FeedbackPage = {
        "kind": "page",
        "active": address,
        "mail": f"mailto:{ward.email}?{letter}",
        "tel": "tel:" + "".join(digit for digit in ward.phone if digit.isdigit() or digit == "+"),
        "endpoint": ward.feedback_endpoint,
        "suggestions": [suggestion(each) for each in (page.waiting if page else ())],
        "replies": index.cards(replies[:6]),
        "replies_more": link(index.tr(N_("See all replies")), addresses.section(replies[0].section))
        if len(replies) > 6
        else None,
    }
    body = index.prose(page.body, page.where.path, address) if page else ""
    return PublishedPage.of(landmarks.feedback(index.edition), "feedback.html", data, body)
