"""What every page asks of the edition."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from loaphuong.web.pages.index import when
from tests.making import a_slot, a_station, an_edition
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


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("vi", {"weekday": "Thứ Sáu", "day": "20/11/2026", "at": "16:30"}),
        ("en", {"weekday": "Friday", "day": "20/11/2026", "at": "16:30"}),
    ],
)
def test_times_in_the_week(tmp_path: Path, language: str, shown: dict[str, str]):
    """The day of the week in the page's language, the date, the hour, and what machines read."""
    station = a_station()
    edition = replace(an_edition(), station=replace(station, ward=replace(station.ward, language=language)))
    starts = a_slot("2026-11-20").starts_at
    found = indexed(edition, tmp_path).when_in_week(starts)
    assert {**found, "weekday": found["weekday"].replace("\u00a0", " ")} == {**when(starts), **shown}
