"""What was approved, kept in content/.approved/: each record under its digest, each picture under its SHA-256."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from loaphuong.core.digest import of_file
from loaphuong.core.files import erase, inside, write_bytes, write_text
from loaphuong.core.problems import stop
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.trust.registry import Approval

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from loaphuong.trust.approval.text import Text
    from loaphuong.trust.registry import Register


RECORD = ".txt"


@dataclass(frozen=True, slots=True)
class Record:
    """A text as it was approved: the pictures it showed by path, its source, and its file where that was noted."""

    path: str | None
    pictures: Mapping[str, str]
    source: str


def sha256_in(root: Path) -> Callable[[str], str | None]:
    """What gives the SHA-256 of a file of the project by its path, read once; None for what is none of its files."""

    @cache
    def sha256(path: str) -> str | None:
        try:
            return of_file(root / path) if inside(Project(root).content, root / path) else None
        except (OSError, ValueError, RuntimeError):
            return None

    return sha256


def keep(root: Path, text: Text) -> None:
    """Keep a text that is about to be approved; Stopped if a picture is no longer what was read."""
    for path, sha256 in text.pictures:
        data = (root / path).read_bytes()
        if hashlib.sha256(data).hexdigest() != sha256:
            raise stop("changed-while-read", Where(path))
        if path.startswith(f"{Project.content}/"):
            write_bytes(picture(root, path, sha256), data)
    write_text(record_file(root, text.digest), text.record)


def record_file(root: Path, digest: str) -> Path:
    """Where a record is kept."""
    return Project(root).approved / f"{digest}{RECORD}"


def picture(root: Path, path: str, sha256: str) -> Path:
    """Where the bytes of a picture are kept."""
    return Project(root).approved / f"{sha256}{PurePosixPath(path).suffix.lower()}"


def read(root: Path, digest: str) -> Record | None:
    """What was approved under a digest, if it is still there and whole."""
    try:
        data = record_file(root, digest).read_bytes().replace(b"\r\n", b"\n")
    except OSError:
        return None
    return parse(data.decode()) if hashlib.sha256(data).hexdigest() == digest else None


def parse(written: str) -> Record:
    """A record; those of the first form name no file, and list readings too, which are the station's by now."""
    head, _, source = written.partition("\n\n")
    path, pictures = None, {}
    for line in head.split("\n"):
        kind, _, rest = line.partition(" ")
        if kind == "tep":
            path = rest
        elif kind == "anh":
            sha256, _, name = rest.partition(" ")
            pictures[json.loads(name)] = sha256
    return Record(path, pictures, source)


def bytes_of(root: Path, path: str, sha256: str) -> bytes | None:
    """A picture with this SHA-256: what lies at its path, else what was kept; None where neither is it."""
    for place in (root / path, picture(root, path, sha256)):
        try:
            if of_file(place) == sha256:
                return place.read_bytes()
        except OSError:
            continue
    return None


def list_kept(root: Path, known: Register, name: str) -> tuple[Path, ...]:
    """What is kept of a text alone: its records, and the pictures that no other text shows, which come first."""
    mine = {entry.digest for entry in known.entries if isinstance(entry, Approval) and entry.name == name}
    if not any(record_file(root, digest).exists() for digest in mine):
        return ()
    others = {entry.digest for entry in known.approvals.values() if entry.name != name}
    shown = {sha256 for digest in others for sha256 in pictures_of(root, digest).values()}
    found: list[Path] = []
    for digest in sorted(mine - others):
        own = pictures_of(root, digest).items()
        found += [picture(root, path, sha256) for path, sha256 in own if sha256 not in shown]
        found.append(record_file(root, digest))
    return tuple(path for path in found if path.exists())


def forget(root: Path, known: Register, name: str) -> tuple[Path, ...]:
    """Erase all that is kept of a withdrawn text; what the system did not let us erase."""
    kept = list_kept(root, known, name)
    # A record tells which pictures were its own: it goes when they are gone.
    left = [path for file in kept if file.suffix != RECORD for path in erase(file)]
    if left:
        return (*left, *(file for file in kept if file.suffix == RECORD))
    return tuple(path for file in kept if file.suffix == RECORD for path in erase(file))


def pictures_of(root: Path, digest: str) -> Mapping[str, str]:
    """The pictures of a record, or none."""
    record = read(root, digest)
    return record.pictures if record else {}
