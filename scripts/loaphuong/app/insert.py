"""`loa insert`: an approved article is put into a slot as an urgent notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from loaphuong.app import output
from loaphuong.app.call import jobs_option
from loaphuong.app.record import print_recorded
from loaphuong.app.texts import find_text
from loaphuong.app.ward import load
from loaphuong.core import files
from loaphuong.core.messages import N_
from loaphuong.core.problems import stop
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.radio import booth, calendar, holds
from loaphuong.radio.holds import Act, Decision
from loaphuong.radio.newsroom import Newsroom

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from loaphuong.app.call import Call
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
        recorded = insert(call.root, call.now, article, slot, by, jobs, progress)
    print_recorded(recorded)
    output.notice_next_build()
    return output.exit_code(recorded.problems)


def insert(
    root: Path, now: datetime, article: str, slot: str, by: str, jobs: int | None, progress: Progress
) -> Recorded:
    """Put an approved article into a slot as an urgent notice, and record the slot anew."""
    with files.lock(root, files.PATIENCE_SECONDS):
        ward = load(root, now)
        slug = find_text(ward, article).name
        if slug not in {each.slug for each in ward.public.articles}:
            raise stop("insert-unapproved", Where(Project.content), name=article)
        decision = Decision(now, Act.INSERT, slot, slug, by=by)
        holds.append(root, decision, calendar.find(ward.station, slot))
        return booth.record(Newsroom(load(root, now)), [slot], jobs, progress, readings=False)
