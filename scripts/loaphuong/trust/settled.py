"""Warnings that someone has looked at and put aside with a reason, content/settled.csv: quiet until the words change.

A settlement is bound to the warning and to the passage it stands in, so that an edit of those words, and of no others,
brings the warning back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from loaphuong.core.digest import digest
from loaphuong.core.problems import trust
from loaphuong.core.project import Project
from loaphuong.core.vietnamese import nfc
from loaphuong.trust.ledger import Column, Ledger, second, word_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime
    from pathlib import Path

    from loaphuong.core.problems import Problem

PATH = Project.settled
SETTLE, REOPEN = "bỏ qua", "nhắc lại"
MARK_DIGITS = 32
TABLE = Ledger(
    PATH,
    (
        Column("Lúc", second),
        Column("Việc", word_of(SETTLE, REOPEN)),
        Column("Tệp"),
        Column("Lời nhắc"),
        Column("Lý do"),
        Column("Người"),
        Column("Dấu"),
    ),
    clock=0,
)
KEY = re.compile(r"^[\w-]+ *:")
FENCE = "---"


@dataclass(frozen=True, slots=True)
class Settlement:
    """Why a warning is quiet, and who said so."""

    why: str
    by: str


@dataclass(frozen=True, slots=True)
class Settled:
    """The settlements in force, by their marks; `mark` gives that of a warning as the files are now."""

    known: Mapping[str, Settlement] = field(default_factory=dict)
    mark: Callable[[Problem], str] = field(default=lambda _: "", compare=False, repr=False)

    def of(self, found: Problem) -> Settlement | None:
        """The settlement of a warning; None for one that is still to be looked at, and for every mistake."""
        return self.known.get(self.mark(found)) if self.known and can_be_settled(found) else None

    def drop(self, found: Iterable[Problem]) -> tuple[Problem, ...]:
        """What is still to be looked at."""
        return tuple(each for each in found if self.of(each) is None)


def can_be_settled(found: Problem) -> bool:
    """Whether a warning is about words of content/, and not about who has approved them."""
    path = found.where.path
    return found.warning and path.startswith(f"{Project.content}/") and found.id not in trust.PAGE


def read(root: Path) -> tuple[Settled, tuple[Problem, ...]]:
    """What was settled, and what is wrong with the table; no file settles nothing."""
    rows, problems = TABLE.read(root)
    known: dict[str, Settlement] = {}
    for row in rows:
        _, act, _, _, why, by, mark = row.cells
        if act == SETTLE:
            known[mark] = Settlement(why, by)
        else:
            known.pop(mark, None)
    return Settled(known, marks_in(root)), problems


def append(root: Path, now: datetime, found: Iterable[Problem], why: str, by: str, *, reopen: bool = False) -> None:
    """Settle warnings, or bring settled ones back; the caller holds the lock."""
    mark = marks_in(root)
    act = REOPEN if reopen else SETTLE
    lines = [
        (f"{now:%Y-%m-%d %H:%M:%S}", act, each.where.path, each.what, why, by, mark(each))
        for each in dict.fromkeys(found)
    ]
    if lines:
        TABLE.append(root, *lines)


def marks_in(root: Path) -> Callable[[Problem], str]:
    """What gives the mark of a warning: its kind, what it names, and the words it stands among."""

    @cache
    def lines_of(path: str) -> tuple[str, ...]:
        try:
            return tuple(nfc((root / path).read_text("utf-8-sig", errors="replace")).splitlines())
        except OSError:
            return ()

    def mark(found: Problem) -> str:
        lines = lines_of(found.where.path)
        words = passage(lines, found.where.line) if found.values else lines
        said = "\n".join(" ".join(line.split()) for line in words).strip()
        return digest("settled 1", found.where.path, found.id, list(found.values), said)[:MARK_DIGITS]

    return mark


def passage(lines: tuple[str, ...], line: int) -> tuple[str, ...]:
    """The words around a line, counted from 1: a key of the front matter with what hangs on it, or a paragraph.

    Of a file as a whole (0) all of it.
    """
    at = line - 1
    if not 0 <= at < len(lines):
        return lines
    end = next((number for number, each in enumerate(lines) if number and each.rstrip() == FENCE), 0)
    if at < end:
        first = next((number for number in range(at, 0, -1) if KEY.match(lines[number])), at)
        last = next((number for number in range(at + 1, end) if KEY.match(lines[number])), end)
    else:
        first = next((number + 1 for number in range(at, end, -1) if not lines[number].strip()), end + 1)
        last = next((number for number in range(at, len(lines)) if not lines[number].strip()), len(lines))
    return lines[first:last] if first < last else lines[at : at + 1]
