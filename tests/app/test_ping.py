"""The hub of the feeds is told what is new: once it can be read, and once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaphuong.app import ping
from loaphuong.core.project import Project
from tests.app.ward import edit, ward

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

HUB = "https://hub.example/publish"
FEEDS = ("feed.xml", "atom.xml", "feed.json", "podcast.xml", "chuyen-muc/guong-tot/feed.xml")


class Internet:
    """What can be had at addresses, and what a hub was sent."""

    def __init__(self, site: Path, url: str, refuses: str = "") -> None:
        self.public = {f"{url}{name}": (site / name).read_bytes() for name in FEEDS}
        self.refuses = refuses
        self.sent: list[list[tuple[str, str]]] = []
        self.asked = 0

    def fetch(self, url: str) -> bytes | None:
        """What lies there."""
        self.asked += 1
        return self.public.get(url)

    def post(self, url: str, pairs: Sequence[tuple[str, str]]) -> str:
        """The hub's answer."""
        assert url == HUB
        self.sent.append(list(pairs))
        return self.refuses


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A ward with a hub, and a site with feeds, one month of history among them."""
    made = ward(tmp_path)
    edit(Project(made).station, "[phuong]", f'[phuong]\nwebsub_hub = "{HUB}"')
    for name in (*FEEDS, "feed-2026-10.xml", "opml.xml"):
        path = Project(made).site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return made


def on_line(root: Path, refuses: str = "") -> Internet:
    """The site as it is, at its address."""
    return Internet(Project(root).site, "https://phuong-ngo-sen.example/", refuses)


def try_it(root: Path, internet: Internet) -> tuple[int, list[str]]:
    """How many feeds the hub was told of, and what stood in the way."""
    pinged = ping.tell_hub(root, internet.fetch, internet.post)
    return len(pinged.feeds), [each.id for each in pinged.problems]


def test_each_is_told_of_once(root: Path) -> None:
    """Every feed that can be subscribed to; then only the one that changed."""
    internet = on_line(root)
    assert try_it(root, internet) == (5, [])
    [pairs] = internet.sent
    assert pairs[0] == ("hub.mode", "publish")
    assert {url for name, url in pairs[1:] if name == "hub.url"} == internet.public.keys()
    asked = internet.asked
    assert try_it(root, internet) == (0, [])
    assert internet.asked == asked
    (Project(root).site / "feed.xml").write_text("mới")
    assert try_it(root, on_line(root)) == (1, [])


def test_what_is_not_public_waits(root: Path) -> None:
    """Before the site is brought out, and where nothing can be read, the hub hears nothing; afterwards it does."""
    before = on_line(root)
    (Project(root).site / "atom.xml").write_text("mới")
    assert try_it(root, before) == (4, ["feeds-not-public"])
    assert try_it(root, on_line(root)) == (1, [])
    (Project(root).site / "atom.xml").write_text("mới nữa")
    nowhere = on_line(root)
    nowhere.public.clear()
    assert try_it(root, nowhere) == (0, ["feeds-not-public"])
    assert nowhere.sent == []


def test_a_hub_that_fails_is_named_and_asked_again(root: Path) -> None:
    """It stops nothing: a warning."""
    assert try_it(root, on_line(root, "503")) == (0, ["hub-untold"])
    assert try_it(root, on_line(root)) == (5, [])


def test_without_a_hub_nobody_is_asked(root: Path) -> None:
    """As every ward is at first."""
    edit(Project(root).station, f'websub_hub = "{HUB}"', "")
    internet = on_line(root)
    assert try_it(root, internet) == (0, [])
    assert (internet.asked, internet.sent) == (0, [])


def test_what_was_told_may_be_unreadable(root: Path) -> None:
    """Then all is told again."""
    Project(root).pinged.parent.mkdir(exist_ok=True)
    Project(root).pinged.write_bytes(b"\xff[")
    assert try_it(root, on_line(root)) == (5, [])
