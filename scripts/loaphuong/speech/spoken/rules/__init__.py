"""The rules, in the order they are tried: where two could read a token, the first one does."""

from __future__ import annotations

from loaphuong.speech.spoken.rules import (
    addresses,
    codes,
    dates,
    fractions,
    measures,
    money,
    months,
    numerals,
    phones,
    plain,
    ranges,
    symbols,
    times,
)

BY_DIGIT = (
    *addresses.RULES,
    *phones.RULES,
    *codes.RULES,
    *ranges.SCORES,
    *times.RULES,
    *dates.RULES,
    *months.RULES,
    *money.RULES,
    *measures.RULES,
    *fractions.RULES,
    *plain.RULES,
)
BY_LETTER = (*codes.NAMED, *numerals.RULES, *times.ZONES, *money.PREFIXED, *measures.NAMED, *plain.LETTERS)
BY_SYMBOL = (*addresses.RULES, *phones.RULES, *money.PREFIXED, *measures.NAMED, *ranges.RULES, *symbols.RULES)
# Words in small letters that may begin something longer than themselves.
HEADS = frozenset(("số", "www", "http", "https", "đ", "ha"))
