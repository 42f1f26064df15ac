"""`loa check`: every problem of what people write, before anything is made of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from loaphuong.app import output
from loaphuong.app.call import json_option
from loaphuong.app.plan import look_ahead
from loaphuong.app.ward import load, voiced
from loaphuong.core.messages import N_, tr
from loaphuong.radio.newsroom import Newsroom
from loaphuong.speech import voices
from loaphuong.speech.ear import strain, unrepeated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from loaphuong.app.call import Call
    from loaphuong.core.problems import Problem
    from loaphuong.radio.ward import Ward

DOUBT = "spoken-doubt"


@click.command
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--doubts", is_flag=True, help=N_("Show every word that could be read otherwise, with both readings."))
@json_option
@click.pass_obj
def command(call: Call, paths: tuple[Path, ...], doubts: bool, as_json: bool) -> int:
    """Exit 1 if there is any problem that is more than a warning."""
    found = check(call.root, call.now, [path.resolve() for path in paths])
    unsure = {each for each in found if each.id == DOUBT}
    shown = found if doubts else tuple(each for each in found if each not in unsure)
    output.print_problems(shown, as_json=as_json, good=tr(N_("All is well: nothing to mend.")))
    if unsure and not doubts and not as_json:
        output.notice(tr(N_("Read with a doubt: {count}. `loa check --doubts` shows them."), count=len(unsure)))
    return output.exit_code(found)


def check(root: Path, now: datetime, paths: Sequence[Path] = ()) -> tuple[Problem, ...]:
    """Every problem of the project, or of these files and folders alone."""
    ward = load(root, now)
    found = (*ward.problems, *check_voices(ward))
    if all(each.warning for each in found):
        found = (*found, *look_ahead(Newsroom(ward)).problems)
    found = (*found, *listen(ward))
    return tuple(each for each in found if not paths or any(lies_in(root, each, path) for path in paths))


def listen(ward: Ward) -> Iterator[Problem]:
    """What of the words is hard to follow by ear, could be read otherwise, or is guessed."""
    for read in ward.readings.read_all(voiced(ward.station, ward.content))[0]:
        yield from read.doubts
        yield from strain(read)
    yield from unrepeated(ward.content.articles, ward.station.pauses)


def check_voices(ward: Ward) -> tuple[Problem, ...]:
    """What is wrong with the settings of the voices; what only the recording machine needs is not asked here."""
    return voices.settings_problems(ward.station.voices, ward.root)


def lies_in(root: Path, found: Problem, path: Path) -> bool:
    """Whether a problem is of this file, or of a file in this folder."""
    return (root / found.where.path).resolve().is_relative_to(path)
