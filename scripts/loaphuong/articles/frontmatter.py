"""Front matter as YAML without surprises: every value is the text that was written, every key knows its line.

Read from the parser's events, so that nothing is built before its depth, its size and its lack of aliases are known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import yaml

from loaphuong.forms import shown
from loaphuong.model import Where
from loaphuong.problems import Problem, Stopped, problem, stop
from loaphuong.vietnamese import nfc

if TYPE_CHECKING:
    from collections.abc import Iterator

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEPTH = 5
NODES = 3000
NOTHING = frozenset({"", "~", "null"})


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The keys of a file as plain data, and the line of each dotted key (`people.0.name`)."""

    values: dict[str, object]
    lines: dict[str, int]

    def line(self, key: str) -> int:
        """The line of a key, or of what is around it."""
        while key and key not in self.lines:
            key = key.rpartition(".")[0]
        return self.lines.get(key, 1)


@dataclass(slots=True)
class Reading:
    """One pass over the events of a front matter that begins at `first_line` of its file."""

    path: str
    first_line: int
    events: Iterator[yaml.Event]
    lines: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    nodes: int = 0

    def at(self, event: yaml.Event) -> Where:
        """The line an event begins on."""
        mark = event.start_mark
        return Where(self.path, self.first_line + (mark.line if mark else 0))

    def mapping(self, key: str, depth: int) -> dict[str, object]:
        """The keys up to the end of a mapping; a repeated one is a problem, the first counts."""
        values: dict[str, object] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise stop("yaml-key", self.at(event))
            name = nfc(str(self.value(event, "", depth)))
            place = f"{key}.{name}" if key else name
            again = name in values
            if again:
                first = self.lines[place]
                self.problems.append(problem("key-repeated", self.at(event), key=shown(name), line=first))
            else:
                self.lines[place] = self.at(event).line
            value = self.value(next(self.events), f"{place}!" if again else place, depth)
            if not again:
                values[name] = value
        return values

    def sequence(self, key: str, depth: int) -> list[object]:
        """The entries up to the end of a list."""
        values: list[object] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            place = f"{key}.{len(values)}"
            self.lines[place] = self.at(event).line
            values.append(self.value(event, place, depth))
        return values

    def value(self, event: yaml.Event, key: str, depth: int) -> object:
        """A text, a list, a mapping, or None where nothing is written."""
        self.nodes += 1
        if depth > DEPTH or self.nodes > NODES:
            raise stop("yaml-too-deep", self.at(event), depth=DEPTH)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise stop("yaml-alias", self.at(event))
        if getattr(event, "tag", None):
            raise stop("yaml-tag", self.at(event), tag=shown(getattr(event, "tag", "")))
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(key, depth + 1)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(key, depth + 1)
        if not isinstance(event, yaml.ScalarEvent):
            raise stop("yaml-key", self.at(event))
        return None if event.implicit[0] and event.value in NOTHING and not event.style else nfc(event.value)


def read(head: str, path: str, first_line: int = 2) -> tuple[FrontMatter, tuple[Problem, ...]]:
    """The keys of a front matter; Stopped where it cannot be read as one."""
    events = yaml.parse(head, Loader=LOADER)
    reading = Reading(path, first_line, events)
    try:
        for event in events:
            if isinstance(event, yaml.MappingStartEvent):
                if getattr(event, "anchor", None) or getattr(event, "tag", None):
                    reading.value(event, "", 0)
                values = reading.mapping("", 1)
                break
            if isinstance(event, yaml.ScalarEvent | yaml.SequenceStartEvent | yaml.AliasEvent):
                raise stop("front-matter-odd", reading.at(event))
        else:
            raise stop("front-matter-odd", Where(path, 1))
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                raise stop("front-matter-odd", reading.at(event))
    except yaml.YAMLError as error:
        raise Stopped((*reading.problems, broken(error, head, path, first_line))) from error
    return FrontMatter(values, reading.lines), tuple(reading.problems)


def broken(error: yaml.YAMLError, head: str, path: str, first_line: int) -> Problem:
    """What the parser stumbled over, told by what editors usually did."""
    mark = getattr(error, "problem_mark", None)
    last = head.count("\n") - 1
    line = min(mark.line, max(last, 0)) if mark else 0
    where = Where(path, first_line + line)
    written = head.split("\n")[line]
    if "\t" in written[: len(written) - len(written.lstrip())] or (
        "cannot start any token" in str(error) and "\t" in written
    ):
        return problem("yaml-tab", where)
    if "mapping values are not allowed" in str(error) or re.match(r"\s*[\w-]+: .*: ", written):
        return problem("yaml-colon", where, line=shown(written))
    if "quoted scalar" in str(error):
        start = getattr(error, "context_mark", None)
        return problem("yaml-quote", Where(path, first_line + (start.line if start else line)))
    return problem("yaml-broken", where, line=shown(written))
