"""The publication holds an edition, whole, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from loaphuong.content.articles import Channel, Person
from loaphuong.core.problems import Stopped
from loaphuong.radio.programme import Item
from loaphuong.station.show import ItemKind
from loaphuong.web import pages
from loaphuong.web.edition import Bulletin
from loaphuong.web.pages import bulletins, codes
from loaphuong.web.pages.index import SiteIndex
from loaphuong.web.pages.lists import PER_PAGE, listing
from loaphuong.web.pages.page import PublishedPage, quote
from loaphuong.web.pages.pictures import Pictures
from tests.making import NOW, a_page, a_programme, a_slot, a_station, an_article, an_edition
from tests.web.pages.ward import a_ward, bound, picture

if TYPE_CHECKING:
    from loaphuong.web.edition import Edition


def published(edition: Edition, root: Path) -> dict[str, str]:
    """Every file of the publication, by its path."""
    docs = root / "build/docs"
    assert pages.write(replace(edition, pictures=bound(root)), root, docs) == ()
    return {path.relative_to(docs).as_posix(): path.read_text() for path in docs.rglob("*.md")}


def indexed(edition: Edition, root: Path) -> SiteIndex:
    """The edition, indexed."""
    return SiteIndex(edition, Pictures(root, root / "build/pictures", bound(root)))


def meta(text: str) -> dict[str, object]:
    """The front matter of a file, as the generator reads it."""
    found = yaml.load(text.split("\n---\n")[0].removeprefix("---\n"), yaml.CSafeLoader)
    assert isinstance(found, dict)
    return found


def test_every_part_of_a_ward_has_its_page(tmp_path: Path):
    """One file an address, the lists among them."""
    files = published(an_edition(), tmp_path)
    assert set(files) == {
        "index.md", "chuyen-muc/index.md", "chuyen-muc/guong-tot/index.md", "tin/con-ngo-sach-moi-som-mai/index.md", "quy-tac/index.md",
        "quy-tac/qd-1665/index.md", "mo-hinh/index.md", "mo-hinh/chung-cu-van-hoa/index.md", "chuyen-de/index.md", "chuyen-de/giu-sach-loi-di/index.md",
        "luu-tru/index.md", "luu-tru/2026-11/index.md", "khen-thuong/index.md", "phat-thanh/index.md", "phat-thanh/2026-11-20-1630/index.md",
        "phat-thanh/2026-11-24-1630/index.md", "lich-phat/index.md", "ban-truc/index.md", "gioi-thieu/index.md", "gop-y/index.md", "tim-kiem/index.md", "ngoai-tuyen/index.md",
    }  # fmt: skip


def test_same_edition_same_bytes(tmp_path: Path):
    """Nothing depends on when or where it is written."""
    picture(tmp_path / "one")
    picture(tmp_path / "two")
    assert published(a_ward(20), tmp_path / "one") == published(a_ward(20), tmp_path / "two")
    names = ["build/station.yml", "build/docs/anh/anh/ngo.jpg", "build/docs/anh/anh/ngo-480.webp"]
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_unchanged_files_are_left_alone_and_stale_ones_go(tmp_path: Path):
    """A second edition touches what it changes."""
    old, kept = an_article("Bài cũ"), an_article("Bài giữ", section="nhac-nho")
    published(an_edition(old, kept), tmp_path)
    path = tmp_path / "build/docs/tin/bai-giu/index.md"
    before = path.stat().st_mtime_ns, path.stat().st_ino
    files = published(replace(an_edition(kept), recordings={}, bulletins=()), tmp_path)
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == before
    assert "tin/bai-cu/index.md" not in files
    assert "chuyen-muc/guong-tot/index.md" not in files


def test_an_article_keeps_its_words_and_its_people_private(tmp_path: Path):
    """The body is the editor's Markdown; names of people stay in content/."""
    person = Person("Nguyễn Văn Kín", "tổ trưởng", (Channel.WEB,), consent_ref="P-01")
    files = published(an_edition(an_article(people=(person,))), tmp_path)
    text = files["tin/con-ngo-sach-moi-som-mai/index.md"]
    assert "- Mỗi nhà quét trước cửa nhà mình." in text
    assert "Kín" not in "".join(files.values())
    assert "P-01" not in "".join(files.values())


def test_a_tombstone_says_nothing_of_what_was_there(tmp_path: Path):
    """The address stays, the reason does not show."""
    picture(tmp_path)
    files = published(a_ward(8), tmp_path)
    assert meta(files["tin/bai-da-go/index.md"])["title"] == "Bài viết đã được gỡ"
    assert "Theo yêu cầu" not in "".join(files.values())


def test_a_bulletin_tells_who_reads_it_by_their_labels(tmp_path: Path):
    """Residents see what a voice is, not what station.toml calls it."""
    edition = an_edition()
    [page] = [text for path, text in published(edition, tmp_path).items() if "2026-11-20-1630" in path]
    assert "Giọng một" in page
    assert '"lan"' not in page.split('"transcript"')[0]


