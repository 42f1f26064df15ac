"""The package as code: its modules, what they import and call, read from their trees."""

from __future__ import annotations

import ast
import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "scripts" / "loaphuong"
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
# What the wheel carries for every ward: it belongs to the product, wherever in this clone it lies.
PACKED: list[str] = SETTINGS["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["custom"]["product"]
# The ward of the tests: small, whole, and no ward that anybody edits.
FIXTURE = ROOT / "tests" / "fixture" / "ward"
NAME = "loaphuong"


@dataclass(frozen=True, eq=False)
class Module:
    """A file of the package: its path, its room, its tree."""

    path: Path
    tree: ast.Module

    @property
    def name(self) -> str:
        """`room.module`, as in an import, without the package."""
        parts = self.path.relative_to(PACKAGE).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def room(self) -> str:
        """The first part of the name; empty for the package itself."""
        return self.name.split(".")[0]

    @cached_property
    def imports(self) -> list[tuple[str, bool]]:
        """Every module that is imported at run time, in full, and whether at the top of the file."""
        hidden = {
            below
            for node in ast.walk(self.tree)
            if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
            for below in ast.walk(node)
        }
        top = set(self.tree.body)
        found: list[tuple[str, bool]] = []
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import) and node not in hidden:
                found += [(alias.name, node in top) for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node not in hidden:
                assert node.level == 0, f"{self.path}:{node.lineno}: relative import"
                module = node.module or ""
                names = [f"{module}.{alias.name}" for alias in node.names] if module == NAME else [module]
                found += [(name, node in top) for name in names]
        return found

    @cached_property
    def names(self) -> set[str]:
        """Every module that is imported, at run time or for types."""
        found: set[str] = set()
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found |= (
                    {f"{node.module}.{alias.name}" for alias in node.names} if node.module == NAME else {node.module}
                )
        return found

    @cached_property
    def calls(self) -> list[tuple[str, int]]:
        """Every call by the dotted name it is made under, with its line."""
        return [(ast.unparse(node.func), node.lineno) for node in ast.walk(self.tree) if isinstance(node, ast.Call)]


MODULES = [Module(path, ast.parse(path.read_text(encoding="utf-8"))) for path in sorted(PACKAGE.rglob("*.py"))]
