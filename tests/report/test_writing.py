"""The forms of a report: what its numbers are, and how a cell is written."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from loaphuong.report import writing
from tests.report.material import STATION, november


@pytest.mark.parametrize(("seconds", "minutes"), [(0, 0), (29, 0), (3600, 60), (7380, 123), (36_000, 600)])
def test_time_on_air_is_told_in_minutes(seconds: float, minutes: int) -> None:
    """Sixty seconds each, rounded."""
    assert dict(writing.broadcasts(replace(november(), seconds=seconds)))["Tổng thời lượng đã phát (phút)"] == minutes


def test_a_cell_is_one_line_without_a_bar() -> None:
    """What would break a table is written so that it does not."""
    assert writing.cell("a\n b | c") == "a b \\| c"


def test_rules_are_counted_by_their_code() -> None:
    """Heard of all."""
    assert writing.by_code(november().covered) == (("Quy tắc ứng xử nơi công cộng", 2, 3),)


def test_markdown_says_it_all() -> None:
    """Headings, tables, the list of articles, what was missed."""
    text = writing.markdown(november(), STATION)
    assert "## Tin, bài đã đăng: 4" in text
    assert "| Nhac nho | 2 |" in text
    assert "Không phát: 2026-11-17-1630, 2026-11-20-1630." in text
    assert "nhắc trên loa: 2/3" in text
    assert "Bốn \\| năm" in text


def test_the_table_holds_each_number_once() -> None:
    """One row a number; no row twice."""
    rows = list(csv.reader(io.StringIO(writing.table(november()).decode("utf-8-sig"))))
    assert rows[0] == ["Nhóm", "Mục", "Số lượng"]
    assert ["Phát thanh", "Gián đoạn", "1"] in rows
    keys = [tuple(row[:2]) for row in rows]
    assert len(keys) == len(set(keys))
