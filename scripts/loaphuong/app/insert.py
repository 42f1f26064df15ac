"""`loa insert`: an approved article is put into a slot as an urgent notice, or has one opened for it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import click

from loaphuong.app import output
from loaphuong.app.call import jobs_option
from loaphuong.app.record import print_recorded, record
from loaphuong.app.refresh import mark, refresh
from loaphuong.app.texts import find_text
from loaphuong.app.ward import load
from loaphuong.core import files
from loaphuong.core.messages import N_, tr
from loaphuong.core.problems import Stopped, problem, stop
from loaphuong.core.project import Project
from loaphuong.core.vietnamese import moment
from loaphuong.core.where import Where
from loaphuong.radio import booth, calendar, holds, revisions
from loaphuong.radio.booth import Recorded
from loaphuong.radio.forecast import forecast
from loaphuong.radio.holds import Act, Decision
from loaphuong.radio.newsroom import Newsroom
from loaphuong.station.show import ItemKind

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from loaphuong.app.call import Call
    from loaphuong.core.problems import Problem
    from loaphuong.radio.booth import Progress
    from loaphuong.radio.programme import Slot
    from loaphuong.radio.ward import Ward


@click.command
@click.argument("article")
@click.argument("slot", required=False)
@click.option("--now", "alone", is_flag=True, help=N_("In a slot of its own, minutes from now, read twice."))
@click.option("--twice", is_flag=True, help=N_("Read it twice."))
@click.option("--back", is_flag=True, help=N_("Take an inserted notice out again."))
@click.option("--by", default="", help=N_("Who decided."))
@jobs_option
@click.pass_obj
def command(
    call: Call, article: str, slot: str | None, alone: bool, twice: bool, back: bool, by: str, jobs: int | None
) -> int:
    """The notice comes first, right after the contents; with --now it has a slot of its own outside the week."""
    if (slot is None) is not alone or (alone and back):
        raise click.UsageError(tr(N_("Name the slot, or write --now for one of its own; --back takes a slot's name.")))
    act = Act.TAKE_BACK if back else Act.INSERT_TWICE if twice else Act.INSERT
    with output.progress() as progress:
        if slot is None:
            inserted = insert_alone(call.root, call.now, article, by, jobs, progress)
        else:
            inserted = insert(call.root, call.now, article, slot, by, jobs, progress, act)
    print_recorded(inserted.recorded)
    for title, when in inserted.airing:
        output.notice(f"{title}: {when}")
    return max(output.exit_code(inserted.recorded.problems), output.print_shown(inserted.behind))


@dataclass(frozen=True, slots=True)
class Inserted:
    """What was recorded, what still shows or says the slot as it was, and when the notice will be read, by title."""

    recorded: Recorded
    behind: tuple[Problem, ...]
    airing: tuple[tuple[str, str], ...] = ()


def insert(
    root: Path,
    now: datetime,
    article: str,
    slot: str,
    by: str,
    jobs: int | None,
    progress: Progress,
    act: Act = Act.INSERT,
) -> Inserted:
    """Put an approved article into a slot as an urgent notice, or take it back, and record the slot anew.

    Stopped, nothing changed, if it does not fit, or if another notice or an article of high priority would have to go.
    A slot that was opened for it falls away when it is taken back.
    """
    with files.lock(root, files.PATIENCE_SECONDS):
        ward = load(root, now)
        decision = Decision(now, act, slot, find_approved(ward, article, act), by=by)
        found = calendar.find(ward.station, slot)
        if found and found.starts_at > now and act is not Act.TAKE_BACK:
            try_out(ward, decision, found)
        mark(root)
        holds.append(root, decision, found)
        after = load(root, now)
        gone = found is not None and calendar.find(after.station, slot) is None
        recorded = give_up(after, slot) if gone else None
    recorded = recorded or record(root, now, [slot], jobs, progress)
    airing = tell_airing(after, decision.article) if act is Act.TAKE_BACK else ()
    return Inserted(recorded, refresh(root, now, [slot]), airing)


def insert_alone(root: Path, now: datetime, article: str, by: str, jobs: int | None, progress: Progress) -> Inserted:
    """Open a slot of its own for an approved article, minutes from now, and record it: read twice, nothing beside it.

    Stopped, nothing changed, if it is too long, or while another slot is on air.
    """
    with files.lock(root, files.PATIENCE_SECONDS):
        ward = load(root, now)
        slot = calendar.open_own(ward.station, calendar.own_start(ward.station, now))
        decision = Decision(now, Act.INSERT_ALONE, slot.name, find_approved(ward, article, Act.INSERT_ALONE), by=by)
        seconds = try_out(ward, decision, slot)
        told = {"at": moment(slot.starts_at), "name": decision.article}
        if near := calendar.find_near(ward.station, slot, seconds):
            raise stop("slot-near", Where(holds.HOLDS.path), slot=near.name, **told)
        mark(root)
        holds.append(root, decision, slot)
    recorded = record(root, now, [slot.name], jobs, progress)
    if calendar.is_quiet(ward.station, slot.starts_at.time()):
        hours = ward.station.calendar
        told |= {"slot": slot.name, "earliest": f"{hours.earliest:%H:%M}", "latest": f"{hours.latest:%H:%M}"}
        quiet = problem("slot-quiet", Where(holds.HOLDS.path), **told)
        recorded = replace(recorded, problems=(*recorded.problems, quiet))
    return Inserted(recorded, refresh(root, now, [slot.name]))


def find_approved(ward: Ward, article: str, act: Act) -> str:
    """The slug of an article that may be read; Stopped if nobody approved it, unless it is taken back."""
    slug = find_text(ward, article).name
    if act is not Act.TAKE_BACK and all(each.slug != slug for each in ward.public.articles):
        raise stop("insert-unapproved", Where(Project.content), name=article)
    return slug


def try_out(ward: Ward, decision: Decision, slot: Slot) -> float:
    """Seconds of the slot as it would be, 0 for one that is on hold.

    Stopped if the notice would not be in it, or something would leave that matters.
    """
    if slot.name in ward.decisions.held:
        return 0.0
    decided, _ = holds.read(ward.root, ward.station.zone)
    decisions = holds.resolve((*decided, decision))
    imagined = replace(ward, decisions=decisions, station=decisions.open_slots(ward.station))
    plan = Newsroom(imagined).plan([slot])
    refused = [each for each in plan.revisions if each.refused and each.slot.name == slot.name]
    if refused:
        raise Stopped(found for each in refused for found in revisions.tell(each))
    order = plan.programme(slot.name)
    read = [item.refs for item in order.items if item.kind is ItemKind.NOTICE] if order else []
    if order is None or read.count((decision.article,)) != holds.INSERTS[decision.act]:
        title = next(each.title for each in ward.public.articles if each.slug == decision.article)
        raise stop("insert-no-room", Where(holds.HOLDS.path), title=title, slot=slot.name)
    return order.seconds


def give_up(ward: Ward, slot: str) -> Recorded:
    """Put away what there is of a slot that was opened for a notice; what is told of it."""
    frozen = booth.freeze_orders(Newsroom(ward), ())
    shutil.rmtree(Project(ward.root).packages / slot, ignore_errors=True)
    return Recorded((), (), {}, (), frozen.problems)


def tell_airing(ward: Ward, slug: str) -> tuple[tuple[str, str], ...]:
    """When an article that was taken back from a slot is read elsewhere, by its title: it may be read in its turn."""
    titles = {article.slug: article.title for article in ward.public.articles}
    return tuple((titles[each], when) for each, when in forecast(ward, [slug]).items() if each in titles)
