"""What the generator cannot see cannot leak: no page, feed, index or card knows what was not approved."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from loaphuong.core import addresses
from loaphuong.trust import approval, registry
from loaphuong.trust.registry import Register, Withdrawal
from loaphuong.web import discovery, feeds, pages, recall, search
from loaphuong.web.edition import Bulletin, Edition
from tests.making import NOW, a_content, a_programme, a_slot, an_article, an_edition, an_episode
from tests.package import ROOT

if TYPE_CHECKING:
    from loaphuong.content.nouns import Content

TITLE = "Nhà có hoa giấy đỏ"
SLUG = "nha-co-hoa-giay-do"
REASON = "Gia đình xin gỡ vì việc riêng"


def everything_published(edition: Edition, folder: Path) -> dict[str, bytes]:
    """Every file of the publication and around it, by path."""
    pages.write(edition, ROOT, folder / "docs")
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {**files, **feeds.render(edition), **discovery.render(edition, ROOT), **search.render(edition, {})}


def edition_of(content: Content, register: Register) -> Edition:
    """What may be published of a content; the article was heard in one bulletin and has a recording of its own."""
    texts = approval.texts(content, {}.get)
    public = approval.select_publishable(
        approval.find_standing(Path("nowhere"), content, texts, register), register, NOW
    )
    slugs = {article.slug for article in public.articles}
    said = Bulletin(a_programme("con-ngo", SLUG, slot=a_slot("2026-11-20")), an_episode("2026-11-20-1630"))
    return replace(
        an_edition(),
        content=public,
        bulletins=recall.leave_out_withdrawn([said], register) if register.withdrawals else (),
        recordings={slug: an_episode(slug) for slug in slugs},
        tombstones=recall.tombstones(register),
    )


def the_article() -> Content:
    """A content of two articles, one of which is to be held back."""
    return a_content(an_article("Con ngõ", slug="con-ngo"), an_article(TITLE, body=f"{TITLE} đã nở.\n"))


def approved(content: Content) -> Register:
    """All of it approved as it is."""
    texts = approval.texts(content, {}.get).values()
    return registry.register(approval.approve(text, "Lê Thị Bình", "Phó Chủ tịch", NOW) for text in texts)


def changed(content: Content, **changes: object) -> Content:
    """The content with the article changed."""
    articles = (replace(each, **changes) if each.slug == SLUG else each for each in content.articles)
    return replace(content, articles=tuple(articles))


def test_it_is_there_when_it_is_approved(tmp_path: Path) -> None:
    """The searching below finds what is published."""
    content = the_article()
    found = everything_published(edition_of(content, approved(content)), tmp_path)
    assert sum(TITLE.encode() in data for data in found.values()) > 5


@pytest.mark.parametrize(
    "change",
    [
        {"body": f"{TITLE} đã nở!\n"},
        {"published_at": NOW + timedelta(minutes=1)},
        {"residential_group": "Tổ 5"},
    ],
    ids=["one letter", "future", "front matter"],
)
def test_what_is_held_back_is_nowhere(tmp_path: Path, change: dict[str, object]) -> None:
    """Not in a page, a list, a feed, the search index, the calendar: neither its words nor its address."""
    content = the_article()
    register = approved(content)
    if "published_at" in change:
        register = approved(changed(content, **change))
    found = everything_published(edition_of(changed(content, **change), register), tmp_path)
    assert len(found) > 20
    leaks = [path for path, data in found.items() if TITLE.encode() in data or SLUG.encode() in data or SLUG in path]
    assert leaks == []


def test_what_is_withdrawn_leaves_a_neutral_page(tmp_path: Path) -> None:
    """Its address says that it was taken down; its words and the reason are nowhere, not even in old bulletins."""
    content = the_article()
    register = approved(content)
    register = registry.register([*register.entries, Withdrawal(SLUG, "Lê Thị Bình", NOW, REASON)])
    found = everything_published(edition_of(content, register), tmp_path)
    assert [path for path, data in found.items() if TITLE.encode() in data or REASON.encode() in data] == []
    assert any(path.startswith(f"docs/{addresses.article(SLUG)}".rstrip("/")) for path in found)
    assert b"<item>" in found["feed.xml"]
    assert SLUG.encode() not in found["feed.xml"]
