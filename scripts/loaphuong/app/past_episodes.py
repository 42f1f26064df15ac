"""Bulletins that were public stay public: their sound is found again here or on the public page, by its digest."""

from __future__ import annotations

import hashlib
import urllib.request
from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaphuong.core import addresses
from loaphuong.core.files import link, write_bytes
from loaphuong.core.problems import problem
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.radio import on_air
from loaphuong.radio.studio import records

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from loaphuong.core.problems import Problem
    from loaphuong.radio.episode import Episode, MediaFile
    from loaphuong.radio.ward import Ward

    Fetch = Callable[[str, int], bytes]

TIMEOUT_SECONDS = 10
SCHEMES = ("https://", "http://")


@dataclass(frozen=True, slots=True)
class Restored:
    """The packages with the past bulletins that were found again, and those whose sound is nowhere."""

    packages: Mapping[str, Episode]
    problems: tuple[Problem, ...]


def fetch(url: str, most_bytes: int) -> bytes:
    """What lies at an address, not more than so many bytes; OSError if nothing does."""
    if not url.startswith(SCHEMES):
        raise OSError(url)
    with urllib.request.urlopen(url, timeout=TIMEOUT_SECONDS) as answer:  # noqa: S310 - its scheme was looked at
        return bytes(answer.read(most_bytes + 1))


def restore(ward: Ward, packages: Mapping[str, Episode], get: Fetch = fetch) -> Restored:
    """The packages, and for each past slot without one what was written down of it, with its sound.

    The sound is taken from the site that stands, else fetched once from the public page. It is kept in the cache.
    """
    found, lost = dict(packages), []
    offline = False
    for order in ward.orders:
        name = order.slot.name
        if order.slot.starts_at > ward.now or name in found:
            continue
        written = records.read(ward.root, order, on_air.title(ward, order))
        if written is None or (media := written.file(records.WEB)) is None:
            continue
        kept = Project(ward.root).episode_cache / f"{name}-{media.sha256[:12]}.mp3"
        address = records.address(ward.root, written)
        here = records.find(ward.root, written, (kept, Project(ward.root).site / address))
        if here is None and not offline:
            offline = not bring_back(ward, address, media, kept, get)
            here = records.find(ward.root, written, [kept])
        if here is None:
            where = Where(Project(ward.root).name(records.path_of(ward.root, name)))
            lost.append(problem("episode-lost", where, slot=name))
            continue
        found[name] = keep_apart(ward.root, here, kept)
    return Restored(found, tuple(lost))


def keep_apart(root: Path, episode: Episode, kept: Path) -> Episode:
    """The episode with its sound in the cache: the site it lies in is about to be replaced."""
    media = episode.file(records.WEB)
    if media and root / media.path != kept:
        link(root / media.path, kept)
    return records.find(root, episode, [kept]) or episode


def bring_back(ward: Ward, address: str, media: MediaFile, kept: Path, get: Fetch) -> bool:
    """Fetch a sound from the public page; False if the page cannot be reached. Other bytes are not kept."""
    try:
        data = get(addresses.absolute(ward.station.ward.site_url, address), media.bytes)
    except (OSError, ValueError):
        return False
    if hashlib.sha256(data).hexdigest() == media.sha256:
        write_bytes(kept, data)
    return True
