"""What a phone keeps, and what it is told to forget."""

from __future__ import annotations

import json
import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest

from loaphuong.web import discovery
from loaphuong.web.discovery import offline
from loaphuong.web.edition import Bulletin, Tombstone
from tests.making import a_programme, a_slot, an_edition, an_episode
from tests.package import ROOT
from tests.web.discovery.reading import SLUG

if TYPE_CHECKING:
    from pathlib import Path


def site(folder: Path, *paths: str) -> Path:
    """A built site with these files."""
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(path)
    return folder


def kept(edition, folder: Path) -> dict[str, list[list[str]]]:
    """The list in the worker."""
    shutil.copy(ROOT / "overrides/sw.js", folder)
    text = discovery.finish(edition, folder)[offline.WORKER].decode()
    line = next(line for line in text.splitlines() if line.startswith("const KEPT = "))
    return json.loads(line.removeprefix("const KEPT = ").removesuffix(";"))


def test_offline_list(tmp_path: Path):
    """The worker keeps what was built of shell, newest articles and the latest bulletin, by digest; sound apart."""
    built = site(
        tmp_path,
        "index.html",
        "assets/javascripts/loa.js",
        "assets/javascripts/schedule.js",
        "lich-phat/index.html",
        "quy-tac/qd-1665/index.html",
        "tim-kiem/muc-luc.json",
        "tim-kiem/0123456789.json",
        f"tin/{SLUG}/index.html",
        "phat-thanh/2026-11-20-1630/index.html",
        "phat-thanh/2026-11-20-1630/2026-11-20-1630.mp3",
    )
    found = kept(an_edition(), built)
    assert [address for address, _ in found["shell"]] == ["", "assets/javascripts/loa.js"]
    assert [address for address, _ in found["pages"]] == [
        "assets/javascripts/schedule.js",
        "lich-phat/",
        "quy-tac/qd-1665/",
        f"tin/{SLUG}/",
        "phat-thanh/2026-11-20-1630/",
        "tim-kiem/0123456789.json",
        "tim-kiem/muc-luc.json",
    ]
    assert [address for address, _ in found["sound"]] == ["phat-thanh/2026-11-20-1630/2026-11-20-1630.mp3"]
    (built / "index.html").write_text("mới")
    again = kept(an_edition(), built)
    assert again["shell"][0] != found["shell"][0]
    assert again["shell"][1:] == found["shell"][1:]
    assert again["pages"] == found["pages"]


@pytest.mark.parametrize(
    ("days", "first"), [(["2026-11-20", "2026-11-24"], "2026-11-20"), (["2026-11-24"], "2026-11-24")]
)
def test_phones_keep_the_bulletin_that_home_plays(tmp_path: Path, days: list[str], first: str):
    """The last one on air, however many are ready; before any was, the first that is ready."""
    slots = [a_slot(day) for day in days]
    edition = an_edition(bulletins=tuple(Bulletin(a_programme(slot=slot), an_episode(slot.name)) for slot in slots))
    built = site(tmp_path, *(f"phat-thanh/{slot.name}/{slot.name}.mp3" for slot in slots))
    assert [address for address, _ in kept(edition, built)["sound"]] == [f"phat-thanh/{first}-1630/{first}-1630.mp3"]


def test_withdrawn_is_forgotten(tmp_path: Path):
    """The worker is told what to delete from phones that kept it."""
    edition = an_edition(tombstones=(Tombstone("bai-cu", date(2026, 11, 1)),))
    assert kept(edition, tmp_path)["gone"][:2] == ["tin/bai-cu/", "audio/bai-cu.mp3"]


def test_a_large_index_is_not_kept_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Its table is; a piece stays where it was asked for."""
    monkeypatch.setattr(offline, "SEARCH_BYTES", 30)
    built = site(tmp_path, "tim-kiem/muc-luc.json", "tim-kiem/0123456789.json")
    assert [address for address, _ in kept(an_edition(), built)["pages"]] == ["tim-kiem/muc-luc.json"]


def test_sound_that_may_not_be_heard_any_more_is_forgotten(tmp_path: Path):
    """A bulletin that is held or lost its sound, with all that lies at its address; the sound that another replaced."""
    slots = [a_slot(day) for day in ("2026-11-13", "2026-11-17", "2026-11-20", "2026-11-24", "2026-11-27")]
    said = [a_programme(slot=slot) for slot in slots]
    edition = an_edition(
        bulletins=(
            Bulletin(said[0], None),
            Bulletin(said[1], an_episode(slots[1].name), held="Mưa"),
            Bulletin(said[2], an_episode(slots[2].name), earlier=("a" * 64,)),
            Bulletin(said[3], None),
            Bulletin(said[4], an_episode(slots[4].name)),
        )
    )
    assert kept(edition, tmp_path)["gone"] == [
        "phat-thanh/2026-11-13-1630/",
        "phat-thanh/2026-11-17-1630/",
        "phat-thanh/2026-11-24-1630/",
        "phat-thanh/2026-11-20-1630/2026-11-20-1630.mp3",
    ]


def test_worker_is_valid_without_a_list():
    """The file in overrides/ is what a preview serves: the line that is replaced stands in it once."""
    assert (ROOT / "overrides/sw.js").read_text().count(offline.PLACE) == 1
