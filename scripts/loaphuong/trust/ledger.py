"""A table that only grows: CSV that opens in a spreadsheet, each line bound to all before it, the last one sealed.

What is bound are the values, not the bytes, so that a copy saved by a spreadsheet (BOM, semicolons, CRLF, 21/11/2026,
16:30:00, 361,5) is still the same table. A changed, moved or removed line breaks the binding; lines cut off at the end
are missed by the seal beside the file.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from loaphuong.core import dates, spreadsheet
from loaphuong.core.files import write_text
from loaphuong.core.problems import Stopped, problem
from loaphuong.core.vietnamese import nfc
from loaphuong.core.where import Where

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from loaphuong.core.problems import Problem

NUMBER, BOND = "Số", "Mã nối"
BOND_DIGITS = 32
START = ""
NUMERAL = re.compile(r"\d{1,6}([.,]\d+)?")
OURS = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d")


def text(cell: str) -> str:
    """One line of words."""
    line = " ".join(nfc(cell).split())
    if line.isprintable():
        return line
    return " ".join("".join(letter if letter.isprintable() else " " for letter in line).split())


def moment(cell: str) -> str:
    """2026-11-24 16:31, the station's local time; ValueError when it is no time."""
    read = datetime.fromisoformat(cell) if OURS.fullmatch(cell) else dates.moment(cell, timed=True)
    return f"{read:%Y-%m-%d %H:%M}"


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


def shown(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula, and that `meant` turns back."""
    return f"'{cell}" if cell.startswith("'") else spreadsheet.safe(cell)


def meant(cell: str) -> str:
    """What `shown` was given."""
    return cell[1:] if cell.startswith("'") else cell


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, and what makes its cells canonical (ValueError: they cannot be read)."""

    title: str
    canonical: Callable[[str], str] = text


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: its number from 1, its canonical cells, and the line of the file."""

    number: int
    cells: tuple[str, ...]
    bond: str
    line: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """A table by its path in the project and its columns; the number and the bond are added to these."""

    path: str
    columns: tuple[Column, ...]

    @property
    def seal_path(self) -> str:
        """Where the number of lines and the last bond are kept."""
        return f"{self.path}.seal"

    @property
    def titles(self) -> tuple[str, ...]:
        """All column titles."""
        return (NUMBER, *(column.title for column in self.columns), BOND)

    def header(self) -> str:
        """The file without any line."""
        return spreadsheet.BOM + csv_line(self.titles)

    def read(self, root: Path) -> tuple[tuple[Row, ...], tuple[Problem, ...]]:
        """All lines that can be read, in order, and everything wrong with the file; no file is an empty table."""
        file, seal = root / self.path, root / self.seal_path
        data = file.read_bytes() if file.exists() else self.header().encode()
        return self.parse(data, seal.read_text("utf-8", errors="replace") if seal.exists() else "")

    def parse(self, data: bytes, seal: str) -> tuple[tuple[Row, ...], tuple[Problem, ...]]:
        """`read` without a disk."""
        decoded = decode(data)
        if decoded is None:
            return (), (problem("ledger-encoding", Where(self.path)),)
        try:
            lines = list(cells(decoded))
        except csv.Error:
            return (), (problem("ledger-encoding", Where(self.path)),)
        places = {title: index for index, title in enumerate(lines[0][1])} if lines else {}
        missing = [title for title in self.titles if title not in places]
        if missing:
            return (), (problem("ledger-columns", Where(self.path, 1), columns=", ".join(missing)),)
        problems: list[Problem] = []
        rows = []
        for line, given in lines[1:]:
            row = self.row(line, [given[places[title]] if places[title] < len(given) else "" for title in self.titles])
            if isinstance(row, Row):
                rows.append(row)
            else:
                problems += row
        rows.sort(key=lambda row: row.number)
        if not problems:
            problems += self.bonds_broken(rows, seal)
        return tuple(rows), tuple(problems)

    def row(self, line: int, given: Sequence[str]) -> Row | list[Problem]:
        """A line's cells made canonical, or what is wrong with them."""
        problems = []
        canonical = []
        for column, cell in zip(self.columns, given[1:-1], strict=True):
            try:
                canonical.append(column.canonical(meant(cell)))
            except ValueError:
                problems.append(problem("ledger-cell", Where(self.path, line), value=cell, column=column.title))
        if not re.fullmatch(r"\d{1,9}", given[0].strip()):
            problems.append(problem("ledger-cell", Where(self.path, line), value=given[0], column=NUMBER))
        return problems or Row(int(given[0].strip()), tuple(canonical), given[-1].strip(), line)

    def bonds_broken(self, rows: Sequence[Row], seal: str) -> Iterator[Problem]:
        """The first line that does not follow from those before it, and whether the end is missing."""
        last = START
        for number, row in enumerate(rows, 1):
            last = bond(last, number, row.cells)
            if row.number != number or row.bond != last:
                yield problem("ledger-tampered", Where(self.path, row.line), number=number)
                return
        sealed, _, sealed_bond = seal.strip().partition(" ")
        if not re.fullmatch(r"\d{1,9}", sealed):
            if len(rows) > 1:  # one line without a seal: the machine stopped while the first was written
                yield problem("ledger-unsealed", Where(self.path), seal=self.seal_path)
            return
        if len(rows) < int(sealed):
            yield problem("ledger-truncated", Where(self.path), count=len(rows), sealed=sealed)
        elif int(sealed) and rows[int(sealed) - 1].bond != sealed_bond:
            yield problem("ledger-forked", Where(self.path))

    def append(self, root: Path, *given: Sequence[str]) -> None:
        """Add lines; `Stopped` with what is wrong when the table is not whole. A spreadsheet's copy becomes ours."""
        rows, problems = self.read(root)
        if problems:
            raise Stopped(problems)
        last = rows[-1].bond if rows else START
        lines = [csv_line((str(row.number), *map(shown, row.cells), row.bond)) for row in rows]
        for number, cells_given in enumerate(given, len(rows) + 1):
            canonical = tuple(column.canonical(cell) for column, cell in zip(self.columns, cells_given, strict=True))
            last = bond(last, number, canonical)
            lines.append(csv_line((str(number), *map(shown, canonical), last)))
        write_text(root / self.path, self.header() + "".join(lines))
        write_text(root / self.seal_path, f"{len(lines)} {last}\n")


def bond(before: str, number: int, canonical: Sequence[str]) -> str:
    """What binds a line to all before it."""
    said = "\x1f".join((before, str(number), *canonical))
    # A letter first: a spreadsheet would take some digits for a number.
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


def cells(decoded: str) -> Iterator[tuple[int, list[str]]]:
    """The lines that hold anything, each with its place in the file; separated by what separates the titles."""
    first = decoded.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(decoded, newline=""), delimiter=separator)
    line = 1
    for given in reader:
        if any(cell.strip() for cell in given):
            yield line, given
        line = reader.line_num + 1
