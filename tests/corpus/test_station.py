"""Settings that a station cannot have are named, each at its own line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from loaphuong import station
from loaphuong.station import toml_lines
from tests.corpus.reading import Case, cases, unescaped
from tests.package import FIXTURE

if TYPE_CHECKING:
    from pathlib import Path

SOUND = (FIXTURE / station.FILE).read_text(encoding="utf-8")
CHANGE = re.compile(r"\[([^\]]+)\] ([\w.]+) =(.*)")
CASES = cases("station.txt")


def changed(case: Case) -> tuple[str, int]:
    """The settings with a case's changes, and the first line that it changed."""
    text = SOUND.split("\n")
    first = 0
    for line in case.lines:
        table, key, value = CHANGE.fullmatch(line).groups()
        places = toml_lines.lines("\n".join(text), Everything())
        at = places.get(f"{table}.{key}")
        new = f"{key} ={value}"
        if at and value:
            text[at - 1] = new
        elif at:
            del text[at - 1]
        elif table in places:
            at = places[table] + 1
            text.insert(at - 1, new)
        else:
            text += [f"[{table}]", new]
            at = len(text)
        first = first or at
    return "\n".join(text), first


def expected(case: Case, text: str, first: int) -> list[str]:
    """The problems of a case with their lines."""
    found = []
    for told in case.expected:
        id_, _, rest = told.removesuffix(" content/guong-tot/bai.md").partition(" ")
        key = rest.removeprefix("content/").removeprefix("guong-tot/bai.md:")
        named = toml_lines.lines(text, Everything()).get(key.removeprefix("@"))
        line = named or int(key or first)
        found.append(f"{id_} {station.FILE}" + (f":{line}" if line else ""))
    return sorted(found)


class Everything(dict[str, "Everything"]):
    """Settings that have every key."""

    def __contains__(self, key: object) -> bool:
        return True

    def __missing__(self, key: str) -> Everything:
        return self


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_mistake_has_its_problem(case: Case, tmp_path: Path) -> None:
    """All problems of some settings and no others, each at its own line; without problems there is a station."""
    text, first = changed(case)
    file = tmp_path / station.FILE
    file.parent.mkdir()
    file.write_bytes(unescaped(text))
    loaded, problems = station.load(tmp_path)
    assert sorted(f"{found.id} {found.where}" for found in problems) == expected(case, text, first)
    assert all(found.what and found.hint for found in problems)
    assert (loaded is None) == bool(problems)
