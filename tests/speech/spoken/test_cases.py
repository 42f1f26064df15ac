"""Every line of the case tables reads as it says."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from loaphuong.speech.spoken import Reader

CASES = Path(__file__).parent / "cases"
TABLES = sorted(path.stem for path in CASES.glob("*.tsv"))
READER = Reader()


@cache
def rows() -> list[tuple[str, int, str, str]]:
    """All cases of all tables: file, line, written, spoken."""
    found = []
    for path in sorted(CASES.glob("*.tsv")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip() and not line.startswith("#"):
                written, spoken = line.split("\t")[:2]
                found.append((path.stem, number, written, spoken))
    return found


@pytest.mark.parametrize("table", TABLES)
def test_a_table(table: str) -> None:
    """What is written on the left is read as on the right, with no problem."""
    wrong = []
    for name, number, written, spoken in rows():
        if name == table and ((reading := READER.read(written)).line != spoken or reading.problems):
            wrong.append((number, written, spoken, reading.line, reading.problems))
    assert wrong == []
