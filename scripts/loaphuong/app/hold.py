"""`loa hold`: a slot is stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from loaphuong.app import output
from loaphuong.app.refresh import mark, refresh
from loaphuong.app.ward import load_station
from loaphuong.core import files
from loaphuong.core.messages import N_, tr
from loaphuong.radio import calendar, holds
from loaphuong.radio.holds import Act, Decision

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from loaphuong.app.call import Call
    from loaphuong.core.problems import Problem


@click.command
@click.argument("slot")
@click.option("--why", required=True, help=N_("The reason, which staff will see."))
@click.option("--by", default="", help=N_("Who decided."))
@click.pass_obj
def command(call: Call, slot: str, why: str, by: str) -> int:
    """Until it is released. Page, calendar and playlists say so at once; what still does not is told, with exit 3."""
    behind = hold(call.root, call.now, slot, why, by)
    output.success(tr(N_("{slot} is on hold: {why}"), slot=slot, why=why))
    return output.print_shown(behind)


def hold(root: Path, now: datetime, slot: str, why: str, by: str) -> tuple[Problem, ...]:
    """Stop a slot: nothing of it is aired, and its page and exports say so. Stopped if it makes no sense.

    Returns what still says otherwise.
    """
    note(root, Decision(now, Act.HOLD, slot, why=why, by=by))
    return refresh(root, now, [slot])


def note(root: Path, decision: Decision) -> None:
    """Note a decision on a slot; Stopped if it makes no sense."""
    known = load_station(root)
    with files.lock(root, files.PATIENCE_SECONDS):
        mark(root)
        holds.append(root, decision, calendar.find(known, decision.slot))
