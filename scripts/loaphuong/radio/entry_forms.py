"""A folder for each recorded slot: its phiếu nhập, and beside it the file that each loudspeaker system takes."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from loaphuong.core import files
from loaphuong.core.digest import digest, of_file
from loaphuong.radio import studio
from loaphuong.radio.episode import MediaFile
from loaphuong.radio.exports import entry_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from loaphuong.radio.episode import Episode
    from loaphuong.radio.exports.schedule import Broadcast
    from loaphuong.radio.programme import Programme
    from loaphuong.radio.ward import Ward
    from loaphuong.station.entry_form import SpeakerSystem

FORMS, FORM, DELIVERED = "phieu", "phieu-nhap.html", "tep.json"


def write(
    ward: Ward, packages: Mapping[str, Episode], broadcasts: Iterable[Broadcast], target: Path
) -> dict[str, bytes]:
    """Each recorded slot's phiếu nhập, in a folder with the file of each loudspeaker system; the pages by their names.

    The files of a slot are made anew when its recording or the systems are others; folders of other slots go.
    """
    orders = {order.slot.name: order for order in ward.orders}
    pages: dict[str, Broadcast] = {}
    made: dict[str, bytes] = {}
    for each in broadcasts:
        name, episode = each.slot.name, packages.get(each.slot.name)
        if each.cancelled or not each.file or episode is None or name not in orders:
            continue
        stem = PurePosixPath(each.file).stem
        files_of = deliver_all(ward, episode, target / FORMS / name, stem)
        approvers = tuple(list_approvers(ward, orders[name]))
        filled = [
            entry_form.fill_in(each, orders[name], system, file_name, media, ward.station, approvers)
            for system, file_name, media in files_of
        ]
        pages[f"{name}/{FORM}"] = each
        made[f"{FORMS}/{name}/{FORM}"] = entry_form.form_page(each, filled, ward.station)
    for folder in (target / FORMS).glob("*"):
        if folder.is_dir() and f"{folder.name}/{FORM}" not in pages:
            shutil.rmtree(folder, ignore_errors=True)
    return {**made, f"{FORMS}/index.html": entry_form.list_page(pages, ward.station)}


def deliver_all(
    ward: Ward, episode: Episode, folder: Path, stem: str
) -> tuple[tuple[SpeakerSystem, str, MediaFile], ...]:
    """The file of each system of an episode, by its name; kept while episode and systems are the same."""
    wanted = {f"{stem}_{system.key}.mp3": system for system in ward.station.entry_form.systems}
    known = read_delivered(folder, digest(episode.digest, *wanted.values()))
    if known is None or known.keys() != wanted.keys():
        known = {}
        for name, system in wanted.items():
            if media := studio.deliver(ward.root, episode, system, folder / name):
                known[name] = media
        told = {
            "of": digest(episode.digest, *wanted.values()),
            "files": {name: asdict(each) for name, each in known.items()},
        }
        files.write_text(folder / DELIVERED, json.dumps(told, ensure_ascii=False, indent=1) + "\n")
    for path in folder.glob("*.mp3"):
        if path.name not in known:
            path.unlink(missing_ok=True)
    return tuple((wanted[name], name, media) for name, media in known.items())


def read_delivered(folder: Path, of: str) -> dict[str, MediaFile] | None:
    """What was delivered to a folder, if it was made of this and every file is what it was."""
    try:
        told = files.parse_json((folder / DELIVERED).read_text("utf-8"))
        known = {name: MediaFile(**facts) for name, facts in told["files"].items()}
        whole = told["of"] == of and all(of_file(folder / name) == media.sha256 for name, media in known.items())
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return known if whole else None


def list_approvers(ward: Ward, order: Programme) -> Iterable[str]:
    """Who answers for the articles of an order, each once, with their office."""
    refs = (ref for item in order.items for ref in item.refs if "#" not in ref)
    found = (ward.register.find_approval(ref) for ref in refs)
    return dict.fromkeys(f"{each.by}, {each.title}" if each.title else each.by for each in found if each)
