"""The doctor: good on a sound machine, and each lack named with its cure."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from loaphuong.app import doctor
from loaphuong.app.doctor import CheckState, MachineCheck, examine
from loaphuong.speech.nouns import SpokenText
from tests.making import NOW, a_station

if TYPE_CHECKING:
    from pathlib import Path

NAMES = ("Python", "Voice", "Sound tool (ffmpeg)", "Encoder and filters", "Disk", "Folders", "Clock", "Time zone")


def rows(root: Path, now: datetime = NOW, zone: str = "Asia/Ho_Chi_Minh", rate: str = "150") -> dict[str, MachineCheck]:
    """Each check by its name."""
    voice = replace(a_station().voices[0], options=(("rate", rate),))
    return {row.name: row for row in examine(root, max(now, NOW), zone, (voice,), SpokenText("xin chào bà con."))}


def test_a_sound_machine_is_good(tmp_path: Path) -> None:
    """In everything the project brings with it."""
    found = rows(tmp_path, datetime.now(UTC))
    assert all(found[name].state is CheckState.GOOD for name in NAMES if name not in {"Disk", "Time zone"})
    assert set(NAMES) | {"Fonts for printing", "Browser"} == set(found)


def test_a_voice_that_cannot_be_opened_has_a_cure(tmp_path: Path) -> None:
    """In the reader's language."""
    row = rows(tmp_path, rate="9999")["Voice"]
    assert row.state is CheckState.MISSING
    assert all(row.words)


def test_a_clock_that_lags_is_seen(tmp_path: Path) -> None:
    """By the project's own files."""
    (tmp_path / "pyproject.toml").write_text("")
    later = (datetime.now(UTC) + timedelta(days=900)).timestamp()
    os.utime(tmp_path / "pyproject.toml", (later, later))
    assert rows(tmp_path)["Clock"].state is CheckState.MISSING


def test_a_day_of_lag_is_no_fault(tmp_path: Path) -> None:
    """Files of another zone or of a stick may seem a day ahead, no more."""
    (tmp_path / "pyproject.toml").write_text("")
    now = NOW + timedelta(days=9000)
    states = []
    for ahead in (86_400, 86_400.5):
        os.utime(tmp_path / "pyproject.toml", (now.timestamp() + ahead,) * 2)
        states.append(rows(tmp_path, now)["Clock"].state)
    assert states == [CheckState.GOOD, CheckState.MISSING]


@pytest.mark.parametrize(
    ("version", "state"),
    [
        ((3, 10, 14), CheckState.MISSING),
        ((3, 11, 0), CheckState.GOOD),
        ((3, 13, 9), CheckState.GOOD),
        ((3, 14, 0), CheckState.MISSING),
    ],
)
def test_the_python_is_one_that_is_tested(
    monkeypatch: pytest.MonkeyPatch, version: tuple[int, int, int], state: CheckState
) -> None:
    """Older and newer ones are named with the cure."""
    monkeypatch.setattr("sys.version_info", version)
    assert doctor._python().state is state


@pytest.mark.parametrize(
    ("zone", "state"),
    [("Asia/Ho_Chi_Minh", CheckState.GOOD), ("America/Lima", CheckState.POOR), ("Nowhere", CheckState.MISSING)],
)
def test_the_zone_is_compared_with_the_machines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, zone: str, state: CheckState
) -> None:
    """Which timers follow."""
    import time

    monkeypatch.setenv("TZ", "Asia/Ho_Chi_Minh")
    time.tzset()
    try:
        assert rows(tmp_path, zone=zone)["Time zone"].state is state
    finally:
        monkeypatch.undo()
        time.tzset()


def test_each_disk_of_the_project_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that leads to another disk is told by its name."""
    (tmp_path / "audio" / "cache").mkdir(parents=True)
    monkeypatch.setattr(doctor, "disk_of", lambda place: place.name == "cache")
    voice = a_station().voices[0]
    found = [row.found for row in examine(tmp_path, NOW, "Asia/Ho_Chi_Minh", (voice,)) if row.name == "Disk"]
    assert [each.partition("GB")[2] for each in found] == ["", " (audio/cache/)"]


def test_little_disk_no_font_and_no_browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Are poor, not fatal."""
    monkeypatch.setattr(doctor, "ENOUGH_BYTES", 1 << 62)
    monkeypatch.setattr(doctor, "FONT_FOLDERS", (str(tmp_path),))
    monkeypatch.setattr(doctor, "BROWSERS", ("khong-co",))
    monkeypatch.setattr("sys.platform", "linux")
    found = rows(tmp_path)
    assert {found[name].state for name in ("Disk", "Fonts for printing", "Browser")} == {CheckState.POOR}


def test_a_tool_without_what_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another ffmpeg than the project's own."""
    monkeypatch.setattr(doctor, "FILTERS", ("khong_co",))
    assert rows(tmp_path)["Encoder and filters"].state is CheckState.MISSING
