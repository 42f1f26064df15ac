"""`loa withdraw`: a text is taken back for good."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from loaphuong.app import output
from loaphuong.app.call import key_option
from loaphuong.app.texts import find_text
from loaphuong.app.ward import load
from loaphuong.core import files
from loaphuong.core.messages import N_, tr
from loaphuong.core.problems import problem, stop
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.radio import log
from loaphuong.radio.booth import readings_of
from loaphuong.trust import approval, registry, signing
from loaphuong.trust.approval import records

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from loaphuong.app.call import Call
    from loaphuong.core.problems import Problem
    from loaphuong.radio.programme import Programme
    from loaphuong.radio.ward import Ward
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
@key_option
@click.pass_obj
def command(call: Call, text: str, why: str, by: str, key: Path | None) -> int:
    """What cannot be reached is listed with what to do; exit 3 while something could not be erased."""
    withdrawn = withdraw(call.root, call.clock, text, by, why, key)
    title = withdrawn.text.title
    output.success(tr(N_("Withdrawn: {title}. The next `loa build` takes it off the page."), title=title))
    output.print_problems(withdrawn.left)
    return output.exit_code(withdrawn.left)


def withdraw(root: Path, now: datetime, name: str, by: str, why: str, key: Path | None = None) -> WithdrawnText:
    """Take a text back for good: its words go at the next build.

    The register comes first, so that whatever happens next, nothing of the text is published again. Called again, it
    finishes what could not be erased.
    """
    with files.lock(root, files.PATIENCE_SECONDS):
        ward = load(root, now)
        text = find_withdrawn(ward, name) or find_text(ward, name)
        if not ward.register.find_withdrawal(text.name):
            if not key and signing.must_sign(root, asked=ward.station.trust.require_signature):
                raise stop("signature-required", ward.station.at("duyet.require_signature"))
            entry = approval.withdraw(text, by, why, now)
            registry.append(root, entry, sign=signing.signer(root, key, entry) if key else None)
        records.forget(root, ward.register, text.name)
        heard = log.times_heard(ward.aired)
        slots = [order.slot for order in ward.orders if carries(order, text.name)]
        aired = [slot.name for slot in slots if slot.name in heard]
        packages = Project(root).packages
        handed = [slot.name for slot in slots if slot.name not in heard and (packages / slot.name).is_dir()]
        remains = (*records.kept_of(root, ward.register, text.name), *erase(root, text.name, handed))
        stuck = tuple(
            problem("withdrawal-unfinished", Where(Project(root).name(path)), name=text.name) for path in remains
        )
    return WithdrawnText(text, (*approval.list_unreachable(text.name, aired, handed), *stuck))


def find_withdrawn(ward: Ward, name: str) -> Text | None:
    """A text that was taken back before, by the name it had."""
    given = ward.register.find_withdrawal(name)
    return approval.Text(name, name, Where(Project.approvals), "", "") if given else None


def erase(root: Path, name: str, slots: Iterable[str]) -> tuple[Path, ...]:
    """Take a text's sound out of the project: its own readings, and the packages that say it and were not aired.

    Returns the folders that could not be taken away.
    """
    folders = (*readings_of(root, name), *(Project(root).packages / slot for slot in slots))
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
    return tuple(folder for folder in folders if folder.exists())


def carries(order: Programme, name: str) -> bool:
    """Whether a running order says any word of a text."""
    return any(name in item.refs for item in order.items)
