"""`loa aired`: what was broadcast is noted in the log."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from loaphuong import station
from loaphuong.app import output
from loaphuong.app.call import Moment
from loaphuong.app.refresh import mark, refresh
from loaphuong.app.ward import load_station
from loaphuong.core import files
from loaphuong.core.messages import N_, tr
from loaphuong.core.problems import Stopped, stop
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.radio import log, orders, slots_kept, studio
from loaphuong.radio.log import Aired, Result
from loaphuong.radio.plays import file as player_file
from loaphuong.radio.plays import matching

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from loaphuong.app.call import Call
    from loaphuong.core.problems import Problem
    from loaphuong.radio.programme import Slot


@click.command
@click.argument("slots", nargs=-1)
@click.option("--all", "all_open", is_flag=True, help=N_("Every slot that is over and not in the log yet."))
@click.option(
    "--from",
    "source",
    type=click.Path(path_type=Path),
    help=N_("A file of what was played: of the desk page, of Liquidsoap, a CSV of a player."),
)
@click.option("--at", type=Moment(), help=N_("When it began, if not on time."))
@click.option("--by", default="", help=N_("Who aired it."))
@click.option(
    "--result",
    type=click.Choice([each.value for each in Result]),
    default=Result.WHOLE.value,
    show_default=True,
    help=N_("How it went."),
)
@click.option("--note", default="", help=N_("A remark."))
@click.pass_obj
def command(
    call: Call,
    slots: tuple[str, ...],
    all_open: bool,
    source: Path | None,
    at: datetime | None,
    by: str,
    result: str,
    note: str,
) -> int:
    """The line is never rewritten; a later line of the same slot puts it right. The desk asks for it no more."""
    if [bool(slots), all_open, source is not None].count(True) != 1 or (at and len(slots) > 1):
        raise click.UsageError(tr(N_("Name the slots that were aired, or write --all or --from; --at is for one.")))
    if source:
        print_noted(note_plays(call.root, call.now, source, by))
        return output.print_shown(show_log(call.root, call.now))
    names = slots or tuple(slot.name for slot in open_slots(call.root, call.now))
    for line in note_all(call.root, call.now, names, at, by, Result(result), note):
        print_line(line)
    if not names:
        output.success(tr(N_("Every slot that is over is in the log.")))
        return 0
    return output.print_shown(show_log(call.root, call.now))


def show_log(root: Path, now: datetime) -> tuple[Problem, ...]:
    """Let the desk and the page follow the log; what does not, and why."""
    with files.lock(root, files.PATIENCE_SECONDS):
        mark(root)
    return refresh(root, now)


def print_line(line: Aired) -> None:
    """What was noted of a slot."""
    began = f"{line.at:%d/%m/%Y %H:%M}"
    told = f" ({line.note})" if line.note else ""
    output.success(tr(N_("Noted: {slot}, {at}, {result}"), slot=line.slot, at=began, result=line.result) + told)


def print_noted(noted: Noted) -> None:
    """Each line that was noted, then what was not and why."""
    for line in noted.lines:
        print_line(line)
    if noted.known:
        output.notice(tr(N_("In the log already: {count} slots"), count=noted.known))
    if noted.others:
        output.notice(tr(N_("Not bulletins of this station, left out: {count} plays"), count=noted.others))


@dataclass(frozen=True, slots=True)
class Noted:
    """The lines noted from a file, how many slots the log had so already, and how many plays were of something else."""

    lines: tuple[Aired, ...]
    known: int
    others: int


def note_plays(root: Path, now: datetime, source: Path, by: str) -> Noted:
    """Note what a player's file says, a line a slot, all or none; Stopped if it cannot be read or cannot be true."""
    known = load_station(root)
    plays = player_file.read(source, known.zone)
    with files.lock(root, files.PATIENCE_SECONDS):
        slots = {order.slot.name: order.slot for order in orders.read(root, known.zone)[0]}
        named = {play.slot for play in plays} - {""} - slots.keys()
        slots |= {name: slot for name in named if (slot := slots_kept.find(root, known, name))}
        packages = studio.load_all(Project(root).packages, slots)
        found = matching.match(plays, known, slots.values(), packages, by, now)
        if not found.lines:
            raise stop("plays-none", Where(source.as_posix()))
        last = log.latest(log.read(root, known.zone)[0])
        fresh = [(line, slot) for line, slot in found.lines if not is_noted(line, last.get(line.slot))]
        log.append(root, *fresh)
    return Noted(tuple(line for line, _ in fresh), len(found.lines) - len(fresh), found.others)


def is_noted(line: Aired, last: Aired | None) -> bool:
    """Whether the log's last word on a slot is this: the same start, result, length and file."""
    if last is None:
        return False
    same = f"{last.at:%Y-%m-%d %H:%M}" == f"{line.at:%Y-%m-%d %H:%M}" and last.sha256 == line.sha256
    return same and last.result is line.result and abs((last.seconds or 0) - (line.seconds or 0)) < 1


def open_slots(root: Path, now: datetime) -> tuple[Slot, ...]:
    """The slots with a running order that are over and not in the log; Stopped if the log is broken."""
    zone = station.require(root).zone
    entries, problems = log.read(root, zone)
    if broken := [found for found in problems if not found.warning]:
        raise Stopped(broken)
    frozen, _ = orders.read(root, zone)
    return log.find_unlogged((order.slot for order in frozen), entries, now)


def note_aired(root: Path, now: datetime, slot: str, at: datetime | None, by: str, result: Result, note: str) -> Aired:
    """Note what was aired in one slot; Stopped if it cannot be true."""
    return note_all(root, now, [slot], at, by, result, note)[0]


def note_all(
    root: Path, now: datetime, names: Sequence[str], at: datetime | None, by: str, result: Result, note: str
) -> tuple[Aired, ...]:
    """Note what was aired, with the digests of the files that staff were given; Stopped, nothing noted, if any of it
    cannot be true.
    """
    known = load_station(root)
    with files.lock(root, files.PATIENCE_SECONDS):
        frozen = {order.slot.name: order.slot for order in orders.read(root, known.zone)[0]}
        found = [(name, slots_kept.find(root, known, name) or frozen.get(name)) for name in names]
        lines = tuple(make_line(root, now, name, slot, at, by, result, note) for name, slot in found)
        log.append(root, *zip(lines, (slot for _, slot in found), strict=True))
    return lines


def make_line(
    root: Path, now: datetime, name: str, slot: Slot | None, at: datetime | None, by: str, result: Result, note: str
) -> Aired:
    """The line of one slot."""
    episode = studio.load(Project(root).packages / name) if slot else None
    media = episode.file("loa") if episode else None
    return Aired(
        slot=name,
        at=at or (slot.starts_at if slot else now),
        by=by,
        result=result,
        seconds=media.seconds if media and result is Result.WHOLE else None,
        sha256=media.sha256 if media else "",
        note=note,
        recorded_at=now,
    )
