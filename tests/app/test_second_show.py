"""docs/recipes/show.md, followed: a daily notice beside the bulletin is one table, and everything else follows."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from loaphuong import station
from loaphuong.app.aired import note_aired
from loaphuong.app.build import build
from loaphuong.app.export import export
from loaphuong.app.plan import plan_ahead
from loaphuong.app.publish import make_edition
from loaphuong.app.report import report
from loaphuong.app.ward import load, load_packages
from loaphuong.core.project import Project
from loaphuong.radio.log import Result
from loaphuong.radio.newsroom import Newsroom
from loaphuong.web import feeds
from tests.app.ward import approve_all, edit, order_text, quiet, story, ward
from tests.making import NOW
from tests.package import ROOT

if TYPE_CHECKING:
    from pathlib import Path

RECIPE = (ROOT / "docs/recipes/show.md").read_text(encoding="utf-8")
(TABLE,) = re.findall(r"```toml\n(.*?)```", RECIPE, re.DOTALL)
BULLETIN, NOTICE = "2026-11-27-1630", "2026-11-23-0630"
DEED = "xem giờ lấy rác mới ghi ở đầu ngõ. Từ thứ Hai, xe lấy rác đến lúc mười tám giờ, sớm hơn trước một giờ. " * 4


@pytest.fixture(scope="module")
def two_shows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fixture ward after steps 1 and 2 of the recipe, with one notice to read; built and exported."""
    root = ward(tmp_path_factory.mktemp("hai-chuong-trinh"), approved=False)
    edit(Project(root).station, "[chuong_trinh]", "[[chuong_trinh]]")
    edit(Project(root).station, "[lich]", f"{TABLE}\n[lich]")
    story(root, "gio-lay-rac", "Giờ lấy rác mới", "thong_bao", DEED)
    approve_all(root)
    build(root, NOW, 1, quiet)
    export(root, NOW)
    return root


def page(root: Path, address: str) -> str:
    """A page of the site."""
    return (root / "site" / address).read_text(encoding="utf-8")


def test_the_station_has_two_shows(two_shows: Path) -> None:
    """The second one takes from the station what it does not say, and speaks on every day that is broadcast on."""
    main, notice = station.require(two_shows).shows
    assert (main.key, notice.key) == ("ban-tin", "thong-bao")
    assert notice.words.lead_in == main.words.lead_in
    assert notice.words.sign_off != main.words.sign_off
    assert notice.announcers == main.announcers
    assert [rule.weekday for rule in notice.slots] == [0, 1, 2, 3, 4]
    assert (notice.bounds.minimum_seconds, notice.bounds.maximum_seconds, notice.bounds.aim_seconds) == (60, 120, 90)


def test_it_is_planned_and_frozen_in_its_own_segments(two_shows: Path) -> None:
    """Its running order names the show, has its segments in order, and reads its genre alone."""
    text = order_text(two_shows, NOTICE)
    assert "Chương trình: thong-bao" in text
    assert re.findall(r"^\d+\. (\w+):", text, re.MULTILINE) == ["loi_xuong", "bai", "chao_ket"]
    assert "gio-lay-rac" in text
    assert "Chương trình:" not in order_text(two_shows, BULLETIN)
    assert "gio-lay-rac" not in order_text(two_shows, BULLETIN)


def test_it_is_recorded_under_its_name(two_shows: Path) -> None:
    """The package of a slot has the show's key in its files."""
    names = {path.name for path in (Project(two_shows).packages / NOTICE).iterdir()}
    assert {"2026-11-23_0630_thong-bao.mp3", "2026-11-23_0630_thong-bao.vtt"} <= names
    assert (Project(two_shows).packages / BULLETIN / "2026-11-27_1630_ban-tin.mp3").exists()


def test_it_has_its_list_and_its_pages(two_shows: Path) -> None:
    """Its own list holds its editions, the main one those of the bulletin; each leads to the other."""
    own, main = page(two_shows, "phat-thanh/thong-bao/index.html"), page(two_shows, "phat-thanh/index.html")
    assert "Thông báo hằng ngày" in own
    assert f"phat-thanh/{NOTICE}/" in own
    assert f"phat-thanh/{BULLETIN}/" not in own
    assert f"phat-thanh/{BULLETIN}/" in main
    assert f"phat-thanh/{NOTICE}/" not in main
    assert "phat-thanh/thong-bao/" in main
    assert "Thông báo Thứ\u00a0Hai, 23/11/2026" in page(two_shows, f"phat-thanh/{NOTICE}/index.html")


