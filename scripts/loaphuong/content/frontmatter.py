"""Front matter as YAML without surprises: every value is the text that was written, every key knows its line.

Read from the parser's events, so that nothing is built before its depth, its size and its lack of aliases are known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

import yaml

from loaphuong.core.forms import shorten
from loaphuong.core.problems import Problem, Stopped, problem, stop
from loaphuong.core.vietnamese import nfc
from loaphuong.core.where import Where

if TYPE_CHECKING:
    from collections.abc import Iterator

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# A key, or a list's dash and a key, then text that YAML does not treat in another way.
PLAIN = re.compile(r"(\s*(?:- +)*[^\s:#\"'\[{][^:\"]*: +)([^\s\"'\[{|>&*!%@`].*)")
LONGEST_LINE = 2000
DEPTH = 5
NODES = 3000
# Each costs a reading of the whole front matter.
MENDED = 40
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
class EventReader:
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
                self.problems.append(problem("key-repeated", self.at(event), key=shorten(name), line=first))
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
            raise stop("yaml-tag", self.at(event), tag=shorten(getattr(event, "tag", "")))
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(key, depth + 1)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(key, depth + 1)
        if not isinstance(event, yaml.ScalarEvent):
            raise stop("yaml-key", self.at(event))
        return None if event.implicit[0] and event.value in NOTHING and not event.style else nfc(event.value)


def read(head: str, path: str, first_line: int = 2) -> tuple[FrontMatter, tuple[Problem, ...]]:
    """The keys of a front matter; Stopped where it cannot be read as one.

    A colon in unquoted text stops YAML, and so does a tab. It is named, the line is read as it was meant, and reading
    goes on, so that the other mistakes are told in the same run.
    """
    lines = head.split("\n")
    mended: list[Problem] = []
    while True:
        reading = EventReader(path, first_line, yaml.parse("\n".join(lines), Loader=LOADER))
        try:
            return FrontMatter(top(reading), reading.lines), (*mended, *reading.problems)
        except Stopped as stopped:
            raise Stopped((*mended, *reading.problems, *stopped.problems)) from stopped
        except yaml.YAMLError as error:
            line = min(error_line(error), len(lines) - 1)
            where = Where(path, first_line + line)
            quoted = quote(lines[line]) if "mapping values are not allowed" in str(error) else None
            if len(mended) < MENDED and "\t" in lines[line]:
                mended.append(problem("yaml-tab", where))
                lines[line] = replace_tabs(lines[line], lines[line - 1] if line else "")
            elif len(mended) < MENDED and quoted:
                mended.append(problem("yaml-colon", where, line=quoted.strip()))
                lines[line] = quoted
            else:
                wrong = explain(error, lines[line], where, first_line)
                raise Stopped((*mended, *reading.problems, wrong)) from error


def top(reading: EventReader) -> dict[str, object]:
    """The keys of the only document of a front matter."""
    values: dict[str, object] | None = None
    for event in reading.events:
        if isinstance(event, yaml.MappingStartEvent) and values is None:
            values = cast("dict[str, object]", reading.value(event, "", 0))
        elif isinstance(event, yaml.NodeEvent | yaml.DocumentStartEvent) and (
            values is not None or isinstance(event, yaml.NodeEvent)
        ):
            raise stop("front-matter-odd", reading.at(event))
    if values is None:
        raise stop("front-matter-odd", Where(reading.path, reading.first_line))
    return values


def quote(line: str) -> str | None:
    """`key: text: more` as `key: "text: more"`; None for a line that is not so."""
    found = PLAIN.fullmatch(line) if len(line) <= LONGEST_LINE else None
    if not found:
        return None
    text = found[2].rstrip()
    if text[0] == "“" and text.find("”") == len(text) - 1:
        text = text[1:-1]
    text = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'{found[1]}"{text}"'


def replace_tabs(line: str, before: str) -> str:
    """A line with tabs as it was meant: indented as the line before, or deeper where that one ends in a colon."""
    text = line.lstrip(" \t")
    indent = line.removesuffix(text)
    if "\t" in indent:
        indent = before[: len(before) - len(before.lstrip(" "))] + ("  " if before.rstrip().endswith(":") else "")
    return indent + text.replace("\t", " ")


def error_line(error: yaml.YAMLError) -> int:
    """The line a parser stumbled on, from 0."""
    mark = getattr(error, "problem_mark", None)
    return mark.line if mark else 0


def explain(error: yaml.YAMLError, written: str, where: Where, first_line: int) -> Problem:
    """What the parser stumbled over, told by what editors usually did."""
    if "quoted scalar" in str(error):
        start = getattr(error, "context_mark", None)
        return problem("yaml-quote", Where(where.path, first_line + start.line) if start else where)
    return problem("yaml-broken", where, line=shorten(written))
