"""Exports: one schedule, each form readable by a program that is not ours."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from dataclasses import replace
from datetime import time, timedelta
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from loaphuong.radio import rendering
from loaphuong.radio.exports import ics, playlist, table, timer
from loaphuong.radio.exports.schedule import Broadcast, schedule
from tests.making import NOW, a_programme, a_slot, a_station

if TYPE_CHECKING:
    from pathlib import Path

FIRST, SECOND, THIRD = a_slot("2026-11-27"), a_slot("2026-12-01"), a_slot("2026-12-04")
TITLE = 'Nếp sống đẹp, "phường ta"; #{giờ}'


def broadcasts() -> tuple[Broadcast, ...]:
    """Recorded, planned, cancelled."""
    return schedule(
        [a_programme("con-ngo-sach", "hai-cha-con", slot=FIRST), a_programme("mot", slot=SECOND)],
        lambda _: TITLE,
        files={FIRST.name: ("audio/bản tin 1.mp3", 361.4)},
        pages={FIRST.name: f"phat-thanh/{FIRST.name}/"},
        cancelled={THIRD: "Sửa đường dây"},
    )


def tracks() -> tuple[playlist.Track, ...]:
    """What of it can be played."""
    return playlist.list_tracks(broadcasts())


def calendar(shown: tuple[Broadcast, ...]) -> bytes:
    """The calendar of a schedule."""
    return ics.render(shown, a_station(), NOW)


def events(data: bytes) -> list[dict[str, str]]:
    """The events of a calendar, read by hand: lines unfolded, names without parameters."""
    lines = data.decode().replace("\r\n ", "").split("\r\n")
    found: list[dict[str, str]] = []
    depth = 0
    for line in lines:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        depth += (line == "BEGIN:VALARM") - (line == "END:VALARM")
        if found:
            found[-1].setdefault(("alarm " if depth else "") + name.partition(";")[0].lower(), value)
    return found


def test_a_schedule_is_in_order_with_its_state() -> None:
    """What is recorded has its file and measured seconds, what is planned the estimate."""
    one, two, three = broadcasts()
    assert (one.file, one.seconds, len(one.items)) == ("audio/bản tin 1.mp3", 361.4, 3)
    assert (two.file, two.seconds) == (None, a_programme("mot").seconds)
    assert (three.slot, three.cancelled) == (THIRD, "Sửa đường dây")


def test_slots_without_a_plan_are_on_the_schedule() -> None:
    """The calendar shows when something is broadcast, also before it is known what."""
    found = schedule([], lambda _: TITLE, files={}, pages={}, cancelled={SECOND: "Nghỉ"}, slots=[FIRST, SECOND])
    assert [(each.slot, each.items, each.cancelled) for each in found] == [(FIRST, (), None), (SECOND, (), "Nghỉ")]


def test_the_calendar_holds_every_slot() -> None:
    """At its time in UTC, with an alarm a quarter before, and cancelled ones as such."""
    one, _, three = events(calendar(broadcasts()))
    assert one["uid"] == "2026-11-27-1630@phuong.example"
    assert one["dtstart"] == "20261127T093000Z"
    assert one["alarm trigger"] == "-PT15M"
    assert one["status"] == "CONFIRMED"
    assert one["sequence"] == "0"
    assert one["url"] == "https://phuong.example/phat-thanh/2026-11-27-1630/"
    assert three["status"] == "CANCELLED"
    assert "Sửa đường dây" in three["description"]
    assert "alarm trigger" not in three


def test_the_calendar_is_the_same_bytes_each_time() -> None:
    """And its lines are folded as calendars want them."""
    data = calendar(broadcasts())
    assert data == calendar(broadcasts())
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))


def test_the_sequence_counts_what_was_decided() -> None:
    """Held, released, moved: one more each; what a slot carries is no change of the appointment."""
    moved = replace(SECOND, starts_at=SECOND.starts_at + timedelta(days=1))
    found = schedule(
        [a_programme("mot", slot=FIRST)],
        lambda _: TITLE,
        files={},
        pages={},
        cancelled={THIRD: "Mưa"},
        slots=[FIRST, moved, THIRD],
        decisions={moved.name: 2, THIRD.name: 1},
    )
    assert [event["sequence"] for event in events(calendar(found))] == ["0", "3", "1"]


def test_playlists_hold_what_is_recorded() -> None:
    """M3U8 and XSPF: the file, its length, its title; nothing planned, nothing cancelled."""
    assert playlist.m3u8(tracks()).decode().splitlines() == [
        "#EXTM3U",
        "#EXTENC:UTF-8",
        f"#EXTINF:361,{TITLE} – Thứ Sáu, 27/11/2026",
        "audio/bản tin 1.mp3",
    ]
    root = ET.fromstring(playlist.xspf(tracks(), "Đài phường"))  # noqa: S314 - our own bytes
    (track,) = root.iter("{http://xspf.org/ns/0/}track")
    found = {child.tag.rpartition("}")[2]: child.text for child in track}
    assert found["location"] == "audio/b%E1%BA%A3n%20tin%201.mp3"
    assert found["duration"] == "361400"
    assert found["creator"] == "Đài phường"


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("/srv/loa/50% giá.mp3", "file:///srv/loa/50%25%20gi%C3%A1.mp3"),
        ("C:\\loa\\a.mp3", "file:///C:/loa/a.mp3"),
        ("https://phuong.example/a%20b.mp3", "https://phuong.example/a%20b.mp3"),
    ],
)
def test_places_of_files_are_uris(file: str, expected: str) -> None:
    """On either system, and on the web."""
    assert playlist.Track(FIRST, TITLE, file, 1).location == expected


def test_the_table_opens_in_a_spreadsheet() -> None:
    """A BOM, Vietnamese titles, one line a slot, and no formula."""
    shown = [*broadcasts(), Broadcast(THIRD, "=cmd()")]
    data = table.render(shown)
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert [row["Tình trạng"] for row in rows] == ["đã thu", "dự kiến", "hủy: Sửa đường dây", "dự kiến"]
    assert rows[0]["Thứ"] == "Thứ Sáu"
    assert rows[3]["Chương trình"] == "'=cmd()"


def test_liquidsoap_strings_are_safe() -> None:
    """Quotes, backslashes, new lines and `#{…}` of a title are words, not code."""
    assert rendering.liquidsoap('a"b\\c#{x}\n') == '"a\\"b\\\\c# {x} "'


@pytest.mark.skipif(shutil.which("liquidsoap") is None, reason="liquidsoap is not installed")
def test_liquidsoap_takes_the_script(tmp_path: Path) -> None:
    """`liquidsoap --check` finds nothing wrong with it."""
    script = tmp_path / "loa.liq"
    script.write_bytes(playlist.liquidsoap(tracks()))
    tmp_path.chmod(0o755)
    # It refuses to run as root unless told.
    settings = ["init.allow_root.set(true)"]
    done = subprocess.run(
        ["liquidsoap", *settings, "--check", str(script)], capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_timer_renders_and_never_plays() -> None:
    """Two units: one that builds, one that says when, in the station's zone."""
    root = PurePosixPath("/srv/loa phường")
    units = timer.render(root, root / ".venv/bin/loa", time(2, 30), "Asia/Ho_Chi_Minh")
    service, when = units["loa-phuong.service"].decode(), units["loa-phuong.timer"].decode()
    assert 'ExecStart="/srv/loa phường/.venv/bin/loa" build' in service
    assert "WorkingDirectory=/srv/loa phường" in service
    assert "OnCalendar=*-*-* 02:30:00 Asia/Ho_Chi_Minh" in when
    assert "Persistent=true" in when
    assert "play" not in service + when


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
def test_systemd_takes_the_units(tmp_path: Path) -> None:
    """`systemd-analyze verify` finds nothing wrong with them."""
    units = timer.render(tmp_path, PurePosixPath("/bin/true"), time(2, 30), "Asia/Ho_Chi_Minh")
    for name, data in units.items():
        (tmp_path / name).write_bytes(data)
    done = subprocess.run(
        ["systemd-analyze", "verify", *(str(tmp_path / name) for name in units)],
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert (done.returncode, [line for line in done.stderr.splitlines() if "loa-phuong" in line]) == (0, [])
