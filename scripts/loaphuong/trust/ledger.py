"""A table that only grows: CSV that opens in a spreadsheet, each line bound to those it follows, its ends sealed.

What is bound are the values, not the bytes, so that a copy saved by a spreadsheet (BOM, semicolons, CRLF, 21/11/2026,
16:30:00, 361,5) is still the same table. The table is a set: a line names those it follows by their bonds, so two
copies that each grew are merged by keeping the lines of both (git's own `merge=union`, asked for by `ATTRIBUTES` beside
the table), and the next line follows both ends. A changed line breaks its own bond, a lost one is missed by those that
follow it, a lost end by the seal beside the file.
"""

from __future__ import annotations

import csv
import hashlib
import heapq
import io
import json
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from loaphuong.core import dates, spreadsheet
from loaphuong.core.files import parse_json, write_private, write_text
from loaphuong.core.problems import Stopped, problem
from loaphuong.core.project import Project
from loaphuong.core.vietnamese import nfc
from loaphuong.core.where import Where

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from loaphuong.core.problems import Problem

    Complete = Callable[[tuple[str, ...], tuple[str, ...]], tuple[str, ...]]

FOLLOWS, BOND = "Nối sau", "Mã nối"
ATTRIBUTES = ".gitattributes"
VERSION = "loa-so 2"
BOND_DIGITS = 32
# After so many, a file is not a table at all: naming the rest helps nobody.
MOST_PROBLEMS = 100
# The first form of the table: numbered lines, each bound to the one before, sealed by their count and the last bond.
NUMBER = "Số"
NUMERAL = re.compile(r"\d{1,6}([.,]\d+)?")
OURS = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?")


def text(cell: str) -> str:
    """One line of words."""
    line = " ".join(nfc(cell).split())
    if line.isprintable():
        return line
    return " ".join("".join(letter if letter.isprintable() else " " for letter in line).split())


def moment(cell: str) -> str:
    """2026-11-24 16:31, the station's local time; ValueError when it is no time."""
    return f"{local_time(cell):%Y-%m-%d %H:%M}"


def second(cell: str) -> str:
    """2026-11-24 16:31:05, the station's local time; ValueError when it is no time."""
    return f"{local_time(cell):%Y-%m-%d %H:%M:%S}"


def local_time(cell: str) -> datetime:
    """A time as we or a spreadsheet write it; ValueError when it is none. It is local already: no zone changes it."""
    return datetime.fromisoformat(cell) if OURS.fullmatch(cell) else dates.moment(cell, dates.USUAL_ZONE, timed=True)


def decimal(cell: str) -> str:
    """Seconds to a tenth, or nothing; ValueError when it is no number."""
    if cell.strip() and not NUMERAL.fullmatch(cell.strip()):
        raise ValueError(cell)
    return f"{float(cell.replace(',', '.')):.1f}" if cell.strip() else ""


def word_of(*words: str) -> Callable[[str], str]:
    """One of a few words, in any case; ValueError for another one."""

    def canonical(cell: str) -> str:
        found = [word for word in words if word == text(cell).lower()]
        if not found:
            raise ValueError(cell)
        return found[0]

    return canonical


