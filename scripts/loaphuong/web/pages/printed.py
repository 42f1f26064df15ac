"""In và niêm yết: every sheet to download, and the answer for one that hangs somewhere."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from loaphuong.core import addresses
from loaphuong.print import invitations
from loaphuong.print.sheets import label_of
from loaphuong.web import landmarks
from loaphuong.web.pages.index import SiteIndex, link
from loaphuong.web.pages.page import PublishedPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaphuong.print.nouns import Offer
    from loaphuong.web.pages.views import NoticeView, PrintedPage, PrintGroup, PrintsOf, PrintView

# As many are shown on the page of a text; the others are a step away.
FIRST = 4


def pages(index: SiteIndex) -> Iterator[PublishedPage]:
    """One page; none where nothing can be printed."""
    edition = index.edition
    if not edition.marks:
        return
    offered = subjects(edition.prints)
    groups = [group(index, subject) for subject in offered if subject not in index.articles]
    data: PrintedPage = {
        "kind": "printed",
        "active": addresses.PRINTED,
        "groups": groups,
        "notices": [notice(index, each) for each in edition.prints if each.sheet.mark.subject in index.articles],
        "others": [{"subject": m.subject, "mark": m.text} for m in edition.marks if m.subject not in offered],
    }
    yield PublishedPage.of(landmarks.prints(edition), "printed.html", data)


def subjects(prints: tuple[Offer, ...]) -> list[str]:
    """What the sheets are about, each once."""
    return list(dict.fromkeys(each.sheet.mark.subject for each in prints))


def group(index: SiteIndex, subject: str) -> PrintGroup:
    """The sheets of one text."""
    prints = [each for each in index.edition.prints if each.sheet.mark.subject == subject]
    mark = prints[0].sheet.mark
    return {
        **link(*title_of(index, prints[0])),
        "subject": subject,
        "mark": mark.text,
        "bundle": addresses.printed_file(f"{subject}.zip"),
        "prints": [view(index, each) for each in prints],
    }


def notice(index: SiteIndex, offer: Offer) -> NoticeView:
    """The sheet of an article, a line of a list: there are as many as articles."""
    mark = offer.sheet.mark
    return {
        **view(index, offer),
        **link(*title_of(index, offer)),
        "file": addresses.printed_file(offer.file),
        "subject": mark.subject,
        "mark": mark.text,
    }


def title_of(index: SiteIndex, offer: Offer) -> tuple[str, str]:
    """The text that sheets are of, and its page."""
    subject = offer.sheet.mark.subject
    if code := index.codes.get(subject):
        return code.title, addresses.code(subject)
    if model := index.models.get(subject):
        return model.title, addresses.model(subject)
    if article := index.articles.get(subject):
        return article.title, addresses.article(subject)
    return offer.sheet.title, addresses.REPLAY if offer.sheet.product == invitations.PRODUCT else ""


def view(index: SiteIndex, offer: Offer) -> PrintView:
    """A sheet as lists show it; the name of its text stands above."""
    whole, _ = title_of(index, offer)
    title = offer.sheet.title.removeprefix(whole).removeprefix(": ")
    return {
        **link(f"{title[:1].upper()}{title[1:]}", addresses.printed_file(offer.file)),
        "picture": addresses.printed_file(offer.picture),
        "product": index.tr(label_of(offer.sheet.product)),
        "paper": index.tr(offer.sheet.paper.label),
        "size": index.size(offer.bytes),
        "version": offer.sheet.mark.version,
    }


def of_subject(index: SiteIndex, subject: str) -> PrintsOf:
    """What the page of a text shows of its sheets: one of each product first."""
    prints = [each for each in index.edition.prints if each.sheet.mark.subject == subject]
    firsts = [next(some) for _, some in groupby(prints, key=lambda each: each.sheet.product)]
    if not firsts:
        return {}
    return {
        "prints": [view(index, each) for each in firsts[:FIRST]],
        "prints_more": f"{addresses.PRINTED}#{subject}",
    }
