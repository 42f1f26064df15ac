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
    from collections.abc import Iterable, Iterator, Mapping, Sequence
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


__all__ = ["LOG", "Aired", "Result", "append", "check", "check_unlogged", "clock", "latest", "read", "times_heard"]

EARLY = timedelta(hours=1)


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
        entries, found = read(root, zone)
        problems += (*found, *check(aired, slot, entries))
        written.append(cells(aired, zone))
    if problems := [found for found in problems if not found.warning]:
        raise Stopped(problems)
    if written:
        LOG.append(root, *written)


def check(aired: Aired, slot: Slot | None, entries: Sequence[Aired]) -> Iterator[Problem]:
    """What cannot be true of a new line: a slot that is none, a time to come, a clock that went back."""
    where, now = Where(LOG.path), aired.recorded_at
    if slot is None:
        yield problem("slot-unknown", where, slot=aired.slot)
    elif aired.at < slot.starts_at - EARLY:
        yield problem("aired-early", where, at=f"{aired.at:%d/%m/%Y %H:%M}", slot=aired.slot)
    if aired.at > now:
        yield problem("aired-future", where, at=f"{aired.at:%d/%m/%Y %H:%M}")
    yield from clock(entries, now)


def clock(entries: Sequence[Aired], now: datetime) -> tuple[Problem, ...]:
    """A clock that shows a time before the last line was written."""
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


def check_unlogged(names: Iterable[Slot], entries: Iterable[Aired], now: datetime) -> tuple[Problem, ...]:
    """A warning for each recorded slot that has been over for a day and is not in the log."""
    known = latest(entries)
    over = now - timedelta(days=1)
    return tuple(
        problem("aired-unlogged", Where(LOG.path), slot=slot.name)
        for slot in sorted(names)
        if slot.starts_at < over and slot.name not in known
    )
