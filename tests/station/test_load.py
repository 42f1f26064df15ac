"""audio/station.toml becomes the station, and every mistake in it a problem at its line."""

from pathlib import Path

from loaphuong import station

ROOT = Path(__file__).parents[2]


def test_the_stations_own_file_has_no_problems() -> None:
    """The settings that come with the project are right."""
    loaded, problems = station.load(ROOT)
    assert not problems
    assert loaded is not None
    assert [(slot.weekday, f"{slot.at:%H:%M}") for slot in loaded.slots] == [(1, "16:30"), (4, "16:30")]
    assert loaded.at("giong.minh.engine").line > loaded.at("giong.lan.engine").line > 1
