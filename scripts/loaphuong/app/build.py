"""The stair itself: what editors write becomes what residents read and hear.

content/ → articles → script → programme → clips → episodes → publication → site/
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaphuong.app import publishing
from loaphuong.app.outlook import look_ahead
from loaphuong.app.ward import load
from loaphuong.core import files
from loaphuong.core.messages import N_, tr
from loaphuong.core.problems import ExitCode, Stopped, stop
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.radio import booth
from loaphuong.radio.newsroom import Newsroom
from loaphuong.speech import voices
from loaphuong.web import site

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from loaphuong.core.problems import Problem
    from loaphuong.radio.booth import Progress, Recorded
    from loaphuong.radio.ward import Ward


@dataclass(frozen=True, slots=True)
class Built:
    """What `loa build` made: the site, how many articles it shows, what was recorded, and every warning."""

    site: Path
    articles: int
    recorded: Recorded
    problems: tuple[Problem, ...]


def check(root: Path, now: datetime, paths: Sequence[Path] = ()) -> tuple[Problem, ...]:
    """Every problem of the project, or of these files and folders alone."""
    ward = load(root, now)
    found = (*ward.problems, *unvoiced(ward))
    if all(each.warning for each in found):
        found = (*found, *look_ahead(Newsroom(ward)).problems)
    return tuple(each for each in found if not paths or any(lies_in(root, each, path) for path in paths))


def unvoiced(ward: Ward) -> tuple[Problem, ...]:
    """What is wrong with the settings of the voices; what only the recording machine needs is not asked here."""
    try:
        voices.identities(ward.station.voices, ward.root)
    except Stopped as stopped:
        return tuple(found for found in stopped.problems if found.exit_code is not ExitCode.ENVIRONMENT)
    return ()


def lies_in(root: Path, found: Problem, path: Path) -> bool:
    """Whether a problem is of this file, or of a file in this folder."""
    return (root / found.where.path).resolve().is_relative_to(path)


def ready(root: Path, now: datetime) -> Ward:
    """The ward, if nothing stands in the way of publishing it; Stopped with all that does."""
    ward = load(root, now)
    if ward.errors:
        raise Stopped(ward.errors)
    if not ward.public.articles:
        raise Stopped((*(found for found in ward.problems), *stop("no-content", Where(Project.content)).problems))
    return ward


def record(root: Path, now: datetime, slots: Sequence[str], jobs: int | None, progress: Progress) -> Recorded:
    """Freeze the running orders that are due and make the packages that are missing."""
    with files.locked(root):
        return booth.record(Newsroom(ready(root, now)), slots, jobs, progress, readings=False)


def build(root: Path, now: datetime, jobs: int | None, progress: Progress) -> Built:
    """The whole stair: check, record, publish, site. What was finished before an interruption is not made again."""
    with files.locked(root):
        newsroom = Newsroom(ready(root, now))
        recorded = booth.record(newsroom, (), jobs, progress, readings=True)
        ward = newsroom.ward_with(recorded.orders)
        published = publishing.edition(ward, ward.public, recorded.readings)
        target, shown = publishing.publish(ward, published, progress)
    return Built(target, len(ward.public.articles), recorded, (*ward.problems, *shown, *recorded.problems))


def serve(
    root: Path, now: datetime, port: int, tell: Callable[[str], None], complain: Callable[[Stopped], None]
) -> None:
    """Show what is written as it is written, approved or not; nothing is recorded and nothing of it is published."""

    project = Project(root)
    wrong = False

    def publish() -> site.Published:
        nonlocal wrong
        ward = load(root, now)
        mistakes = [found for found in ward.mistakes if not found.warning]
        if mistakes:
            complain(Stopped(mistakes))
        elif wrong:
            tell(tr(N_("All is well: nothing to mend.")))
        wrong = bool(mistakes)
        return publishing.preview(ward, project.preview_docs)

    site.serve(
        root,
        project.preview_docs,
        project.preview_site,
        publish,
        complain,
        [path for path in (project.content, project.station, project.lexicon) if path.exists()],
        lambda address: tell(tr(N_("The page is at {address} — leave with Ctrl+C"), address=address)),
        port=port,
    )
