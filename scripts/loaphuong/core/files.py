"""Files are whole or absent: written beside, then put in place; folders are swapped; paths stay in the project."""

from __future__ import annotations

import ctypes
import errno
import hashlib
import json
import os
import shutil
import stat
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from filelock import FileLock, Timeout

from loaphuong.core.problems import Stopped, stop
from loaphuong.core.project import Project
from loaphuong.core.where import Where

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

T = TypeVar("T")
# How long a text that people write may be.
TEXT_BYTES = 64 * 1024
# What a file is called until it is whole; a run that was killed leaves such names behind.
UNFINISHED = ".loa~"
NAMED_DIGITS = 32
# How long a short act waits for others, and how often it asks them to give way.
PATIENCE_SECONDS, ASKS_SECONDS = 300, 1
SEAL_BYTES = 4 + hashlib.sha256().digest_size


def inside(root: Path, path: Path) -> bool:
    """Whether `path`, its links followed, lies in `root`, or in what its `audio` leads to on another disk."""
    real = path.resolve()
    return any(real.is_relative_to(place.resolve()) for place in (root, Project(root).audio))


def parse_json(data: bytes | str) -> Any:
    """What JSON tells; ValueError for what is none, or is nested without end."""
    try:
        return json.loads(data)
    except RecursionError as error:
        raise ValueError("nested") from error


def cannot_write(path: Path, error: OSError) -> Stopped:
    """What to raise for a failed write."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return stop("disk-full", Where(path.as_posix()), path=path)
    return stop("not-writable", Where(path.as_posix()), path=path, reason=error.strerror or error)


@contextmanager
def replacement(path: Path) -> Iterator[Path]:
    """A temporary path beside `path` that becomes `path` when the block ends well, and vanishes when it does not."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f"{UNFINISHED}{path.stem}.", suffix=path.suffix)
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
    with replacement(path) as beside, beside.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def read_bytes(path: Path) -> bytes | None:
    """What a file holds; None where there is none."""
    return path.read_bytes() if path.is_file() else None


def write_text(path: Path, text: str) -> None:
    """Write UTF-8 with `\\n` line ends, whole."""
    write_bytes(path, text.encode())


def decode(data: bytes, where: Where) -> str:
    """UTF-8, with or without a BOM, as text; Stopped with the line, the column and the byte that is none."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        column = len(before) - before.rfind(b"\n")
        place = Where(where.path, before.count(b"\n") + 1)
        raise stop("not-utf8", place, byte=f"0x{error.object[error.start]:02X}", column=column) from error


def write_sealed(path: Path, mark: bytes, body: bytes) -> None:
    """Write what a cache keeps: `mark` (4 bytes, the kind of the entry), the SHA-256 of the body, the body."""
    write_bytes(path, mark + hashlib.sha256(body).digest() + body)


def read_sealed(path: Path, mark: bytes) -> memoryview | None:
    """The body that `write_sealed` kept under this mark; None if there is none or it is not whole."""
    try:
        data = memoryview(path.read_bytes())
    except OSError:
        return None
    body = data[SEAL_BYTES:]
    return body if data[:SEAL_BYTES] == mark + hashlib.sha256(body).digest() else None


def find_named(folder: Path, key: str, suffix: str) -> Path | None:
    """What `write_named` kept under a key; None if there is none or it is not whole."""
    for path in folder.glob(f"{key}-*{suffix}"):
        with path.open("rb") as stream:
            if path.stem == f"{key}-{hashlib.file_digest(stream, 'sha256').hexdigest()[:NAMED_DIGITS]}":
                return path
        path.unlink()
    return None


def write_named(folder: Path, key: str, suffix: str, data: bytes) -> Path:
    """Keep a file under a key and its own SHA-256, so that its name tells whether it is whole; its path."""
    path = folder / f"{key}-{hashlib.sha256(data).hexdigest()[:NAMED_DIGITS]}{suffix}"
    write_bytes(path, data)
    return path


def link(source: Path, target: Path) -> None:
    """Put `source` at `target` by hard link, or by copy where links fail."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)
        try:
            os.link(source, target)
        except OSError:
            shutil.copyfile(source, target)
    except OSError as error:
        raise cannot_write(target, error) from error


def copy(source: Path, target: Path) -> None:
    """Put the bytes of `source` at `target`, whole, as a file of its own."""
    with replacement(target) as beside:
        shutil.copyfile(source, beside)


def swap(fresh: Path, current: Path) -> None:
    """Put a whole folder in place of another, in one step of the system where it has one: `current` is never half.

    Elsewhere there is a moment between two renames; `sweep` mends what a kill in that moment leaves. Where `current` is
    a link, what it leads to is replaced, and the link stays.
    """
    try:
        if current.is_symlink():
            real = current.resolve()
            beside = real.with_name(f"{UNFINISHED}{real.name}.new")
            erase(beside)
            shutil.move(fresh, beside)  # it may be another disk
            swap(beside, real)
        elif exchange(fresh, current):
            erase(fresh)
        elif current.exists():
            old = beside_of(current)
            shutil.rmtree(old, ignore_errors=True)
            current.replace(old)
            try:
                fresh.replace(current)
            except OSError:
                old.replace(current)
                raise
            shutil.rmtree(old, ignore_errors=True)
        else:
            fresh.replace(current)
    except OSError as error:
        raise cannot_write(current, error) from error


