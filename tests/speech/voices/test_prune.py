"""The cache grows no further than it may."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from loaphuong.speech.voices.cached import prune

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("older_than", "keep_bytes", "left"),
    [
        (0, 1000, "abcd"),
        (25, 1000, "cd"),
        (0, 250, "cd"),
        (25, 100, "d"),
        (99, 1000, ""),
        (0, 0, ""),
    ],
)
def test_the_oldest_go_first(tmp_path: Path, older_than: float, keep_bytes: int, left: str) -> None:
    """By age, then until the rest fits; what is read counts as young."""
    for number, name in enumerate("abcd", start=1):
        path = tmp_path / name / "x.clip"
        path.parent.mkdir()
        path.write_bytes(bytes(100))
        os.utime(path, (number * 10, 5))
    files, freed = prune(tmp_path, older_than, keep_bytes)
    assert "".join(sorted(path.parent.name for path in tmp_path.rglob("*.clip"))) == left
    assert (files, freed) == (4 - len(left), (4 - len(left)) * 100)


def test_a_cache_that_is_not_there_is_small_enough(tmp_path: Path) -> None:
    """Nothing to do."""
    assert prune(tmp_path / "khong-co", 99, 0) == (0, 0)
