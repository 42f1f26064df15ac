"""`loa release`: a slot that was on hold goes again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from loaphuong.app import output
from loaphuong.app.hold import note
from loaphuong.app.refresh import refresh
from loaphuong.core.messages import N_, tr
from loaphuong.radio.holds import Act, Decision

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from loaphuong.app.call import Call
    from loaphuong.core.problems import Problem


@click.command
@click.argument("slot")
@click.option("--by", default="", help=N_("Who decided."))
@click.pass_obj
def command(call: Call, slot: str, by: str) -> int:
    """The running order stands as it was."""
    behind = release(call.root, call.now, slot, by)
    output.success(tr(N_("{slot} will be aired"), slot=slot))
    return output.print_shown(behind)


def release(root: Path, now: datetime, slot: str, by: str) -> tuple[Problem, ...]:
    """Let a slot go again; Stopped if it was not on hold. Returns what still says otherwise."""
    note(root, Decision(now, Act.RELEASE, slot, by=by))
    return refresh(root, now, [slot])