def test_it_has_its_podcast(two_shows: Path) -> None:
    """A feed of its own title with its editions alone once they were on air, in the list of all feeds."""
    now = Newsroom(load(two_shows, NOW + timedelta(weeks=1))).ward
    made = feeds.render(make_edition(now, now.public, load_packages(now), {}))
    own, main = made["podcast-thong-bao.xml"].decode(), made["podcast.xml"].decode()
    assert "<title>Thông báo hằng ngày – Phường Ngõ Sen</title>" in own
    assert NOTICE in own
    assert BULLETIN not in own
    assert BULLETIN in main
    assert NOTICE not in main
    assert "podcast-thong-bao.xml" in page(two_shows, "opml.xml")


def test_it_is_on_the_desk_and_the_schedule(two_shows: Path) -> None:
    """Where both are shown, each slot says which show it is; one show alone says nothing."""
    for address in ("ban-truc/index.html", "lich-phat/index.html"):
        assert "Thông báo hằng ngày" in page(two_shows, address), address
        assert "Nếp sống đẹp phường ta" in page(two_shows, address), address
    assert "Buổi phát tới: Thông báo hằng ngày" in page(two_shows, "index.html")


def test_it_is_in_the_calendar_and_the_playlists(two_shows: Path) -> None:
    """Each event under the name of its show, two minutes long at most."""
    events = (Project(two_shows).exports / "lich-phat.ics").read_text(encoding="utf-8").split("BEGIN:VEVENT")
    (event,) = [each for each in events if f"UID:{NOTICE}@" in each]
    assert "SUMMARY:Thông báo hằng ngày" in event
    assert "DURATION:PT2M" in event
    played = (Project(two_shows).exports / "lich-phat.m3u8").read_text(encoding="utf-8")
    assert "2026-11-23_0630_thong-bao.mp3" in played


def test_it_is_logged_and_reported(two_shows: Path) -> None:
    """What was aired of it counts under its name; a day on which it had nothing to say is no missing broadcast."""
    at = datetime.fromisoformat("2026-11-23T06:30").replace(tzinfo=NOW.tzinfo)
    note_aired(two_shows, at + timedelta(minutes=5), NOTICE, at, "Chị Hoa", Result.WHOLE, "")
    written = report(two_shows, at + timedelta(days=3), None, at.date(), at.date() + timedelta(days=2))
    assert written.report.by_show == (("Nếp sống đẹp phường ta", 0), ("Thông báo hằng ngày", 1))
    assert "| Đã phát: Thông báo hằng ngày | 1 |" in written.markdown
    assert NOTICE not in written.report.missed
    planned = {slot.name for slot in written.report.planned}
    assert planned <= {path.stem for path in Project(two_shows).programmes.glob("*.txt")} | {BULLETIN}


def test_an_edition_without_anything_to_say_falls_away(two_shows: Path) -> None:
    """It is no mistake, and `--why` says the reason."""
    ahead = plan_ahead(two_shows, NOW, NOW.date(), NOW.date() + timedelta(days=6))
    silent = [short for short in ahead.plan.shortfalls if short.slot.show == "thong-bao"]
    assert silent
    assert all("1 bài đã phát, còn trong kỳ nghỉ" in short.why for short in silent)
    assert not [found for found in ahead.problems if found.id == "slot-shortfall"]


def test_disabled_it_leaves_no_trace(tmp_path: Path) -> None:
    """enabled = false: one show, as if the table were not there."""
    root = ward(tmp_path, approved=False)
    edit(Project(root).station, "[chuong_trinh]", "[[chuong_trinh]]")
    before = station.require(root)
    edit(Project(root).station, "[lich]", f"{TABLE}enabled = false\n\n[lich]")
    after = station.require(root)
    assert after.shows == before.shows
    assert after.calendar == before.calendar
