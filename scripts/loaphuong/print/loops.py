"""Vòng loa: a minute of rules for bus and railway stations and the campaign van, said over and over."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from loaphuong.core.files import erase
from loaphuong.print.marks import mark_of
from loaphuong.print.readouts import fill
from loaphuong.print.words import places_of
from loaphuong.radio.announcer import Announcer
from loaphuong.radio.planner import estimate
from loaphuong.speech.nouns import Role
from loaphuong.speech.readings import utterances
from loaphuong.speech.script import rule_lines
from loaphuong.trust.approval import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from loaphuong.content.nouns import Code, Rule
    from loaphuong.print.nouns import Copy, SheetMark
    from loaphuong.speech.nouns import Line, Utterance
    from loaphuong.speech.readings import Readings

PRODUCT = "vong-loa"
SHORTEST, LONGEST = 30, 90  # seconds, the tune included
TUNE_SECONDS = 6  # at most: the tune that opens a loop, and a sting before each further place


@dataclass(frozen=True, slots=True)
class Loop:
    """A loop to be spoken: `said` are its sentences, one item a place, `titles` what the items are called."""

    name: str
    title: str
    said: tuple[Utterance, ...]
    titles: tuple[str, ...]
    mark: SheetMark
    texts: tuple[str, ...]


def make_loops(copy: Copy, readings: Readings) -> Iterator[Loop]:
    """Each code that is reminded of, in loops that end within ninety seconds; what would be too short is left out."""
    for code in copy.content.codes:
        if code.reminders:
            rest = code.rules
            number = 0
            while rest:
                taken = fill(rest, LONGEST - TUNE_SECONDS, partial(lasts, copy, readings, code))
                if not taken:
                    break
                rest = rest[len(taken) :]
                if lasts(copy, readings, code, taken) + TUNE_SECONDS >= SHORTEST:
                    number += 1
                    yield loop(copy, readings, code, taken, number)


def loop(copy: Copy, readings: Readings, code: Code, rules: tuple[Rule, ...], number: int) -> Loop:
    """A loop of some rules of a code."""
    items = items_of(copy, code, rules)
    return Loop(
        f"{PRODUCT}/{code.slug}-{number}",
        f"{code.title}, {number}",
        say(copy, readings, items),
        tuple(title for title, _ in items),
        mark_of(copy, code.slug, (name_of(code),)),
        (name_of(code),),
    )


def items_of(copy: Copy, code: Code, rules: tuple[Rule, ...]) -> list[tuple[str, tuple[Line, ...]]]:
    """The station's words before rules, then the rules place by place."""
    announcer = Announcer(copy.station, copy.station.main, (code,), {})
    opening = announcer.say("rule", Role.LEAD_IN, code=code.title)
    places = [
        (place, rule_lines((rule for rule in rules if rule.place == place), copy.station.pauses))
        for place in places_of(code)
        if any(rule.place == place for rule in rules)
    ]
    return [(title, (opening, *lines) if not at else lines) for at, (title, lines) in enumerate(places)]


def say(copy: Copy, readings: Readings, items: list[tuple[str, tuple[Line, ...]]]) -> tuple[Utterance, ...]:
    """The items as sentences, the announcers in turn; what cannot be read is left out, `loa check` tells of it."""
    reads = [readings.read_all(lines)[0] for _, lines in items]
    return utterances(reads, copy.station.main.announcers, copy.station.pauses.sentence_ms)


def forget(folder: Path, text: str) -> tuple[Path, ...]:
    """Erase the loops of a text, by the text's name; what could not be erased."""
    named = re.compile(rf"{re.escape(text.rpartition('/')[2])}-\d+")
    spoken = [path for path in (folder / PRODUCT).glob("*") if named.fullmatch(path.name)]
    return tuple(left for path in spoken for left in erase(path))


def lasts(copy: Copy, readings: Readings, code: Code, rules: tuple[Rule, ...]) -> float:
    """How long rules of a code are spoken, in seconds, without the tune."""
    said = say(copy, readings, items_of(copy, code, rules))
    return estimate.seconds(said, estimate.paces(copy.station.voices))
