"""Segment + profile → a mastered segment: MP3 frames and samples at 48 kHz, at the profile's loudness.

Three passes over little data: the chain, once, measured; the limiter at two gains, measured; the right gain, encoded.
Frames without bit reservoir, the encoder's first one dropped: segments join by putting frames after frames, and the
MP3's time is the samples' time.
"""

from __future__ import annotations

import re
import struct
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from loaphuong.core.digest import digest
from loaphuong.core.files import cannot_write, read_sealed, write_sealed
from loaphuong.core.problems import stop
from loaphuong.core.where import Where
from loaphuong.radio.studio import ffmpeg
from loaphuong.speech.sound import level_dbfs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from loaphuong.radio.studio.assembly import Segment
    from loaphuong.station.nouns import Profile

VERSION = 1
RATE_HZ = 48_000
FRAME_SAMPLES, FRAME_BYTES = 1152, 384  # 128 kbit/s at 48 kHz
BITRATE = "128k"
# LAME turns everything down to 95 % before it encodes.
LAME_DB = 0.4455
# Encoding and resampling overshoot: what the limiter leaves them.
OVERSHOOT_DB = 1.0
WORKING_DBFS = -20.0
ATTACK_MS, RELEASE_MS = 5, 80
STEPS_DB = (0.2, 1.2)
MOST_GAIN_DB = 40.0
MARK = b"LOAM"
LENGTH = struct.Struct("<Q")


@dataclass(frozen=True, slots=True)
class Master:
    """A mastered segment, kept in `path`: its MP3 frames and, for the profile that wants them, its samples."""

    path: Path

    def read(self) -> tuple[bytes, bytes] | None:
        """(MP3 frames, 16-bit samples at 48 kHz); None if what is kept is not whole."""
        body = read_sealed(self.path, MARK)
        if body is None or len(body) <= LENGTH.size:
            return None
        (size,) = LENGTH.unpack_from(body)
        frames = body[LENGTH.size :]
        return bytes(frames[:size]), bytes(frames[size:])


