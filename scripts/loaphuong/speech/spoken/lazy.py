"""A pattern that is compiled when it is first used: reading asks for a hundred, importing for none."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Lazy:
    """A regular expression; the same methods as a compiled one."""

    def __init__(self, pattern: str | Callable[[], str], flags: int = 0) -> None:
        self.pattern = pattern
        self.flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression, compiled once."""
        pattern = self.pattern if isinstance(self.pattern, str) else self.pattern()
        return re.compile(pattern, self.flags)

    def match(self, text: str, at: int = 0) -> re.Match[str] | None:
        """At a place."""
        return self.compiled.match(text, at)

    def search(self, text: str) -> re.Match[str] | None:
        """Anywhere."""
        return self.compiled.search(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The whole text."""
        return self.compiled.fullmatch(text)

    def sub(self, written: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with what matches replaced."""
        return self.compiled.sub(written, text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches, in order."""
        return self.compiled.finditer(text)

    def findall(self, text: str) -> list[str]:
        """All that match, in order."""
        return self.compiled.findall(text)
