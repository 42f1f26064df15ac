"""The Liquidsoap script and its plan; where Liquidsoap is installed, it plays them without a sound card."""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from loaphuong.core.where import Where
from loaphuong.radio.exports import liquidsoap, playlist
from loaphuong.radio.exports.schedule import list_tracks
from loaphuong.radio.plays import liquidsoap_log
from loaphuong.radio.programme import Slot
from tests.making import HANOI
from tests.radio.exports.material import FIRST, broadcasts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

INSTALLED = shutil.which("liquidsoap") is not None
PATIENCE_SECONDS = 40
# It refuses to run as root unless told.
COMMAND = ("liquidsoap", "init.allow_root.set(true)")


def test_the_plan_names_time_slot_and_file() -> None:
    """Of what is recorded, in seconds since 1970."""
    told = json.loads(liquidsoap.plan(list_tracks(broadcasts())))
    assert told == [{"at": FIRST.starts_at.timestamp(), "slot": FIRST.name, "file": "audio/bản tin 1.mp3"}]


def test_the_script_does_not_depend_on_the_plan(tmp_path: Path) -> None:
    """Whatever is planned, held or moved, it goes on unchanged, and needs no start."""
    assert str(tmp_path / liquidsoap.PLAN) in liquidsoap.script(tmp_path).decode()
    assert FIRST.name not in liquidsoap.script(tmp_path).decode()


def tone(path: Path, seconds: float, silent: float = 0) -> Path:
    """A tone as MP3, silence after it."""
    from imageio_ffmpeg import get_ffmpeg_exe

    sound = f"sine=frequency=440:duration={seconds},apad=pad_dur={silent}"
    command = [get_ffmpeg_exe(), "-v", "error", "-f", "lavfi", "-i", sound, "-b:a", "64k", "-y", str(path)]
    subprocess.run(command, check=True)
    return path


def track(name: str, in_seconds: float, file: Path) -> playlist.Track:
    """A file that is due so soon."""
    return playlist.Track(Slot(datetime.now(UTC) + timedelta(seconds=in_seconds), name), name, file.as_posix(), 1)


@contextmanager
def running(folder: Path) -> Iterator[Path]:
    """Liquidsoap with the script of this folder; its log. There is no sound card, and no program to reach one."""
    script = folder / liquidsoap.SCRIPT
    script.write_bytes(liquidsoap.script(folder).replace(b"aplay", b"no-such-player"))
    with subprocess.Popen([*COMMAND, str(script)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            yield folder / liquidsoap.LOG
            assert process.poll() is None, "it ended"
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


def wait_for(log: Path, words: str) -> None:
    """Until the log says so."""
    give_up = time.monotonic() + PATIENCE_SECONDS
    while not (log.is_file() and words in log.read_text(encoding="utf-8")):
        assert time.monotonic() < give_up, log.read_text(encoding="utf-8") if log.is_file() else "no log"
        time.sleep(0.2)


@pytest.mark.skipif(not INSTALLED, reason="liquidsoap is not installed")
def test_it_plays_what_is_planned_while_it_runs(tmp_path: Path) -> None:
    """Without a sound card it goes on, takes up what is planned later, and tells of a lost file and of silence."""
    plan = tmp_path / liquidsoap.PLAN
    plan.write_bytes(b"[]\n")
    sound = tone(tmp_path / "bản tin 1.mp3", 1, silent=4)
    with running(tmp_path) as log:
        wait_for(log, "[clock.main:3] Streaming loop starts")
        plan.write_bytes(liquidsoap.plan([track("mat", 0, tmp_path / "khong-co.mp3"), track("mot", 0, sound)]))
        wait_for(log, "HẾT mot")
    plays, problems = liquidsoap_log.read(log.read_text(encoding="utf-8"), Where("log"), HANOI)
    assert problems == ()
    assert [(play.slot, play.fault) for play in plays] == [
        ("mat", "thiếu tệp"),
        ("mot", "không có card âm thanh"),
    ]
    assert 4 <= (plays[1].to_seconds or 0) <= 8
    assert "IM-LẶNG mot" in log.read_text(encoding="utf-8")