def escape_cell(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula, and that `unescape_cell` turns back."""
    return f"'{cell}" if cell.startswith("'") else spreadsheet.safe(cell)


def unescape_cell(cell: str) -> str:
    """What `escape_cell` was given."""
    return cell[1:] if cell.startswith("'") else cell


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, and what makes its cells canonical (ValueError: they cannot be read)."""

    title: str
    canonical: Callable[[str], str] = text


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: its canonical cells, the bonds of those it follows, its own, and the line of the file."""

    cells: tuple[str, ...]
    follows: tuple[str, ...]
    bond: str
    line: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """A table by its path in the project and its columns, to which two bonds are added.

    `clock` is the column that says when a line was written: lines that do not follow each other are ordered by it.
    """

    path: str
    columns: tuple[Column, ...]
    clock: int

    @property
    def seal_path(self) -> str:
        """Where the bonds of the last lines are kept, one a line."""
        return f"{self.path}.seal"

    @property
    def titles(self) -> tuple[str, ...]:
        """All column titles."""
        return (*(column.title for column in self.columns), FOLLOWS, BOND)

    def header(self) -> str:
        """The file without any line."""
        return spreadsheet.BOM + csv_line(self.titles)

    def read(self, root: Path) -> tuple[tuple[Row, ...], tuple[Problem, ...]]:
        """All lines that can be read, in order, and everything wrong with the file; no file is an empty table."""
        file, seal = root / self.path, root / self.seal_path
        try:
            data = file.read_bytes() if file.exists() else self.header().encode()
            sealed = seal.read_text("utf-8", errors="replace") if seal.exists() else ""
        except OSError as error:
            return (), (problem("file-unreadable", Where(self.path), reason=error.strerror or error),)
        rows, problems = self.parse(data, sealed)
        known = {row.bond for row in rows}
        if not problems and any(each not in known for each in read_seen(root).get(self.path, ())):
            problems = (problem("ledger-rolled-back", Where(self.path)),)
        return rows, problems

    def parse(self, data: bytes, seal: str) -> tuple[tuple[Row, ...], tuple[Problem, ...]]:
        """`read` without a disk."""
        decoded = decode(data)
        try:
            first, lines = cells(decoded or "")
        except csv.Error:
            decoded = None
        if decoded is None:
            return (), (problem("ledger-encoding", Where(self.path)),)
        numbered = NUMBER in first and FOLLOWS not in first
        wanted = (NUMBER, *(column.title for column in self.columns), BOND) if numbered else self.titles
        if missing := [title for title in wanted if title not in first]:
            return (), (problem("ledger-columns", Where(self.path, 1), columns=", ".join(missing)),)
        problems: list[Problem] = []
        rows: dict[str, Row] = {}
        for line, given in lines:
            if len(problems) >= MOST_PROBLEMS:
                break
            row = self.row(line, given)
            if isinstance(row, Row):
                rows.setdefault(row.bond, row)
            else:
                problems += row
        if problems:
            return in_order(rows, self.clock), tuple(problems)
        if numbered:
            return self.renew(rows.values(), {line: given[NUMBER] for line, given in lines}, seal)
        return in_order(rows, self.clock), tuple(self.find_lost(rows, seal))

    def row(self, line: int, given: Mapping[str, str]) -> Row | list[Problem]:
        """A line's cells made canonical, or what is wrong with them."""
        problems = []
        canonical = []
        for column in self.columns:
            cell = given.get(column.title, "")
            try:
                canonical.append(column.canonical(unescape_cell(cell)))
            except ValueError:
                problems.append(problem("ledger-cell", Where(self.path, line), value=cell, column=column.title))
        follows = tuple(given.get(FOLLOWS, "").split())
        return problems or Row(tuple(canonical), follows, given.get(BOND, "").strip(), line)

    def find_lost(self, rows: Mapping[str, Row], seal: str) -> Iterator[Problem]:
        """The lines that are not what they were, those whose forerunner is gone, and whether an end is missing."""
        for row in rows.values():
            if row.bond != bond(row.follows, row.cells):
                yield problem("ledger-tampered", Where(self.path, row.line))
            elif any(before not in rows for before in row.follows):
                yield problem("ledger-lost", Where(self.path, row.line))
        sealed = seal.split()
        if any(each not in rows for each in sealed):
            yield problem("ledger-end-lost", Where(self.path))
        elif not sealed and len(rows) > 1:  # one line without a seal: the machine stopped while the first was written
            yield problem("ledger-unsealed", Where(self.path), seal=self.seal_path)

    def renew(
        self, rows: Iterable[Row], numbers: Mapping[int, str], seal: str
    ) -> tuple[tuple[Row, ...], tuple[Problem, ...]]:
        """The lines of a table of the first form, bound as today, and what is wrong with it by the rules of its day."""
        problems: list[Problem] = []
        before, made = "", list[Row]()
        kept = sorted(rows, key=lambda row: (len(numbers[row.line].strip()), numbers[row.line].strip()))
        for number, row in enumerate(kept, 1):
            before = bond_of_first_form(before, number, row.cells)
            if (numbers[row.line].strip(), row.bond) != (str(number), before) and not problems:
                problems.append(problem("ledger-tampered", Where(self.path, row.line)))
            follows = (made[-1].bond,) if made else ()
            made.append(Row(row.cells, follows, bond(follows, row.cells), row.line))
        count, _, last = seal.strip().partition(" ")
        if not problems and count:
            place = int(count) if re.fullmatch(r"\d{1,9}", count) else 0
            if place > len(kept) or (place and kept[place - 1].bond != last):
                problems.append(problem("ledger-end-lost", Where(self.path)))
        elif not problems and len(kept) > 1:
            problems.append(problem("ledger-unsealed", Where(self.path), seal=self.seal_path))
        return tuple(made), tuple(problems)

    def is_of_first_form(self, root: Path) -> bool:
        """Whether the file is numbered, as tables were at first."""
        path = root / self.path
        decoded = decode(path.read_bytes()) if path.exists() else None
        return decoded is not None and NUMBER in cells(decoded)[0] and FOLLOWS not in cells(decoded)[0]

    def append(self, root: Path, *given: Sequence[str], complete: Complete | None = None) -> None:
        """Add lines; `Stopped` with what is wrong when the table is not whole. A spreadsheet's copy becomes ours.

        `complete` is given a line's cells and the bonds it follows, and gives back the cells.
        """
        rows, problems = self.read(root)
        if problems := tuple(found for found in problems if not found.warning):
            raise Stopped(problems)
        kept, last = list(rows), ends(rows)
        for cells_given in given:
            canonical = tuple(column.canonical(cell) for column, cell in zip(self.columns, cells_given, strict=True))
            canonical = complete(canonical, last) if complete else canonical
            kept.append(Row(canonical, last, bond(last, canonical), 0))
            last = (kept[-1].bond,)
        self.write(root, kept)

    def write(self, root: Path, rows: Sequence[Row]) -> None:
        """Put these lines down, sealed, with what tells git how two copies are merged."""
        written = (csv_line((*map(escape_cell, row.cells), " ".join(row.follows), row.bond)) for row in rows)
        merged = root / PurePosixPath(self.path).parent / ATTRIBUTES
        rule = f"{PurePosixPath(self.path).name}* merge=union\n"
        told = merged.read_text("utf-8") if merged.is_file() else ""
        if rule not in told:
            write_text(merged, told + rule)
        write_text(root / self.path, self.header() + "".join(written))
        write_text(root / self.seal_path, "".join(f"{each}\n" for each in ends(rows)))
        self.remember(root, rows)

    def see(self, root: Path) -> None:
        """Note how far a sound table is, as a build does before it publishes."""
        rows, problems = self.read(root)
        if rows and not problems:
            self.remember(root, rows)

    def remember(self, root: Path, rows: Iterable[Row]) -> None:
        """Note the last lines on this machine, so that a table that is put back to an older state is noticed."""
        told = {**read_seen(root), self.path: list(ends(rows))}
        write_private(root, Project.seen, json.dumps(told, indent=1, sort_keys=True) + "\n")


def read_seen(root: Path) -> dict[str, list[str]]:
    """The last lines that this machine has seen of each table."""
    try:
        told = parse_json(Project(root).seen.read_text("utf-8"))
        return {str(path): [str(each) for each in bonds] for path, bonds in told.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def ends(rows: Iterable[Row]) -> tuple[str, ...]:
    """The bonds of the lines that no other line follows, sorted."""
    known = tuple(rows)
    followed = {before for row in known for before in row.follows}
    return tuple(sorted(row.bond for row in known if row.bond not in followed))


def in_order(rows: Mapping[str, Row], clock: int) -> tuple[Row, ...]:
    """Lines after those they follow; those that may stand in either order by their time, then by their bond."""
    waits = {name: sum(before in rows for before in set(row.follows)) for name, row in rows.items()}
    after: dict[str, list[str]] = {}
    for name, row in rows.items():
        for before in set(row.follows):
            after.setdefault(before, []).append(name)
    ready = [(row.cells[clock], name) for name, row in rows.items() if not waits[name]]
    heapq.heapify(ready)
    found = []
    while ready:
        _, name = heapq.heappop(ready)
        found.append(rows[name])
        for later in after.get(name, ()):
            waits[later] -= 1
            if not waits[later]:
                heapq.heappush(ready, (rows[later].cells[clock], later))
    return tuple(found)


def bond(follows: Sequence[str], canonical: Sequence[str]) -> str:
    """What binds a line to those it follows."""
    said = "\x1f".join((VERSION, " ".join(follows), *canonical))
    return write_bond(said)


def bond_of_first_form(before: str, number: int, canonical: Sequence[str]) -> str:
    """What bound a numbered line to all before it."""
    return write_bond("\x1f".join((before, str(number), *canonical)))


def write_bond(said: str) -> str:
    """A bond; a letter first: a spreadsheet would take some digits for a number."""
    return f"m{hashlib.sha256(said.encode()).hexdigest()[:BOND_DIGITS]}"


def csv_line(given: Sequence[str]) -> str:
    """One line of CSV."""
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerow(given)
    return stream.getvalue()


def decode(data: bytes) -> str | None:
    """The text of what a spreadsheet saved; None for an encoding that is neither UTF-8 nor UTF-16."""
    encoding = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        return nfc(data.decode(encoding))
    except UnicodeDecodeError:
        return None


def cells(decoded: str) -> tuple[list[str], list[tuple[int, dict[str, str]]]]:
    """The first heading, and the lines that hold anything by the titles above them, each with its place in the file.

    A line that ends in the title of the bonds is a heading: merged copies may hold several, each separated in its way.
    """
    headings: list[list[str]] = []
    separator, found = ",", []
    for line, written in enumerate(decoded.replace("\r\n", "\n").split("\n"), 1):
        bare = written.removeprefix(spreadsheet.BOM)
        tried = max(",;\t", key=bare.count)
        heading = [cell.strip() for cell in next(csv.reader([bare], delimiter=tried), [])] if BOND in bare else []
        if [cell for cell in heading if cell][-1:] == [BOND]:
            headings.append(heading)
            separator = tried
        elif headings and bare.strip(f'{separator} \t\r"'):
            given = next(csv.reader([bare], delimiter=separator), [])
            found.append((line, dict(zip(headings[-1], given, strict=False))))
    return headings[0] if headings else [], found
