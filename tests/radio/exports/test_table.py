"""The table of broadcasts."""

from __future__ import annotations

import csv
import io

from loaphuong.radio.exports import table
from loaphuong.radio.exports.schedule import Broadcast
from tests.radio.exports.material import THIRD, broadcasts


def test_the_table_opens_in_a_spreadsheet() -> None:
    """A BOM, Vietnamese titles, one line a slot, and no formula."""
    shown = [*broadcasts(), Broadcast(THIRD, "=cmd()")]
    data = table.render(shown)
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert [row["Tình trạng"] for row in rows] == ["đã thu", "dự kiến", "hủy: Sửa đường dây", "dự kiến"]
    assert rows[0]["Thứ"] == "Thứ Sáu"
    assert rows[3]["Chương trình"] == "'=cmd()"
