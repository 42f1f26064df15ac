"""`loa hold`: a slot is stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from loaphuong import station
from loaphuong.app import output
from loaphuong.core import files
from loaphuong.core.messages import N_, tr
from loaphuong.radio import calendar, holds
from loaphuong.radio.holds import Act, Decision

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from loaphuong.app.call import Call


@click.command
@click.argument("slot")
@click.option("--why", required=True, help=N_("The reason, which staff will see."))
@click.option("--by", default="", help=N_("Who decided."))
@click.pass_obj
def command(call: Call, slot: str, why: str, by: str) -> None:
    """Until it is released."""
    hold(call.root, call.now, slot, why, by)
    output.success(tr(N_("{slot} is on hold: {why}"), slot=slot, why=why))
    output.notice_next_build()


def hold(root: Path, now: datetime, slot: str, why: str, by: str) -> None:
    """Stop a slot: nothing of it is aired, and its page and exports say so. Stopped if it makes no sense."""
    note(root, Decision(now, Act.HOLD, slot, why=why, by=by))


def note(root: Path, decision: Decision) -> None:
    """Note a decision on a slot; Stopped if it makes no sense."""
    known = station.require(root)
    with files.lock(root, files.PATIENCE_SECONDS):
        holds.append(root, decision, calendar.find(known, decision.slot))
