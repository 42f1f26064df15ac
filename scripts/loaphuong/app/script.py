"""`loa script`: the words of a bulletin or of one article, timed by its recording, or estimated before there is one."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from loaphuong.app import output
from loaphuong.app.texts import find_text
from loaphuong.app.ward import load, load_packages
from loaphuong.core import files
from loaphuong.core.messages import N_, tr
from loaphuong.core.problems import Stopped, stop
from loaphuong.core.vietnamese import day, minutes, weekday
from loaphuong.core.where import Where
from loaphuong.print.readouts import seconds_recorded
from loaphuong.radio import calendar, orders
from loaphuong.radio.episode import Chapter, Cue
from loaphuong.radio.newsroom import Newsroom
from loaphuong.radio.planner import estimate
from loaphuong.radio.studio.sheet import render_sheet
from loaphuong.speech import script
from loaphuong.speech.readings import utterances

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaphuong.app.call import Call
    from loaphuong.radio.programme import Slot
    from loaphuong.speech.nouns import Utterance
    from loaphuong.station.nouns import Station


@dataclass(frozen=True, slots=True)
class ScriptSheet:
    """A kịch bản: its sentences, the titles of its items, and when each sentence would begin, in ms."""

    title: str
    station: Station
    slot: Slot | None
    items: tuple[str, ...]
    said: tuple[Utterance, ...]
    starts_ms: tuple[int, ...]

    @property
    def seconds(self) -> float:
        """How long it takes."""
        return self.starts_ms[-1] / 1000

    @property
    def html(self) -> str:
        """A page made to print on A4."""
        cues = tuple(
            Cue(start, end - one.pause_ms, one.written, one.spoken.words, one.role, one.item, one.voice)
            for one, start, end in zip(self.said, self.starts_ms[:-1], self.starts_ms[1:], strict=True)
        )
        spans = {item: list(group) for item, group in groupby(range(len(self.said)), key=lambda at: self.said[at].item)}
        chapters = tuple(
            Chapter(self.starts_ms[places[0]], self.starts_ms[places[-1] + 1], self.items[item])
            for item, places in spans.items()
        )
        speakers = {voice.name: voice.label for voice in self.station.voices}
        pauses = [one.pause_ms for one in self.said]
        return render_sheet(self.title, self.station, self.slot, cues, chapters, pauses, speakers)


@click.command
@click.argument("name")
@click.option("--html", type=click.Path(path_type=Path, dir_okay=False), help=N_("Write a page to print instead."))
@click.pass_obj
def command(call: Call, name: str, html: Path | None) -> None:
    """Plain text to stdout, or a printable kịch bản."""
    sheet = make_sheet(Newsroom(load(call.root, call.now)), name)
    if html:
        files.write_text(html, sheet.html)
        output.success(tr(N_("Written: {path}"), path=html))
    else:
        print_sheet(sheet)


def print_sheet(sheet: ScriptSheet) -> None:
    """A kịch bản as plain text: items by title and time, a sentence a line."""
    click.secho(f"{sheet.title}  ({minutes(sheet.seconds)})", bold=True)
    item = -1
    for one, start in zip(sheet.said, sheet.starts_ms, strict=False):
        if one.item != item:
            item = one.item
            click.secho(f"\n{minutes(start / 1000)}  {sheet.items[item]}", fg="cyan")
        click.echo(one.written)


def make_sheet(newsroom: Newsroom, name: str) -> ScriptSheet:
    """The sheet of a slot, or of an article by its slug; Stopped with the nearest names."""
    station = newsroom.station
    if slot := calendar.find(station, name):
        order = newsroom.plan([slot]).programme(name)
        if order is None:
            raise stop("slot-empty", Where(orders.path_of(name)), slot=name)
        title = f"{station.show(slot.show).name}, {weekday(slot.starts_at).lower()}, {day(slot.starts_at)}"
        said = newsroom.read(order)
        lasts = seconds_recorded(load_packages(newsroom.ward).get(name), said)
        return lay_out(newsroom, title, slot, tuple(item.title for item in order.items), said, lasts)
    known = {article.slug: article for article in newsroom.ward.content.articles}
    slug = find_text(newsroom.ward, name).name
    if slug not in known:
        raise stop("not-an-article", Where("loa script"), name=name)
    reads, problems = newsroom.ward.readings.read_all(script.article(known[slug], station.pauses).lines)
    if problems:
        raise Stopped(problems)
    said = utterances([reads], station.main.announcers[:1], station.pauses.sentence_ms)
    return lay_out(newsroom, known[slug].title, None, (known[slug].title,), said)


def lay_out(
    newsroom: Newsroom,
    title: str,
    slot: Slot | None,
    items: tuple[str, ...],
    said: tuple[Utterance, ...],
    lasts: Sequence[float] = (),
) -> ScriptSheet:
    """Sentences with their starts: each `lasts` so many seconds, or as estimated."""
    seconds = lasts or [estimate.seconds([one], newsroom.paces) for one in said]
    durations = (round(each * 1000) for each in seconds)
    return ScriptSheet(title, newsroom.station, slot, items, said, tuple(accumulate(durations, initial=0)))
