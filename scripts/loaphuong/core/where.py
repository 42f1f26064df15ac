"""A place an editor can open: what every problem and every noun that was read from a file points at."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from loaphuong.core.characters import harmless

if TYPE_CHECKING:
    from collections.abc import Mapping


def no_lines() -> Mapping[str, int]:
    """No known lines: a noun that was not read from a file."""
    return MappingProxyType({})


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """A place an editor can open: a file, and a line counted from 1 (0: the file as a whole)."""

    path: str
    line: int = 0

    def __str__(self) -> str:
        path = harmless(self.path)
        return f"{path}:{self.line}" if self.line else path
