"""A table (CSV) of what a player played: columns by the names that players give them, in Vietnamese or English."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

from loaphuong.core import dates
from loaphuong.core.problems import problem
from loaphuong.core.vietnamese import fold
from loaphuong.core.where import Where
from loaphuong.radio.plays import Play

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime, tzinfo

    from loaphuong.core.problems import Problem

NAMES: Mapping[str, frozenset[str]] = {
    "day": frozenset({"ngay", "ngay phat", "date", "day"}),
    "start": frozenset(
        {
            *("bat dau", "gio bat dau", "bat dau luc", "phat luc", "gio phat", "gio", "thoi gian", "thoi diem phat"),
            *(
                "ngay gio",
                "start",
                "start time",
                "started",
                "started at",
                "time",
                "played at",
                "date played",
                "datetime",
            ),
        }
    ),
    "end": frozenset(
        {"ket thuc", "gio ket thuc", "ket thuc luc", "end", "end time", "ended", "ended at", "stop", "finish"}
    ),
    "length": frozenset({"thoi luong", "so giay", "da phat", "duration", "length", "seconds", "played"}),
    "file": frozenset(
        {
            *("tep", "ten tep", "tap tin", "duong dan", "ban tin", "ten ban tin", "bai", "tieu de"),
            *("file", "filename", "file name", "path", "track", "title", "name"),
        }
    ),
}
LENGTH = re.compile(
    r"(?:(?P<hours>\d{1,2}):)?(?P<minutes>\d{1,3}):(?P<seconds>\d{2})(?:[.,]\d+)?|(?P<plain>\d+)(?:[.,]\d+)?"
)
HEAD_LINES = 20


def find_heading(text: str) -> tuple[int, str, tuple[str, ...]] | None:
    """The line of the heading (from 0), what separates its cells, and what each column holds; None without one."""
    for place, line in enumerate(text.splitlines()[:HEAD_LINES]):
        separator = max(",;\t", key=line.count)
        titles = next(csv.reader([line], delimiter=separator), [])
        meant = tuple(next((key for key, names in NAMES.items() if fold_title(title) in names), "") for title in titles)
        if "start" in meant and len(set(meant) - {""}) > 1:
            return place, separator, meant
    return None


def fold_title(title: str) -> str:
    """A title as it is compared."""
    return " ".join(fold(title).replace("_", " ").split())


def read(text: str, where: Where, zone: tzinfo) -> tuple[tuple[Play, ...], tuple[Problem, ...]]:
    """Each line that was played, and each whose times cannot be read."""
    heading = find_heading(text)
    if heading is None:
        return (), (problem("plays-unknown", where),)
    place, separator, meant = heading
    plays: list[Play] = []
    problems: list[Problem] = []
    lines = text.splitlines()
    for number, line in enumerate(lines[place + 1 :], place + 2):
        cells = next(csv.reader([line], delimiter=separator), [])
        row = {key: cell.strip() for key, cell in zip(meant, cells, strict=False) if key}
        if not row.get("start"):
            continue
        try:
            plays.append(play_of(row, number, zone))
        except ValueError:
            told = " ".join(value for value in row.values() if value)
            problems.append(problem("plays-line", Where(where.path, number), line=told[:80]))
    return tuple(plays), tuple(problems)


def play_of(row: Mapping[str, str], line: int, zone: tzinfo) -> Play:
    """A row as a play; ValueError where a time is none."""
    started = moment_of(row["start"], row.get("day", ""), zone)
    reached: float | None = None
    if row.get("end"):
        ended = moment_of(row["end"], row.get("day", "") or f"{started:%Y-%m-%d}", zone)
        reached = (ended - started).total_seconds()
        if reached < 0:
            raise ValueError(row["end"])
    elif row.get("length"):
        reached = length_of(row["length"])
    return Play(started, file=row.get("file", ""), to_seconds=reached, line=line)


def moment_of(written: str, day: str, zone: tzinfo) -> datetime:
    """A moment from one cell, or from a day's and a clock's."""
    try:
        return dates.moment(written, zone, timed=True)
    except dates.Unreadable:
        return dates.moment(f"{day} {written}", zone, timed=True)


def length_of(written: str) -> float:
    """6:01, 00:06:01 or 361 as seconds; ValueError for what is none."""
    found = LENGTH.fullmatch(written.strip())
    if not found:
        raise ValueError(written)
    if found["plain"]:
        return float(found["plain"])
    return int(found["hours"] or 0) * 3600 + int(found["minutes"]) * 60 + int(found["seconds"])
