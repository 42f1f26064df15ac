"""The bundled ffmpeg: the only place that starts it. Sound goes in and out through pipes, reports come on stderr."""

from __future__ import annotations

import errno
import re
import subprocess
from functools import lru_cache
from typing import TYPE_CHECKING

from loaphuong.core.problems import Stopped, stop
from loaphuong.core.project import Project
from loaphuong.core.where import Where

if TYPE_CHECKING:
    from collections.abc import Sequence

QUIET = ("-hide_banner", "-nostdin", "-nostats", "-y")
LIMIT_SECONDS = 600
FULL = re.compile(r"No space left on device|Disk quota exceeded")


@lru_cache(maxsize=1)
def executable() -> str:
    """Its path; Stopped if the wheel is not there."""
    try:
        import imageio_ffmpeg

        return str(imageio_ffmpeg.get_ffmpeg_exe())
    except (ImportError, RuntimeError) as error:
        raise stop("studio-no-ffmpeg", Where("pyproject.toml"), reason=error) from error


@lru_cache(maxsize=1)
def version() -> str:
    """The first line it says of itself: part of what an episode's digest binds."""
    return run(["-version"], step="version", plain=True)[0].decode(errors="replace").splitlines()[0]


def run(
    arguments: Sequence[str], *, step: str, given: bytes = b"", where: Where | None = None, plain: bool = False
) -> tuple[bytes, str]:
    """What it wrote to standard output and said on stderr; Stopped if it fails, hangs, or the disk is full."""
    place = where or Where(Project.audio)
    command = [executable(), *(() if plain else QUIET), *arguments]
    try:
        done = subprocess.run(command, input=given, capture_output=True, timeout=LIMIT_SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise stop("studio-ffmpeg", place, step=step, reason=f"{LIMIT_SECONDS} s") from error
    except OSError as error:
        if error.errno == errno.ENOENT:
            raise stop("studio-no-ffmpeg", place, reason=error) from error
        raise failure(step, str(error), place) from error
    said = done.stderr.decode(errors="replace")
    if done.returncode or FULL.search(said):
        raise failure(step, said, place)
    return done.stdout, said


def failure(step: str, said: str, where: Where) -> Stopped:
    """What to raise when it failed, from what it said."""
    if FULL.search(said):
        return stop("disk-full", where, path=where.path)
    lines = [line for line in said.strip().splitlines() if line.strip()]
    return stop("studio-ffmpeg", where, step=step, reason=lines[-1][:200] if lines else "?")


def resample(pcm: bytes, rate_hz: int, to_hz: int) -> bytes:
    """16-bit mono samples at another rate, exactly as long."""
    if rate_hz == to_hz:
        return pcm
    count = len(pcm) // 2 * to_hz // rate_hz
    chain = f"aresample={to_hz},apad=whole_len={count},atrim=end_sample={count}"
    return run([*raw(rate_hz), "-af", chain, "-f", "s16le", "pipe:1"], step="resampling", given=pcm)[0]


def at_tempo(pcm: bytes, rate_hz: int, tempo: float) -> bytes:
    """Faster (above 1) or slower, at the same pitch."""
    chain = f"atempo={tempo:.4f}"
    return run([*raw(rate_hz), "-af", chain, "-f", "s16le", "pipe:1"], step="tempo", given=pcm)[0]


def raw(rate_hz: int, kind: str = "s16le") -> tuple[str, ...]:
    """That standard input is bare mono samples."""
    return ("-f", kind, "-ar", str(rate_hz), "-ac", "1", "-i", "pipe:0")
