"""`loa insert`: an approved article is put into a slot as an urgent notice."""

from __future__ import annotations

from dataclasses import replace
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
from loaphuong.core.problems import Stopped, stop
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.radio import calendar, holds, revisions
from loaphuong.radio.holds import Act, Decision
from loaphuong.radio.newsroom import Newsroom
from loaphuong.station.show import ItemKind

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from loaphuong.app.call import Call
    from loaphuong.core.problems import Problem
    from loaphuong.radio.booth import Progress, Recorded
    from loaphuong.radio.programme import Slot
    from loaphuong.radio.ward import Ward


@click.command
@click.argument("article")
@click.argument("slot")
@click.option("--twice", is_flag=True, help=N_("Read it twice."))
@click.option("--back", is_flag=True, help=N_("Take an inserted notice out again."))
@click.option("--by", default="", help=N_("Who decided."))
@jobs_option
@click.pass_obj
def command(call: Call, article: str, slot: str, twice: bool, back: bool, by: str, jobs: int | None) -> int:
    """The notice comes first, right after the contents."""
    act = Act.TAKE_BACK if back else Act.INSERT_TWICE if twice else Act.INSERT
    with output.progress() as progress:
        recorded, behind = insert(call.root, call.now, article, slot, by, jobs, progress, act)
    print_recorded(recorded)
    return max(output.exit_code(recorded.problems), output.print_shown(behind))


def insert(
    root: Path,
    now: datetime,
    article: str,
    slot: str,
    by: str,
    jobs: int | None,
    progress: Progress,
    act: Act = Act.INSERT,
) -> tuple[Recorded, tuple[Problem, ...]]:
    """Put an approved article into a slot as an urgent notice, or take it back, and record the slot anew.

    Stopped, nothing changed, if it does not fit, or if another notice or an article of high priority would have to go.
    Returns what was recorded, and what still shows or says the slot as it was.
    """
    with files.lock(root, files.PATIENCE_SECONDS):
        ward = load(root, now)
        slug = find_text(ward, article).name
        known = {each.slug: each for each in ward.public.articles}
        if slug not in known and act is not Act.TAKE_BACK:
            raise stop("insert-unapproved", Where(Project.content), name=article)
        decision = Decision(now, act, slot, slug, by=by)
        found = calendar.find(ward.station, slot)
        if found and found.starts_at > now and act is not Act.TAKE_BACK:
            try_out(ward, decision, found, known[slug].title)
        mark(root)
        holds.append(root, decision, found)
    recorded = record(root, now, [slot], jobs, progress)
    return recorded, refresh(root, now, [slot])


def try_out(ward: Ward, decision: Decision, slot: Slot, title: str) -> None:
    """Plan the slot as it would be; Stopped if the notice would not be in it, or something would leave that matters."""
    decided, _ = holds.read(ward.root, ward.station.zone)
    plan = Newsroom(replace(ward, decisions=holds.resolve((*decided, decision)))).plan([slot])
    refused = [each for each in plan.revisions if each.refused and each.slot.name == slot.name]
    if refused:
        raise Stopped(found for each in refused for found in revisions.tell(each))
    order = plan.programme(slot.name)
    if order and not any(item.kind is ItemKind.NOTICE and decision.article in item.refs for item in order.items):
        raise stop("insert-no-room", Where(holds.HOLDS.path), title=title, slot=slot.name)
