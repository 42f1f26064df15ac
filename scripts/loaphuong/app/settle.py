"""`loa settle`: warnings that were looked at are put aside, with a reason, until their words change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from loaphuong.app import output
from loaphuong.app.check import check
from loaphuong.core import files
from loaphuong.core.messages import N_, tr
from loaphuong.core.problems import stop
from loaphuong.core.where import Where
from loaphuong.trust import settled

if TYPE_CHECKING:
    from datetime import datetime

    from loaphuong.app.call import Call
    from loaphuong.core.problems import Problem


@click.command
@click.argument("text")
@click.option("--why", required=True, help=N_("Why nothing needs to be done."))
@click.option("--by", required=True, help=N_("The name of whoever decides."))
@click.option("--line", type=click.IntRange(0), help=N_("Only what is told of this line."))
@click.option("--undo", is_flag=True, help=N_("Tell of them again."))
@click.pass_obj
def command(call: Call, text: str, why: str, by: str, line: int | None, undo: bool) -> None:
    """Each of them is shown; a change of the words they stand in brings them back."""
    found = settle(call.root, call.clock, text, why, by, line, undo=undo, here=Path.cwd())
    for each in found:
        output.notice(f"{each.where}: {each.what}")
    done = (
        tr(N_("Told of again: {count}."), count=len(found)) if undo else tr(N_("Settled: {count}."), count=len(found))
    )
    output.success(done)


def settle(
    root: Path,
    now: datetime,
    name: str,
    why: str,
    by: str,
    line: int | None = None,
    *,
    undo: bool = False,
    here: Path | None = None,
) -> tuple[Problem, ...]:
    """Settle what `loa check NAME` warns of, all of it or what stands on one line; Stopped where there is nothing.

    `undo` brings back what was settled.
    """
    if not why.strip() or not by.strip():
        raise stop("settle-unsaid", Where("loa settle"))
    with files.lock(root, files.PATIENCE_SECONDS):
        checked = check(root, now, [name], here)
        known = checked.settled if undo else [each for each in checked.problems if settled.can_be_settled(each)]
        found = tuple(each for each in known if line is None or each.where.line == line)
        if not found:
            raise stop("settle-nothing", Where("loa settle"), name=name)
        settled.append(root, now, found, " ".join(why.split()), " ".join(by.split()), reopen=undo)
    return found
