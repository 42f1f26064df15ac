"""What is public says what holds now, in the very act that changed it: page, calendar, desk, playlists.

An act marks what it is about to change, notes it, lets go of the project, and then shows it. Acts that come together
are shown together: whoever finds the mark gone was shown by another. A mark that a killed act leaves is answered by the
next act or build.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from loaphuong.app import past_episodes
from loaphuong.app.export import write_exports
from loaphuong.app.plan import look_ahead
from loaphuong.app.publish import make_edition, publish
from loaphuong.app.ward import load, load_packages, why_not
from loaphuong.core import files
from loaphuong.core.problems import Stopped, problem
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.radio import booth, recordings
from loaphuong.radio.newsroom import Newsroom
from loaphuong.trust.approval.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping
    from datetime import datetime
    from pathlib import Path

    from loaphuong.core.problems import Problem
    from loaphuong.radio.episode import Episode
    from loaphuong.radio.programme import Programme
    from loaphuong.radio.ward import Ward


def mark(root: Path) -> None:
    """Called under the lock, before an act is noted: what is public is about to be behind."""
    files.write_private(root, Project.unshown)


def refresh(root: Path, now: datetime, slots: Collection[str] = (), texts: Collection[str] = ()) -> tuple[Problem, ...]:
    """Show what was decided; what still shows or says what held before, of the slots and texts the act is about.

    Nothing is spoken: a recording that does not say the words of today leaves the page and the exports.
    """
    project = Project(root)
    with files.lock(root, files.PATIENCE_SECONDS):
        places = tuple(place for place in (project.exports, project.site) if place.exists())
        try:
            ward = load(root, now)
        except Stopped as stopped:
            return tuple(left_behind(root, place, stopped) for place in places)
        newsroom = Newsroom(Newsroom(ward).ward_with(()))
        playable = recordings.find_playable(newsroom, load_packages(newsroom.ward))
        heard = past_episodes.restore(newsroom.ward, playable).packages
        behind: tuple[Problem, ...] = ()
        if project.unshown.exists():
            behind = show(newsroom.ward, heard, places)
            if not behind:
                project.unshown.unlink(missing_ok=True)
        touched = {order.slot.name for order in ward.orders if carries(order, texts)}
        return (*behind, *still_playing(ward, heard, {*slots, *touched}))


def carries(order: Programme, texts: Collection[str]) -> bool:
    """Whether a running order says any word of these texts; the station's own words are in every one."""
    return WORDS in texts or any(name in item.refs for item in order.items for name in texts)


def show(ward: Ward, heard: Mapping[str, Episode], places: Iterable[Path]) -> tuple[Problem, ...]:
    """Make anew what is public on this machine; what could not be made, each place with why."""
    project = Project(ward.root)
    steps: dict[Path, Callable[[], object]] = {
        project.exports: partial(write_exports, ward, heard),
        project.site: partial(show_site, ward, heard),
    }
    return tuple(found for place in places if (found := attempt(ward.root, place, steps[place])))


def attempt(root: Path, place: Path, step: Callable[[], object]) -> Problem | None:
    """Do one step; why its place is behind, if it could not be done."""
    try:
        step()
    except Stopped as stopped:
        return left_behind(root, place, stopped)
    return None


def left_behind(root: Path, place: Path, stopped: Stopped) -> Problem:
    """That a place still shows what held before."""
    first = next(iter(stopped.problems))
    return problem("still-public", Where(Project(root).name(place)), reason=f"{first.where}: {first.what}")


def show_site(ward: Ward, heard: Mapping[str, Episode]) -> None:
    """The site of today, with the sound that is recorded already; Stopped where nothing may be published."""
    if found := why_not(ward):
        raise Stopped(found)
    ahead = look_ahead(Newsroom(ward)).problems
    publish(ward, make_edition(ward, ward.public, heard, booth.find_readings(ward), ahead), heard, lambda *_: None)


def still_playing(ward: Ward, heard: Mapping[str, Episode], slots: set[str]) -> tuple[Problem, ...]:
    """What may still be played of these slots, by hand or by a player that is not ours to stop."""
    project = Project(ward.root)
    coming = {order.slot.name for order in ward.orders if order.slot.starts_at > ward.now} & slots
    found = [
        problem("still-plays", Where(project.name(project.packages / name)), slot=name)
        for name in sorted(coming - heard.keys() - ward.decisions.held.keys())
        if (project.packages / name).is_dir()
    ]
    if coming and project.exports.exists():
        found.append(problem("player-reads-old", Where(Project.exports)))
    return tuple(found)
