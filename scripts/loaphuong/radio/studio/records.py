"""What is committed of a recorded bulletin: audio/programmes/da-thu/<slot>.json has its times and its sound's SHA-256.

With it a bulletin that was public stays so when audio/packages is lost or another machine goes on. It has no words:
titles are those of the running order, as they are approved.
"""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from loaphuong.core.digest import of_file
from loaphuong.core.files import parse_json, write_text
from loaphuong.core.project import Project
from loaphuong.radio.episode import Chapter, Episode, MediaFile

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from loaphuong.radio.programme import Programme

VERSION = 1
WEB = "web"


def path_of(root: Path, name: str) -> Path:
    """audio/programmes/da-thu/<slot>.json"""
    return Project(root).episodes / f"{name}.json"


def keep(root: Path, order: Programme, episode: Episode) -> None:
    """Write down a bulletin that was recorded; one that is the same already is left alone."""
    media = episode.file(WEB)
    if media is None:
        return
    places = {(item.title, item.refs): place for place, item in enumerate(order.items)}
    told = {
        "version": VERSION,
        "digest": episode.digest,
        "voices": list(episode.voices),
        "synthetic": episode.synthetic,
        "sound": {name: value for name, value in asdict(media).items() if name != "path"},
        "chapters": [
            [each.start_ms, each.end_ms, places[each.title, each.refs]]
            for each in episode.chapters
            if (each.title, each.refs) in places
        ],
    }
    write_text(path_of(root, episode.name), json.dumps(told, ensure_ascii=False, indent=1) + "\n")


def read(root: Path, order: Programme, title: str) -> Episode | None:
    """The bulletin of an order as it was written down, without its words; None if that cannot be read."""
    try:
        told = parse_json(path_of(root, order.slot.name).read_text("utf-8"))
        if told["version"] != VERSION:
            return None
        chapters = tuple(
            Chapter(int(start), int(end), order.items[place].title, order.items[place].refs)
            for start, end, place in told["chapters"]
        )
        media = MediaFile(path="", **told["sound"])
        voices = tuple(str(each) for each in told["voices"])
        synthetic = bool(told["synthetic"])
        return Episode(order.slot.name, title, str(told["digest"]), ((WEB, media),), (), chapters, voices, synthetic)
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        return None


def find(root: Path, episode: Episode, places: Iterable[Path]) -> Episode | None:
    """The episode with its sound where it lies byte for byte, in one of these places; None if it is in none."""
    media = episode.file(WEB)
    for path in places:
        if media and path.is_file() and path.stat().st_size == media.bytes and of_file(path) == media.sha256:
            return replace(episode, files=((WEB, replace(media, path=Project(root).name(path))),))
    return None
