"""What may be written is shown as the line that it would be."""

from __future__ import annotations

import tomllib

import pytest
import yaml

from loaphuong.core.example import write_line

WRITTEN = [
    ("Ngõ sạch", "a: Ngõ sạch", 'a = "Ngõ sạch"'),
    (["mot", "hai"], "a: [mot, hai]", 'a = ["mot", "hai"]'),
    ({"path": "a.jpg", "size": 2}, "a: {path: a.jpg, size: 2}", 'a = { path = "a.jpg", size = 2 }'),
    ([{"name": "An"}, {"name": "Bình"}], "a: [{name: An}, {name: Bình}]", 'a = [{ name = "An" }, { name = "Bình" }]'),
    ({}, "a: {}", "a = {}"),
    ([], "a: []", "a = []"),
]


@pytest.mark.parametrize(("value", "front_matter", "station"), WRITTEN)
def test_a_line_of_each_file(value: object, front_matter: str, station: str) -> None:
    """YAML in front matter, TOML in station.toml; both are read back as what they say."""
    assert write_line("content/a.md", "a", value) == front_matter
    assert yaml.safe_load(front_matter) == {"a": value}
    assert write_line("audio/station.toml", "a", value) == station
    assert tomllib.loads(station) == {"a": value}


@pytest.mark.parametrize(("value", "written"), [(True, "true"), (False, "false"), (1.5, "1.5")])
def test_what_is_no_text_has_no_quotes(value: object, written: str) -> None:
    """As TOML has it."""
    assert write_line("audio/station.toml", "a", value) == f"a = {written}"
