"""`loa withdraw`: a text is taken back for good."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from loaphuong.app import output
from loaphuong.app.texts import find_text
from loaphuong.app.ward import load
from loaphuong.core import files
from loaphuong.core.messages import N_, tr
from loaphuong.core.problems import stop
from loaphuong.core.project import Project
from loaphuong.radio import log
from loaphuong.radio.booth import readings_of
from loaphuong.trust import approval, registry
from loaphuong.trust.approval import records

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from loaphuong.app.call import Call
    from loaphuong.core.problems import Problem
    from loaphuong.radio.programme import Programme
    from loaphuong.trust.approval import Text


@dataclass(frozen=True, slots=True)
class WithdrawnText:
    """What was taken back, and what of it cannot be reached from here, with what to do."""

    text: Text
    left: tuple[Problem, ...]


@click.command
@click.argument("text")
@click.option(
    "--why", required=True, help=N_("The reason, for the register: not on the page, but in the project's files.")
)
@click.option("--by", required=True, help=N_("The name of whoever decides."))
@click.pass_obj
def command(call: Call, text: str, why: str, by: str) -> None:
    """What cannot be reached is listed with what to do."""
    withdrawn = withdraw(call.root, call.now, text, by, why)
    title = withdrawn.text.title
    output.success(tr(N_("Withdrawn: {title}. The next `loa build` takes it off the page."), title=title))
    output.print_problems(withdrawn.left)


def withdraw(root: Path, now: datetime, name: str, by: str, why: str) -> WithdrawnText:
    """Take a text back for good: its words go at the next build. Stopped if that was done before."""
    with files.locked(root):
        ward = load(root, now)
        text = find_text(ward, name)
        if earlier := ward.register.withdrawn(text.name):
            raise stop("already-withdrawn", text.where, name=text.name, on=f"{earlier.at:%d/%m/%Y}")
        registry.append(root, approval.withdraw(text, by, why, now))
        records.forget(root, ward.register, text.name)
        heard = log.times_heard(ward.aired)
        slots = [order.slot for order in ward.orders if carries(order, text.name)]
        aired = [slot.name for slot in slots if slot.name in heard]
        packages = Project(root).packages
        handed = [slot.name for slot in slots if slot.name not in heard and (packages / slot.name).is_dir()]
        erase(root, text.name, handed)
    return WithdrawnText(text, approval.unreachable(text.name, aired, handed))


def erase(root: Path, name: str, slots: Iterable[str]) -> None:
    """Take a text's sound out of the project: its own readings, and the packages that say it and were not aired."""
    for folder in (*readings_of(root, name), *(Project(root).packages / slot for slot in slots)):
        shutil.rmtree(folder, ignore_errors=True)


def carries(order: Programme, name: str) -> bool:
    """Whether a running order says any word of a text."""
    return any(name in item.refs for item in order.items)
