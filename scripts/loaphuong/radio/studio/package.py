"""A finished episode as a folder: all of it or nothing, with a manifest from which it is read again."""

from __future__ import annotations

import hashlib
import json
import shutil
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from loaphuong.core.digest import of_file
from loaphuong.core.files import UNFINISHED, beside_of, cannot_write, parse_json, swap, write_private, write_text
from loaphuong.core.project import Project
from loaphuong.radio.episode import Chapter, Cue, Episode, MediaFile
from loaphuong.speech.nouns import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MANIFEST = "manifest.json"
SEALS = ".made"
VERSION = 1


def load(folder: Path) -> Episode | None:
    """The episode of a folder; None if there is none, or if it is not byte for byte what was made."""
    try:
        data = (folder / MANIFEST).read_bytes()
        told = parse_json(data)
        if told["version"] != VERSION or not is_sealed(folder, data):
            return None
        episode = _episode(told["episode"])
        whole = all(of_file(folder / name) == facts["sha256"] for name, facts in told["files"].items())
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return episode if whole else None


def told_refs(folder: Path) -> frozenset[str]:
    """The names of the texts that a folder says it holds, whole or not; what it tells is used only to take it away."""
    try:
        told = parse_json((folder / MANIFEST).read_bytes())
        return frozenset(ref for item in told["items"] for ref in item["refs"])
    except (OSError, ValueError, KeyError, TypeError):
        return frozenset()


def is_sealed(folder: Path, manifest: bytes) -> bool:
    """Whether a manifest is the one that was written when the folder was made.

    What it says of its own files is not believed: its SHA-256 lies beside the folders, and where this machine made it,
    in its own memory too, where nobody writes who only hands recordings on. A folder without a seal is not believed.
    """
    said = hashlib.sha256(manifest).hexdigest()
    root, name = find_memory(folder)
    made = root / name
    if made.is_file() and made.read_text("utf-8").strip() != said:
        return False
    return (folder.parent / SEALS / folder.name).read_text("utf-8").strip() == said


def find_memory(folder: Path) -> tuple[Path, str]:
    """The project of a folder, and where this machine keeps its seal."""
    audio = next(parent for parent in folder.parents if parent.name == Project.audio)
    return audio.parent, f"{Project.made}/{folder.relative_to(audio.parent).as_posix()}"


def seal(folder: Path) -> None:
    """Keep the SHA-256 of a folder's manifest: beside it, and in this machine's memory."""
    said = f"{of_file(folder / MANIFEST)}\n"
    write_text(folder.parent / SEALS / folder.name, said)
    root, name = find_memory(folder)
    write_private(root, name, said)


def leave_out(path: Path) -> None:
    """Let a package be whole without one of its files, which is about to be erased; one that is damaged stays so."""
    folder = path.parent
    try:
        data = (folder / MANIFEST).read_bytes()
        told = parse_json(data)
        if not is_sealed(folder, data):
            return
        del told["files"][path.name]
        episode = told["episode"]
        episode["files"] = [pair for pair in episode["files"] if PurePosixPath(pair[1]["path"]).name != path.name]
    except (OSError, ValueError, KeyError, TypeError):
        return
    write_text(folder / MANIFEST, _render(told))
    seal(folder)


def load_all(folder: Path, names: Iterable[str]) -> dict[str, Episode]:
    """The episodes of these packages of a folder by name; those that are not there, or not whole, are left out."""
    found = {name: load(folder / name) for name in names}
    return {name: episode for name, episode in found.items() if episode}


@contextmanager
def build_beside(folder: Path) -> Iterator[Path]:
    """A folder beside `folder` that takes its place when the block ends well, and vanishes when it does not."""
    fresh = folder.with_name(f"{UNFINISHED}{folder.name}.new")
    try:
        # What a killed run may have left.
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.rmtree(beside_of(folder), ignore_errors=True)
        fresh.mkdir(parents=True)
    except OSError as error:
        raise cannot_write(folder, error) from error
    try:
        yield fresh
        swap(fresh, folder)
        seal(folder)
    except OSError as error:
        raise cannot_write(folder, error) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def write(path: Path, parts: Iterable[bytes]) -> tuple[int, str]:
    """A file out of its parts, one after another; its size and SHA-256."""
    name, size = hashlib.sha256(), 0
    with path.open("wb") as stream:
        for part in parts:
            stream.write(part)
            name.update(part)
            size += len(part)
    return size, name.hexdigest()


def manifest(episode: Episode, folder: Path, facts: dict[str, Any]) -> str:
    """What a package says of itself: every file's size and SHA-256, the episode, and `facts` for people."""
    known = {PurePosixPath(media.path).name: media for _, media in episode.files}
    files = {}
    for path in sorted(folder.iterdir()):
        if path.name != MANIFEST:
            media = known.get(path.name)
            sha256 = media.sha256 if media else of_file(path)
            files[path.name] = {"bytes": path.stat().st_size, "sha256": sha256}
    told = {"version": VERSION, **facts, "files": files, "episode": asdict(episode)}
    return _render(told)


def _render(told: dict[str, Any]) -> str:
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _episode(told: dict[str, Any]) -> Episode:
    return Episode(
        name=told["name"],
        title=told["title"],
        digest=told["digest"],
        files=tuple((use, MediaFile(**media)) for use, media in told["files"]),
        cues=tuple(Cue(**{**cue, "role": Role(cue["role"])}) for cue in told["cues"]),
        chapters=tuple(Chapter(**{**chapter, "refs": tuple(chapter["refs"])}) for chapter in told["chapters"]),
        voices=tuple(told["voices"]),
        synthetic=told["synthetic"],
        # A package of before does not tell.
        stand_ins=tuple((voice, other, count) for voice, other, count in told.get("stand_ins", ())),
    )
