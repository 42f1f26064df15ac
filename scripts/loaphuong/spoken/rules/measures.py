"""Measures: an amount and a unit, one unit per another, and units that stand alone."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from loaphuong.spoken.amounts import AMOUNT, say
from loaphuong.spoken.lexicon import table
from loaphuong.spoken.rule import Kind, Rule

if TYPE_CHECKING:
    from loaphuong.spoken.rule import Context

# Letters that are a unit only where they touch the number.
TOUCHING = frozenset(("t", "s", "N", "J", "h", "bar", "min", "kb", "Mb"))
CURRENT = re.compile(r"(?:cầu dao|áp tô mát|aptomat|dòng điện|cường độ|ổ cắm|cầu chì|công tơ|sạc)(?:\s+[^\W\d_]+){0,3}\s*$")


@cache
def units() -> dict[str, tuple[str, bool]]:
    """How each unit is said, and whether it is known without a number."""
    rows = (line.split("\t") for line in table("units").splitlines() if line and not line.startswith("#"))
    return {row[0]: (row[1], len(row) > 2) for row in rows}


def one_of(names: list[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


ALL = one_of(list(units()))
ALONE = one_of([name for name, (_, alone) in units().items() if alone])
EDGE = r"(?![\w²³])"


def _measure(found: re.Match[str], context: Context) -> str | None:
    amount, gap, unit, per = found[1], found[2], found[3], found[4]
    if gap and unit in TOUCHING:
        return None
    spoken = f"{say(amount, context.numbers)[0]} {units()[unit][0]}"
    return f"{spoken} trên {units()[per][0]}" if per else spoken


def _height(found: re.Match[str], context: Context) -> str:
    return f"{context.numbers.cardinal(int(found[1]))} mét {context.numbers.written(found[2])}"


def _angle(found: re.Match[str], context: Context) -> str:
    say_number = context.numbers.cardinal
    spoken = f"{say_number(int(found[1]))} độ {say_number(int(found[2]))} phút"
    return f"{spoken} {say(found[3], context.numbers)[0]} giây" if found[3] else spoken


def _minutes(found: re.Match[str], context: Context) -> str:
    unit = {"'": "phút", "’": "phút", "′": "phút", "p": "phút", "ph": "phút"}.get(found[2], "giây")
    return f"{say(found[1], context.numbers)[0]} {unit}"


def _current(found: re.Match[str], context: Context) -> str | None:
    return f"{say(found[1], context.numbers)[0]} am pe" if context.before(CURRENT, found.start()) else None


def _alone(found: re.Match[str], context: Context) -> str | None:
    unit, per = found[1], found[2]
    if unit == "ha" and (found.string[max(0, found.start() - 3) : found.start()].strip().lower() in ("ha", "ha,")):
        return None
    return f"{units()[unit][0]} trên {units()[per][0]}" if per else units()[unit][0]


RULES = (
    Rule("angle", Kind.MEASURE, rf"(\d+)\s?°\s?(\d{{1,2}})\s?['’′](?:\s?({AMOUNT})\s?(?:[\"”″]|''))?", _angle),
    Rule("height", Kind.MEASURE, r"([12])m([4-9]|\d\d)(?!\w)", _height),
    Rule("minutes and seconds", Kind.MEASURE, rf"({AMOUNT})\s?(''|''|’’|″|['’′]|ph(?!\w)|p(?!\w))(?!\w)", _minutes),
    Rule("current", Kind.MEASURE, rf"({AMOUNT})\s?A(?!\w)", _current),
    Rule("measure", Kind.MEASURE, rf"({AMOUNT})([ ]?)({ALL}){EDGE}(?:\s?/\s?({ALL}){EDGE})?", _measure),
)
NAMED = (
    Rule("unit", Kind.WORD, rf"({ALONE}){EDGE}(?:\s?/\s?({ALL}){EDGE})?", _alone),
    Rule("unit per unit", Kind.WORD, rf"({ALL})/({ALL}){EDGE}", _alone),
)
