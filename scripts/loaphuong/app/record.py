"""`loa record`: running orders frozen, packages for broadcast staff made."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from loaphuong.app import output
from loaphuong.app.call import jobs_option
from loaphuong.app.refresh import mark, refresh
from loaphuong.app.ward import load_ready
from loaphuong.core import files
from loaphuong.core.messages import N_, tr
from loaphuong.core.project import Project
from loaphuong.core.vietnamese import minutes
from loaphuong.radio import booth
from loaphuong.radio.newsroom import Newsroom

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from loaphuong.app.call import Call
    from loaphuong.core.problems import Problem
    from loaphuong.radio.booth import Progress, Recorded
    from loaphuong.radio.ward import Ward


@click.command
@click.argument("slots", nargs=-1)
@jobs_option
@click.pass_obj
def command(call: Call, slots: tuple[str, ...], jobs: int | None) -> int:
    """The slots named, or those that station.toml wants ahead."""
    with output.progress() as progress:
        recorded = record(call.root, call.now, slots, jobs, progress)
    print_recorded(recorded)
    output.print_problems(recorded.left_out)
    done = output.exit_code((*recorded.problems, *recorded.left_out))
    if not recorded.made:
        return done
    if not Project(call.root).site.exists():
        output.notice(tr(N_("The page and the desk show it after the next `loa build`.")))
        return done
    # A player can only have what was recorded before.
    return max(done, output.print_shown(refresh(call.root, call.now, recorded.replaced)))


def record(root: Path, now: datetime, slots: Sequence[str], jobs: int | None, progress: Progress) -> Recorded:
    """Freeze the running orders that are due and make the packages that are missing; urgent acts come between."""

    def once(patience: float) -> Recorded:
        with files.lock(root, patience):
            ward = load_ready(root, now)
            recorded = booth.record(Newsroom(ward), slots, jobs, progress, readings=False)
            if recorded.made:
                mark(root)
        broken = tuple(found for found in ward.left_out if not found.warning)
        return replace(recorded, problems=(*recorded.problems, *list_unsaid(ward, recorded)), left_out=broken)

    return files.take_turns(root, once)


def list_unsaid(ward: Ward, recorded: Recorded) -> tuple[Problem, ...]:
    """What waits for approval of the articles that were recorded: their bulletins say the words approved before."""
    said = {ref for order in recorded.orders for item in order.items for ref in item.refs}
    files_said = {article.where.path for article in ward.content.articles if article.slug in said}
    return tuple(found for found in ward.unapproved if found.where.path in files_said)


def print_recorded(recorded: Recorded) -> None:
    """Each bulletin with its measured length and loudness."""
    output.print_problems(recorded.problems)
    for programme, episode in recorded.bulletins:
        media = episode.file("loa")
        if media is None:
            continue
        name = programme.slot.name
        state = tr(N_("recorded")) if name in recorded.made else tr(N_("unchanged"))
        if name in recorded.replaced:
            state = tr(N_("recorded anew; page and podcast give it a new address"))
        loudness = f"{media.loudness_lufs:.1f} LUFS"
        slot = output.slot_label(programme.slot)
        output.success(f"{slot}  {minutes(media.seconds):>5}  {loudness}  {state}  {media.path}")
    if gone := recorded.cleared.files:
        size = f"{recorded.cleared.bytes / 1e6:.0f}"
        output.notice(tr(N_("{count} WAV files of past bulletins removed, {size} MB freed"), count=gone, size=size))
