"""The format of a project: its number in station.toml, and what became of keys that earlier formats had.

A project without a number is of format 1. A newer format than this program knows is not read at all.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaphuong.core.messages import N_
from loaphuong.core.problems import problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from loaphuong.core.problems import Problem
    from loaphuong.core.where import Where

FORMAT = 2
KEY = "format"
# Keys that no format has any more, by table and name, and why.
REMOVED = {
    ("ngat", "clause_ms"): N_("the voice takes its breath at commas by itself"),
    ("duyet", "retention_days"): N_("the log only grows, nothing of it is ever dropped"),
}
TABLE = re.compile(r"\s*\[+\s*([\w.-]+)\s*\]+\s*(?:#.*)?")
ASSIGNED = re.compile(r"\s*([\w-]+)\s*=\s*(.*)")


def check(values: Mapping[str, object], where: Where) -> Problem | None:
    """What is wrong with the number of a project's format."""
    number = values.get(KEY, 1)
    if isinstance(number, int) and not isinstance(number, bool) and 1 <= number <= FORMAT:
        return None
    return problem("format-newer", where, number=number, known=FORMAT)


def renew(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """station.toml in today's format, and each key that was dropped from it with the reason (a message id).

    Only whole lines go; a removed key whose value goes on in the next line stays, and `loa check` names it.
    """
    kept: list[str] = []
    dropped: list[tuple[str, str]] = []
    table, numbered = "", False
    for line in text.split("\n"):
        opened, assigned = TABLE.fullmatch(line), ASSIGNED.match(line)
        if opened:
            table = opened[1]
        elif assigned and not table and assigned[1] == KEY:
            line, numbered = line if is_today(assigned[2]) else f"{KEY} = {FORMAT}", True
        elif assigned and (why := REMOVED.get((table, assigned[1]))) and is_whole(assigned[2]):
            dropped.append((f"{table}.{assigned[1]}", why))
            continue
        kept.append(line)
    if not numbered:
        first = next((place for place, line in enumerate(kept) if TABLE.fullmatch(line)), len(kept))
        kept[first:first] = [f"{KEY} = {FORMAT}   # phiên bản định dạng của dự án; `loa upgrade` nâng", ""]
    return "\n".join(kept), tuple(dropped)


def is_today(value: str) -> bool:
    """Whether the number that is written is today's."""
    return value.partition("#")[0].strip() == str(FORMAT)


def is_whole(value: str) -> bool:
    """Whether a value ends on its line."""
    return '"""' not in value and "'''" not in value and value.count("[") == value.count("]")
