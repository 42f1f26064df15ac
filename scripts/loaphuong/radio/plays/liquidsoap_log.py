"""The log of the Liquidsoap script of `loa export`: its own lines say which slot, and when in seconds since 1970.

A bulletin that has no end in the log was broken off by whatever comes next.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from loaphuong.core.messages import N_, tr
from loaphuong.core.problems import problem
from loaphuong.radio.exports.liquidsoap import OUTPUT
from loaphuong.radio.plays import Play

if TYPE_CHECKING:
    from datetime import tzinfo

    from loaphuong.core.problems import Problem
    from loaphuong.core.where import Where

STAMP = r"(?P<stamp>\d{4}/\d\d/\d\d \d\d:\d\d:\d\d)"
LIKELY = re.compile(rf"(?m)^{STAMP} \[[^\]]+:\d\]")
OURS = re.compile(rf"{STAMP} \[loa:\d\] (?P<what>PHÁT|HẾT|IM-LẶNG|MẤT-TỆP) (?P<slot>\S+) (?P<epoch>\d{{9,11}})\s*")
MUTE = re.compile(rf"{STAMP} \[{OUTPUT}:\d\] Reopening on error")
DOWN = re.compile(rf"{STAMP} \[main:\d\] Shutdown started!")
SILENT, NO_SOUND, NO_FILE, BROKEN_OFF = (
    N_("silence while it played"),
    N_("no sound card"),
    N_("the file was missing"),
    N_("broken off"),
)


class Listener:
    """Goes through a log line by line; `plays` are those that are over."""

    def __init__(self, zone: tzinfo) -> None:
        self.zone = zone
        self.plays: list[Play] = []
        self.running: Play | None = None
        # How far the log's own clock is ahead of UTC, and the last time it showed, in seconds.
        self.ahead = 0.0
        self.last = 0.0

    def hear(self, number: int, line: str) -> None:
        """One line, counted from 1."""
        before = self.last
        if stamp := LIKELY.match(line):
            self.last = seconds_of(stamp["stamp"])
        if ours := OURS.fullmatch(line):
            self.hear_ours(number, ours["what"], ours["slot"], int(ours["epoch"]), before)
        elif MUTE.match(line):
            self.complain(NO_SOUND)
        elif DOWN.match(line):
            self.break_off(self.last)

    def hear_ours(self, number: int, what: str, slot: str, epoch: int, before: float) -> None:
        """What our script said of a slot; `before` is the time of the line before."""
        at = datetime.fromtimestamp(epoch, UTC).astimezone(self.zone)
        if what in {"PHÁT", "MẤT-TỆP"}:
            self.break_off(before)
            self.ahead = self.last - epoch
        if what == "PHÁT":
            self.running = Play(at, slot, line=number)
        elif what == "MẤT-TỆP":
            self.plays.append(Play(at, slot, to_seconds=0.0, fault=tr(NO_FILE), line=number))
        elif what == "IM-LẶNG":
            self.complain(SILENT)
        elif self.running and self.running.slot == slot:
            self.end(epoch)

    def complain(self, fault: str) -> None:
        """The first thing that goes wrong with what runs is kept."""
        if self.running and not self.running.fault:
            self.running = replace(self.running, fault=tr(fault))

    def break_off(self, last: float) -> None:
        """What runs has no end of its own: it was heard at most until this time of the log."""
        self.complain(BROKEN_OFF)
        self.end(last - self.ahead)

    def end(self, at: float) -> None:
        """What runs is over, at a time in seconds since 1970."""
        if self.running:
            lasted = max(0.0, at - self.running.started_at.timestamp())
            self.plays.append(replace(self.running, to_seconds=lasted))
        self.running = None


def read(text: str, where: Where, zone: tzinfo) -> tuple[tuple[Play, ...], tuple[Problem, ...]]:
    """The bulletins that were played, with what the player complained of; a log without any is told."""
    listener = Listener(zone)
    for number, line in enumerate(text.splitlines(), 1):
        listener.hear(number, line)
    listener.break_off(listener.last)
    return tuple(listener.plays), (() if listener.plays else (problem("plays-none", where),))


def seconds_of(stamp: str) -> float:
    """A time of the log's own clock, in seconds, whatever zone it is in."""
    return datetime.strptime(stamp, "%Y/%m/%d %H:%M:%S").replace(tzinfo=UTC).timestamp()
