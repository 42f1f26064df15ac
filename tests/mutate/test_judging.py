"""A fault counts as noticed when the tests stop because of it, and only then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.mutate.judging import FIRST_SECONDS, Outcome, complaints, judge

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SLOW = Outcome(None, FIRST_SECONDS)
PASSED = Outcome(0, 5)
FAILED = Outcome(1, 5, "tests/a.py::test_b[1]")
BROKEN = Outcome(2, 5, "tests/a.py")
GONE = Outcome(4, 1)


def answering(*answers: Outcome) -> Callable[[Sequence[str], float], Outcome]:
    """Runs that end so, one after the other; one more is a fault of the judge."""
    left = list(answers)
    return lambda _names, _seconds: left.pop(0)


@pytest.mark.parametrize(
    ("faulty", "sound", "noticed"),
    [
        ([FAILED], [], True),
        ([PASSED], [], False),
        ([BROKEN], [PASSED], True),
        ([BROKEN], [BROKEN], False),
        ([SLOW], [PASSED], True),
        ([SLOW, FAILED], [SLOW], True),
        ([SLOW, PASSED], [Outcome(0, FIRST_SECONDS / 2)], False),
        ([SLOW, SLOW, SLOW], [SLOW, SLOW, SLOW], False),
        ([GONE, PASSED], [], False),
        ([GONE, FAILED], [], True),
        ([GONE, GONE], [PASSED], True),
        ([GONE, GONE], [GONE], False),
    ],
    ids=lambda given: "-".join(str(each.code) for each in given) if isinstance(given, list) else str(given),
)
def test_what_counts(faulty: list[Outcome], sound: list[Outcome], noticed: bool) -> None:
    """A failure does; a busy machine, tests that fail anyway and names that are gone do not."""
    assert judge(["tests/a.py::test_b[1]"], answering(*faulty), answering(*sound)).noticed is noticed


def test_what_nobody_calls_is_not_noticed() -> None:
    """No test is asked."""
    assert not judge([], answering(), answering()).noticed


def test_every_case_is_asked_where_names_changed() -> None:
    """Tests are run whole, each once."""
    asked: list[Sequence[str]] = []

    def faulty(names: Sequence[str], _: float) -> Outcome:
        asked.append(names)
        return GONE if len(asked) == 1 else PASSED

    judge(["a.py::b[1]", "a.py::b[2]", "a.py::c"], faulty, answering())
    assert asked[1] == ["a.py::b", "a.py::c"]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("F\nFAILED tests/a.py::test_b[x - y] - assert 1 == 2\n", "tests/a.py::test_b[x - y]"),
        ("FAILED tests/a.py::test_b[x]\n1 failed", "tests/a.py::test_b[x]"),
        ("ERROR tests/a.py - ImportError: no\n", "tests/a.py"),
    ],
)
def test_who_noticed(printed: str, name: str) -> None:
    """The test as it was asked for, else what the summary names."""
    assert complaints(printed, ["tests/a.py::test_b[x]", "tests/a.py::test_b[x - y]"]) == [name]


def test_nobody_noticed() -> None:
    """A skipped test is no complaint."""
    assert complaints("SKIPPED [1] tests/a.py:3: no\n1 passed", ["tests/a.py"]) == []
