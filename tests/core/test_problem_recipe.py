"""docs/recipes/problem.md, followed: an entry of the catalogue is all that a problem needs."""

from __future__ import annotations

import pytest

from loaphuong.core.problems import ExitCode, Stopped, problem, stop
from loaphuong.core.problems.catalogue import CATALOGUE
from loaphuong.core.problems.entry import Entry
from loaphuong.core.where import Where
from tests.core.test_problem_pages import page

WHERE = Where("audio/holds.csv", 3)


@pytest.fixture(autouse=True)
def crowded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The recipe's entry."""
    entry = Entry("warning", "{count} notices wait for {slot}", "Move some to another slot: loa insert ARTICLE SLOT.")
    monkeypatch.setitem(CATALOGUE, "slot-crowded", entry)


def test_it_is_told_with_its_values() -> None:
    """A warning stops nothing."""
    found = problem("slot-crowded", WHERE, about="2026-11-27-1630", count=3, slot="2026-11-27-1630")
    assert found.what == "3 notices wait for 2026-11-27-1630"
    assert found.hint == "Move some to another slot: loa insert ARTICLE SLOT."
    assert (found.warning, found.exit_code) == (True, ExitCode.DONE)


def test_it_may_be_raised() -> None:
    """Where there is nothing more to look for."""
    with pytest.raises(Stopped) as stopped:
        raise stop("slot-crowded", WHERE, count=3, slot="x")
    assert [each.id for each in stopped.value.problems] == ["slot-crowded"]


def test_it_has_a_page() -> None:
    """Made of the entry."""
    assert "> ‹count› notices wait for ‹slot›" in page("slot-crowded")
