"""Standing pages: what editors wrote under trang/, the letter box, the search page and the offline page."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from loaphuong.core import addresses
from loaphuong.web.pages.index import SEARCH, Shelf, View, link, when
from loaphuong.web.pages.page import PublishedPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaphuong.content.nouns import Page

FEEDBACK = "gop-y"


def pages(shelf: Shelf) -> Iterator[PublishedPage]:
    """Each page of trang/, then those that are there whether or not an editor wrote words for them."""
    written = shelf.edition.content.pages
    for page in written:
        yield feedback(shelf, page) if page.slug == FEEDBACK else standing(shelf, page)
    if all(page.slug != FEEDBACK for page in written):
        yield feedback(shelf, None)
    yield PublishedPage(
        SEARCH,
        "search.html",
        "Tìm kiếm",
        "Tìm tin bài, quy tắc, mô hình và bản tin của phường; gõ có dấu hay không dấu đều được.",
        {"kind": "search", "hidden": True},
    )
    yield PublishedPage(
        addresses.OFFLINE,
        "offline.html",
        "Đang ngoại tuyến",
        "Máy chưa nối mạng nên chưa mở được trang này. Những trang đã đọc gần đây và bản tin mới nhất vẫn mở được.",
        {"kind": "offline", "hidden": True},
    )


def standing(shelf: Shelf, page: Page) -> PublishedPage:
    """A page as its editor wrote it."""
    address = addresses.page(page.slug)
    data: View = {
        "kind": "page",
        "active": address,
        "updated": when(page.updated_at) if page.updated_at else None,
    }
    return PublishedPage(
        address, "page.html", page.title, page.summary, data, shelf.prose(page.body, page.where.path, address)
    )


def feedback(shelf: Shelf, page: Page | None) -> PublishedPage:
    """Hòm thư góp ý: a letter, a telephone, an address, a form where the ward has somewhere to receive it."""
    ward = shelf.edition.station.ward
    address = addresses.page(FEEDBACK)
    letter = urlencode({"subject": f"Góp ý gửi {ward.name}"}, quote_via=quote)
    replies = [each for each in shelf.edition.content.articles if each.genre == "tra_loi"]
    data: View = {
        "kind": "page",
        "active": address,
        "mail": f"mailto:{ward.email}?{letter}",
        "tel": "tel:" + "".join(digit for digit in ward.phone if digit.isdigit() or digit == "+"),
        "endpoint": ward.feedback_endpoint,
        "replies": shelf.cards(replies[:6]),
        "replies_more": link("Xem tất cả trả lời", addresses.section(replies[0].section)) if len(replies) > 6 else None,
    }
    title = page.title if page else "Góp ý"
    summary = page.summary if page else "Gửi góp ý, phản ánh tới phường bằng thư, điện thoại hoặc hòm thư tại trụ sở."
    body = shelf.prose(page.body, page.where.path, address) if page else ""
    return PublishedPage(address, "feedback.html", title, summary, data, body)
