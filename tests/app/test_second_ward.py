"""Another ward is content and a station: no theme, no settings, no tunes of its own, and not a line of code."""

from __future__ import annotations

import shutil
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from loaphuong.app.build import build
from loaphuong.core.project import Project, product
from loaphuong.radio.studio import jingles
from tests.app.ward import approve_all, edit, quiet, write
from tests.making import NOW
from tests.package import FIXTURE, PACKED

if TYPE_CHECKING:
    from pathlib import Path

NAME = "Phường Suối Mơ"


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ward of another name that has only content/ and audio/station.toml, built."""
    root = tmp_path_factory.mktemp("suoi-mo")
    shutil.copytree(FIXTURE / "content", root / "content")
    station = (FIXTURE / "audio/station.toml").read_text(encoding="utf-8")
    write(
        root, "audio/station.toml", station.replace("Phường Ngõ Sen", NAME).replace("phường Ngõ Sen", "phường Suối Mơ")
    )
    assert sorted(path.name for path in root.iterdir()) == ["audio", "content"]
    approve_all(root)
    build(root, NOW, 1, quiet)
    return root


def test_it_builds_whole(bare: Path) -> None:
    """Pages under its own name, feeds, and the next bulletins with the product's tune."""
    site = bare / "site"
    home = (site / "index.html").read_text(encoding="utf-8")
    assert NAME in home
    assert "Ngõ Sen" not in home
    assert {"feed.xml", "podcast.xml", "sw.js", "404.html"} <= {path.name for path in site.iterdir()}
    assert list(Project(bare).packages.glob("*/manifest.json"))
    assert [path.is_relative_to(product()) for path in jingles.files(bare)] == [True, True]
    assert not (bare / "overrides").exists()
    assert not (bare / "mkdocs.yml").exists()


def test_its_own_footer_replaces_just_that(bare: Path) -> None:
    """Every page has the ward's footer, and is the same beside it; nothing else of the site changes."""
    site = bare / "site"
    before = {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    write(bare, "overrides/partials/footer.html", "<footer>Chân trang riêng</footer>\n")
    approve_all(bare)
    build(bare, NOW, 1, quiet)
    for name, old in before.items():
        new = (site / name).read_bytes()
        if name.suffix == ".html" and b"<footer" in old:
            one, _, rest = new.partition(b"<footer>")
            assert rest.startswith("Chân trang riêng</footer>".encode())
            assert old.startswith(one), name
            assert old.endswith(rest.partition(b"</footer>")[2].lstrip()), name
        elif name.name != "sw.js":  # which lists the pages by digest
            assert new == old, name


def test_its_page_speaks_its_language(bare: Path) -> None:
    """One line of the station, and the page is in English; what editors wrote stays as they wrote it."""
    edit(bare / "audio/station.toml", "demonstration = true", 'demonstration = true\nlanguage = "en"')
    build(bare, NOW + timedelta(minutes=1), 1, quiet)
    home = (bare / "site/index.html").read_text(encoding="utf-8")
    assert '<html lang="en">' in home
    assert "Listen to the ward" in home
    assert "Nghe loa phường" not in home
    assert '"Link copied"' in (bare / "site/assets/javascripts/loa.js").read_text(encoding="utf-8")


def test_all_it_lacks_is_the_products() -> None:
    """What a ward is given stands in the clone and goes into the wheel."""
    assert {Project.config, Project.overrides, Project.jingles, Project.crest} == set(PACKED)
    assert [name for name in PACKED if not (product() / name).exists()] == []
