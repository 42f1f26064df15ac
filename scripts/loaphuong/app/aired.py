"""`loa aired`: what was broadcast is noted in the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from loaphuong import station
from loaphuong.app import output
from loaphuong.app.call import Moment
from loaphuong.core import files
from loaphuong.core.messages import N_, tr
from loaphuong.core.project import Project
from loaphuong.radio import calendar, log, studio
from loaphuong.radio.log import Aired, Result

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from loaphuong.app.call import Call


@click.command
@click.argument("slot")
@click.option("--at", type=Moment(), help=N_("When it began, if not on time."))
@click.option("--by", default="", help=N_("Who aired it."))
@click.option(
    "--result",
    type=click.Choice([each.value for each in Result]),
    default=Result.WHOLE.value,
    show_default=True,
    help=N_("How it went."),
)
@click.option("--note", default="", help=N_("A remark."))
@click.pass_obj
def command(call: Call, slot: str, at: datetime | None, by: str, result: str, note: str) -> None:
    """The line is never rewritten; a later line of the same slot puts it right."""
    line = note_aired(call.root, call.now, slot, at, by, Result(result), note)
    began = f"{line.at:%d/%m/%Y %H:%M}"
    output.success(tr(N_("Noted: {slot}, {at}, {result}"), slot=slot, at=began, result=line.result))


def note_aired(root: Path, now: datetime, slot: str, at: datetime | None, by: str, result: Result, note: str) -> Aired:
    """Note what was aired, with the digest of the file that staff were given; Stopped if it cannot be true."""
    found = calendar.find(station.require(root), slot)
    episode = studio.load(Project(root).packages / slot)
    media = episode.file("loa") if episode else None
    line = Aired(
        slot=slot,
        at=at or (found.starts_at if found else now),
        by=by,
        result=result,
        seconds=media.seconds if media and result is Result.WHOLE else None,
        sha256=media.sha256 if media else "",
        note=note,
        recorded_at=now,
    )
    with files.lock(root, files.PATIENCE_SECONDS):
        log.append(root, line, found)
    return line
