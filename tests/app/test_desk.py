"""The broadcast staff's counter and the schedule for other programs, on a real ward."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import icalendar
import pytest

from loaphuong.app import build, desk, timetable
from loaphuong.core.problems import Stopped
from loaphuong.core.project import Project
from tests.app.ward import approve, edit, quiet, story, ward
from tests.making import NOW

if TYPE_CHECKING:
    from pathlib import Path

SLOT, NEXT = "2026-11-27-1630", "2026-12-01-1630"


def order(root: Path, slot: str) -> str:
    """A running order's text."""
    return (root / f"audio/programmes/{slot}.txt").read_text("utf-8")


def test_an_urgent_notice_goes_into_the_slot_and_is_recorded(tmp_path: Path) -> None:
    """Inserted, it stands in the running order before the articles and is in the sound."""
    root = ward(tmp_path)
    build.build(root, NOW, 2, quiet)
    notice = story(root, "cat-nuoc", "Cắt nước", "thong_bao", "trữ nước")
    edit(notice, "illustrative: true", "priority: thong_thuong")
    approve(root)
    recorded = desk.insert(root, NOW, "cat-nuoc", SLOT, "Cán bộ trực", 2, quiet)
    assert recorded.made == (SLOT,)
    assert order(root, SLOT).index("thong_bao_khan: Cắt nước") < order(root, SLOT).index(". bai:")
    [(_, episode)] = recorded.bulletins
    assert any("Cắt nước" in cue.written for cue in episode.cues)


def test_what_nobody_approved_is_not_inserted(tmp_path: Path) -> None:
    """Urgency does not replace approval."""
    root = ward(tmp_path)
    story(root, "cat-nuoc", "Cắt nước", "thong_bao", "trữ nước")
    with pytest.raises(Stopped) as stopped:
        desk.insert(root, NOW, "cat-nuoc", SLOT, "Cán bộ trực", 2, quiet)
    assert [found.id for found in stopped.value.problems] == ["insert-unapproved"]


def test_a_frozen_running_order_stays_when_articles_are_added(tmp_path: Path) -> None:
    """What was fixed for a slot is aired, whatever is written afterwards."""
    root = ward(tmp_path)
    build.build(root, NOW, 2, quiet)
    before = order(root, SLOT), order(root, NEXT)
    story(root, "aaa-bai-moi", "Bài mới")
    approve(root)
    build.build(root, NOW, 2, quiet)
    assert (order(root, SLOT), order(root, NEXT)) == before


def test_a_held_slot_is_cancelled_in_the_calendar(tmp_path: Path) -> None:
    """Those who keep the calendar are told of the hold, and of its end, each time with a higher revision."""
    root = ward(tmp_path)
    build.build(root, NOW, 2, quiet)

    def event() -> icalendar.Event:
        calendar = icalendar.Calendar.from_ical((root / "site/lich-phat.ics").read_bytes())
        return next(each for each in calendar.walk("VEVENT") if str(each["UID"]).startswith(SLOT))

    first = event()
    assert first["SEQUENCE"] == 0
    assert first.walk("VALARM")
    desk.hold(root, NOW, SLOT, "Sửa loa", "Cán bộ trực")
    build.build(root, NOW, 2, quiet)
    held = event()
    assert (held["STATUS"], held["SEQUENCE"], held["UID"]) == ("CANCELLED", 1, first["UID"])
    assert not (root / f"site/phat-thanh/{SLOT}/{SLOT}.mp3").exists()
    desk.release(root, NOW, SLOT, "Cán bộ trực")
    build.build(root, NOW, 2, quiet)
    assert (event().get("STATUS") != "CANCELLED", event()["SEQUENCE"]) == (True, 2)


def test_the_log_keeps_the_digest_of_the_file_that_was_played(tmp_path: Path) -> None:
    """Noted after it was aired, with the SHA-256 of what staff had."""
    root = ward(tmp_path)
    made = build.record(root, NOW, [SLOT], 2, quiet)
    media = made.bulletins[0][1].file("loa")
    later = NOW + timedelta(days=7)
    line = desk.aired(root, later, SLOT, None, "Cán bộ trực", "phát đủ", "")
    assert media is not None
    assert line.sha256 == media.sha256
    assert [entry.slot for entry in desk.history(root)] == [SLOT]
    assert timetable.report(root, later, "2027-6-thang", None, None).report.whole == 1


def test_exports_name_the_recorded_files(tmp_path: Path) -> None:
    """Playlists, table and Liquidsoap script point at the sound that exists."""
    root = ward(tmp_path)
    build.record(root, NOW, [SLOT], 2, quiet)
    paths = {path.name: (root / path).read_text("utf-8-sig") for path in timetable.export(root, NOW)}
    [mp3] = [path for path in (Project(root).packages / SLOT).glob("*.mp3") if "_web" not in path.name]
    for name in ("lich-phat.m3u8", "loa-phuong.liq"):
        assert mp3.as_posix() in paths[name], name
    assert "BEGIN:VCALENDAR" in paths["lich-phat.ics"]
    assert "Persistent=true" in paths["loa-phuong.timer"]
