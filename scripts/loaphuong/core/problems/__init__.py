"""What is wrong, where, and the cure: a Problem names the file, the line and what to do.

The catalogue has one page a room, in this folder; a message has an id, what is wrong and a hint, translated when shown.
A room either returns its problems beside its result, or stops with `Stopped` where it has no result to give.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING

from loaphuong.core.characters import harmless
from loaphuong.core.messages import tr
from loaphuong.core.problems.catalogue import CATALOGUE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from loaphuong.core.problems.entry import Entry
    from loaphuong.core.where import Where


class ExitCode(IntEnum):
    """What the command ends with."""

    DONE = 0
    CONTENT = 1
    USAGE = 2
    ENVIRONMENT = 3


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong. `values` fill the catalogue's message, for people; `about` is what is meant, for the program."""

    id: str
    where: Where
    values: tuple[tuple[str, str], ...] = ()
    about: str = field(default="", compare=False)

    @property
    def entry(self) -> Entry:
        """The catalogue's page."""
        return CATALOGUE[self.id]

    @property
    def what(self) -> str:
        """What is wrong, in the reader's language."""
        return tr(self.entry.what, **dict(self.values))

    @property
    def hint(self) -> str:
        """The cure, in the reader's language."""
        return tr(self.entry.hint, **dict(self.values))

    @property
    def warning(self) -> bool:
        """Whether work may go on."""
        return self.entry.kind == "warning"

    @property
    def exit_code(self) -> ExitCode:
        """What the command ends with because of it."""
        match self.entry.kind:
            case "environment":
                return ExitCode.ENVIRONMENT
            case "usage":
                return ExitCode.USAGE
            case "warning":
                return ExitCode.DONE
            case _:
                return ExitCode.CONTENT


def problem(id: str, where: Where, *, about: object = "", **values: object) -> Problem:  # noqa: A002 - the catalogue's
    """A problem of the catalogue, at a place; KeyError if the catalogue has no such id."""
    CATALOGUE[id]
    return Problem(id, where, tuple((key, harmless(str(value))) for key, value in values.items()), str(about))


class Stopped(Exception):  # noqa: N818 - it is how work ends, not an accident
    """Work that cannot go on: all that was found wrong. Nothing was half-written."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{found.where}: {found.id}" for found in self.problems))


def stop(id: str, where: Where, **values: object) -> Stopped:  # noqa: A002 - the catalogue's word
    """To raise when one problem is all there is to say."""
    return Stopped((problem(id, where, **values),))
