"""`loa build`: what editors write becomes what residents read and hear.

content/ → articles → script → programme → clips → episodes → pages and feeds → site/
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import click

from loaphuong.app import output, past_episodes
from loaphuong.app.call import jobs_option
from loaphuong.app.export import write_exports
from loaphuong.app.ping import NOT_PINGED, Pinged, print_pinged, tell_hub
from loaphuong.app.plan import look_ahead
from loaphuong.app.posted import to_replace
from loaphuong.app.publish import make_edition, publish
from loaphuong.app.record import print_recorded
from loaphuong.app.ward import load_packages, load_ready
from loaphuong.app.withdraw import finish_all
from loaphuong.core import files
from loaphuong.core.messages import N_, tr
from loaphuong.core.project import Project
from loaphuong.radio import booth, holds, log, recordings
from loaphuong.radio.newsroom import Newsroom
from loaphuong.trust import registry

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from loaphuong.app.call import Call
    from loaphuong.core.problems import Problem
    from loaphuong.radio.booth import Progress, Recorded


@dataclass(frozen=True, slots=True)
class Built:
    """What `loa build` made: the site, how many articles it shows, what was recorded, and every warning."""

    site: Path
    articles: int
    recorded: Recorded
    problems: tuple[Problem, ...]
    failures: tuple[Problem, ...] = ()
    pinged: Pinged = NOT_PINGED


@click.command
@jobs_option
@click.pass_obj
def command(call: Call, jobs: int | None) -> int:
    """All of it; what is done already is not done again."""
    with output.progress() as progress:
        built = build(call.root, call.now, jobs, progress)
    print_built(built)
    return output.exit_code(built.failures)


def build(root: Path, now: datetime, jobs: int | None, progress: Progress) -> Built:
    """Check, record, publish, site. What was finished before an interruption is not made again.

    An urgent act does not wait for it: it comes between two sentences or two pages, and the rest is made after it.
    """

    def step(what: str, done: int, total: int) -> None:
        files.give_way(root)
        progress(what, done, total)

    built = files.take_turns(root, lambda patience: build_once(root, now, jobs, step, patience))
    return replace(built, pinged=tell_hub(root))


def build_once(root: Path, now: datetime, jobs: int | None, progress: Progress, patience: float) -> Built:
    """One run, as far as nobody else needs the project; `progress` may stop it between two steps."""
    with files.lock(root, patience):
        newsroom = Newsroom(load_ready(root, now))
        for table in (registry.TABLE, log.LOG, holds.HOLDS):
            table.see(root)
        unfinished = finish_all(newsroom.ward)
        recorded = booth.record(newsroom, (), jobs, progress, readings=True)
        ward = newsroom.ward_with(recorded.orders, recorded.refused)
        restored = past_episodes.restore(ward, recordings.find_playable(Newsroom(ward), load_packages(ward)))
        packages = restored.packages
        ahead = look_ahead(Newsroom(ward)).problems
        edition = make_edition(ward, ward.public, packages, recorded.readings, ahead)
        target, shown = publish(ward, edition, packages, progress)
        if Project(root).exports.exists():
            write_exports(ward, packages)
        Project(root).unshown.unlink(missing_ok=True)
    outdated = (*to_replace(ward), *(found for found in ahead if found.warning))
    told = (*unfinished, *shown, *restored.problems, *recorded.problems)
    drafts = ward.content.drafts
    # A broken text is left out or stands as it was approved; everything else is made, and the exit code tells.
    failures = (*told, *ward.left_out)
    noted = (found for found in ward.problems if not (found.warning and found.where.path in drafts))
    return Built(target, len(ward.public.articles), recorded, (*noted, *outdated, *told), failures)


def print_built(built: Built) -> None:
    """What was made, then what to look at."""
    recorded = built.recorded
    print_recorded(recorded)
    count = len(recorded.readings)
    made = sum(name in recorded.readings for name in recorded.made)
    output.success(tr(N_("{count} articles can be listened to, {made} of them recorded now"), count=count, made=made))
    path = f"{built.site.name}/index.html"
    output.success(tr(N_("{count} articles are published: {path}"), count=built.articles, path=path))
    output.print_problems(found for found in built.problems if found not in recorded.problems)
    print_pinged(built.pinged)
