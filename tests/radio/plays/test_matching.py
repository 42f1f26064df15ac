"""Plays become lines of the log: of the right slot, whole or broken off, each second counted once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from loaphuong.radio.log import Aired, Result
from loaphuong.radio.plays import Play
from loaphuong.radio.plays.matching import match
from tests.making import NOW, a_slot, a_station, an_episode

SLOT, OTHER = a_slot("2026-11-17"), a_slot("2026-11-20")
MOVED = replace(a_slot("2026-11-13"), starts_at=a_slot("2026-11-12", "10:00").starts_at)
LENGTH = 360.0  # of the package
AT = SLOT.starts_at + timedelta(seconds=2)


def lines(*plays: Play, **changes: Any) -> list[Aired]:
    """The lines that come of plays; SLOT is recorded."""
    packages = changes.pop("packages", {SLOT.name: an_episode(SLOT.name)})
    found = match(plays, a_station(), (SLOT, OTHER, MOVED), packages, "Bàn trực", NOW)
    return [line for line, _ in found.lines]


def a_play(**changes: Any) -> Play:
    """SLOT's bulletin from its start to its end."""
    return replace(Play(AT, slot=SLOT.name, to_seconds=LENGTH), **changes)


@pytest.mark.parametrize(
    ("plays", "result", "seconds"),
    [
        ([a_play()], Result.WHOLE, 360),
        ([a_play(to_seconds=357.5)], Result.WHOLE, 357.5),
        ([a_play(to_seconds=151)], Result.INTERRUPTED, 151),
        ([a_play(to_seconds=151), a_play(from_seconds=120, to_seconds=360)], Result.WHOLE, 360),
        ([a_play(to_seconds=100), a_play(from_seconds=200)], Result.INTERRUPTED, 260),
        ([a_play(to_seconds=100), a_play(to_seconds=100)], Result.INTERRUPTED, 100),
        ([a_play(fault="không có card âm thanh")], Result.INTERRUPTED, 360),
        ([a_play(to_seconds=0.0, fault="thiếu tệp")], Result.SILENT, 0),
        ([a_play(to_seconds=None)], Result.WHOLE, 360),
    ],
)
def test_whole_or_broken_off(plays: list[Play], result: Result, seconds: float) -> None:
    """Stretches together cover the file or they do not; what went wrong makes it no whole broadcast."""
    [line] = lines(*plays)
    assert (line.result, line.seconds, line.at) == (result, seconds, AT)


def test_where_it_broke_off_is_noted() -> None:
    """With the time and the item, and a file that is not the package's."""
    [line] = lines(a_play(to_seconds=12, sha256="b" * 64))
    assert line.note == "nghe đến 0:12, ở mục “Con ngõ sạch mỗi sớm mai”; không phải tệp trong gói"
    assert line.sha256 == "b" * 64
    [line] = lines(a_play())
    assert (line.note, line.sha256, line.by) == ("", "0" * 64, "Bàn trực")


@pytest.mark.parametrize(
    ("file", "at", "slot"),
    [
        ("C:\\loa\\2026-11-17_1630_ban-tin.mp3", AT, SLOT.name),
        ("/srv/ban-truc/2026-11-17-1630.mp3", AT, SLOT.name),
        ("2026-11-12_1000_ban-tin.mp3", MOVED.starts_at, MOVED.name),
        ("quoc-ca.mp3", AT, None),
        ("2026-11-18_1630_ban-tin.mp3", AT, None),
        ("", AT, SLOT.name),
        ("", SLOT.starts_at - timedelta(minutes=9), SLOT.name),
        ("", SLOT.starts_at + timedelta(hours=2), None),
    ],
)
def test_the_slot_of_a_play(file: str, at: Any, slot: str | None) -> None:
    """By the file's name, moved slots by their new time; by time alone where no file is said; else it is not ours."""
    found = match([Play(at, file=file, to_seconds=LENGTH)], a_station(), (SLOT, OTHER, MOVED), {}, "", NOW)
    assert [line.slot for line, _ in found.lines] == ([slot] if slot else [])
    assert found.others == (slot is None)


def test_without_its_package_the_record_knows_the_length() -> None:
    """What the desk knew of the file counts; without that, the show's shortest edition."""
    assert [line.result for line in lines(a_play(to_seconds=310, file_seconds=311.0), packages={})] == [Result.WHOLE]
    assert [line.result for line in lines(a_play(to_seconds=310), packages={})] == [Result.WHOLE]
    assert [line.result for line in lines(a_play(to_seconds=200), packages={})] == [Result.INTERRUPTED]


def test_several_slots_come_by_time() -> None:
    """A file of a week is a line a slot."""
    found = lines(Play(OTHER.starts_at, slot=OTHER.name, to_seconds=360), a_play())
    assert [line.slot for line in found] == [SLOT.name, OTHER.name]
