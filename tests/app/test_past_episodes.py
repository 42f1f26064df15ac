"""Bulletins that were public: found again after packages are lost, here or on the public page, by their digests."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from loaphuong.app.past_episodes import restore
from loaphuong.app.publish import make_edition
from loaphuong.app.ward import load, load_packages
from loaphuong.core.project import Project
from loaphuong.radio.log import Aired, Result
from loaphuong.radio.newsroom import Newsroom
from loaphuong.web.feeds import podcast
from loaphuong.web.pages import bulletins
from loaphuong.web.pages.index import SiteIndex
from tests.making import NOW

if TYPE_CHECKING:
    from pathlib import Path

    from loaphuong.radio.ward import Ward

LATER = NOW + timedelta(days=30)
SLOTS = {"2026-11-27-1630", "2026-12-01-1630"}


def nowhere(url: str, most_bytes: int) -> bytes:
    """A page that cannot be reached."""
    raise OSError(url, most_bytes)


@pytest.fixture
def lost(built_ward: Path) -> Ward:
    """The ward after its slots, its packages deleted."""
    shutil.rmtree(Project(built_ward).packages)
    return Newsroom(load(built_ward, LATER)).ward


def test_lost_packages_are_found_on_the_site_that_stands(lost: Ward) -> None:
    """Every past bulletin with its sound byte for byte, its chapters and its title; the site may then be replaced."""
    restored = restore(lost, {}, nowhere)
    assert restored.packages.keys() == SLOTS
    assert restored.problems == ()
    shutil.rmtree(Project(lost.root).site)
    again = restore(lost, {}, nowhere)
    assert again == restored
    episode = again.packages["2026-11-27-1630"]
    assert "thứ sáu" in episode.title
    assert episode.chapters[0].title == "Lời xướng"
    assert all(chapter.end_ms > chapter.start_ms for chapter in episode.chapters)


def test_a_fresh_clone_fetches_them_from_the_public_page(lost: Ward, tmp_path: Path) -> None:
    """By digest: other bytes are refused, and a page that cannot be reached is asked once."""
    public = shutil.copytree(Project(lost.root).site, tmp_path / "public")
    shutil.rmtree(Project(lost.root).site)
    asked: list[str] = []

    def offline(url: str, most_bytes: int) -> bytes:
        asked.append(url)
        return nowhere(url, most_bytes)

    def wrong(url: str, most_bytes: int) -> bytes:
        return url.encode() * most_bytes

    def get(url: str, most_bytes: int) -> bytes:
        return (public / url.split("/", 3)[3]).read_bytes()[: most_bytes + 1]

    assert [found.id for found in restore(lost, {}, offline).problems] == ["episode-lost"] * 2
    assert len(asked) == 1
    assert restore(lost, {}, wrong).packages == {}
    assert restore(lost, {}, get).packages.keys() == SLOTS


def test_what_was_not_aired_says_so(built_ward: Path) -> None:
    """On its page and in its episode: the log says “không phát”."""
    ward = Newsroom(load(built_ward, LATER)).ward
    line = Aired(
        "2026-11-27-1630",
        LATER - timedelta(days=20),
        "Chị Hoa",
        Result.SILENT,
        None,
        "",
        "",
        LATER - timedelta(days=20),
    )
    edition = make_edition(replace(ward, aired=(line,)), ward.public, load_packages(ward), {})
    (show,) = edition.station.shows
    told = {entry.id.rstrip("/").rpartition("/")[2]: entry.title for entry in podcast.feed(edition, show).entries}
    assert told["2026-11-27-1630"].endswith("(không phát)")
    assert "không phát" not in told["2026-12-01-1630"]
    index = SiteIndex(edition, {})
    assert [bulletins.name(index, each).endswith("(không phát)") for each in edition.bulletins] == [False, True]
