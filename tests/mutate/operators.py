"""Small faults that a tired person makes, one an expression: the default operators of Pitest, and `and` for `or`.

Boundaries (`<` for `<=`), negated conditions, arithmetic, lost signs, a function that gives back nothing; and numbers,
one off, where they are compared or computed with. A line without any of these decides nothing and is left alone.
"""

from __future__ import annotations

import ast
import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

BOUNDARIES: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
}  # fmt: skip
OPPOSITES: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.GtE, ast.LtE: ast.Gt, ast.Gt: ast.LtE, ast.GtE: ast.Lt,
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult, ast.Pow: ast.Mult, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip
# How fast, never what: a fault in these changes no answer.
PACE = frozenset({"maxsize", "timeout", "wait_seconds", "max_workers", "jobs", "indent", "stacklevel"})


@dataclass(frozen=True, order=True)
class Mutant:
    """One fault: bytes `start` to `end` of a file become `after`; `function` is the qualified name around it."""

    path: str
    line: int
    start: int
    end: int
    before: str
    after: str
    function: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.before} → {self.after}"

    def applied(self, source: bytes) -> bytes:
        """The file with the fault in it."""
        return source[: self.start] + self.after.encode() + source[self.end :]


def mutants(path: str, source: bytes) -> Iterator[Mutant]:
    """Every fault of a file; words, annotations, decorators and settings of pace are left alone."""
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for around, function in visited(ast.parse(source), ""):
        for node, other in faults(around):
            start = starts[node.lineno - 1] + node.col_offset
            end = starts[(node.end_lineno or node.lineno) - 1] + (node.end_col_offset or 0)
            yield Mutant(path, node.lineno, start, end, ast.unparse(node), f"({ast.unparse(other)})", function)


def visited(node: ast.AST, function: str) -> Iterator[tuple[ast.AST, str]]:
    """What is executed, each node with the function around it."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        function = f"{function}.{node.name}" if function else node.name
    yield node, function
    for name, field in ast.iter_fields(node):
        if name in {"annotation", "returns", "decorator_list", "type_params"} or isinstance(node, ast.JoinedStr):
            continue
        for child in field if isinstance(field, list) else [field]:
            if not isinstance(child, ast.AST) or (isinstance(child, ast.keyword) and child.arg in PACE):
                continue
            if not (isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING"):
                yield from visited(child, function)


def faults(node: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Expressions of a node, each with what is wrong in its place."""
    match node:
        case ast.Compare(ops=[operator, *_]):
            for swap in (BOUNDARIES, OPPOSITES):
                if type(operator) in swap:
                    other = copy.deepcopy(node)
                    other.ops[0] = swap[type(operator)]()
                    yield node, other
            yield from (fault for each in (node.left, *node.comparators) for fault in one_off(each))
        case ast.BinOp(op=operator) if type(operator) in ARITHMETIC and not is_text(node):
            other = copy.deepcopy(node)
            other.op = ARITHMETIC[type(operator)]()
            yield node, other
            yield from (fault for each in (node.left, node.right) for fault in one_off(each))
        case ast.BoolOp(op=operator):
            other = copy.deepcopy(node)
            other.op = ast.Or() if isinstance(operator, ast.And) else ast.And()
            yield node, other
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand) if not isinstance(operand, ast.Constant):
            yield node, operand
        case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test):
            yield from negated(test)
        case ast.comprehension(ifs=tests):
            yield from (fault for test in tests for fault in negated(test))
        case ast.Return(value=ast.expr() as given):
            yield from other_answers(given)


def other_answers(given: ast.expr) -> Iterator[tuple[ast.expr, ast.expr]]:
    """What a function gives back: yes for no, else nothing."""
    if not isinstance(given, ast.Constant):
        yield given, ast.Constant(None)
    elif isinstance(given.value, bool):
        yield given, ast.Constant(not given.value)


def one_off(node: ast.expr) -> Iterator[tuple[ast.expr, ast.expr]]:
    """A number that is computed or compared with, one too high."""
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float) and not isinstance(node.value, bool):
        yield node, ast.Constant(node.value + 1)


def negated(test: ast.expr) -> Iterator[tuple[ast.expr, ast.expr]]:
    """A condition the other way round, unless its own operator is turned already."""
    if not isinstance(test, ast.Compare | ast.BoolOp | ast.UnaryOp):
        yield test, ast.UnaryOp(ast.Not(), test)


def is_text(node: ast.BinOp) -> bool:
    """Whether text is put together here: minus would be no fault but an error."""
    return any(
        isinstance(each, ast.JoinedStr) or (isinstance(each, ast.Constant) and isinstance(each.value, str | bytes))
        for each in (node.left, node.right)
    )
