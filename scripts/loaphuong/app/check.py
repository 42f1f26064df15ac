"""`loa check`: every problem of what people write, before anything is made of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from loaphuong.app import output
from loaphuong.app.call import json_option
from loaphuong.app.plan import look_ahead
from loaphuong.app.texts import find_paths
from loaphuong.app.ward import list_voice_lines, load
from loaphuong.content import consent
from loaphuong.content.articles import Status
from loaphuong.core.messages import N_, tr
from loaphuong.radio.forecast import forecast
from loaphuong.radio.newsroom import Newsroom
from loaphuong.speech import voices
from loaphuong.speech.ear import find_unrepeated, strain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from loaphuong.app.call import Call
    from loaphuong.content.nouns import Content
    from loaphuong.core.problems import Problem
    from loaphuong.radio.ward import Ward
    from loaphuong.trust.settled import Settlement

DOUBT = "spoken-doubt"


@dataclass(frozen=True, slots=True)
class Checked:
    """All that is wrong; which of it counts, since a draft is left in peace unless it is asked for by name; what was
    settled; and when the articles asked for by name are read, by title."""

    problems: tuple[Problem, ...]
    counted: tuple[Problem, ...]
    settled: Mapping[Problem, Settlement] = field(default_factory=dict)
    airing: tuple[tuple[str, str], ...] = ()


@click.command
@click.argument("names", nargs=-1)
@click.option("--doubts", is_flag=True, help=N_("Show every word that could be read otherwise, with both readings."))
@click.option("--settled", is_flag=True, help=N_("Show the warnings that were settled too, with the reason."))
@json_option
@click.pass_obj
def command(call: Call, names: tuple[str, ...], doubts: bool, settled: bool, as_json: bool) -> int:
    """Of all, or of these texts, files and folders. Exit 1 if there is any problem that is more than a warning."""
    found = check(call.root, call.now, names, Path.cwd())
    unsure = {each for each in found.problems if each.id == DOUBT}
    shown = found.problems if doubts else tuple(each for each in found.problems if each not in unsure)
    output.print_problems(shown, as_json=as_json, good=tr(N_("All is well: nothing to mend.")))
    if not as_json:
        print_rest(found, 0 if doubts else len(unsure), settled=settled)
    return output.exit_code(found.counted)


def print_rest(found: Checked, unsure: int, *, settled: bool) -> None:
    """When it will be read; what is not shown, or was settled."""
    for title, when in found.airing:
        output.notice(f"{title}: {when}")
    if unsure:
        output.notice(tr(N_("Read with a doubt: {count}. `loa check --doubts` shows them."), count=unsure))
    if found.settled and not settled:
        count = len(found.settled)
        output.notice(tr(N_("Settled warnings: {count}. `loa check --settled` shows them."), count=count))
    for each, given in sorted(found.settled.items(), key=lambda pair: pair[0].where) if settled else ():
        output.notice(f"{each.where}: {each.what}")
        output.notice(f"    = {given.why} ({given.by})")


def check(root: Path, now: datetime, names: Sequence[str] = (), here: Path | None = None) -> Checked:
    """Every problem of the project, or of these texts, files and folders alone; Stopped for a name that is nothing."""
    ward = load(root, now)
    paths = find_paths(ward, names, here or root)
    found = (*ward.problems, *check_voices(ward))
    if not ward.errors:
        found = (*found, *look_ahead(Newsroom(ward)).problems)
    found = tuple(dict.fromkeys((*found, *listen(ward), *of_drafts(ward), *ward.hushed)))
    if paths:
        found = tuple(each for each in found if any(lies_in(root, each, path) for path in paths))
    settled = {each: given for each in found if (given := ward.settled.of(each))}
    left = tuple(each for each in found if each not in settled)
    counted = left if paths else tuple(each for each in left if each.where.path not in ward.content.drafts)
    return Checked(left, counted, settled, tuple(forecast_airings(ward, paths)))


def forecast_airings(ward: Ward, paths: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """When each article of these files is read."""
    asked = {
        article.slug: article.title
        for article in ward.content.articles
        if (ward.root / article.where.path).resolve() in paths
    }
    yield from ((asked[slug], when) for slug, when in forecast(ward, asked).items())


def listen(ward: Ward) -> Iterator[Problem]:
    """What of the words is hard to follow by ear, could be read otherwise, or is guessed."""
    for read in ward.readings.read_all(list_voice_lines(ward.station, ward.content))[0]:
        yield from read.doubts
        yield from strain(read)
    yield from find_unrepeated(ward.content.articles, ward.station.pauses)


def of_drafts(ward: Ward) -> Iterator[Problem]:
    """What will stand in the way of a draft once it is ready: words nobody can read, people who were not asked."""
    drafts = as_ready(ward.content)
    yield from consent.check(drafts)
    reads, unreadable = ward.readings.read_all(list_voice_lines(ward.station, replace(drafts, codes=())))
    yield from unreadable
    for read in reads:
        yield from read.doubts


def as_ready(content: Content) -> Content:
    """The drafts of a content as they would be if they were ready; nothing else."""
    drafts = (each for each in content.articles if each.status is Status.DRAFT)
    return replace(content, articles=tuple(replace(each, status=Status.READY) for each in drafts))


def check_voices(ward: Ward) -> tuple[Problem, ...]:
    """What is wrong with the settings of the voices; what only the recording machine needs is not asked here."""
    return voices.settings_problems(ward.station.voices, ward.root)


def lies_in(root: Path, found: Problem, path: Path) -> bool:
    """Whether a problem is of this file, or of a file in this folder."""
    return (root / found.where.path).resolve().is_relative_to(path)
