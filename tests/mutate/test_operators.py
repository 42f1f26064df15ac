"""Faults are small, stand where they say, and leave alone what decides nothing."""

from __future__ import annotations

import ast

import pytest

from tests.mutate.operators import mutants
from tests.package import MODULES

FAULTS = [
    ("x = a < b", "x = (a <= b)"),
    ("x = a in b", "x = (a not in b)"),
    ("x = a - b", "x = (a + b)"),
    ("x = a and b", "x = (a or b)"),
    ("x = not a", "x = (a)"),
    ("x = 20", "x = (21)"),
    ("x = True", "x = (False)"),
    ("x = a if b else c", "x = (c if b else a)"),
    ("x = min(a, b)", "x = (max(a, b))"),
    ('x = "ô"; y = a == b', 'x = "ô"; y = (a != b)'),
]


@pytest.mark.parametrize(("before", "after"), FAULTS)
def test_a_fault(before: str, after: str) -> None:
    """One expression, one fault, at its own bytes."""
    [found] = mutants("a.py", before.encode())
    assert found.applied(before.encode()).decode() == after


UNTOUCHED = ['"""Words."""', 'x = f"{a < b}"', 'x = "a" + b', "def f(a: 3) -> 4: ...", "@cached(8)\ndef f(): ...", "f(maxsize=8)",
             "if TYPE_CHECKING:\n    x = 1"]  # fmt: skip


@pytest.mark.parametrize("source", UNTOUCHED)
def test_what_decides_nothing_is_left_alone(source: str) -> None:
    """Words, types, decorators, and how fast something goes."""
    assert list(mutants("a.py", source.encode())) == []


def test_a_fault_knows_its_function() -> None:
    """By which the tests that call it are found."""
    source = b"class A:\n    def f(self):\n        return [x + 1 for x in y]\n"
    assert {(found.function, found.line) for found in mutants("a.py", source)} == {("A.f", 3)}


def test_faults_of_the_package_are_other_programs() -> None:
    """Some of every module's faults: they parse, and change what they were put into."""
    for module in MODULES:
        source = module.path.read_bytes()
        for found in [*mutants(module.path.name, source)][::40]:
            assert ast.unparse(ast.parse(found.applied(source))) != ast.unparse(module.tree), str(found)
