"""An urgent act is public at once: page, calendar, desk, playlists follow in the same act, or it says what does not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import icalendar
import pytest

from loaphuong import station
from loaphuong.app.approve import approve
from loaphuong.app.build import build
from loaphuong.app.export import export
from loaphuong.app.hold import hold
from loaphuong.app.insert import insert
from loaphuong.app.refresh import refresh, still_playing
from loaphuong.app.release import release
from loaphuong.app.ward import load
from loaphuong.app.withdraw import withdraw
from loaphuong.core import files
from loaphuong.core.project import Project
from loaphuong.radio import calendar, holds
from tests.app.ward import APPROVER, OFFICE, approve_all, edit, quiet, story, ward
from tests.making import HANOI, NOW
from tests.package import ROOT

if TYPE_CHECKING:
    from pathlib import Path

SLOT = "2026-11-27-1630"
LISTS = ("lich-phat.m3u8", "lich-phat.xspf", "loa-phuong.json")
ACTS = 20
HOLDING = """
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo
from loaphuong.app.hold import hold
root, at, *slots = sys.argv[1:]
now = datetime.fromisoformat(at).astimezone(ZoneInfo("Asia/Ho_Chi_Minh"))
with ThreadPoolExecutor(len(slots)) as pool:
    list(pool.map(lambda slot: hold(Path(root), now, slot, "Bão", "Cán bộ trực"), slots))
