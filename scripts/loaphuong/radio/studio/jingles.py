"""The station's own tunes: the one under its ident, and the sting between items."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from loaphuong.core.digest import of_file
from loaphuong.core.problems import stop
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.radio.studio import ffmpeg
from loaphuong.speech.sound import from_wav

if TYPE_CHECKING:
    from pathlib import Path

RATE_HZ = 48_000
LONGEST_SECONDS = 30
TUNE, STING = "nhac-hieu.wav", "nhac-cat.wav"


def load(path: Path, rate_hz: int) -> bytes:
    """A tune's samples at a rate; nothing where the station has none; Stopped if the file is no tune."""
    return _load(path, path.stat().st_mtime_ns, rate_hz) if path.exists() else b""


@lru_cache(maxsize=8)
def _load(path: Path, _changed_at_ns: int, rate_hz: int) -> bytes:
    where = Where(path.as_posix())
    try:
        pcm, rate = from_wav(path.read_bytes())
    except (ValueError, OSError) as error:
        raise stop("jingle-bad", where, reason=error, longest=LONGEST_SECONDS) from error
    if not pcm.strip(b"\0") or len(pcm) > LONGEST_SECONDS * rate * 2:
        seconds = f"{len(pcm) / 2 / rate:.0f} s"
        raise stop("jingle-bad", where, reason=seconds, longest=LONGEST_SECONDS)
    return pcm if rate == rate_hz else ffmpeg.resample(pcm, rate, rate_hz)


def tunes(root: Path, rate_hz: int) -> tuple[bytes, bytes]:
    """The tune and the sting at a rate: those of the station's own folder, else the product's."""
    tune, sting = (load(path, rate_hz) for path in files(root))
    return tune, sting


def files(root: Path) -> tuple[Path, Path]:
    """The tune and the sting; a station with a folder of tunes has those in it and no others."""
    folder = Project(root).resolve(Project.jingles)
    return folder / TUNE, folder / STING


def fingerprint(root: Path) -> str:
    """What the tunes are, for an episode's digest."""
    return " ".join(of_file(path) if path.is_file() else "-" for path in files(root))
