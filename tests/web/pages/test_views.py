"""A template reads only what its kind of page is declared to have, and a page has only what is declared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from loaphuong.content.articles import Article
from loaphuong.content.declaration import Outlet, declarations_on
from loaphuong.web.pages import compose, views
from loaphuong.web.pages.index import SiteIndex
from loaphuong.web.pages.pictures import Pictures
from tests.package import ROOT
from tests.web.pages.ward import a_ward, picture

if TYPE_CHECKING:
    from pathlib import Path

    from loaphuong.web.pages.page import PublishedPage

THEME = ROOT / "overrides"
VIEWS: dict[str, type] = {
    "home.html": views.HomePage,
    "listing.html": views.ListPage,
    "codes.html": views.CodesPage,
    "code.html": views.CodePage,
    "bulletin.html": views.BulletinPage,
    "schedule.html": views.SchedulePage,
    "desk.html": views.DeskPage,
    "replay.html": views.ReplayPage,
    "embed.html": views.EmbedPage,
    "events.html": views.EventsPage,
    "event.html": views.EventPage,
    "page.html": views.WrittenPage,
    "feedback.html": views.FeedbackPage,
    "tombstone.html": views.TombstonePage,
    "search.html": views.PageView,
    "offline.html": views.PageView,
}
# What the build adds to every page, and what of a page of a section stands in every page's crumbs and head.
ADDED = {"discover", "section", "feed"}
# An article's page has its declared fields, and what is made of them.
OF_AN_ARTICLE = {
    "audio",
    "transcript",
    "related",
    "attachments",
    "approver_title",
    "opening",
    "ends",
    "since",
    "over",
} | set(views.PrintsOf.__annotations__)
READ = re.compile(r"(?<![\w./])loa\.([a-z_]+)")
INCLUDED = re.compile(r"{%-? include \"(partials/[^\"]+)\"")


def keys(template: str) -> set[str]:
    """What a page of a template is declared to have."""
    if template == "article.html":
        names = {each.name.removesuffix("_at") for each in declarations_on(Article, Outlet.PAGE)}
        return names | OF_AN_ARTICLE | set(views.PageView.__annotations__)
    return set(VIEWS[template].__annotations__) | set(views.PageView.__annotations__)


def read_by(template: str) -> set[str]:
    """What a template asks of `loa`, itself and through what it includes and extends."""
    text = (THEME / template).read_text(encoding="utf-8")
    found = set(READ.findall(text))
    for name in (*INCLUDED.findall(text), *(["main.html"] if "extends" in text else [])):
        found |= read_by(name)
    return found


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[PublishedPage]:
    """Every page of a ward that has everything."""
    root: Path = tmp_path_factory.mktemp("ward")
    picture(root)
    return list(compose(SiteIndex(a_ward(30), Pictures(root, root / "build/pictures", {}))).values())


@pytest.mark.parametrize("template", ["article.html", *VIEWS])
def test_a_template_reads_what_is_declared(template: str) -> None:
    """No key that no page of its kind has."""
    assert read_by(template) - keys(template) - ADDED == set()


def test_a_page_has_what_is_declared(pages: list[PublishedPage]) -> None:
    """No key that its kind of page is not declared to have; every template has a page here."""
    assert {page.template for page in pages} == {"article.html", *VIEWS}
    assert [(page.address, extra) for page in pages if (extra := set(page.data) - keys(page.template))] == []
