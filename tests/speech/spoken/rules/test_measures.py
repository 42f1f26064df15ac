"""Units: the table is sound, and a unit is said where it is one."""

from __future__ import annotations

from collections import Counter

import pytest

from loaphuong.speech.spoken import Reader
from loaphuong.speech.spoken.lexicon import table
from loaphuong.speech.spoken.rules import measures

ROWS = [line.split("\t") for line in table("units").splitlines() if line and not line.startswith("#")]


def test_no_unit_stands_twice() -> None:
    """Of two readings of one sign the first would be lost without a word."""
    assert [unit for unit, count in Counter(row[0] for row in ROWS).items() if count > 1] == []


def test_a_row_is_a_unit_and_its_reading() -> None:
    """And at most the mark that it is known without a number."""
    assert [row for row in ROWS if len(row) not in {2, 3} or not all(row) or row[2:] not in ([], ["x"])] == []
    assert measures.units().keys() == {row[0] for row in ROWS}


READ = [
    ("Dài 5 km.", "dài năm ki lô mét."),
    ("Nặng 3,5kg.", "nặng ba phẩy năm ki lô gam."),
    ("Chạy 60 km/h.", "chạy sáu mươi ki lô mét trên giờ."),
    ("Cao 1m65.", "cao một mét sáu mươi lăm."),
]


@pytest.mark.parametrize(("written", "spoken"), READ)
def test_an_amount_and_its_unit(written: str, spoken: str) -> None:
    """One unit, one per another, and a height."""
    assert Reader().read(written).line == spoken
