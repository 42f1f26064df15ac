"""Nhật ký niêm yết: what hangs where, line by line in audio/posted.csv, never rewritten.

A sheet is known by its mark. A later line of the same place and text puts an earlier one right: the last one counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from loaphuong.core.problems import Stopped, problem
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.print.marks import MARK
from loaphuong.trust.ledger import Column, Ledger, moment

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import tzinfo
    from pathlib import Path

    from loaphuong.core.problems import Problem
    from loaphuong.trust.ledger import Row

POSTED = Ledger(
    Project.posted,
    (
        Column("Nơi niêm yết"),
        Column("Mã bản in"),
        Column("Niêm yết lúc", moment),
        Column("Người niêm yết"),
        Column("Ảnh"),
        Column("Ghi chú"),
        Column("Ghi lúc", moment),
    ),
    clock=6,
)


@dataclass(frozen=True, slots=True)
class Posting:
    """A line of the log: which sheet, where, when, by whom; `photo` names a picture of it."""

    place: str
    mark: str
    at: datetime
    by: str
    photo: str
    note: str
    recorded_at: datetime
    line: int = 0

    @property
    def subject(self) -> str:
        """What the sheet is of."""
        return self.mark.partition(".")[0]


def entry(row: Row, zone: tzinfo) -> Posting:
    """A line as what it says."""
    place, mark, at, by, photo, note, recorded_at = row.cells
    moments = (datetime.fromisoformat(each).replace(tzinfo=zone) for each in (at, recorded_at))
    began, recorded = moments
    return Posting(place, mark, began, by, photo, note, recorded, row.line)


def read(root: Path, zone: tzinfo) -> tuple[tuple[Posting, ...], tuple[Problem, ...]]:
    """The whole log in the order it was written, and whatever was done to it."""
    rows, problems = POSTED.read(root)
    return tuple(entry(row, zone) for row in rows), problems


def append(root: Path, posting: Posting) -> None:
    """Note a posting; Stopped where the log is not whole, the mark is none, or the time is to come."""
    where = Where(POSTED.path)
    _, problems = POSTED.read(root)
    found = list(problems)
    if not MARK.fullmatch(posting.mark):
        found.append(problem("posted-no-mark", where, mark=posting.mark))
    if posting.at > posting.recorded_at:
        found.append(problem("posted-future", where, at=f"{posting.at:%d/%m/%Y %H:%M}"))
    if stopping := [each for each in found if not each.warning]:
        raise Stopped(stopping)
    zone = posting.recorded_at.tzinfo
    POSTED.append(
        root,
        (
            posting.place,
            posting.mark,
            f"{posting.at.astimezone(zone):%Y-%m-%d %H:%M}",
            posting.by,
            posting.photo,
            posting.note,
            f"{posting.recorded_at:%Y-%m-%d %H:%M}",
        ),
    )


def list_hanging(postings: Iterable[Posting]) -> tuple[Posting, ...]:
    """What hangs now: the last sheet of each text in each place."""
    last = {(each.place, each.subject): each for each in postings}
    return tuple(sorted(last.values(), key=lambda each: (each.place, each.subject)))


def to_replace(postings: Iterable[Posting], marks: Mapping[str, str]) -> tuple[Problem, ...]:
    """A warning for each sheet that hangs and is not in force; `marks` are those in force by what they are of."""
    return tuple(
        problem("posted-replaced", Where(POSTED.path, each.line), place=each.place, mark=each.mark, now=now or "–")
        for each in list_hanging(postings)
        if (now := marks.get(each.subject)) != each.mark
    )
