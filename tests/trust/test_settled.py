"""The words that a settled warning is about."""

from __future__ import annotations

import pytest

from loaphuong.trust.settled import passage

LINES = tuple(
    """---
title: Ngõ sạch
people:
  - name: Hoa
    role: tổ trưởng
genre: guong
---
Đoạn một,
dòng hai.

Đoạn hai.""".splitlines()
)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (2, LINES[1:2]),
        (3, LINES[2:5]),
        (5, LINES[2:5]),
        (6, LINES[5:6]),
        (8, LINES[7:9]),
        (9, LINES[7:9]),
        (11, LINES[10:]),
        (0, LINES),
        (99, LINES),
    ],
)
def test_a_warning_is_about_a_key_or_a_paragraph(line: int, words: tuple[str, ...]) -> None:
    """A key with what hangs on it; a paragraph with all its lines; of no line, the whole file."""
    assert passage(LINES, line) == words