def master(
    segments: Sequence[Segment],
    profiles: Sequence[Profile],
    folder: Path,
    *,
    samples_of: str = "",
    jobs: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> dict[str, tuple[Master, ...]]:
    """Each profile's segments, in order, kept in `folder`; those that are kept whole are not made again.

    `samples_of` names the profile whose samples are wanted beside its MP3.
    """
    work = [(profile, segment) for segment in segments for profile in profiles]
    made: dict[str, list[Master]] = {profile.name: [] for profile in profiles}

    def one(task: tuple[Profile, Segment]) -> Master:
        return _master(task[1], task[0], task[0].name == samples_of, folder)

    with ThreadPoolExecutor(max(jobs, 1)) as pool:
        # What waits for ffmpeg needs no process of its own.
        for number, ((profile, _), master) in enumerate(zip(work, pool.map(one, work), strict=True), start=1):
            made[profile.name].append(master)
            if progress:
                try:
                    progress(number, len(work))
                except BaseException:  # nothing more is begun
                    pool.shutdown(cancel_futures=True)
                    raise
    return {name: tuple(masters) for name, masters in made.items()}


def encoder() -> str:
    """What decides an encoding's bytes beside the sound and the profile."""
    return f"imageio-ffmpeg {version('imageio-ffmpeg')} v{VERSION}"


def _master(segment: Segment, profile: Profile, samples: bool, folder: Path) -> Master:
    key = digest(encoder(), segment.pcm, segment.rate_hz, profile, samples)
    master = Master(folder / key[:2] / f"{key}.master")
    if master.read() is None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise cannot_write(folder, error) from error
        frames, pcm = _make(segment, profile, samples, folder)
        write_sealed(master.path, MARK, LENGTH.pack(len(frames)) + frames + pcm)
    return master


def _make(segment: Segment, profile: Profile, samples: bool, folder: Path) -> tuple[bytes, bytes]:
    where, rate = Where(folder.as_posix()), segment.rate_hz
    level = WORKING_DBFS - level_dbfs(segment.pcm)
    chain = f"{FRAMES},aformat=sample_fmts=flt,volume={level:.3f}dB,{effects(profile, rate)},{METER}"
    arguments = [*ffmpeg.raw(rate), "-af", chain, "-f", "f32le", "pipe:1"]
    shaped, said = ffmpeg.run(arguments, step=f"{profile.name}: effects", given=segment.pcm, where=where)
    gain = _gain(shaped, rate, loudness(said), profile, where)
    total = segment.frames * FRAME_SAMPLES
    final = (
        f"[0:a]{FRAMES},volume={gain:.3f}dB,aresample={RATE_HZ},{limiter(profile)},apad=whole_len={total},atrim=end_sample={total},"
        "aformat=sample_fmts=s16"
    )
    encode = f"volume={LAME_DB}dB"
    mp3 = ["-c:a", "libmp3lame", "-b:a", BITRATE, "-reservoir", "0", "-compression_level", "7"]
    mp3 += ["-write_xing", "0", "-id3v2_version", "0", "-f", "mp3", "pipe:1"]
    with tempfile.TemporaryDirectory(dir=folder, prefix=".") as beside:
        plain = Path(beside) / "segment.pcm"
        if samples:
            graph = f"{final},asplit[plain][sound];[sound]aformat=sample_fmts=flt,{encode}[mp3]"
            outputs = ["-map", "[plain]", "-f", "s16le", str(plain), "-map", "[mp3]", *mp3]
        else:
            graph, outputs = f"{final},aformat=sample_fmts=flt,{encode}[mp3]", ["-map", "[mp3]", *mp3]
        arguments = [*ffmpeg.raw(rate, "f32le"), "-filter_complex", graph, *outputs]
        frames, _ = ffmpeg.run(arguments, step=f"{profile.name}: MP3", given=shaped, where=where)
        pcm = plain.read_bytes() if samples else b""
    # The first frame holds the encoder's delay, and what is left of it is 47 samples.
    frames = frames[FRAME_BYTES : FRAME_BYTES * (segment.frames + 1)]
    if len(frames) != FRAME_BYTES * segment.frames or (samples and len(pcm) != total * 2):
        raise stop("studio-ffmpeg", where, step=f"{profile.name}: MP3", reason=f"{len(frames)} B")
    return frames, pcm


METER = "ebur128=framelog=quiet"
# Few large frames: handing on small ones costs more than the filters.
FRAMES = "asetnsamples=n=16384:p=0"


def effects(profile: Profile, rate_hz: int) -> str:
    """The profile as filters: band, presence, compression."""
    filters = [f"highpass=f={profile.highpass_hz}:poles=2"]
    if profile.lowpass_hz and profile.lowpass_hz < rate_hz / 2:
        filters.append(f"lowpass=f={profile.lowpass_hz}:poles=2")
    if profile.presence_db:
        filters.append(f"equalizer=f={profile.presence_hz}:t=q:w=1:g={profile.presence_db:g}")
    if profile.compress_ratio > 1:
        filters.append(
            f"acompressor=threshold={profile.compress_threshold_db:g}dB:ratio={profile.compress_ratio:g}"
            f":attack={ATTACK_MS}:release={RELEASE_MS}"
        )
    return ",".join(filters)


def limiter(profile: Profile) -> str:
    """The highest sample, with room for what encoding adds."""
    return f"alimiter=limit={profile.true_peak_dbtp - OVERSHOOT_DB:g}dB:level=false:attack=5:release=50:latency=true"


def loudness(said: str) -> float:
    """The last integrated loudness (LUFS) of a meter's report."""
    return float(re.findall(r"I:\s+(-?[\d.]+|-?inf|nan) LUFS", said)[-1])


def _gain(shaped: bytes, rate: int, measured: float, profile: Profile, where: Where) -> float:
    """The gain (dB) that ends at the profile's loudness behind the limiter, which takes some of it away."""
    target = profile.loudness_lufs
    first = min(target - measured, MOST_GAIN_DB)
    names = [f"[o{number}]" for number in range(len(STEPS_DB))]
    graph = f"[0:a]{FRAMES},asplit={len(STEPS_DB)}" + "".join(f"[i{number}]" for number in range(len(STEPS_DB)))
    for number, step in enumerate(STEPS_DB):
        graph += (
            f";[i{number}]volume={first + step:.3f}dB,{limiter(profile)},ebur128@{number}=framelog=quiet{names[number]}"
        )
    outputs = [part for name in names for part in ("-map", name, "-f", "null", "-")]
    arguments = [*ffmpeg.raw(rate, "f32le"), "-filter_complex", graph, *outputs]
    _, said = ffmpeg.run(arguments, step=f"{profile.name}: loudness", given=shaped, where=where)
    reached = sorted(float(value) for value in re.findall(r"I:\s+(-?[\d.]+) LUFS", said))
    if len(reached) != len(STEPS_DB):
        raise stop("studio-ffmpeg", where, step=f"{profile.name}: loudness", reason="ebur128")
    return first + interpolate(target, tuple(zip(reached, STEPS_DB, strict=True)))


def interpolate(target: float, known: tuple[tuple[float, float], ...]) -> float:
    """The step (dB) at which the loudness is `target`, on the line through the nearest two known points."""
    pairs = list(pairwise(known))
    (low, from_step), (high, to_step) = next((pair for pair in pairs if target <= pair[1][0]), pairs[-1])
    if high - low < 0.05:
        return to_step
    step = from_step + (target - low) / (high - low) * (to_step - from_step)
    return min(max(step, -1.0), 2 * STEPS_DB[-1])
