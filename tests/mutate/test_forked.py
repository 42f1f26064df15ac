"""A fault is put into every function that was read from its place, also into one that is wrapped or inside another."""

from __future__ import annotations

from loaphuong.core import lunar
from loaphuong.core.markup.marks import Reference
from tests.mutate.forked import codes, functions_of_the_package
from tests.package import PACKAGE

SOURCE = """
class A:
    def f(self):
        return [x for x in self.g(lambda: 1)]
def h():
    def inner(): pass
    return inner
"""


def test_every_code_has_its_name() -> None:
    """As functions know it by."""
    names = dict(codes(compile(SOURCE, "a.py", "exec")))
    assert {"A", "A.f", "A.f.<locals>.<lambda>", "h", "h.<locals>.inner"} <= names.keys()


def test_functions_are_found_behind_what_wraps_them() -> None:
    """Methods, properties, and what a cache stands before."""
    found = functions_of_the_package()
    assert lunar.new_moon.__wrapped__ in found[str(PACKAGE / "core/lunar.py"), "new_moon"]
    scheme = Reference.__dict__["scheme"].fget
    assert scheme in found[str(PACKAGE / "core/markup/marks.py"), "Reference.scheme"]
