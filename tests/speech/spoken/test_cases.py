"""Every line of the case tables reads as it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaphuong.speech.spoken import Reader

CASES = Path(__file__).parent / "cases"
READER = Reader()


def rows() -> list[tuple[str, int, str, str]]:
    """All cases of all tables: file, line, written, spoken."""
    found = []
    for path in sorted(CASES.glob("*.tsv")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip() and not line.startswith("#"):
                written, spoken = line.split("\t")[:2]
                found.append((path.stem, number, written, spoken))
    return found


@pytest.mark.parametrize(("table", "number", "written", "spoken"), rows())
def test_case(table: str, number: int, written: str, spoken: str) -> None:
    """What is written on the left is read as on the right, with no problem."""
    reading = READER.read(written)
    assert not reading.problems
    assert reading.line == spoken
