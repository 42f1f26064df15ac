"""Every field of an article is where it is declared to be, and nowhere else; names are looked for wherever it is shown.

The walk fills one field at a time, asks each outlet what changed, and compares that with the declaration. That the walk
itself can fail is shown by articles with one field more.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated, Any

import pytest
from pydantic import Field

from loaphuong.content import consent
from loaphuong.content.articles import Article, Channel, Status
from loaphuong.content.declaration import Outlet, Shown, declarations, facts, public_texts
from loaphuong.content.load import FORMS
from loaphuong.content.nouns import Content, Section
from loaphuong.core import addresses, forms
from loaphuong.core.forms import Text
from loaphuong.core.messages import tr
from loaphuong.core.where import Where
from loaphuong.radio.announcer import Announcer
from loaphuong.radio.programme import Item
from loaphuong.report import gathering, period, writing
from loaphuong.speech import script
from loaphuong.station.show import ItemKind
from loaphuong.trust.approval.text import read_text
from loaphuong.web import feeds
from loaphuong.web.discovery import jsonld
from loaphuong.web.pages import articles
from loaphuong.web.pages.index import SiteIndex
from loaphuong.web.pages.pictures import Pictures
from tests.making import NOW, a_content, a_section, a_station, an_edition
from tests.web.pages.ward import bound, picture
from tests.web.site.place import build

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

BARE = {
    "title": "Một bài khác",
    "summary": "Một tóm tắt khác.",
    "genre": "ung_xu",
    "published_at": "20/11/2026 07:30",
    "author": "Một người viết khác",
}
# What no editor writes, and another value of it.
GIVEN: dict[str, tuple[Any, Any]] = {
    "section": ("guong-tot", "net-dep-ung-xu"),
    "approver": ("Bà Duyệt", "Ông Duyệt"),
    "approver_title": ("Chủ tịch", "Phó Chủ tịch"),
    "approved_at": (NOW, NOW - timedelta(days=1)),
    "where": (Where("content/guong-tot/ngo.md"), Where("content/guong-tot/ngo.md", 1)),
    "body": ("Thời gian: 8 giờ.\n", "Thời gian: 9 giờ.\n"),
    "body_line": (9, 10),
    "source_text": ("a", "b"),
    "lines": ({}, {"title": 2}),
}
NAME = "Chị Trần Thị Mai"


def write(kind: type[Article], **keys: object) -> Article:
    """An article with these keys in its front matter."""
    article, problems = forms.fill(kind, {**BARE, **keys}, Where)
    assert article is not None, [str(found.what) for found in problems]
    image = replace(article.image, path="content/anh/ngo.jpg") if article.image else None
    return replace(article, slug="ngo", image=image, **{name: first for name, (first, _) in GIVEN.items()})


def pairs(kind: type[Article]) -> Iterator[tuple[str, Article, Article]]:
    """Each field with an article that lacks it and one that has it; only the address stays."""
    bare = write(kind)
    keys = forms.keys(kind)
    for field in declarations(kind):
        if field.name in GIVEN:
            yield field.name, bare, replace(bare, **{field.name: GIVEN[field.name][1]})
        elif field.name != "slug":
            assert keys[field.key].examples, f"{field.name} has no example"
            yield field.name, bare, write(kind, **{field.key: keys[field.key].examples[0]})


class Outlets:
    """What each outlet says of one article."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def edition(self, article: Article) -> Any:
        """What may be published: this article alone."""
        sections = (a_section(), a_section("net-dep-ung-xu", "Nét đẹp ứng xử"))
        return replace(an_edition(article), content=replace(a_content(article), sections=sections), recordings={})

    def page(self, article: Article) -> str:
        """Its page, as the site generator gets it."""
        edition = self.edition(article)
        return articles.page(
            SiteIndex(edition, Pictures(self.root, self.root / "store", bound(self.root))), article
        ).source()

    def feed(self, article: Article) -> str:
        """The feeds of the ward."""
        made = feeds.render(self.edition(article))
        return "".join(made[name].decode() for name in (feeds.NEWS, feeds.ATOM, feeds.JSON))

    def data(self, article: Article) -> str:
        """What machines read of its page."""
        return jsonld.render(jsonld.article(self.edition(article), article, f"Mục {article.section}"))

    def spoken(self, article: Article) -> str:
        """What the announcer says of it, and around it."""
        station = a_station()
        announcer = Announcer(station, station.main, (), {article.slug: article})
        lines = list(script.article(article, station.pauses).lines)
        lines += announcer.lead_in(Item(ItemKind.ARTICLE, article.title, (article.slug,)), "Sau đây")
        for number, _ in enumerate(article.corrections, 1):
            lines += announcer.correction(Item(ItemKind.CORRECTION, "Cải chính", (article.slug,), number))
        return "\n".join(line.text for line in lines)

    def report(self, article: Article) -> str:
        """The report of the year."""
        year = period.between(NOW.date().replace(month=1, day=1), NOW.date().replace(month=12, day=31))
        found = gathering.gather(year, self.edition(article).content, (), (), ())
        return writing.markdown(found, a_station()) + writing.table(found).decode()


