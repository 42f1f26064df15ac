"""Loops for stations and the van: thirty to ninety seconds, every rule once, in the station's approved words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from loaphuong.print.loops import LONGEST, PRODUCT, SHORTEST, TUNE_SECONDS, forget, make_loops
from loaphuong.radio.planner import estimate
from tests.making import a_code
from tests.print.making import a_copy, some_rules
from tests.print.test_readouts import READINGS

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("count", [12, 25, 60])
def test_a_loop_ends_within_ninety_seconds(count: int) -> None:
    """A long code is several loops, none of them longer; their rules together are the code's first rules, in order."""
    rules = some_rules(count, "Giữ gìn vệ sinh chung ở ngõ nhà mình, sáng và chiều")
    copy = a_copy(replace(a_code(), rules=rules))
    loops = tuple(make_loops(copy, READINGS))
    paces = estimate.paces(copy.station.voices)
    assert loops
    for loop in loops:
        assert SHORTEST - TUNE_SECONDS <= estimate.seconds(loop.said, paces) <= LONGEST - TUNE_SECONDS
    spoken = [one.where for loop in loops for one in loop.said if one.where.path.startswith("content/")]
    said = list(dict.fromkeys(spoken))
    assert said == [rule.where for rule in rules][: len(said)]


def test_places_are_items_with_a_sting_between() -> None:
    """The announcer's words come first, then the places by their names."""
    rules = (*some_rules(6, place="Vỉa hè"), *some_rules(6, "Nhường đường cho người già", place="Công viên"))
    (loop,) = make_loops(a_copy(replace(a_code(), rules=rules)), READINGS)
    assert loop.titles == ("Vỉa hè", "Công viên")
    assert {one.item for one in loop.said} == {0, 1}
    assert loop.said[0].where.path == "audio/station.toml"


def test_a_code_that_is_not_reminded_of_has_no_loop() -> None:
    """`reminders: false` holds for every loudspeaker."""
    assert not list(make_loops(a_copy(replace(a_code(), rules=some_rules(12), reminders=False)), READINGS))


def test_the_loops_of_a_text_are_forgotten_with_it(tmp_path: Path) -> None:
    """Its own alone: another text may begin with the same word."""
    for name in ("qd-1665-1", "qd-1665-2", "qd-1665-2023-1", "qd-166-1"):
        (tmp_path / PRODUCT / name).mkdir(parents=True)
    assert forget(tmp_path, "quy-tac/qd-1665") == ()
    assert {path.name for path in (tmp_path / PRODUCT).iterdir()} == {"qd-1665-2023-1", "qd-166-1"}
