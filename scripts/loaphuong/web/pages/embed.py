"""The box that other pages may show in a frame: the latest bulletin and the newest texts, without a script."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from loaphuong.core import addresses
from loaphuong.core.messages import N_
from loaphuong.web.pages.bulletins import card
from loaphuong.web.pages.page import PublishedPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaphuong.web.pages.index import SiteIndex
    from loaphuong.web.pages.views import EmbedPage

NEWEST = 5


def pages(index: SiteIndex) -> Iterator[PublishedPage]:
    """The box."""
    edition = index.edition
    data: EmbedPage = {
        "kind": "embed",
        "hidden": True,
        "bulletin": card(index, edition.latest) if edition.latest else None,
        "newest": index.cards(edition.content.articles[:NEWEST]),
    }
    summary = index.tr(N_("The latest bulletin and the newest texts, for other pages to show."))
    yield PublishedPage(addresses.EMBED, "embed.html", edition.content.title, summary, data)


def frame(index: SiteIndex) -> str:
    """What the keeper of another page copies to show the box there."""
    ward = index.edition.station.ward
    url, title = addresses.absolute(ward.site_url, addresses.EMBED), index.edition.content.title
    size = 'width="360" height="600" style="border:0;max-width:100%"'
    return f'<iframe src="{escape(url)}" title="{escape(title)}" {size} loading="lazy"></iframe>'
