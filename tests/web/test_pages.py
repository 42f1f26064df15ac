"""The publication holds an edition, whole, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from loaphuong.core.problems import Stopped
from loaphuong.web import pages
from tests.making import a_page, an_article, an_edition
from tests.web.pages.reading import meta, published
from tests.web.pages.ward import a_ward, picture

if TYPE_CHECKING:
    from pathlib import Path


def test_every_part_of_a_ward_has_its_page(tmp_path: Path):
    """One file an address, the lists among them."""
    files = published(an_edition(), tmp_path)
    assert set(files) == {
        "index.md", "chuyen-muc/index.md", "chuyen-muc/guong-tot/index.md", "tin/con-ngo-sach-moi-som-mai/index.md", "quy-tac/index.md",
        "quy-tac/qd-1665/index.md", "mo-hinh/index.md", "mo-hinh/chung-cu-van-hoa/index.md", "chuyen-de/index.md", "chuyen-de/giu-sach-loi-di/index.md",
        "luu-tru/index.md", "luu-tru/2026-11/index.md", "khen-thuong/index.md", "phat-thanh/index.md", "phat-thanh/2026-11-20-1630/index.md",
        "phat-thanh/2026-11-24-1630/index.md", "lich-phat/index.md", "ban-truc/index.md", "nghe-lai/index.md", "nhung/index.md", "gioi-thieu/index.md", "gop-y/index.md", "tim-kiem/index.md", "ngoai-tuyen/index.md",
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
