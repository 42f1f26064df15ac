"""Tables for spreadsheets: Vietnamese is read, nothing is reckoned."""

from __future__ import annotations

import csv
import io

import pytest

from loaphuong.core import spreadsheet


@pytest.mark.parametrize("cell", ["=1+1", "+84 24", "-1", "@cmd", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    """What a spreadsheet would reckon is given as words."""
    assert spreadsheet.safe(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "Ngõ sạch", "1 = 1", "'đã"])
def test_words_stay_as_they_are(cell: str) -> None:
    """No other cell is touched."""
    assert spreadsheet.safe(cell) == cell


def test_a_table_is_read_back() -> None:
    """A BOM so that the letters are right, one line a row, numbers as they are."""
    data = spreadsheet.table([("Mục", "Số"), ("Ngõ; “sạch”, đẹp\nmới", 3)])
    assert data.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))) == [
        ["Mục", "Số"],
        ["Ngõ; “sạch”, đẹp\nmới", "3"],
    ]
