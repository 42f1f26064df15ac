"""`loa log`: the broadcast log."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from loaphuong import station
from loaphuong.app import output
from loaphuong.app.call import json_option
from loaphuong.core.problems import Stopped
from loaphuong.core.vietnamese import minutes
from loaphuong.radio import log

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from loaphuong.app.call import Call
    from loaphuong.radio.log import Aired


@click.command
@json_option
@click.pass_obj
def command(call: Call, as_json: bool) -> None:
    """A line a broadcast."""
    entries = read_log(call.root)
    if as_json:
        output.print_json([aired_data(entry) for entry in entries])
    else:
        print_log(entries)


def read_log(root: Path) -> tuple[Aired, ...]:
    """The whole broadcast log; Stopped with whatever was done to it."""
    entries, problems = log.read(root, station.require(root).zone)
    if problems:
        raise Stopped(problems)
    return entries


def print_log(entries: Sequence[Aired]) -> None:
    """The broadcast log, a line a broadcast."""
    for entry in entries:
        seconds = minutes(entry.seconds) if entry.seconds else ""
        result = f"{entry.result.value:<10}"
        row = (entry.slot, f"{entry.at:%d/%m/%Y %H:%M}", result, f"{seconds:>5}", entry.by, entry.note)
        click.echo("  ".join(row).rstrip())


def aired_data(entry: Aired) -> dict[str, object]:
    """A line of the log for machines."""
    return {
        "slot": entry.slot,
        "at": entry.at.isoformat(),
        "by": entry.by,
        "result": entry.result.value,
        "seconds": entry.seconds,
        "sha256": entry.sha256,
        "note": entry.note,
    }
