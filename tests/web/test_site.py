"""The built site: every link leads somewhere, nothing foreign runs, words are words."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from loaphuong.content.articles import Award, Correction, Image
from tests.making import NOW, a_code, a_page, a_station, an_article, an_edition
from tests.package import ROOT
from tests.web.pages.ward import a_ward
from tests.web.site.place import build
from tests.web.site.reading import Seen, pages

if TYPE_CHECKING:
    from pathlib import Path


HOME_BYTES = 120_000


# Written by other rooms after the pages, or linked to before they are: feeds, icons, sound.
LATER = re.compile(r"\.(xml|json|ics|vtt|mp3|webmanifest)$|^(bieu-tuong|hinh)/|^nghe-lai/.")
HOSTILE = "<script>alert(1)</script> \"'&amp; {{ 7*7 }} {% raw %} \u202eRTL 🎉 " + "rất " * 700


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a ward with something on every page."""
    return build(a_ward(26), tmp_path_factory.mktemp("ward"))


def test_every_link_leads_somewhere(built: Path):
    """Pages, anchors, pictures, styles and scripts of ours are all there."""
    seen = dict(pages(built))
    lost = []
    for address, page in seen.items():
        for target in {*page.links, *page.loaded}:
            parts = urlsplit(urljoin(f"https://phuong.example/{address}", target))
            if parts.scheme not in {"http", "https"} or parts.netloc != "phuong.example":
                continue
            path = unquote(parts.path).lstrip("/")
            if path in seen:
                if parts.fragment and parts.fragment not in seen[path].ids:
                    lost.append((address, target))
            elif not (built / path).is_file() and not LATER.search(path):
                lost.append((address, target))
    assert lost == []


def test_nothing_is_loaded_from_elsewhere(built: Path):
    """No picture, style, script or sound of another host."""
    for address, page in pages(built):
        assert [each for each in page.loaded if urlsplit(each).scheme or each.startswith("//")] == [], address


def test_a_page_is_well_made(built: Path):
    """One title, one heading of the first level, no id twice, a name for each picture, a size too."""
    for address, page in pages(built):
        names = [tag for tag, _ in page.tags]
        assert names.count("h1") == 1, address
        assert names.count("title") >= 1, address
        assert len(page.ids) == len(set(page.ids)), address
        for tag, given in page.tags:
            if tag == "img":
                assert "alt" in given, address
                assert given.get("width"), address
                assert given.get("height"), address


def test_no_style_or_handler_in_a_page(built: Path):
    """A strict policy needs no exception: scripts and styles are files, but for the one of the head."""
    for address, page in pages(built):
        for tag, given in page.tags:
            assert tag != "style", address
            assert not [name for name in given if name.startswith("on") or name == "style"], (address, tag)


def test_only_ours_is_delivered(built: Path):
    """What the theme brings along and no page asks for is taken out."""
    names = {path.relative_to(built).as_posix() for path in (built / "assets").rglob("*") if path.is_file()}
    ours = {
        path.relative_to(ROOT / "overrides").as_posix()
        for path in (ROOT / "overrides/assets").rglob("*")
        if path.is_file()
    }
    assert names == ours


def test_what_is_hidden_is_in_no_list(built: Path):
    """The desk, a tombstone and the search page are not in the site map; articles are."""
    shown = (built / "sitemap.xml").read_text()
    assert "tin/bai-1/" in shown
    for hidden in ("ban-truc", "bai-da-go", "tim-kiem", "ngoai-tuyen"):
        assert hidden not in shown
    for address, page in pages(built):
        if address != "ban-truc/":
            assert not [each for each in page.links if "ban-truc" in each], address


def test_words_are_words(tmp_path: Path):
    """Whatever an editor types is shown, never run; and the page keeps its shape."""
    article = an_article(
        HOSTILE,
        slug="xau",
        summary=HOSTILE,
        author=HOSTILE,
        source=HOSTILE,
        body=f"{HOSTILE}\n\n[bấm](javascript:alert(1)) <img src=x onerror=alert(1)> ![x](https://xa.example/x.png)\n",
        legal_basis=(HOSTILE,),
        residential_group=HOSTILE,
        award=Award(HOSTILE, HOSTILE, None, HOSTILE),
        corrections=(Correction(NOW.date(), HOSTILE, HOSTILE),),
        image=Image("content/anh/ngo.jpg", HOSTILE, HOSTILE),
    )
    edition = an_edition(article)
    station = a_station()
    ward = replace(station.ward, name=HOSTILE, address=HOSTILE, authority=HOSTILE, station_name=HOSTILE)
    content = replace(
        edition.content,
        codes=(a_code(title=HOSTILE, summary=HOSTILE, issuer=HOSTILE, scope=HOSTILE),),
        pages=(a_page(title=HOSTILE), a_page("gop-y", HOSTILE, summary=HOSTILE)),
    )
    folder = build(replace(edition, content=content, station=replace(station, ward=ward)), tmp_path)
    for address, page in pages(folder):
        text = (
            folder / address / "index.html" if address.endswith("/") or not address else folder / address
        ).read_text()
        assert "<script>alert" not in text, address
        assert "javascript:" not in text, address
        assert "49" not in re.sub(r"\d{3,}", "", text.split("<main")[1].split("</main")[0]).replace("149", ""), address
        for tag, given in page.tags:
            assert not [name for name in given if name.startswith("on")], (address, tag)
            assert tag not in {"iframe", "object", "embed"}, address


def test_templates_escape_what_they_show():
    """Every value is escaped, but for numbers, addresses of ours, and what was made safe before."""
    free = re.compile(
        r"^(_\(\"[^\"]*\"\)$|root|level|sizes|each\.width|each\.number|audio\.count|image\.(width|height)|loop\.index|code\.\w+|icon\.)"
    )
    made = re.compile(
        r"^(_\(.*\{link\}.*\)|page\.content|loa\.(times|rules|opening|transcript)|slot\.transcript|each\.words|below|lists\.\w+\(.*\)|picture\(.*\)|span\(.*\)|icon\.\w+|icon\[\w+\.icon\])\|safe$"
    )
    for path in sorted((ROOT / "overrides").rglob("*.html")):
        if path.name == "discover.html":
            continue
        for shown in re.findall(r"\{\{-?\s*(.*?)\s*-?\}\}", path.read_text(), re.DOTALL):
            assert shown.endswith("|e") or made.match(shown) or free.match(shown), (path.name, shown)


def test_same_edition_same_site(tmp_path: Path):
    """Two builds in two places give the same bytes."""
    one, two = (build(a_ward(8), tmp_path / name) for name in ("a", "b"))
    names = {path.relative_to(one) for path in one.rglob("*") if path.is_file()}
    assert names == {path.relative_to(two) for path in two.rglob("*") if path.is_file()}
    assert [name for name in sorted(names) if (one / name).read_bytes() != (two / name).read_bytes()] == []


def test_the_first_view_is_light(tmp_path: Path):
    """Home at 300 articles, with all that it loads before anyone asks for more."""
    folder = build(a_ward(300, pictures=False), tmp_path)
    page = folder / "index.html"
    loaded = [folder / each for each in Seen(page.read_text()).loaded if (folder / each).is_file()]
    assert sum(len(gzip.compress(path.read_bytes())) for path in {page, *loaded}) < HOME_BYTES / 2
