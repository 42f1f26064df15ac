"""The gate: what the finished file is once decoded, and whether that may go on air."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaphuong.core.problems import problem, stop
from loaphuong.core.vietnamese import minutes
from loaphuong.core.where import Where
from loaphuong.radio.studio import ffmpeg
from loaphuong.speech.sound import amplitude, peaks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from loaphuong.core.problems import Problem
    from loaphuong.radio.episode import Cue
    from loaphuong.station.nouns import Profile
    from loaphuong.station.show import Bounds

RATE_HZ = 48_000
LISTEN_HZ, WINDOW_MS = 8000, 10
BYTES_A_SECOND = 16_000
LOUDNESS_TOLERANCE_LU = 0.5
INSIDE_SECONDS, ENDS_SECONDS = 2.0, 1.0
SILENT_DBFS, VOICED_DBFS = -50.0, -40.0
LENGTH_TOLERANCE_SECONDS = 0.1
TAGS_BYTES = 600_000


@dataclass(frozen=True, slots=True)
class Measurement:
    """A decoded file: its shape, seconds, LUFS, dBTP, and the highest sample of each 10 ms."""

    rate_hz: int
    channels: str
    codec: str
    seconds: float
    loudness_lufs: float
    true_peak_dbtp: float
    envelope: tuple[int, ...]


def measure(path: Path) -> Measurement:
    """Decode it once: a loudness meter, a peak meter on four times as many samples, and an ear.

    LUFS and dBTP as EBU R 128 means them; Stopped if the file cannot be decoded.
    """
    # Frames of half a second: of 24 ms, handing them on costs more than hearing them.
    graph = (
        f"[0:a:0]asetnsamples=n={RATE_HZ // 2}:p=0,asplit=3[a][b][c];"
        "[a]ebur128=framelog=quiet[loud];"
        f"[b]aresample={4 * RATE_HZ}:filter_size=16,astats=measure_overall=Peak_level:measure_perchannel=none[peak];"
        f"[c]aresample={LISTEN_HZ}[ear]"
    )
    outputs = ["-map", "[loud]", "-f", "null", "-", "-map", "[peak]", "-f", "null", "-"]
    outputs += ["-map", "[ear]", "-ac", "1", "-f", "s16le", "pipe:1"]
    where = Where(path.as_posix())
    heard, said = ffmpeg.run(
        ["-threads", "1", "-i", str(path), "-filter_complex", graph, *outputs], step="gate", where=where
    )
    shape = re.search(r"Stream #0:\d+.*?: Audio: (\w+)[^\n]*?, (\d+) Hz, (\w+)", said)
    loud = re.findall(r"I:\s+(-?[\d.]+) LUFS", said)
    top = re.findall(r"Peak level dB: (-?[\d.]+|-inf)", said)
    if not shape or not loud or not top:
        raise stop("studio-ffmpeg", where, step="gate", reason="?")
    return Measurement(
        rate_hz=int(shape[2]),
        channels=shape[3],
        codec=shape[1],
        seconds=len(heard) / 2 / LISTEN_HZ,
        loudness_lufs=float(loud[-1]),
        true_peak_dbtp=round(float(top[-1]), 2),
        envelope=tuple(peaks(heard, LISTEN_HZ, WINDOW_MS)),
    )


def judge(
    found: Measurement, where: Where, size_bytes: int, expected_seconds: float, profile: Profile, cues: Sequence[Cue]
) -> tuple[Problem, ...]:
    """Everything that keeps a file off the air; `expected_seconds` is what was put together."""
    return (
        *_shape(found, where, size_bytes),
        *_levels(found, where, profile),
        *_length(found, where, expected_seconds),
        *_silences(found, where),
        *_unheard(found, where, cues),
    )


def within(seconds: float, where: Where, bounds: Bounds) -> tuple[Problem, ...]:
    """Whether a bulletin lasts as long as the station allows."""
    if bounds.minimum_seconds <= seconds <= bounds.maximum_seconds:
        return ()
    expected = f"{bounds.minimum_seconds}–{bounds.maximum_seconds} s"
    return (problem("gate-duration", where, seconds=f"{seconds:.1f}", expected=expected),)


def _shape(found: Measurement, where: Where, size_bytes: int) -> Iterable[Problem]:
    shape = (found.codec.split("_")[0], found.rate_hz, found.channels)
    if shape not in {("mp3", RATE_HZ, "mono"), ("mp3float", RATE_HZ, "mono"), ("pcm", RATE_HZ, "mono")}:
        yield problem("gate-shape", where, found=" ".join(map(str, shape)), expected=f"{RATE_HZ} mono")
    audio = found.seconds * BYTES_A_SECOND
    if found.codec.startswith("mp3") and not audio * 0.98 <= size_bytes <= audio * 1.02 + TAGS_BYTES:
        yield problem("gate-shape", where, found=f"{size_bytes} B", expected=f"{audio:.0f} B")


def _levels(found: Measurement, where: Where, profile: Profile) -> Iterable[Problem]:
    if abs(found.loudness_lufs - profile.loudness_lufs) > LOUDNESS_TOLERANCE_LU + 1e-9:
        values = {"measured": found.loudness_lufs, "expected": profile.loudness_lufs}
        yield problem("gate-loudness", where, profile=profile.name, tolerance=LOUDNESS_TOLERANCE_LU, **values)
    if found.true_peak_dbtp > profile.true_peak_dbtp:
        values = {"measured": found.true_peak_dbtp, "expected": profile.true_peak_dbtp}
        yield problem("gate-peak", where, profile=profile.name, **values)


def _length(found: Measurement, where: Where, expected: float) -> Iterable[Problem]:
    if abs(found.seconds - expected) > LENGTH_TOLERANCE_SECONDS:
        yield problem("gate-duration", where, seconds=f"{found.seconds:.1f}", expected=f"{expected:.1f} s")


def _silences(found: Measurement, where: Where) -> Iterable[Problem]:
    limit, last = amplitude(SILENT_DBFS), len(found.envelope)
    loud = [index for index, peak in enumerate(found.envelope) if peak > limit]
    for start, end in zip([-1, *loud], [*loud, last], strict=True):
        seconds = (end - start - 1) * WINDOW_MS / 1000
        longest = ENDS_SECONDS if start < 0 or end == last else INSIDE_SECONDS
        if seconds > longest:
            at = minutes((start + 1) * WINDOW_MS // 1000)
            yield problem("gate-silence", where, seconds=f"{seconds:.1f}", at=at, longest=longest)


def _unheard(found: Measurement, where: Where, cues: Sequence[Cue]) -> Iterable[Problem]:
    limit = amplitude(VOICED_DBFS)
    for cue in cues:
        heard = found.envelope[cue.start_ms // WINDOW_MS : cue.end_ms // WINDOW_MS]
        if sum(1 for peak in heard if peak > limit) < max(len(heard) // 4, 1):
            words = " ".join(cue.written.split()[:8])
            yield problem("gate-sentences", where, words=words, at=minutes(cue.start_ms // 1000))
