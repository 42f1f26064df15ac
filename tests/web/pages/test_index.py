"""What every page asks of the edition."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.making import a_station, an_edition
from tests.web.pages.reading import indexed

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("language", "count", "shown"),
    [("vi", 900, "1 KB"), ("vi", 820_500, "820 KB"), ("vi", 5_760_000, "5,8 MB"), ("en", 5_760_000, "5.8 MB")],
)
def test_sizes(tmp_path: Path, language: str, count: int, shown: str):
    """Bytes as readers of the page's language know them."""
    station = a_station()
    edition = replace(an_edition(), station=replace(station, ward=replace(station.ward, language=language)))
    assert indexed(edition, tmp_path).size(count) == shown
