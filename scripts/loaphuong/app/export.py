"""`loa export`: the schedule as other people's programs read it."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from loaphuong.app import output
from loaphuong.app.ward import load, load_packages
from loaphuong.core import files
from loaphuong.core.messages import N_, tr
from loaphuong.core.problems import Stopped
from loaphuong.core.project import Project
from loaphuong.radio import on_air
from loaphuong.radio.exports import ics, playlist, table, timer
from loaphuong.radio.exports.schedule import list_broadcasts, list_tracks
from loaphuong.radio.newsroom import Newsroom

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from loaphuong.app.call import Call
    from loaphuong.radio.episode import Episode
    from loaphuong.radio.ward import Ward


@click.command
@click.pass_obj
def command(call: Call) -> None:
    """To audio/exports/."""
    for path in export(call.root, call.now):
        output.success(tr(N_("Written: {path}"), path=path.as_posix()))


def export(root: Path, now: datetime) -> tuple[Path, ...]:
    """Write calendar, playlists, table, Liquidsoap script and timer to audio/exports/; the files written."""
    with files.lock(root, files.PATIENCE_SECONDS):
        ward = load(root, now)
        if ward.errors:
            raise Stopped(ward.errors)
        newsroom = Newsroom(Newsroom(ward).ward_with(()))
        return write_exports(newsroom.ward, on_air.playable(newsroom, load_packages(newsroom.ward)))


def write_exports(ward: Ward, packages: Mapping[str, Episode]) -> tuple[Path, ...]:
    """The same of a ward whose running orders all stand, and of the packages that may be heard."""
    root, now = ward.root, ward.now
    broadcasts = list_broadcasts(ward, packages)
    tracks = list_tracks(broadcasts)
    zone = ward.station.time_zone
    program = Path(shutil.which("loa") or sys.argv[0]).resolve()
    earliest = min((rule.at for show in ward.station.shows for rule in show.slots), default=None)
    made = {
        "lich-phat.ics": ics.render(broadcasts, ward.station, now),
        "lich-phat.m3u8": playlist.m3u8(tracks),
        "lich-phat.xspf": playlist.xspf(tracks, ward.station.ward.station_name),
        "lich-phat.csv": table.render(broadcasts),
        "loa-phuong.liq": playlist.liquidsoap(tracks),
    }
    if earliest:
        made |= timer.render(root, program, earliest.replace(hour=(earliest.hour + 12) % 24), zone)
    for name, data in made.items():
        files.write_bytes(Project(root).exports / name, data)
    return tuple(Path(Project.exports) / name for name in made)
