"""The broadcast staff's counter: hold a slot, let it go, put an urgent notice in, note what was aired."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong import station
from loaphuong.app.ward import load
from loaphuong.core import files
from loaphuong.core.problems import Stopped, stop
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.radio import booth, calendar, holds, log, studio
from loaphuong.radio.holds import Act, Decision
from loaphuong.radio.log import Aired, Result
from loaphuong.radio.newsroom import Newsroom

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from loaphuong.radio.booth import Progress, Recorded


def hold(root: Path, now: datetime, slot: str, why: str, by: str) -> None:
    """Stop a slot: nothing of it is aired, and its page and exports say so."""
    decide(root, Decision(now, Act.HOLD, slot, why=why, by=by))


def release(root: Path, now: datetime, slot: str, by: str) -> None:
    """Let a slot go again."""
    decide(root, Decision(now, Act.RELEASE, slot, by=by))


def decide(root: Path, decision: Decision) -> None:
    """Note a decision; Stopped if it makes no sense."""
    known = station.require(root)
    with files.locked(root):
        holds.append(root, decision, calendar.find(known, decision.slot))


def insert(
    root: Path, now: datetime, article: str, slot: str, by: str, jobs: int | None, progress: Progress
) -> Recorded:
    """Put an approved article into a slot as an urgent notice, and record the slot anew."""
    with files.locked(root):
        ward = load(root, now)
        slug = article.replace("\\", "/").rpartition("/")[2].removesuffix(".md")
        if slug not in {each.slug for each in ward.public.articles}:
            raise stop("insert-unapproved", Where(Project.content), name=article)
        decision = Decision(now, Act.INSERT, slot, slug, by=by)
        holds.append(root, decision, calendar.find(ward.station, slot))
        return booth.record(Newsroom(load(root, now)), [slot], jobs, progress, readings=False)


def aired(root: Path, now: datetime, slot: str, at: datetime | None, by: str, result: str, note: str) -> Aired:
    """Note what was aired, with the digest of the file that staff were given; Stopped if it cannot be true."""
    known = station.require(root)
    found = calendar.find(known, slot)
    outcome = Result(result)
    episode = studio.load(Project(root).packages / slot)
    media = episode.file("loa") if episode else None
    line = Aired(
        slot=slot,
        at=at or (found.starts_at if found else now),
        by=by,
        result=outcome,
        seconds=media.seconds if media and outcome is Result.WHOLE else None,
        sha256=media.sha256 if media else "",
        note=note,
        recorded_at=now,
    )
    with files.locked(root):
        log.append(root, line, found)
    return line


def history(root: Path) -> tuple[Aired, ...]:
    """The whole broadcast log; Stopped with whatever was done to it."""
    entries, problems = log.read(root, station.require(root).zone)
    if problems:
        raise Stopped(problems)
    return entries
