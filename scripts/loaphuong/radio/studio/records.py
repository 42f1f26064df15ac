"""What is committed of a recorded bulletin: audio/programmes/da-thu/<slot>.json has its times and its sound's SHA-256.

With it a bulletin that was public stays so when audio/packages is lost or another machine goes on. It has no words:
titles are those of the running order, as they are approved.
"""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from loaphuong.core import addresses
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


def keep(root: Path, order: Programme, episode: Episode) -> bool:
    """Write down a bulletin that was recorded, with the sums of the sounds it had before; the same is left alone.

    Whether another sound was written down before.
    """
    media = episode.file(WEB)
    if media is None:
        return False
    earlier = list_earlier(root, episode.name)
    before = str(_load(root, episode.name).get("sound", {}).get("sha256", media.sha256))
    if replaced := before != media.sha256:
        earlier = (*earlier, before)
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
        **({"earlier": list(earlier)} if earlier else {}),
    }
    write_text(path_of(root, episode.name), json.dumps(told, ensure_ascii=False, indent=1) + "\n")
    return replaced


def _load(root: Path, name: str) -> dict[str, Any]:
    """What was written down of a slot; nothing where that cannot be read."""
    try:
        told = parse_json(path_of(root, name).read_text("utf-8"))
        return told if told["version"] == VERSION else {}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def list_earlier(root: Path, name: str) -> tuple[str, ...]:
    """The SHA-256 of the sounds that a slot's bulletin had before, the first one first."""
    return tuple(str(each) for each in _load(root, name).get("earlier", ()))


def address(root: Path, episode: Episode) -> str:
    """Where the public page has the sound of a bulletin."""
    media = episode.file(WEB)
    after = media is not None and bool(list_earlier(root, episode.name))
    return addresses.bulletin_audio(episode.name, media.sha256 if media and after else "")


def read(root: Path, order: Programme, title: str) -> Episode | None:
    """The bulletin of an order as it was written down, without its words; None if that cannot be read."""
    try:
        told = _load(root, order.slot.name)
        chapters = tuple(
            Chapter(int(start), int(end), order.items[place].title, order.items[place].refs)
            for start, end, place in told["chapters"]
        )
        media = MediaFile(path="", **told["sound"])
        voices = tuple(str(each) for each in told["voices"])
        synthetic = bool(told["synthetic"])
        return Episode(order.slot.name, title, str(told["digest"]), ((WEB, media),), (), chapters, voices, synthetic)
    except (ValueError, KeyError, TypeError, IndexError):
        return None


def find(root: Path, episode: Episode, places: Iterable[Path]) -> Episode | None:
    """The episode with its sound where it lies byte for byte, in one of these places; None if it is in none."""
    media = episode.file(WEB)
    for path in places:
        if media and path.is_file() and path.stat().st_size == media.bytes and of_file(path) == media.sha256:
            return replace(episode, files=((WEB, replace(media, path=Project(root).name(path))),))
    return None
