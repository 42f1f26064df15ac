"""The forms of a report: what its numbers are, and how a cell is written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from loaphuong.report import writing
from tests.report.test_report import november


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