def told(outlets: Outlets) -> dict[Outlet, Callable[[Article], str]]:
    """What to ask for each outlet: one that is new has to be named here."""
    return {
        Outlet.PAGE: outlets.page,
        Outlet.FEED: outlets.feed,
        Outlet.DATA: outlets.data,
        Outlet.SPOKEN: outlets.spoken,
        Outlet.REPORT: outlets.report,
    }


def astray(kind: type[Article], outlets: Outlets) -> list[tuple[str, Outlet]]:
    """The fields that an outlet shows though they are not declared to be there, or does not though they are."""
    shown = {field.name: field.shown.on for field in declarations(kind)}
    return [
        (name, outlet)
        for name, bare, full in pairs(kind)
        for outlet, tell in told(outlets).items()
        if (tell(bare) != tell(full)) != (outlet in shown[name])
    ]


def named(article: Article, key: str) -> Article:
    """An article with a private person's name in the text at a dotted key."""
    name, _, rest = key.partition(".")
    field = next(each.name for each in declarations(type(article)) if each.key == name)
    return replace(article, **{field: with_name(getattr(article, field), rest)})


def with_name(value: Any, key: str) -> Any:
    """A value with the name in the text at a key below it."""
    if not key:
        return NAME
    head, _, rest = key.partition(".")
    if isinstance(value, tuple):
        place = int(head)
        return (*value[:place], with_name(value[place], rest), *value[place + 1 :])
    return replace(value, **{head: with_name(getattr(value, head), rest)})


