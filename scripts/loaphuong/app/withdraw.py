"""`loa withdraw`: a text is taken back for good."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from loaphuong.app import output
from loaphuong.app.call import key_option
from loaphuong.app.refresh import carries, mark, refresh
from loaphuong.app.texts import find_text
from loaphuong.app.ward import load
from loaphuong.core import files
from loaphuong.core.messages import N_, tr
from loaphuong.core.problems import problem, stop
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.print import loops, workshop
from loaphuong.radio import log, studio
from loaphuong.radio.booth import readings_of
from loaphuong.trust import approval, registry, signing
from loaphuong.trust.approval import records

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from loaphuong.app.call import Call
    from loaphuong.core.problems import Problem
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
    output.success(tr(N_("Withdrawn: {title}"), title=title))
    return output.print_shown(withdrawn.left)


def withdraw(root: Path, now: datetime, name: str, by: str, why: str, key: Path | None = None) -> WithdrawnText:
    """Take a text back for good: its words leave the page and the exports with it.

    The register comes first, so that whatever happens next, nothing of the text is published again. All that is to be
    erased is known from what is there: called again, from whatever point, it finishes what could not be erased.
    """
    with files.lock(root, files.PATIENCE_SECONDS):
        ward = load(root, now)
        text = find_withdrawn(ward, name) or find_text(ward, name)
        mark(root)
        if not ward.register.find_withdrawal(text.name):
            if not key and ward.station.trust.require_signature:
                raise stop("signature-required", ward.station.at("duyet.require_signature"))
            entry = approval.withdraw(text, by, why, now)
            registry.append(root, entry, sign=signing.signer(root, key, entry, ward.register) if key else None)
        aired = [order.slot.name for order in ward.orders if carries(order, [text.name])]
        aired = [slot for slot in aired if slot in log.times_heard(ward.aired)]
        handed = packages_of(ward, text.name)
        stuck = finish(ward, text.name)
    behind = refresh(root, now, [folder.name for folder in handed], [text.name])
    told = approval.list_unreachable(text.name, aired, [folder.name for folder in handed])
    return WithdrawnText(text, (*told, *stuck, *behind))


def find_withdrawn(ward: Ward, name: str) -> Text | None:
    """A text that was taken back before, by the name it had."""
    given = ward.register.find_withdrawal(name)
    return approval.Text(name, name, Where(Project.approvals), "", "") if given else None


def finish(ward: Ward, name: str) -> tuple[Problem, ...]:
    """Erase what is kept of a withdrawn text: its records, its readings, bulletins not aired that say it, previews.

    Spoken sentences do not tell whose they are: all that are kept for speed go, and are said anew when they are wanted.
    Returns what could not be erased, file by file.
    """
    project = Project(ward.root)
    sounds = (*readings_of(ward.root, name), *packages_of(ward, name), *sounds_of(ward, name))
    folders = (*sounds, project.spoken_cache, project.master_cache, project.preview)
    left = [path for folder in folders for path in files.erase(folder, last=studio.MANIFEST)]
    left += records.forget(ward.root, ward.register, name)
    left += [*workshop.forget(project.printed, name), *loops.forget(project.printed, name)]
    return tuple(problem("withdrawal-unfinished", Where(project.name(path)), name=name) for path in left)


def finish_all(ward: Ward) -> tuple[Problem, ...]:
    """Go on with every withdrawal that is not finished; what still could not be erased."""
    return tuple(
        found
        for name in ward.register.withdrawals
        if records.list_kept(ward.root, ward.register, name)
        or readings_of(ward.root, name)
        or packages_of(ward, name)
        or sounds_of(ward, name)
        for found in finish(ward, name)
    )


def slots_of(ward: Ward, name: str) -> frozenset[str]:
    """The slots, by name, whose running orders say a text."""
    return frozenset(order.slot.name for order in ward.orders if carries(order, [name]))


def sounds_of(ward: Ward, name: str) -> tuple[Path, ...]:
    """The sound that is kept of bulletins not aired that say a text, where their packages were lost."""
    wanted = slots_of(ward, name) - log.times_heard(ward.aired).keys()
    kept = Project(ward.root).episode_cache
    return tuple(path for slot in sorted(wanted) for path in sorted(kept.glob(f"{slot}-*")))


def packages_of(ward: Ward, name: str) -> tuple[Path, ...]:
    """The folders of bulletins that say a text and were not aired, by their running orders and by what they tell."""
    heard, packages = log.times_heard(ward.aired), Project(ward.root).packages
    carried = slots_of(ward, name)
    return tuple(
        folder
        for folder in sorted(packages.glob("[!.]*"))
        if folder.name not in heard and (folder.name in carried or name in studio.told_refs(folder))
    )
