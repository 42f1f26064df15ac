"""The file of a loudspeaker system: its bit rate, its master, as often as it is said, measured as it is."""

from __future__ import annotations

import hashlib
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from imageio_ffmpeg import get_ffmpeg_exe

from loaphuong.radio.studio.delivery import deliver
from loaphuong.station.entry_form import SpeakerSystem
from tests.making import a_media_file, an_episode

if TYPE_CHECKING:
    from pathlib import Path

    from loaphuong.radio.episode import Episode

SECONDS = 2.0


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a tone as the studio makes its files."""
    folder = tmp_path_factory.mktemp("ward")
    tone = f"sine=frequency=440:duration={SECONDS}:sample_rate=48000,volume=-6dB"
    for name, codec in (("a.mp3", ["-b:a", "128k"]), ("a.wav", [])):
        command = [
            get_ffmpeg_exe(),
            "-v",
            "error",
            "-f",
            "lavfi",
            "-i",
            tone,
            "-ac",
            "1",
            *codec,
            "-y",
            str(folder / name),
        ]
        subprocess.run(command, check=True)
    return folder


@pytest.fixture
def episode(root: Path) -> Episode:
    """A recording of it."""
    sha256 = hashlib.sha256((root / "a.mp3").read_bytes()).hexdigest()
    horn = a_media_file("a.mp3", seconds=SECONDS, sha256=sha256)
    return replace(an_episode(), files=(("loa", horn), ("wav", a_media_file("a.wav"))))


@pytest.mark.parametrize(("kbps", "times"), [(64, 1), (96, 1), (64, 2), (128, 2)])
def test_a_file_of_another_shape_is_made(root: Path, episode: Episode, tmp_path: Path, kbps: int, times: int) -> None:
    """About as large as its bit rate says, as long as it is said often, its digest that of its bytes."""
    target = tmp_path / f"x_{kbps}.mp3"
    made = deliver(root, episode, SpeakerSystem("x", "X", kbps=kbps, times=times), target)
    assert made is not None
    assert made.seconds == pytest.approx(SECONDS * times, abs=0.15)
    assert made.bytes == target.stat().st_size == pytest.approx(kbps * 125 * SECONDS * times, rel=0.15)
    assert made.sha256 == hashlib.sha256(target.read_bytes()).hexdigest()
    assert made.true_peak_dbtp < -3
    assert list(tmp_path.iterdir()) == [target]


def test_what_the_studio_made_is_taken_as_it_is(root: Path, episode: Episode, tmp_path: Path) -> None:
    """At its own bit rate, once: the same bytes. A lost WAV is no loss, a master that is none gives none."""
    target = tmp_path / "x.mp3"
    made = deliver(root, episode, SpeakerSystem("x", "X"), target)
    assert made == episode.file("loa")
    assert target.read_bytes() == (root / "a.mp3").read_bytes()
    lost = replace(episode, files=(*episode.files[:1], ("wav", a_media_file("none.wav"))))
    assert deliver(root, lost, SpeakerSystem("y", "Y", kbps=64), tmp_path / "y.mp3") is not None
    assert deliver(root, episode, SpeakerSystem("z", "Z", profile="ip"), tmp_path / "z.mp3") is None
