"""Nhật ký niêm yết: what hangs where, line by line in audio/posted.csv, never rewritten.

A sheet is known by its mark. A later line of the same place and text puts an earlier one right: the last one counts,
and says that a new sheet hangs there or that it was taken down.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from loaphuong.core.problems import Stopped, problem
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.print.marks import MARK
from loaphuong.trust.ledger import Column, Ledger, moment, word_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import tzinfo
    from pathlib import Path

    from loaphuong.core.problems import Problem
    from loaphuong.trust.ledger import Row

HANG, DOWN = "treo", "gỡ"
POSTED = Ledger(
    Project.posted,
    (
        Column("Nơi niêm yết"),
        Column("Mã bản in"),
        Column("Việc", word_of(HANG, DOWN)),
        Column("Niêm yết lúc", moment),
        Column("Người niêm yết"),
        Column("Ảnh"),
        Column("Ghi chú"),
        Column("Ghi lúc", moment),
    ),
    clock=7,
)


@dataclass(frozen=True, slots=True)
class Posting:
    """A line of the log: which sheet hangs where or is `down`, when, by whom; `photo` names a picture of it."""

    place: str
    mark: str
    at: datetime
    by: str
    photo: str
    note: str
    recorded_at: datetime
    line: int = 0
    down: bool = False

    @property
    def subject(self) -> str:
        """What the sheet is of."""
        return self.mark.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Replaced:
    """A sheet that hangs and is not in force: where, its mark, the one in force (empty: none), its line of the log."""

    place: str
    mark: str
    now: str
    line: int


def entry(row: Row, zone: tzinfo) -> Posting:
    """A line as what it says."""
    place, mark, what, at, by, photo, note, recorded_at = row.cells
    moments = (datetime.fromisoformat(each).replace(tzinfo=zone) for each in (at, recorded_at))
    began, recorded = moments
    return Posting(place, mark, began, by, photo, note, recorded, row.line, down=what == DOWN)


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
            DOWN if posting.down else HANG,
            f"{posting.at.astimezone(zone):%Y-%m-%d %H:%M}",
            posting.by,
            posting.photo,
            posting.note,
            f"{posting.recorded_at:%Y-%m-%d %H:%M}",
        ),
    )


def list_hanging(postings: Iterable[Posting]) -> tuple[Posting, ...]:
    """What hangs now: the last sheet of each text in each place, unless it was taken down."""
    last = {(each.place, each.subject): each for each in postings}
    hanging = (each for each in last.values() if not each.down)
    return tuple(sorted(hanging, key=lambda each: (each.place, each.subject)))


def list_replaced(postings: Iterable[Posting], marks: Mapping[str, str]) -> tuple[Replaced, ...]:
    """What hangs and is not in force; `marks` are those in force by what they are of."""
    hanging = ((each, marks.get(each.subject, "")) for each in list_hanging(postings))
    return tuple(Replaced(each.place, each.mark, now, each.line) for each, now in hanging if now != each.mark)


def to_replace(postings: Iterable[Posting], marks: Mapping[str, str]) -> tuple[Problem, ...]:
    """A warning for each sheet that hangs and is not in force."""
    return tuple(
        problem("posted-replaced", Where(POSTED.path, each.line), place=each.place, mark=each.mark, now=each.now or "–")
        for each in list_replaced(postings, marks)
    )
