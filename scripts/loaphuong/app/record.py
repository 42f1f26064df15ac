"""`loa record`: running orders frozen, packages for broadcast staff made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from loaphuong.app import output
from loaphuong.app.call import jobs_option
from loaphuong.app.ward import load_ready
from loaphuong.core import files
from loaphuong.core.messages import N_, tr
from loaphuong.core.vietnamese import minutes
from loaphuong.radio import booth
from loaphuong.radio.newsroom import Newsroom

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from loaphuong.app.call import Call
    from loaphuong.radio.booth import Progress, Recorded


@click.command
@click.argument("slots", nargs=-1)
@jobs_option
@click.pass_obj
def command(call: Call, slots: tuple[str, ...], jobs: int | None) -> int:
    """The slots named, or those that station.toml wants ahead."""
    with output.progress() as progress:
        recorded = record(call.root, call.now, slots, jobs, progress)
    print_recorded(recorded)
    return output.exit_code(recorded.problems)


def record(root: Path, now: datetime, slots: Sequence[str], jobs: int | None, progress: Progress) -> Recorded:
    """Freeze the running orders that are due and make the packages that are missing; urgent acts come between."""

    def once(patience: float) -> Recorded:
        with files.lock(root, patience):
            return booth.record(Newsroom(load_ready(root, now)), slots, jobs, progress, readings=False)

    return files.take_turns(root, once)


def print_recorded(recorded: Recorded) -> None:
    """Each bulletin with its measured length and loudness."""
    output.print_problems(recorded.problems)
    for programme, episode in recorded.bulletins:
        media = episode.file("loa")
        if media is None:
            continue
        state = tr(N_("recorded")) if programme.slot.name in recorded.made else tr(N_("unchanged"))
        loudness = f"{media.loudness_lufs:.1f} LUFS"
        slot = output.slot_label(programme.slot)
        output.success(f"{slot}  {minutes(media.seconds):>5}  {loudness}  {state}  {media.path}")
