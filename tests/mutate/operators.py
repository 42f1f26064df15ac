"""Small faults that a tired person makes, one an expression: a wrong comparison, an off-by-one, a lost `not`."""

from __future__ import annotations

import ast
import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
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
    for node, function in visited(ast.parse(source), ""):
        start = starts[node.lineno - 1] + node.col_offset
        end = starts[(node.end_lineno or node.lineno) - 1] + (node.end_col_offset or 0)
        for other in faults(node):
            before, after = ast.unparse(node), ast.unparse(other)
            yield Mutant(path, node.lineno, start, end, before, f"({after})", function)


def visited(node: ast.AST, function: str) -> Iterator[tuple[ast.expr, str]]:
    """The expressions that are executed, each with its function; a condition's other branch is not for types only."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        function = f"{function}.{node.name}" if function else node.name
    for name, field in ast.iter_fields(node):
        if name in {"annotation", "returns", "decorator_list", "type_params"} or isinstance(node, ast.JoinedStr):
            continue
        for child in field if isinstance(field, list) else [field]:
            if not isinstance(child, ast.AST) or (isinstance(child, ast.keyword) and child.arg in PACE):
                continue
            if isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING":
                continue
            if isinstance(child, ast.expr):
                yield child, function
            yield from visited(child, function)


def faults(node: ast.expr) -> Iterator[ast.expr]:
    """An expression, wrong in one way each."""
    other = copy.deepcopy(node)
    match other:
        case ast.Compare(ops=[operator, *_]):
            other.ops[0] = COMPARISONS[type(operator)]()
        case ast.BinOp(op=operator) if type(operator) in ARITHMETIC and not is_text(other):
            other.op = ARITHMETIC[type(operator)]()
        case ast.BoolOp(op=operator):
            other.op = ast.Or() if isinstance(operator, ast.And) else ast.And()
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            other = operand
        case ast.IfExp(body=body, orelse=orelse):
            other.body, other.orelse = orelse, body
        case ast.Constant(value=bool(value)):
            other.value = not value
        case ast.Constant(value=int(value) | float(value)):
            other.value = value + 1
        case ast.Call(func=ast.Name(id="min" | "max" | "any" | "all" as name)):
            other.func = ast.Name({"min": "max", "max": "min", "any": "all", "all": "any"}[name])
        case _:
            return
    yield other


def is_text(node: ast.BinOp) -> bool:
    """Whether text is put together here: minus would be no fault but an error."""
    return any(
        isinstance(each, ast.JoinedStr) or (isinstance(each, ast.Constant) and isinstance(each.value, str | bytes))
        for each in (node.left, node.right)
    )