"""


@pytest.fixture
def shown_ward(built_ward: Path) -> Path:
    """A finished ward whose schedule other programs read too."""
    export(built_ward, NOW)
    return built_ward


def playing(root: Path, slot: str = SLOT) -> set[str]:
    """Every place, public or for players, that leads to the sound of a slot."""
    exports, site = Project(root).exports, root / "site"
    file = f"{slot[:10]}_{slot[11:]}"  # 2026-11-27_1630_ban-tin.mp3
    found = {name for name in LISTS if file in (exports / name).read_text("utf-8-sig")}
    feeds = (*site.rglob("*.xml"), *site.rglob("*.json"), site / "truc-loa/index.html", site / "index.html")
    found |= {path.name for path in feeds if path.is_file() and f"{slot}.mp3" in path.read_text("utf-8")}
    sound = (path for path in site.rglob(f"*{slot}*.mp3"))
    return found | {path.relative_to(site).as_posix() for path in sound}


def status(root: Path, place: str, slot: str = SLOT) -> str:
    """What a calendar file says of a slot."""
    told = icalendar.Calendar.from_ical((root / place).read_bytes())
    [event] = [each for each in told.walk("VEVENT") if str(each["UID"]).startswith(slot)]
    return str(event["STATUS"])


def ids(problems: object) -> list[str]:
    """The problems by their ids."""
    return [found.id for found in problems]  # type: ignore[attr-defined]


def test_a_held_slot_is_nowhere_and_comes_back(shown_ward: Path) -> None:
    """No list, feed, desk or file of the site plays it; both calendars cancel it; released, all is as before."""
    root = shown_ward
    before = playing(root)
    assert before >= {*LISTS, f"phat-thanh/{SLOT}/{SLOT}.mp3"}
    assert ids(hold(root, NOW, SLOT, "Sửa loa", "Cán bộ trực")) == ["player-reads-old"]
    assert playing(root) == set()
    assert {status(root, "site/lich-phat.ics"), status(root, "audio/exports/lich-phat.ics")} == {"CANCELLED"}
    assert not Project(root).unshown.exists()
    release(root, NOW, SLOT, "Cán bộ trực")
    assert playing(root) == before


def test_a_player_is_named_where_it_may_read_an_old_list(shown_ward: Path) -> None:
    """Of a slot to come, and where lists were handed out; of one that carries nothing there is nothing to say."""
    ward, recorded = load(shown_ward, NOW), Project(shown_ward).packages / SLOT
    assert recorded.is_dir()
    assert ids(still_playing(ward, {}, {SLOT})) == ["still-plays", "player-reads-old"]
    assert ids(still_playing(ward, {}, {"2027-01-05-1630"})) == []
    shutil.rmtree(Project(shown_ward).exports)
    assert ids(still_playing(ward, {}, {SLOT})) == ["still-plays"]


def test_a_withdrawn_text_leaves_in_the_same_act(shown_ward: Path) -> None:
    """Its page says so, its sound and every bulletin that says it are gone from page and lists, without a build."""
    root = shown_ward
    [slot, *_] = [
        path.stem for path in (root / "audio/programmes").glob("*.txt") if "tuoi-cay" in path.read_text("utf-8")
    ]
    withdraw(root, NOW, "tuoi-cay", APPROVER, "Người trong bài xin gỡ.")
    assert playing(root, slot) == set()
    for path in (root / "site").rglob("*"):
        assert not (path.is_file() and "tưới cây".encode() in path.read_bytes()), path
    assert "gỡ" in (root / "site/tin/tuoi-cay/index.html").read_text("utf-8")


def test_an_inserted_notice_is_what_the_lists_play(shown_ward: Path) -> None:
    """The slot is recorded anew, and the page tells of the notice at once."""
    root = shown_ward
    notice = story(root, "cat-nuoc", "Cắt nước", "thong_bao", "trữ nước")
    edit(notice, "illustrative: true", "priority: thong_thuong")
    approve_all(root)
    inserted = insert(root, NOW, "cat-nuoc", SLOT, "Cán bộ trực", 1, quiet)
    assert (inserted.recorded.made, ids(inserted.behind)) == ((SLOT,), ["player-reads-old"])
    assert "Cắt nước" in (root / f"site/phat-thanh/{SLOT}/index.html").read_text("utf-8")
    assert set(LISTS) <= playing(root)


def test_a_corrected_text_is_shown_and_its_old_sound_is_not_played(shown_ward: Path) -> None:
    """The page has the new words; the recording of the old ones leaves every list and is named, with what to do."""
    root = shown_ward
    [slot, *_] = [
        path.stem for path in (root / "audio/programmes").glob("*.txt") if "quet-ngo" in path.read_text("utf-8")
    ]
    edit(root / "content/guong-tot/quet-ngo.md", "quét ngõ.", "quét sân.")
    approve(root, NOW, ["quet-ngo"], APPROVER, OFFICE)
    behind = refresh(root, NOW, texts=["quet-ngo"])
    assert "quét sân" in (root / "site/tin/quet-ngo/index.html").read_text("utf-8")
    assert not (root / "site/audio/quet-ngo.mp3").exists()
    assert playing(root, slot) == set()
    assert slot in [dict(found.values)["slot"] for found in behind if found.id == "still-plays"]
    assert max(found.exit_code for found in behind) == 1
    build(root, NOW, 1, quiet)
    assert set(LISTS) <= playing(root, slot)


def test_a_slot_that_was_moved_is_not_played_at_its_old_time(shown_ward: Path) -> None:
    """A slot is known by its name: what was recorded for another hour is played at neither until it is made anew."""
    root = shown_ward
    station_file = Project(root).station
    edit(station_file, "moved = []", 'moved = [{ from = "2026-11-27 16:30", to = "2026-11-28 10:00" }]')
    edit(station_file, "weekend = false", "weekend = true")
    export(root, NOW)
    [event] = [
        each
        for each in icalendar.Calendar.from_ical((root / "audio/exports/lich-phat.ics").read_bytes()).walk("VEVENT")
        if str(each["UID"]).startswith(SLOT)
    ]
    assert (event.start.astimezone(HANOI).strftime("%d %H:%M"), event["STATUS"]) == ("28 10:00", "CONFIRMED")
    assert not [name for name in LISTS if SLOT in (Project(root).exports / name).read_text("utf-8-sig")]


def test_what_cannot_be_shown_is_told_and_shown_later(shown_ward: Path) -> None:
    """The decision is noted; each place that is behind is named with the reason, exit 3; the next build shows it."""
    root = shown_ward
    was = (root / "mkdocs.yml").read_text("utf-8") if (root / "mkdocs.yml").exists() else None
    (root / "mkdocs.yml").write_text("site_name: [", encoding="utf-8")
    behind = hold(root, NOW, SLOT, "Sửa loa", "Cán bộ trực")
    assert [(found.where.path, found.exit_code) for found in behind if found.id == "still-public"] == [("site", 3)]
    assert Project(root).unshown.exists()
    assert not {*LISTS} & playing(root)
    if was is None:
        (root / "mkdocs.yml").unlink()
    else:
        (root / "mkdocs.yml").write_text(was, encoding="utf-8")
    build(root, NOW, 1, quiet)
    assert playing(root) == set()
    assert not Project(root).unshown.exists()


@pytest.mark.parametrize("at", ["Trang", "Bản tin"])
def test_a_build_lets_an_act_come_first_at_any_step(built_ward: Path, at: str) -> None:
    """While sentences are spoken and while pages are made; the build begins again and shows what was decided."""
    root, acts = built_ward, []
    edit(root / "content/guong-tot/quet-ngo.md", "quét ngõ.", "quét sân.")
    approve(root, NOW, ["quet-ngo"], APPROVER, OFFICE)
    with ThreadPoolExecutor(1) as pool:

        def progress(step: str, done: int, total: int) -> None:
            if step == at and not acts:
                acts.append(pool.submit(hold, root, NOW, SLOT, "Sửa loa", "Cán bộ trực"))
                while not Project(root).waiting.exists():
                    pass

        build(root, NOW, 2, progress)
        acts[0].result()
    assert not (root / f"site/phat-thanh/{SLOT}/{SLOT}.mp3").exists()


def test_twenty_acts_at_once_all_succeed(tmp_path: Path) -> None:
    """Four processes of five threads each, a slot a thread: no hold fails, none is lost."""
    root = ward(tmp_path)
    slots = [slot.name for slot in calendar.next_slots(station.require(root), NOW, ACTS)]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "scripts")}
    command = [sys.executable, "-c", HOLDING, str(root), NOW.isoformat()]
    with files.lock(root):  # so that they come together
        acts = [subprocess.Popen([*command, *slots[at::4]], env=environment) for at in range(4)]
    assert [act.wait(timeout=120) for act in acts] == [0] * 4
    assert set(holds.resolve(holds.read(root, HANOI)[0]).held) == set(slots)
