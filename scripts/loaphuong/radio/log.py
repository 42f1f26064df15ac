"""Nhật ký phát sóng: what was really aired, line by line in audio/log.csv, never rewritten.

A mistake is put right by a later line of the same slot: the last one counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from loaphuong.core.problems import Stopped, problem
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.trust.ledger import Column, Ledger, decimal, moment, word_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
    from datetime import tzinfo
    from pathlib import Path

    from loaphuong.core.problems import Problem
    from loaphuong.radio.programme import Slot
    from loaphuong.trust.ledger import Row


class Result(StrEnum):
    """Kết quả of a broadcast, as the log says it."""

    WHOLE = "phát đủ"
    INTERRUPTED = "gián đoạn"
    SILENT = "không phát"


@dataclass(frozen=True, slots=True)
class Aired:
    """A line of the broadcast log: which slot, when, by whom, how; `recorded_at` is when it was noted."""

    slot: str
    at: datetime
    by: str
    result: Result
    seconds: float | None
    sha256: str
    note: str
    recorded_at: datetime
    line: int = 0


EARLY = timedelta(hours=1)
OVER = timedelta(minutes=15)
MOST_TOLD = 6


LOG = Ledger(
    Project.log,
    (
        Column("Khung giờ"),
        Column("Phát lúc", moment),
        Column("Người phát"),
        Column("Kết quả", word_of(*Result)),
        Column("Số giây", decimal),
        Column("SHA-256 của tệp"),
        Column("Ghi chú"),
        Column("Ghi lúc", moment),
    ),
    clock=7,
)


def entry(row: Row, zone: tzinfo) -> Aired:
    """A line as what it says."""
    slot, at, by, result, seconds, sha256, note, recorded_at = row.cells
    return Aired(
        slot=slot,
        at=datetime.fromisoformat(at).replace(tzinfo=zone),
        by=by,
        result=Result(result),
        seconds=float(seconds) if seconds else None,
        sha256=sha256,
        note=note,
        recorded_at=datetime.fromisoformat(recorded_at).replace(tzinfo=zone),
        line=row.line,
    )


def cells(aired: Aired, zone: tzinfo) -> tuple[str, ...]:
    """What it says, as a line."""
    return (
        aired.slot,
        f"{aired.at.astimezone(zone):%Y-%m-%d %H:%M}",
        aired.by,
        aired.result.value,
        "" if aired.seconds is None else f"{aired.seconds:.1f}",
        aired.sha256,
        aired.note,
        f"{aired.recorded_at.astimezone(zone):%Y-%m-%d %H:%M}",
    )


def read(root: Path, zone: tzinfo) -> tuple[tuple[Aired, ...], tuple[Problem, ...]]:
    """The whole log in the order it was written, and whatever was done to it."""
    rows, problems = LOG.read(root)
    return tuple(entry(row, zone) for row in rows), problems


def append(root: Path, *broadcasts: tuple[Aired, Slot | None]) -> None:
    """Note broadcasts, each of its slot; `Stopped`, nothing noted, if the log is not whole or a line cannot be true."""
    written: list[tuple[str, ...]] = []
    problems: list[Problem] = []
    for aired, slot in broadcasts:
        zone = aired.recorded_at.tzinfo
        if zone is None:
            raise ValueError("recorded_at has no time zone")
        problems += check(aired, slot)
        written.append(cells(aired, zone))
    problems += LOG.read(root)[1]
    if problems := [found for found in problems if not found.warning]:
        raise Stopped(problems)
    if written:
        LOG.append(root, *written)


def check(aired: Aired, slot: Slot | None) -> Iterator[Problem]:
    """What cannot be true of a new line: a slot that is none, a time to come."""
    where, now = Where(LOG.path), aired.recorded_at
    if slot is None:
        yield problem("slot-unknown", where, slot=aired.slot)
    elif aired.at < slot.starts_at - EARLY:
        yield problem("aired-early", where, at=f"{aired.at:%d/%m/%Y %H:%M}", slot=aired.slot)
    if aired.at > now:
        yield problem("aired-future", where, at=f"{aired.at:%d/%m/%Y %H:%M}")


def clock(entries: Sequence[Aired], now: datetime) -> tuple[Problem, ...]:
    """A clock that shows a time before the last line was written: that one or this one was wrong.

    It keeps nobody from writing: a time that cannot be is refused by what it is noted of, and a further line follows.
    """
    if not entries or now.replace(second=0, microsecond=0) >= entries[-1].recorded_at:
        return ()
    last = entries[-1].recorded_at
    return (problem("clock-back", Where(LOG.path), now=f"{now:%d/%m/%Y %H:%M}", last=f"{last:%d/%m/%Y %H:%M}"),)


def latest(entries: Iterable[Aired]) -> Mapping[str, Aired]:
    """What holds of each slot: its last line."""
    return {aired.slot: aired for aired in entries}


def times_heard(entries: Iterable[Aired]) -> Mapping[str, datetime]:
    """When each slot's bulletin was heard to its end; what was cut short or silent is not in it."""
    return {slot: aired.at for slot, aired in latest(entries).items() if aired.result is Result.WHOLE}


def times_probably_heard(
    slots: Iterable[Slot], entries: Iterable[Aired], held: Container[str], now: datetime
) -> Mapping[str, datetime]:
    """When each bulletin was heard; one that was due, not held, and is not in the log was probably heard on time."""
    known = latest(entries)
    unlogged = {
        slot.name: slot.starts_at
        for slot in slots
        if slot.starts_at <= now and slot.name not in known and slot.name not in held
    }
    return {**unlogged, **times_heard(entries)}


def find_unlogged(slots: Iterable[Slot], entries: Iterable[Aired], now: datetime) -> tuple[Slot, ...]:
    """The slots with a bulletin that are over and not in the log, by time."""
    known = latest(entries)
    return tuple(sorted(slot for slot in slots if slot.starts_at + OVER <= now and slot.name not in known))


def check_unlogged(slots: Iterable[Slot], entries: Iterable[Aired], now: datetime) -> tuple[Problem, ...]:
    """One warning for all that have been over for a day and are not in the log."""
    late = [slot.name for slot in find_unlogged(slots, entries, now - timedelta(days=1))]
    if not late:
        return ()
    told = ", ".join(late[-MOST_TOLD:]) + (", …" if len(late) > MOST_TOLD else "")
    return (problem("aired-unlogged", Where(LOG.path), count=len(late), slots=told),)
