"""`loa upgrade`: a project of an earlier format becomes one of today's; shown first, done when asked."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import click

from loaphuong.app import output
from loaphuong.core import dates, files
from loaphuong.core.messages import N_, tr
from loaphuong.core.problems import Stopped
from loaphuong.core.project import Project
from loaphuong.radio import holds, log
from loaphuong.station import format  # noqa: A004 - the format of a project
from loaphuong.station.load import text_of
from loaphuong.trust import registry
from loaphuong.trust.approval.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from loaphuong.app.call import Call
    from loaphuong.core.problems import Problem


@dataclass(frozen=True, slots=True)
class Takeover:
    """One thing to take over: what is said of it, the files it changes, and how it is done."""

    said: tuple[str, ...]
    changes: tuple[Path, ...]
    do: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What an upgrade does or did, what is left for people, and where the copy of what was there lies."""

    said: tuple[str, ...]
    left: tuple[str, ...]
    kept: str = ""


@click.command
@click.option("--apply", "apply_it", is_flag=True, help=N_("Do it; without this it is only shown."))
@click.option("--dry-run", is_flag=True, help=N_("Only show what would be done; so it is without --apply too."))
@click.pass_obj
def command(call: Call, apply_it: bool, dry_run: bool) -> None:
    """What is changed is copied first; approvals hold."""
    done = upgrade(call.root, call.clock, apply=apply_it and not dry_run)
    for line in done.said:
        output.success(line) if done.kept else output.notice(f"• {line}")
    for line in done.left:
        output.notice(f"→ {line}")
    if not done.said:
        output.success(tr(N_("The project is of today's format.")))
    elif done.kept:
        output.success(tr(N_("Done. What was there is kept: {path}"), path=done.kept))
    else:
        output.notice(tr(N_("Nothing was changed. Do it: loa upgrade --apply")))


def upgrade(root: Path, now: datetime, *, apply: bool = False) -> Upgrade:
    """Take a project over, or tell what that would do; Stopped, nothing changed, where a register is damaged."""
    project = Project(root)
    with files.lock(root, files.PATIENCE_SECONDS):
        steps = tuple(list_steps(project))
        said = tuple(line for step in steps for line in step.said)
        kept = ""
        if apply and steps:
            folder = project.replaced / f"upgrade-{now:%Y%m%d-%H%M%S}"
            for path in (path for step in steps for path in step.changes if path.exists()):
                beside = folder / path.relative_to(root)
                beside.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(path, beside)
            for step in steps:
                step.do()
            kept = project.name(folder)
        return Upgrade(said, tuple(list_left(project)), kept)


def list_steps(project: Project) -> Iterator[Takeover]:
    """What is of an earlier format; Stopped for a register that is damaged, which no upgrade may hide."""
    text = text_of(project.root)
    renewed, dropped = format.renew(text)
    if renewed != text:
        yield Takeover(
            (
                tr(N_("{file}: format {number}"), file=Project.station, number=format.FORMAT),
                *(tr(N_("{key} is dropped: {why}"), key=key, why=tr(why)) for key, why in dropped),
            ),
            (project.station,),
            lambda: files.write_text(project.station, renewed),
        )
    if project.approvals_v1.exists():
        refuse_damage(registry.read(project.root, dates.USUAL_ZONE)[1])
        told = tr(N_("{old} becomes {new}, every approval with it"), old=Project.approvals_v1, new=Project.approvals)
        yield Takeover((told,), (project.approvals_v1,), lambda: registry.upgrade(project.root))
    for table in (log.LOG, holds.HOLDS):
        rows, problems = table.read(project.root)
        if table.is_of_first_form(project.root):
            refuse_damage(problems)
            told = tr(N_("{file}: lines bound as today, so that two copies merge"), file=table.path)
            changes = (project.root / table.path, project.root / table.seal_path)
            yield Takeover((told,), changes, partial(table.write, project.root, rows))
    if project.signers_v1.exists() and not project.signers.exists():
        told = tr(N_("{old} becomes {new}"), old=Project.signers_v1, new=Project.signers)
        yield Takeover((told,), (project.signers_v1,), lambda: move(project.signers_v1, project.signers))
    if project.calendar_v1.exists():
        told = tr(N_("{file} is dropped: revisions are counted from decisions now"), file=Project.calendar_v1)
        yield Takeover((told,), (project.calendar_v1,), project.calendar_v1.unlink)


def refuse_damage(problems: tuple[Problem, ...]) -> None:
    """Stopped with what is wrong with a register."""
    if problems:
        raise Stopped(problems)


def list_left(project: Project) -> Iterator[str]:
    """What only people can do afterwards."""
    register, _ = registry.read(project.root, dates.USUAL_ZONE)
    if not register.find_approval(WORDS):
        yield tr(N_("Have the station's words approved once: loa status {name} --diff, loa approve {name}"), name=WORDS)
    if project.signers_v1.exists():
        yield tr(N_("Have the owner sign {file} (docs/trust.md)"), file=Project.signers)
    if project.packages.is_dir():
        yield tr(N_("Recordings of an earlier version that are not taken over are made anew by loa build"))


def move(old: Path, new: Path) -> None:
    """Put a file in its new place."""
    files.write_bytes(new, old.read_bytes())
    old.unlink()
