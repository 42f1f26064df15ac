"""The gate: each thing that keeps a file off the air, and a sound file that passes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from loaphuong.core.problems import Stopped
from loaphuong.core.where import Where
from loaphuong.radio.episode import Cue
from loaphuong.radio.studio import ffmpeg
from loaphuong.radio.studio.gate import Measurement, judge, measure, within
from loaphuong.speech.nouns import Role
from loaphuong.speech.sound import silence, to_wav
from loaphuong.station.show import Bounds
from tests.making import a_station
from tests.speech.voices.fake_engines import tone

if TYPE_CHECKING:
    from pathlib import Path

PROFILE = a_station().profiles[0]
WHERE = Where("audio/packages/x.mp3")
LOUD, QUIET = 9000, 0
ENVELOPE = (*(QUIET,) * 10, *(LOUD,) * 980, *(QUIET,) * 10)
GOOD = Measurement(48_000, "mono", "mp3", 10.0, -16.0, -1.6, ENVELOPE)
CUES = (
    Cue(100, 4900, "Câu thứ nhất.", "câu thứ nhất.", Role.PARAGRAPH, 0, "lan"),
    Cue(5000, 9800, "Câu thứ hai.", "câu thứ hai.", Role.PARAGRAPH, 0, "lan"),
)


def ids(found: Measurement, size: int = 160_000, seconds: float = 10.0) -> list[str]:
    """What is wrong with it."""
    return [one.id for one in judge(found, WHERE, size, seconds, PROFILE, CUES)]


def muted(start: int, end: int) -> tuple[int, ...]:
    """The envelope with nothing between two seconds."""
    return tuple(QUIET if start * 100 <= at < end * 100 else peak for at, peak in enumerate(ENVELOPE))


def test_a_good_file_passes() -> None:
    """Also on the edge of every tolerance."""
    assert ids(GOOD) == []
    assert ids(replace(GOOD, loudness_lufs=-16.5, true_peak_dbtp=-1.5, seconds=10.09)) == []
    assert ids(GOOD, size=160_000 + 200_000) == []


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (replace(GOOD, loudness_lufs=-16.6), ["gate-loudness"]),
        (replace(GOOD, loudness_lufs=-15.4), ["gate-loudness"]),
        (replace(GOOD, true_peak_dbtp=-1.4), ["gate-peak"]),
        (replace(GOOD, true_peak_dbtp=0.3, loudness_lufs=-10.0), ["gate-loudness", "gate-peak"]),
        (replace(GOOD, rate_hz=44_100), ["gate-shape"]),
        (replace(GOOD, channels="stereo"), ["gate-shape"]),
        (replace(GOOD, codec="aac"), ["gate-shape"]),
        (replace(GOOD, seconds=9.8), ["gate-duration"]),
        (replace(GOOD, envelope=muted(1, 3)), []),
        (replace(GOOD, envelope=muted(1, 4)), ["gate-silence"]),
        (replace(GOOD, envelope=muted(0, 2)), ["gate-silence"]),
        (replace(GOOD, envelope=muted(9, 10)), []),
        (replace(GOOD, envelope=muted(8, 10)), ["gate-silence"]),
        (replace(GOOD, envelope=muted(5, 10)), ["gate-silence", "gate-sentences"]),
        (replace(GOOD, envelope=(QUIET,) * 1000), ["gate-silence", "gate-sentences", "gate-sentences"]),
    ],
)
def test_each_fault_is_named(found: Measurement, expected: list[str]) -> None:
    """By its own message."""
    assert ids(found) == expected


def test_a_tiny_file_is_no_programme() -> None:
    """260 bytes that a decoder believes."""
    assert ids(GOOD, size=260) == ["gate-shape"]


@pytest.mark.parametrize(("seconds", "good"), [(299.9, False), (300.0, True), (420.0, True), (420.1, False)])
def test_a_bulletin_is_as_long_as_the_station_allows(seconds: float, good: bool) -> None:
    """To the tenth."""
    assert (within(seconds, WHERE, Bounds(300, 420, 360)) == ()) is good


def test_a_real_file_is_decoded_and_heard(tmp_path: Path) -> None:
    """Its shape, length, loudness, peak and silence."""
    path = tmp_path / "a.mp3"
    sound = silence(48_000, 500) + tone(3.0, 48_000, 440, 0.25) + silence(48_000, 1500)
    ffmpeg.run([*ffmpeg.raw(48_000), "-b:a", "128k", str(path)], step="test", given=sound)
    found = measure(path)
    assert (found.rate_hz, found.channels) == (48_000, "mono")
    assert found.codec.startswith("mp3")
    assert found.seconds == pytest.approx(5.0, abs=0.1)
    assert -22 < found.loudness_lufs < -18
    assert -13.5 < found.true_peak_dbtp < -11.5
    assert max(found.envelope[:40]) < 50 < max(found.envelope[60:300])


def test_a_file_that_is_no_sound_stops(tmp_path: Path) -> None:
    """With what the tool said."""
    path = tmp_path / "a.mp3"
    path.write_bytes(b"<html>" * 100)
    with pytest.raises(Stopped) as stopped:
        measure(path)
    assert [one.id for one in stopped.value.problems] == ["studio-ffmpeg"]


def test_a_wav_is_measured_too(tmp_path: Path) -> None:
    """As what broadcast staff take: its shape, its length, how loud it is and where."""
    path = tmp_path / "a.wav"
    path.write_bytes(to_wav(tone(2.0, 48_000, 440, 0.25) + silence(48_000, 1000), 48_000))
    found = measure(path)
    assert (found.codec, found.rate_hz, found.channels) == ("pcm_s16le", 48_000, "mono")
    assert found.seconds == pytest.approx(3.0, abs=0.01)
    assert found.true_peak_dbtp == pytest.approx(-12.0, abs=0.2)
    assert found.loudness_lufs == pytest.approx(-19.5, abs=0.5)
    assert min(found.envelope[:195]) > 1000
    assert max(found.envelope[-95:]) == 0