def texts(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text of an article that some outlet shows, with why it may name people (empty: it may not)."""
    for field in declarations(type(value)):
        if not key and not field.shown.on:
            continue
        place = f"{key}.{field.key}".lstrip(".")
        found = getattr(value, field.name)
        for here, one in (
            ((f"{place}.{at}", one) for at, one in enumerate(found)) if isinstance(found, tuple) else [(place, found)]
        ):
            if isinstance(one, forms.Noun):
                yield from texts(one, here)
            elif type(one) is str:
                yield here, field.shown.unscanned


def unseen(kind: type[Article]) -> list[str]:
    """The shown texts in which a name is not found although nothing says that it may stand there, or the reverse."""
    keys = {key: field.examples[0] for key, field in forms.keys(kind).items() if field.examples and key != "people"}
    article = replace(write(kind, **keys), illustrative=False, status=Status.READY)
    found = dict(texts(article))
    assert len(found) > 15
    return [
        key
        for key, reason in found.items()
        if any(each.id == "undeclared-name" for each in consent.check_article(named(article, key))) == bool(reason)
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Located(Article):
    """An article with a field more, as docs/recipes/field.md adds one: on the page, in the feeds, for machines."""

    landmark: Annotated[
        Text | None,
        Field(title="Landmark", examples=["Vườn hoa đầu ngõ"]),
        Shown(Outlet.PAGE | Outlet.FEED | Outlet.DATA, about=35, schema="contentLocation"),
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised(Article):
    """A field that is declared to be read aloud, and is not."""

    motto: Annotated[Text | None, Field(title="Motto", examples=["Sạch nhà, đẹp ngõ"]), Shown(Outlet.SPOKEN)] = None


@pytest.fixture(scope="module")
def outlets(tmp_path_factory: pytest.TempPathFactory) -> Outlets:
    """The outlets of a ward with a picture."""
    root = tmp_path_factory.mktemp("declared")
    picture(root)
    return Outlets(root)


def test_every_field_is_where_it_is_declared_to_be(outlets: Outlets) -> None:
    """Each outlet changes with the fields that are declared for it, and with no other."""
    assert astray(Article, outlets) == []


def test_a_field_that_is_declared_is_shown_by_itself(outlets: Outlets) -> None:
    """A new field needs its declaration alone to be on the page, in the feeds, in what machines read, and scanned."""
    assert astray(Located, outlets) == []
    assert unseen(Located) == []


def test_a_missing_mapping_is_found(outlets: Outlets) -> None:
    """A field that is declared for an outlet that does not show it fails the walk."""
    assert astray(Promised, outlets) == [("motto", Outlet.SPOKEN)]


def test_every_outlet_is_walked(outlets: Outlets) -> None:
    """An outlet that nothing asks would hide what is declared for it."""
    assert set(told(outlets)) == set(Outlet)


def test_names_are_looked_for_in_every_text_that_is_shown() -> None:
    """A private person's name is found in each public text, unless its declaration says why it may stand there."""
    assert unseen(Article) == []


def test_a_text_that_is_not_looked_at_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """If the check forgot a field, the walk would name it."""
    kept = public_texts

    def forgetful(noun: Article) -> Iterator[tuple[str, str]]:
        return ((key, text) for key, text in kept(noun) if key != "landmark")

    monkeypatch.setattr("loaphuong.content.consent.patterns.public_texts", forgetful)
    assert unseen(Located) == ["landmark"]


def test_every_fact_is_on_the_page_that_residents_see(tmp_path: Path) -> None:
    """The template shows each fact under its label; what stays in the house is nowhere in the site."""
    people = [{"name": "Người Kín", "role": "vai kín", "channels": list(Channel), "consent_ref": "PDY-KIN"}]
    keys = {key: field.examples[0] for key, field in forms.keys(Article).items() if field.examples}
    article = write(Article, **keys | {"people": people, "model": "chung-cu-van-hoa", "topic": "giu-sach-loi-di"})
    edition = Outlets(tmp_path).edition(article)
    site = build(edition, tmp_path)
    page = (site / addresses.article("ngo") / "index.html").read_text(encoding="utf-8")
    box = page[page.index('<dl class="loa-about">') :]
    for fact in facts(Article, Outlet.PAGE):
        assert f"<dt>{tr(fact.label)}</dt>" in box
    assert all(kept not in page for kept in ("Người Kín", "vai kín", "PDY-KIN"))


@pytest.mark.parametrize("noun", [Content, Section, *FORMS.values()], ids=lambda noun: noun.__name__)
def test_every_key_is_told_to_editors(noun: type[forms.Noun]) -> None:
    """Each key has a label and a word of help in the editors' language, and an example that may be written so."""
    keys = forms.keys(noun)
    for key, field in keys.items():
        assert all(text and tr(text) != text for text in (field.title, field.description)), key
    filled, problems = forms.fill(noun, {key: field.examples[0] for key, field in keys.items()}, Where)
    assert (filled is not None, problems) == (True, ())


def test_whatever_is_written_is_approved() -> None:
    """What an editor changes changes what was approved, but for the word that it is ready."""
    known = {"content/anh/ngo.jpg": "0" * 64}
    same = [
        name
        for name, bare, full in pairs(Article)
        if read_text(bare, known.get).form == read_text(full, known.get).form
    ]
    written = {field.name for field in declarations(Article) if field.key in forms.keys(Article)}
    assert [name for name in same if name in written] == ["status"]
