"""`loa status`: where every text stands, and what changed since it was approved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from loaphuong.app import output
from loaphuong.app.call import json_option
from loaphuong.app.texts import all_texts, find_text
from loaphuong.app.ward import load
from loaphuong.core.messages import N_, tr
from loaphuong.core.vietnamese import day
from loaphuong.radio import log
from loaphuong.trust import approval
from loaphuong.trust.approval import State, records

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from loaphuong.app.call import Call
    from loaphuong.trust.registry import Approval


@dataclass(frozen=True, slots=True)
class TextStatus:
    """Where a text stands: `changes` is what differs from what was approved, as a unified diff."""

    name: str
    title: str
    state: State
    approval: Approval | None
    changes: str = ""


@click.command
@click.argument("texts", nargs=-1)
@click.option("--diff", is_flag=True, help=N_("Show the changes line by line."))
@json_option
@click.pass_obj
def command(call: Call, texts: tuple[str, ...], diff: bool, as_json: bool) -> None:
    """One line a text: of those named, or of all."""
    found = list_status(call.root, call.now, texts)
    if as_json:
        output.print_json([status_data(text) for text in found])
    else:
        print_status(found, diff=diff)


def list_status(root: Path, now: datetime, names: Sequence[str] = ()) -> tuple[TextStatus, ...]:
    """Where these texts stand, or all of them, the home page first."""
    ward = load(root, now)
    wanted = {find_text(ward, name).name for name in names}
    heard = log.times_heard(ward.aired)
    aired = {ref for order in ward.orders if order.slot.name in heard for item in order.items for ref in item.refs}
    written = {approval.name_of(public): public for public in approval.everything(ward.content)}
    found = []
    for name, text in all_texts(ward).items():
        if wanted and name not in wanted:
            continue
        last = ward.register.approved(name)
        kept = records.read(root, last.digest) if last and name in ward.standing.edited else None
        state = approval.state(name, written.get(name), ward.standing, ward.register, now, aired)
        found.append(TextStatus(name, text.title, state, last, approval.changes(kept, text) if kept else ""))
    return tuple(found)


def print_status(found: Sequence[TextStatus], *, diff: bool) -> None:
    """A text a line: its state, its name, who approved it when."""
    wide = max((len(text.name) for text in found), default=0)
    for text in found:
        approved = f"{text.approval.by}, {day(text.approval.at)}" if text.approval else ""
        edited = tr(N_("what was approved stays published")) if text.state is State.EDITED else ""
        click.echo("  ".join((f"{text.state.value:<14}", f"{text.name:<{wide}}", approved, edited)).rstrip())
        if diff and text.changes:
            for line in text.changes.splitlines()[2:]:
                click.secho(f"    {line}", fg={"+": "green", "-": "red"}.get(line[:1]))


def status_data(text: TextStatus) -> dict[str, object]:
    """A text's status for machines."""
    return {
        "name": text.name,
        "title": text.title,
        "state": text.state.value,
        "approved_by": text.approval.by if text.approval else None,
        "approved_at": text.approval.at.isoformat() if text.approval else None,
        "changes": text.changes,
    }