def disk_bytes(path: Path) -> int:
    """How many bytes of disk are free once this file or empty folder is erased: none where another name holds it."""
    facts = path.lstat()
    if stat.S_ISREG(facts.st_mode) and facts.st_nlink > 1:
        return 0
    blocks: int | None = getattr(facts, "st_blocks", None)
    return facts.st_size if blocks is None else blocks * 512


def erase(path: Path, last: str = "") -> tuple[Path, ...]:
    """Take away a file or a folder, read-only or not, the child named `last` after all others; what is still there."""
    left: list[Path] = []
    remove: Callable[[], None] = path.unlink
    if path.is_dir() and not path.is_symlink():
        remove = path.rmdir
        try:
            children = sorted(path.iterdir(), key=lambda child: (child.name == last, child))
        except OSError:
            children = []
        for child in children:
            if child.name != last or not left:
                left += erase(child)
    if left:
        return tuple(left)
    try:
        remove()
    except FileNotFoundError:
        return ()
    except OSError:
        try:
            path.parent.chmod(path.parent.stat().st_mode | stat.S_IRWXU)
            path.chmod(path.stat().st_mode | stat.S_IRWXU)
            remove()
        except OSError:
            return (path,)
    return ()


def let_all_read(folder: Path) -> None:
    """A public folder is for whoever serves it, however narrow the umask of who made it."""
    for path in (folder, *folder.rglob("*")):
        mode = path.stat().st_mode
        wanted = mode | (0o755 if stat.S_ISDIR(mode) else 0o644)
        if wanted != mode:
            path.chmod(wanted)


def beside_of(current: Path) -> Path:
    """Where a folder is put aside while another takes its place."""
    return current.with_name(f"{UNFINISHED}{current.name}.old")


def exchange(first: Path, second: Path) -> bool:
    """Let two folders change places at once, if the system can."""
    if sys.platform == "linux":
        call, here, flag = getattr(ctypes.CDLL(None), "renameat2", None), (-100,), 2
    elif sys.platform == "darwin":
        call, here, flag = getattr(ctypes.CDLL(None), "renamex_np", None), (), 2
    else:
        return False
    paths = os.fsencode(first), os.fsencode(second)
    return call is not None and call(*here, paths[0], *here, paths[1], flag) == 0


def sweep(root: Path) -> None:
    """Take away what a killed run left unfinished, and put back a folder that it had put aside.

    Only where a lock is held for writing: what lies in audio/cache is rebuilt anyway.
    """
    project = Project(root)
    folders = (root, project.audio, project.programmes, project.packages)
    found = [path for folder in folders for path in folder.glob(f"{UNFINISHED}*")]
    for path in (*found, *project.content.rglob(f"{UNFINISHED}*")):
        current = path.with_name(path.name.removeprefix(UNFINISHED).removesuffix(".old"))
        if path.is_symlink() or not path.is_dir():
            path.unlink(missing_ok=True)
        elif path.name.endswith(".old") and not current.exists():
            path.replace(current)
        else:
            shutil.rmtree(path, ignore_errors=True)


def write_private(root: Path, name: str, text: str | None = None) -> None:
    """Write a file that is this machine's own, or only its mark; its folder tells git to leave it alone."""
    write_text(Project(root).private / ".gitignore", "*\n")
    if text is None:
        (root / name).touch()
    else:
        write_text(root / name, text)


class GaveWay(Exception):  # noqa: N818 - it is a turn taken, not an accident
    """Long work let go of the project, because a short one waits for it."""


def give_way(root: Path) -> None:
    """Called between the steps of long work: GaveWay when someone waits; what is finished by then is kept."""
    if Project(root).waiting.exists():
        raise GaveWay


def take_turns(root: Path, work: Callable[[float], T]) -> T:
    """Do long work, and begin it again as often as an act that cannot wait came between; it keeps what is finished.

    `work` is given the seconds that it may wait for the project.
    """
    patience = 0.0
    while True:
        try:
            return work(patience)
        except GaveWay:
            let_pass(root)
            patience = PATIENCE_SECONDS


def let_pass(root: Path) -> None:
    """Wait until nobody asks any more: whoever still waits asks again within a second."""
    while Project(root).waiting.exists():
        Project(root).waiting.unlink(missing_ok=True)
        time.sleep(2 * ASKS_SECONDS)


@contextmanager
def lock(root: Path, wait_seconds: float = 0) -> Iterator[None]:
    """Keep other `loa` out of the project, and clear up after a killed one; the system drops a dead one's lock.

    Who waits asks long work to give way.
    """
    lock, until = FileLock(Project(root).lock), time.monotonic() + wait_seconds
    try:
        while not lock.is_locked:
            try:
                lock.acquire(timeout=min(wait_seconds, ASKS_SECONDS))
            except Timeout as error:
                if time.monotonic() >= until:
                    raise stop("busy", Where(Project.lock)) from error
                write_private(root, Project.waiting)
    except OSError as error:
        raise cannot_write(Project(root).lock, error) from error
    try:
        sweep(root)
        yield
    finally:
        lock.release()
