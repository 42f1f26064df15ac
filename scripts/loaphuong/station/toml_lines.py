"""TOML values by the standard library, and the line each key stands on, which it does not tell."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from loaphuong.core.forms import shorten
from loaphuong.core.problems import stop
from loaphuong.core.where import Where

if TYPE_CHECKING:
    from collections.abc import Mapping

HEADER = re.compile(r"\s*\[{1,2}\s*([^\[\]=#]+?)\s*\]{1,2}\s*(?:#.*)?")
KEY = re.compile(r"\s*((?:[\w-]+|\"[^\"]*\"|'[^']*')(?:\s*\.\s*(?:[\w-]+|\"[^\"]*\"|'[^']*'))*)\s*=")
LONGEST_LINE = 4000
DEPTH = 8
ERROR_PLACE = re.compile(r"\(at line (\d+), column \d+\)")


def parse(text: str, path: str) -> tuple[dict[str, Any], dict[str, int]]:
    """The values of a TOML text and the line of each dotted key; Stopped where it is not TOML."""
    written = text.split("\n")
    for number, line in enumerate(written, 1):
        if len(line) > LONGEST_LINE:
            raise stop("toml-broken", Where(path, number), line=shorten(line))
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = ERROR_PLACE.search(str(error))
        number = int(place[1]) if place else len(text.rstrip().split("\n"))
        raise stop("toml-broken", Where(path, number), line=shorten(written[number - 1])) from error
    except (RecursionError, ValueError) as error:
        # Brackets in brackets without end, a number of thousands of digits.
        raise stop("toml-broken", Where(path), line="…") from error
    if deep(values):
        raise stop("toml-broken", Where(path), line="…")
    return values, lines(text, values)


def deep(values: object) -> bool:
    """Whether tables and lists are nested deeper than any setting is."""
    level = [values]
    for _ in range(DEPTH):
        level = [
            inner
            for value in level
            if isinstance(value, dict | list)
            for inner in (value.values() if isinstance(value, dict) else value)
        ]
    return bool(level)


def lines(text: str, values: Mapping[str, Any]) -> dict[str, int]:
    """The line of each table and key; the entries of `[[…]]` are counted from 0: `khung_gio.1.at`."""
    found: dict[str, int] = {}
    table = ""
    counts: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if header := HEADER.fullmatch(line):
            table = within(join_key(header[1]), counts)
            found.setdefault(table, number)
            if line.lstrip().startswith("[["):
                count = counts.get(table, 0)
                counts[table] = count + 1
                table = f"{table}.{count}"
                found.setdefault(table, number)
        elif key := KEY.match(line):
            name = ".".join(filter(None, (table, join_key(key[1]))))
            # Words in a text of several lines may look like a key; they are none.
            if has_key(values, name):
                found.setdefault(name, number)
    return found


def within(table: str, counts: Mapping[str, int]) -> str:
    """A table's name with the number of the entry of `[[…]]` it stands in: `chuong_trinh.1.loi`."""
    path = ""
    for part in table.split("."):
        path += f".{counts[path] - 1}.{part}" if path in counts else f".{part}" if path else part
    return path


def join_key(written: str) -> str:
    """`a . "b"` as `a.b`."""
    return ".".join(part.strip().strip("\"'") for part in written.split("."))


def has_key(values: Any, name: str) -> bool:
    """Whether the values have such a key."""
    for part in name.split("."):
        if isinstance(values, dict) and part in values:
            values = values[part]
        elif isinstance(values, list) and part.isdigit() and int(part) < len(values):
            values = values[int(part)]
        else:
            return False
    return True
