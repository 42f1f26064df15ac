"""Faults are small, stand where they say, and leave alone what decides nothing."""

from __future__ import annotations

import ast

import pytest

from tests.mutate.operators import mutants
from tests.package import MODULES

FAULTS = [
    ("x = a < b", ["x = (a <= b)", "x = (a >= b)"]),
    ("x = a in b", ["x = (a not in b)"]),
    ("x = a - 20", ["x = (a + 20)", "x = a - (21)"]),
    ("x = a and b", ["x = (a or b)"]),
    ("x = not a", ["x = (a)"]),
    ("x = -a", ["x = (a)"]),
    ("x = a if b else c", ["x = a if (not b) else c"]),
    ("x = [a for a in b if c]", ["x = [a for a in b if (not c)]"]),
    ("if a == b: c()", ["if (a != b): c()"]),
    ("def f(): return a", ["def f(): return (None)"]),
    ("def f(): return True", ["def f(): return (False)"]),
    ('x = "ô"; y = a == b', ['x = "ô"; y = (a != b)']),
]


@pytest.mark.parametrize(("before", "after"), FAULTS)
def test_faults(before: str, after: list[str]) -> None:
    """Each changes one expression, at its own bytes."""
    assert [found.applied(before.encode()).decode() for found in mutants("a.py", before.encode())] == after


UNTOUCHED = ['"""Words."""', 'x = f"{a < b}"', 'x = "a" + b', "x = 20", "def f(a: b < 3): ...", "@cached(a < 8)\ndef f(): ...",
             "f(maxsize=8 + 1)", "if TYPE_CHECKING:\n    x = 1 + 1", "def f(): return None"]  # fmt: skip


@pytest.mark.parametrize("source", UNTOUCHED)
def test_what_decides_nothing_is_left_alone(source: str) -> None:
    """Words, types, decorators, plain numbers, and how fast something goes."""
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
