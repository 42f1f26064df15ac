"""What takes room and is not needed: sound kept for speed, oldest first; the WAV of bulletins that are over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from typing import TYPE_CHECKING

from loaphuong.core.files import disk_bytes, erase
from loaphuong.core.project import Project
from loaphuong.radio.studio import package

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from pathlib import Path

# So long after its slot a bulletin's WAV may still be asked for; its MP3s stay.
WAV_DAYS = 7


@dataclass(frozen=True, slots=True)
class Cleared:
    """How many files went, and how many bytes of disk are free for it."""

    files: int = 0
    bytes: int = 0

    def __add__(self, other: Cleared) -> Cleared:
        return Cleared(self.files + other.files, self.bytes + other.bytes)


NOTHING = Cleared()


@dataclass(frozen=True, slots=True)
class _Entry:
    """What is of use only together; when it was last read or written, in seconds of the epoch."""

    used: float
    paths: tuple[Path, ...]

    @property
    def bytes(self) -> int:
        return sum(disk_bytes(path) for path in self.paths)


def clear_cache(root: Path, unused_since: datetime, keep_bytes: int) -> Cleared:
    """Forget what was not used since, then the oldest until the rest fits; nothing is lost but time.

    The sound of past bulletins, which cannot be made again, is not touched.
    """
    entries = sorted(_entries(Project(root)), key=lambda entry: (entry.used, entry.paths))
    left, gone = sum(entry.bytes for entry in entries), NOTHING
    for entry in entries:
        if entry.used >= unused_since.timestamp() and left <= keep_bytes:
            break
        left -= entry.bytes
        gone += _erase(entry.paths)
    return gone


def clear_samples(root: Path, now: datetime) -> Cleared:
    """Take the WAV out of the packages whose slots were over a week ago; the packages stay whole."""
    gone = NOTHING
    for wav in sorted(Project(root).packages.glob("[!.]*/*.wav")):
        try:
            aired = date.fromisoformat(wav.name[:10])
        except ValueError:
            continue
        if aired + timedelta(days=WAV_DAYS) < now.date():
            told = wav.with_name(package.MANIFEST)
            before = disk_bytes(told) if told.is_file() else 0
            package.leave_out(wav)
            after = disk_bytes(told) if told.is_file() else 0
            gone += Cleared(0, before - after) + _erase((wav,))
    return gone


def _entries(project: Project) -> Iterator[_Entry]:
    """A file by itself, or a recorded article's folder with its seal; whatever of the cache is a link."""
    readings = project.reading_cache
    folders = [path for path in _list(readings) if path.is_dir() and path.name != package.SEALS]
    for folder in folders:
        files = [path for path in folder.rglob("*") if path.is_file()]
        seal = readings / package.SEALS / folder.name
        yield _Entry(max(map(_last_use, files), default=0.0), (*files, folder, *([seal] if seal.is_file() else [])))
    for place in _list(project.cache):
        if place not in {readings, project.episode_cache}:
            found = (path for path in chain([place], place.rglob("*")) if path.is_file() and not path.is_symlink())
            yield from (_Entry(_last_use(path), (path,)) for path in found)


def _list(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []


def _last_use(path: Path) -> float:
    facts = path.stat()
    return max(facts.st_mtime, facts.st_atime)


def _erase(paths: Iterable[Path]) -> Cleared:
    """What went, counted as the disk does: what another name still holds frees nothing."""
    gone = NOTHING
    for path in paths:
        file, size = not path.is_dir(), disk_bytes(path)
        if not erase(path):
            gone += Cleared(int(file), size)
    return gone