def test_two_pages_with_one_address_stop_the_work(tmp_path: Path):
    """A standing page cannot take the place of a list."""
    edition = an_edition()
    clash = replace(edition, content=replace(edition.content, pages=(a_page("chuyen-muc"),)))
    with pytest.raises(Stopped) as stopped:
        pages.write(clash, tmp_path, tmp_path / "docs")
    assert [found.id for found in stopped.value.problems] == ["page-clash"]
    assert not (tmp_path / "docs").exists()


def test_what_machines_are_told_joins_the_page(tmp_path: Path):
    """By address, and for all pages."""
    docs = tmp_path / "docs"
    pages.write(an_edition(), tmp_path, docs, {"": {"type": "website"}, "*": {"csp": "default-src 'self'"}})
    assert meta((docs / "index.md").read_text())["loa"]["discover"] == {"type": "website"}
    assert "default-src 'self'" in (tmp_path / "station.yml").read_text()


@settings(deadline=None)
@given(st.text(), st.dictionaries(st.text(), st.text() | st.integers() | st.none()))
def test_front_matter_reads_back(title: str, data: dict[str, object]):
    """Whatever an editor types comes out of YAML as it went in."""
    surrogates = any("\ud800" <= letter <= "\udfff" for letter in title + "".join(data) + str(list(data.values())))
    text = PublishedPage("x/", "page.html", title, "", data).source()
    if not surrogates:
        found = meta(text)
        assert found["title"] == title
        assert found["loa"] == {key: value for key, value in data.items() if value or value == 0}


def test_front_matter_is_one_line_a_key():
    """No value can end the front matter early."""
    assert "\n" not in quote({"a": "x\n---\ny\u2028z\x85"})


@settings(deadline=None)
@given(st.integers(0, 60))
def test_lists_lose_nothing(count: int):
    """Each item is on one page, in order, and no page is longer than the others allow."""
    index = indexed(an_edition(), Path())
    items: list[dict[str, object]] = [{"title": str(number)} for number in range(count)]
    pages = list(listing(index, "x/", "X", "", items, {"kind": "section"}))
    shown: list[object] = []
    for page in pages:
        entries = page.data["entries"]
        assert isinstance(entries, list)
        assert len(entries) <= PER_PAGE
        shown += entries
    assert shown == items
    assert [page.address for page in pages] == ["x/", *(f"x/trang-{number}/" for number in range(2, len(pages) + 1))]


def test_each_rule_has_its_day(tmp_path: Path):
    """All rules of the packs that remind are shown in turn, one a day."""
    edition = a_ward(2, pictures=False)
    total = sum(len(code.rules) for code in edition.content.codes)
    days = [indexed(replace(edition, now=NOW + timedelta(days=day)), tmp_path) for day in range(total)]
    shown = {str(found["url"]) for found in map(codes.of_the_day, days) if found}
    assert len(shown) == total
    assert codes.of_the_day(indexed(replace(edition, content=replace(edition.content, codes=())), tmp_path)) is None


def test_related_articles_are_near_and_never_the_article_itself(tmp_path: Path):
    """What shares a topic or a rule comes before what merely stands beside it."""
    one = an_article("Một", topic="t", rules=("qd-1665#r1",))
    near = an_article("Hai", topic="t", published_at=NOW - timedelta(days=300))
    beside = [an_article(f"Bên {number}", published_at=NOW - timedelta(days=number)) for number in range(1, 9)]
    found = indexed(an_edition(one, near, *beside), tmp_path).related(one)
    assert found[0] == near
    assert one not in found
    assert len(found) == 3


@pytest.mark.parametrize(
    ("language", "count", "shown"),
    [("vi", 900, "1 KB"), ("vi", 820_500, "820 KB"), ("vi", 5_760_000, "5,8 MB"), ("en", 5_760_000, "5.8 MB")],
)
def test_sizes(tmp_path: Path, language: str, count: int, shown: str):
    """Bytes as readers of the page's language know them."""
    station = a_station()
    edition = replace(an_edition(), station=replace(station, ward=replace(station.ward, language=language)))
    assert indexed(edition, tmp_path).size(count) == shown


def test_a_bulletin_names_its_urgent_notice(tmp_path: Path) -> None:
    """Residents see the notice first; a second correction is no second part."""
    slot = a_slot("2026-11-20")
    order = a_programme("con-ngo", slot=slot)
    notice = Item(ItemKind.NOTICE, "Mất nước tối nay", ("mat-nuoc",), seconds=30)
    wrong = Item(ItemKind.CORRECTION, "Cải chính: Con ngõ", ("con-ngo",), 2, 2, seconds=15)
    order = replace(order, items=(*order.items[:2], notice, wrong, *order.items[2:]))
    edition = an_edition(bulletins=(Bulletin(order, None),))
    index = indexed(edition, tmp_path)
    assert bulletins.card(index, edition.bulletins[0])["summary"] == "Mất nước tối nay · Con ngo"
    views = bulletins.items(index, edition.bulletins[0])
    assert [view["part"] for view in views] == [None] * 4
