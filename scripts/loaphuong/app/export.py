"""`loa export`: the schedule as other people's programs read it."""

from __future__ import annotations

import errno
import os
import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from loaphuong.app import output
from loaphuong.app.ward import load, load_packages
from loaphuong.core import files
from loaphuong.core.messages import N_, tr
from loaphuong.core.problems import Stopped
from loaphuong.core.project import Project
from loaphuong.radio import entry_forms, recordings
from loaphuong.radio.exports import ics, liquidsoap, playlist, table
from loaphuong.radio.exports.schedule import list_broadcasts, list_tracks, list_weeks
from loaphuong.radio.newsroom import Newsroom

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from loaphuong.app.call import Call
    from loaphuong.radio.episode import Episode
    from loaphuong.radio.ward import Ward


SOUNDS = "tep"
# What names places of this machine: of no use elsewhere.
MACHINES = frozenset({".liq", ".json", ".log"})


@click.command
@click.option("--to", "stick", type=click.Path(path_type=Path, file_okay=False), help=N_("Also to this folder, whole."))
@click.pass_obj
def command(call: Call, stick: Path | None) -> None:
    """To audio/exports/; names in playlists are relative, so that the folder travels."""
    written = export(call.root, call.now)
    for path in written:
        output.success(tr(N_("Written: {path}"), path=path.as_posix()))
    if stick:
        count = carry(call.root, stick)
        output.success(tr(N_("Carried to {folder}: {count} files"), folder=stick.as_posix(), count=count))


def carry(root: Path, stick: Path) -> int:
    """Copy all that is not this machine's own to a folder, such as one on a stick; how many files."""
    exports = Project(root).exports
    found = [path for path in sorted(exports.rglob("*")) if path.is_file() and path.suffix not in MACHINES]
    for path in found:
        target = stick / path.relative_to(exports)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with files.replacement(target) as beside:
                shutil.copyfile(path, beside)
        except OSError as error:
            raise files.cannot_write(target, error) from error
    return len(found)


def export(root: Path, now: datetime) -> tuple[Path, ...]:
    """Write calendar, playlists, table and Liquidsoap script to audio/exports/; the files written."""
    with files.lock(root, files.PATIENCE_SECONDS):
        ward = load(root, now)
        if ward.errors:
            raise Stopped(ward.errors)
        newsroom = Newsroom(Newsroom(ward).ward_with(()))
        return write_exports(newsroom.ward, recordings.find_playable(newsroom, load_packages(newsroom.ward)))


def write_exports(ward: Ward, packages: Mapping[str, Episode]) -> tuple[Path, ...]:
    """The same of a ward whose running orders all stand, and of the packages that may be heard."""
    now, target = ward.now, Project(ward.root).exports
    recorded = list_broadcasts(ward, packages)
    lies = {each.file: f"{SOUNDS}/{Path(each.file).name}" for each in recorded if each.file}
    sounds = {name: Path(source) for source, name in lies.items()}
    broadcasts = tuple(replace(each, file=lies.get(each.file or "")) for each in recorded)
    tracks = list_tracks(broadcasts)
    here = tuple(replace(each, file=(target / each.file).absolute().as_posix()) for each in tracks)
    weeks, told = list_weeks(ward, packages), files.read_bytes(target / "lich-phat.ics")
    made = {
        "lich-phat.ics": ics.render(weeks, ward.station, now, told),
        "lich-phat.m3u8": playlist.m3u8(tracks),
        "lich-phat.xspf": playlist.xspf(tracks, ward.station.ward.station_name),
        "lich-phat.csv": table.render(broadcasts),
        liquidsoap.SCRIPT: liquidsoap.script(target.absolute()),
        liquidsoap.PLAN: liquidsoap.plan(here),
    }
    place_sounds(target, sounds)
    made |= entry_forms.write(ward, packages, broadcasts, target)
    for name, data in made.items():
        files.write_bytes(target / name, data)
    take_away(target, sounds)
    return tuple(Path(Project.exports) / name for name in (*made, *sounds))


def place_sounds(target: Path, sounds: Mapping[str, Path]) -> None:
    """Put the files to play beside the playlists, by hard link where that works."""
    for name, source in sounds.items():
        there = target / name
        if not (there.is_file() and there.samefile(source)):
            files.link(source, there)


def take_away(target: Path, sounds: Mapping[str, Path]) -> None:
    """Take away the files that no list plays any more, last of all; Stopped for one that a player holds."""
    for path in (target / SOUNDS).glob("*"):
        if f"{SOUNDS}/{path.name}" not in sounds and files.erase(path):
            raise files.cannot_write(path, PermissionError(errno.EACCES, os.strerror(errno.EACCES)))
