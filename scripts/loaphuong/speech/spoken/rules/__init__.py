"""The rules, in the order they are tried: where two could read a token, the first one does."""

from __future__ import annotations

from loaphuong.speech.spoken.rules import (
    addresses,
    codes,
    dates,
    fractions,
    hyphens,
    measures,
    money,
    months,
    numerals,
    people,
    phones,
    plain,
    plates,
    ranges,
    shorthand,
    symbols,
    times,
    weekdays,
)

BY_DIGIT = (
    *addresses.RULES,
    *plates.NUMBERED,
    *phones.RULES,
    *plain.CARATS,
    *codes.RULES,
    *hyphens.RULES,
    *weekdays.DAYS,
    *plain.DAYS,
    *ranges.SCORES,
    *fractions.RATIOS,
    *times.RULES,
    *dates.RULES,
    *months.RULES,
    *plain.COUNTED,
    *money.RULES,
    *measures.RULES,
    *fractions.RULES,
    *plain.RULES,
)
# Before the lexicon, where letters are followed by a point or a number: ông Q.T., GS.TSKH, ĐT.427, HS-2026-0117.
POINTED = (*plain.QUARTERS, *shorthand.POINTED, *people.POINTED, *plain.ROADS_POINTED, *plates.LETTERED)
BY_LETTER = (
    *codes.NAMED,
    *plain.QUARTERS,
    *plates.LETTERED,
    *numerals.RULES,
    *times.ZONES,
    *money.PREFIXED,
    *measures.NAMED,
    *shorthand.RULES,
    *weekdays.RULES,
    *plain.LETTERS,
)
BY_SYMBOL = (*addresses.RULES, *phones.RULES, *money.PREFIXED, *measures.NAMED, *ranges.RULES, *symbols.RULES)
# Words in small letters that may begin something longer than themselves.
HEADS = frozenset(("số", "www", "http", "https", "đ", "ha"))
# The signs that are most of all signs, and the few rules that can begin with them.
POINTS = tuple(rule for rule in symbols.RULES if rule.name in {"dots", "document end", "sentence end", "point"})
BY_SIGN = {
    **dict.fromkeys(",;", tuple(rule for rule in symbols.RULES if rule.name == "pause")),
    ".": POINTS,
    ":": tuple(rule for rule in symbols.RULES if rule.name == "colon"),
    **dict.fromkeys('"“”', tuple(rule for rule in symbols.RULES if rule.name == "frame")),
}
