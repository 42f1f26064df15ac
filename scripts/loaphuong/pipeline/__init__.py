"""The stair itself: what editors write becomes what residents read and hear.

content/ → articles → script → programme → clips → episodes → publication → site/
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaphuong import files, site, sound, station, voices
from loaphuong.messages import N_, tr
from loaphuong.model import Dialect, Line, Where
from loaphuong.pipeline import publishing, recording
from loaphuong.pipeline.outlook import Outlook, look_ahead
from loaphuong.pipeline.paper import Sheet, print_sheet, sheet_of
from loaphuong.pipeline.planning import Newsroom
from loaphuong.pipeline.reading import Readings, utterances
from loaphuong.pipeline.ward import Ward, entries, load
from loaphuong.problems import Stopped, stop
from loaphuong.spoken import Lexicon, Reader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from loaphuong.pipeline.recording import Recorded
    from loaphuong.problems import Problem

    Progress = Callable[[str, int, int], None]

__all__ = ["Built", "build", "check", "outlook", "print_sheet", "reader", "record", "serve", "sheet", "speak"]

PREVIEW_DOCS, PREVIEW_SITE = "build/preview/docs", "build/preview/site"


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
    found = (*ward.problems, *look_ahead(Newsroom(ward)).problems) if not ward.errors else ward.problems
    return tuple(each for each in found if not paths or any(lies_in(root, each, path) for path in paths))


def lies_in(root: Path, found: Problem, path: Path) -> bool:
    """Whether a problem is of this file, or of a file in this folder."""
    return (root / found.where.path).resolve().is_relative_to(path)


def ready(root: Path, now: datetime) -> Ward:
    """The ward, if nothing stands in the way of publishing it; Stopped with all that does."""
    ward = load(root, now)
    if ward.errors:
        raise Stopped(ward.errors)
    if not ward.public.articles:
        raise Stopped((*(found for found in ward.problems), *stop("no-content", Where("content/")).problems))
    return ward


def record(root: Path, now: datetime, slots: Sequence[str], jobs: int | None, progress: Progress) -> Recorded:
    """Freeze the running orders that are due and make the packages that are missing."""
    with files.locked(root):
        return recording.record(Newsroom(ready(root, now)), slots, jobs, progress, readings=False)


def build(root: Path, now: datetime, jobs: int | None, progress: Progress) -> Built:
    """The whole stair: check, record, publish, site. What was finished before an interruption is not made again."""
    with files.locked(root):
        ward = ready(root, now)
        recorded = recording.record(Newsroom(ward), (), jobs, progress, readings=True)
        ward = load(root, now)
        published = publishing.edition(ward, ward.public, recorded.readings)
        target, shown = publishing.publish(ward, published, progress)
    return Built(target, len(ward.public.articles), recorded, (*ward.problems, *shown, *recorded.problems))


def serve(
    root: Path, now: datetime, port: int, tell: Callable[[str], None], complain: Callable[[Stopped], None]
) -> None:
    """Show what is written as it is written, approved or not; nothing is recorded and nothing of it is published."""

    def publish() -> site.Published:
        ward = load(root, now)
        if ward.errors:
            complain(Stopped(ward.errors))
        return publishing.preview(ward, root / PREVIEW_DOCS)

    site.serve(
        root,
        root / PREVIEW_DOCS,
        root / PREVIEW_SITE,
        publish,
        complain,
        [root / "content", root / station.FILE],
        lambda address: tell(tr(N_("The page is at {address} — leave with Ctrl+C"), address=address)),
        port=port,
    )


def reader(root: Path | None) -> Reader:
    """How this station reads; without a project, how every station does."""
    if root is None:
        return Reader(Lexicon(), Dialect())
    own, problems = entries(root)
    known, _ = station.load(root)
    if problems:
        raise Stopped(problems)
    return Reader(Lexicon(own), known.dialect if known else Dialect())


def speak(root: Path, texts: Iterable[str], target: Path, voice: str | None) -> None:
    """Say lines into a WAV file; Stopped for an unknown voice or a line that cannot be read."""
    known, problems = station.load(root)
    if known is None:
        raise Stopped(problems)
    name = voice or known.announcers[0]
    if name not in {each.name for each in known.voices}:
        names = ", ".join(each.name for each in known.voices)
        raise stop("voice-unknown", Where(station.FILE), voice=name, known=names)
    lines = [Line(text, Where("loa say", number)) for number, text in enumerate(texts, 1)]
    reads, found = Readings(reader(root)).read_all(lines)
    said = utterances([reads], (name,), known.pauses.sentence_ms)
    if found:
        raise Stopped(found)
    if not said:
        raise stop("nothing-to-say", Where("loa say"))
    clips = voices.render(said, known.voices, root)
    gap = sound.silence(clips[0].rate_hz, known.pauses.sentence_ms)
    files.write_bytes(target, sound.to_wav(gap.join(clip.pcm for clip in clips), clips[0].rate_hz))


def outlook(root: Path, now: datetime, first: date, last: date) -> Outlook:
    """What the slots of these days would carry, what is missing, what is due."""
    ward = load(root, now)
    if ward.errors:
        raise Stopped(ward.errors)
    return look_ahead(Newsroom(ward), first, last)


def sheet(root: Path, now: datetime, name: str) -> Sheet:
    """The exact words of a slot or of an article."""
    return sheet_of(Newsroom(load(root, now)), name)
