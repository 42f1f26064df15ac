"""`loa insert`: an approved article is put into a slot as an urgent notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from loaphuong.app import output
from loaphuong.app.call import jobs_option
from loaphuong.app.record import print_recorded, record
from loaphuong.app.refresh import mark, refresh
from loaphuong.app.texts import find_text
from loaphuong.app.ward import load
from loaphuong.core import files
from loaphuong.core.messages import N_
from loaphuong.core.problems import stop
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.radio import calendar, holds
from loaphuong.radio.holds import Act, Decision

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from loaphuong.app.call import Call
    from loaphuong.core.problems import Problem
    from loaphuong.radio.booth import Progress, Recorded


@click.command
@click.argument("article")
@click.argument("slot")
@click.option("--by", default="", help=N_("Who decided."))
@jobs_option
@click.pass_obj
def command(call: Call, article: str, slot: str, by: str, jobs: int | None) -> int:
    """The notice comes first, right after the contents."""
    with output.progress() as progress:
        recorded, behind = insert(call.root, call.now, article, slot, by, jobs, progress)
    print_recorded(recorded)
    return max(output.exit_code(recorded.problems), output.print_shown(behind))


def insert(
    root: Path, now: datetime, article: str, slot: str, by: str, jobs: int | None, progress: Progress
) -> tuple[Recorded, tuple[Problem, ...]]:
    """Put an approved article into a slot as an urgent notice, and record the slot anew.

    Returns what was recorded, and what still shows or says the slot as it was.
    """
    with files.lock(root, files.PATIENCE_SECONDS):
        ward = load(root, now)
        slug = find_text(ward, article).name
        if slug not in {each.slug for each in ward.public.articles}:
            raise stop("insert-unapproved", Where(Project.content), name=article)
        decision = Decision(now, Act.INSERT, slot, slug, by=by)
        mark(root)
        holds.append(root, decision, calendar.find(ward.station, slot))
    recorded = record(root, now, [slot], jobs, progress)
    return recorded, refresh(root, now, [slot])
