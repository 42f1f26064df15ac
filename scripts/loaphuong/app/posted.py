"""`loa posted`: what hangs where is noted, and what must be replaced is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from loaphuong.app import output
from loaphuong.app.call import Moment, json_option
from loaphuong.app.print import sheets_of
from loaphuong.app.ward import load
from loaphuong.core import files
from loaphuong.core.messages import N_, tr
from loaphuong.core.problems import Stopped
from loaphuong.print import posted
from loaphuong.print.posted import Posting

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from loaphuong.app.call import Call
    from loaphuong.core.problems import Problem
    from loaphuong.radio.ward import Ward


@click.command
@click.argument("mark", required=False)
@click.option("--place", default="", help=N_("Where it hangs."))
@click.option("--at", type=Moment(), help=N_("When it was posted, if not now."))
@click.option("--by", default="", help=N_("Who posted it."))
@click.option("--photo", default="", help=N_("The name of a picture of it."))
@click.option("--down", is_flag=True, help=N_("It was taken down."))
@click.option("--note", default="", help=N_("A remark."))
@json_option
@click.pass_obj
def command(
    call: Call,
    mark: str | None,
    place: str,
    at: datetime | None,
    by: str,
    photo: str,
    down: bool,
    note: str,
    as_json: bool,
) -> int:
    """With a MARK and a --place: note it. Without: what hangs, and what of it must be replaced."""
    if mark:
        if not place.strip():
            raise click.UsageError(tr(N_("Say where it hangs with --place.")))
        line = Posting(place, mark, at or call.clock, by, photo, note, call.clock, down=down)
        note_posting(call.root, line)
        output.success(tr(N_("Noted: {mark}, {place}"), mark=mark, place=place))
        return 0
    ward = load(call.root, call.now)
    postings = read_postings(call.root, ward)
    if as_json:
        marks = marks_in_force(ward)
        output.print_json([posting_data(each, marks) for each in posted.list_hanging(postings)])
        return 0
    for each in posted.list_hanging(postings):
        click.echo(f"{each.place}  {each.mark}  {each.at:%d/%m/%Y}  {each.by}".rstrip())
    found = posted.to_replace(postings, marks_in_force(ward))
    output.print_problems(found, good=tr(N_("All that hangs is in force.")))
    return 0


def note_posting(root: Path, line: Posting) -> None:
    """One line more; Stopped if it cannot be true."""
    with files.lock(root, files.PATIENCE_SECONDS):
        posted.append(root, line)


def read_postings(root: Path, ward: Ward) -> tuple[Posting, ...]:
    """The whole log; Stopped with whatever was done to it."""
    entries, problems = posted.read(root, ward.station.zone)
    if problems:
        raise Stopped(problems)
    return entries


def marks_in_force(ward: Ward) -> Mapping[str, str]:
    """The marks of all that can be printed now, by what they are of."""
    return {each.mark.subject: each.mark.text for each in sheets_of(ward)}


def to_replace(ward: Ward) -> tuple[Problem, ...]:
    """What hangs and is not in force any more; nothing where nothing was ever noted, or the ward cannot be printed."""
    entries, problems = posted.read(ward.root, ward.station.zone)
    return (*problems, *posted.to_replace(entries, marks_in_force(ward))) if entries and not ward.errors else problems


def posting_data(each: Posting, marks: Mapping[str, str]) -> dict[str, object]:
    """A sheet that hangs, for machines."""
    return {
        "place": each.place,
        "mark": each.mark,
        "at": each.at.isoformat(),
        "by": each.by,
        "photo": each.photo,
        "note": each.note,
        "in_force": marks.get(each.subject) == each.mark,
    }
