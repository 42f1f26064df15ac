"""CSV as spreadsheets here read it: UTF-8 with a BOM, and no cell that is taken for a formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BOM = "\ufeff"
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def safe(cell: str) -> str:
    """A cell whose words are only words: an apostrophe stands before what would be reckoned."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def table(rows: Iterable[Sequence[object]]) -> bytes:
    """A table to open, each cell safe; lines end as spreadsheets end them."""
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\r\n").writerows([safe(str(cell)) for cell in row] for row in rows)
    return (BOM + stream.getvalue()).encode()
