"""What nobody reads is taken out of a source; every other letter stays."""

from __future__ import annotations

import pytest

from loaphuong.core import markup


@pytest.mark.parametrize(
    ("body", "read"),
    [
        ("Xem [kế hoạch](a.md) nhé", "Xem [kế hoạch  nhé"),
        ("gõ `make` rồi <b>chờ</b>", "gõ   rồi  chờ "),
        ("tại https://phuong.example/a nhé", "tại   nhé"),
    ],
)
def test_what_nobody_reads_is_taken_out(body: str, read: str) -> None:
    """Targets, code, tags and addresses give no word to a search."""
    assert markup.readable(body) == read
