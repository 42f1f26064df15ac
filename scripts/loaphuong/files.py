"""Files are whole or absent: written beside, then put in place; folders are swapped; paths stay in the project."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from loaphuong.model import Where
from loaphuong.problems import Stopped, stop

if TYPE_CHECKING:
    from collections.abc import Iterator

LOCK = ".loa.lock"


def inside(root: Path, path: Path) -> bool:
    """Whether `path`, its links followed, lies in `root`."""
    return path.resolve().is_relative_to(root.resolve())


def cannot_write(path: Path, error: OSError) -> Stopped:
    """What to raise for a failed write."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return stop("disk-full", Where(path.as_posix()), path=path)
    return stop("not-writable", Where(path.as_posix()), path=path, reason=error.strerror or error)


@contextmanager
def written(path: Path) -> Iterator[Path]:
    """A temporary path beside `path` that becomes `path` when the block ends well, and vanishes when it does not."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}.", suffix=path.suffix)
    except OSError as error:
        raise cannot_write(path, error) from error
    os.close(handle)
    beside = Path(name)
    try:
        yield beside
        beside.chmod(0o644)
        beside.replace(path)
    except OSError as error:
        raise cannot_write(path, error) from error
    finally:
        beside.unlink(missing_ok=True)


def write_bytes(path: Path, data: bytes) -> None:
    """Write a whole file at once; one that already holds these bytes is left alone, time stamp and all."""
    if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
        return
    with written(path) as beside, beside.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def write_text(path: Path, text: str) -> None:
    """Write UTF-8 with `\\n` line ends, whole."""
    write_bytes(path, text.encode())


def link(source: Path, target: Path) -> None:
    """Put `source` at `target` by hard link, or by copy where links fail."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def swap(fresh: Path, current: Path) -> None:
    """Put a whole folder in place of another: the old one stands until the new one is complete."""
    old = current.with_name(f"{current.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    try:
        if current.exists():
            current.replace(old)
        fresh.replace(current)
    except OSError as error:
        raise cannot_write(current, error) from error
    shutil.rmtree(old, ignore_errors=True)


@contextmanager
def locked(root: Path, wait_seconds: float = 0) -> Iterator[None]:
    """Keep other `loa` out of the project; the system drops the lock when the process dies."""
    lock = FileLock(root / LOCK)
    try:
        lock.acquire(timeout=wait_seconds)
    except Timeout as error:
        raise stop("busy", Where(LOCK)) from error
    except OSError as error:
        raise cannot_write(root / LOCK, error) from error
    try:
        yield
    finally:
        lock.release()
