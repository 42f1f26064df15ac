"""Glosses: what brackets repeat is not said again, and an abbreviation means what the text says it does.

Ủy ban nhân dân (UBND) and UBND (Ủy ban nhân dân) are said once; thuế VAT is thuế giá trị gia tăng.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from loaphuong.core.vietnamese import fold
from loaphuong.speech.spoken.lazy import Lazy
from loaphuong.speech.spoken.rule import Kind

if TYPE_CHECKING:
    from loaphuong.speech.spoken.rule import Context

FARTHEST = 60
REACH = 160
ABBREVIATION = Lazy(r"[^\W\d_][^\W_]*(?:[&.,/-]\s?[^\W_]+)*")
WORD = Lazy(r"[^\W\d_]+")
TOLD_NEXT = Lazy(r"\s?\(([^()]{3,120})\)")
SMALL = frozenset(("và", "của", "về", "các", "trong"))


def words(spoken: str) -> list[str]:
    """The words of what is said, without commas and ends."""
    return [word for piece in spoken.split() if (word := piece.strip(",.?!"))]


def settle(context: Context, opened: int) -> None:
    """At a closing bracket: silence what stands in it since the token `opened`, if it has just been said."""
    tokens = context.tokens
    if not 0 < opened < len(tokens) - 1 or len(tokens) - opened > FARTHEST:
        return
    inner = context.text[tokens[opened].end : tokens[-1].start].strip()
    again = words(" ".join(token.spoken for token in tokens[opened + 1 : -1]))
    before: list[str] = []
    for token in reversed(tokens[max(0, opened - FARTHEST) : opened]):
        if token.kind is Kind.END or len(before) >= len(again):
            break
        before = words(token.spoken) + before
    repeated = bool(again) and before[-len(again) :] == again
    start = find_meant(context.text, tokens[opened].start, inner)
    if start is not None:
        context.glosses[inner] = " ".join(
            word for token in tokens[:opened] if token.start >= start for word in words(token.spoken)
        )
    if not repeated and start is None:
        return
    for place in range(opened, len(tokens)):
        tokens[place] = replace(tokens[place], spoken="", kind=Kind.PAUSE, rule="gloss", other="")


def capitals(abbreviation: str) -> str:
    """The letters that stand for words, folded: UBMTTQ, VH&TT without its sign."""
    return fold("".join(letter for letter in abbreviation if letter.isupper())).upper()


def find_meant(text: str, end: int, abbreviation: str) -> int | None:
    """Where the words begin that end at `end` and whose first letters are the abbreviation; None if they are not."""
    letters = capitals(abbreviation)
    if len(letters) < 2 or len(letters) > 20 or not ABBREVIATION.fullmatch(abbreviation):
        return None
    found = list(WORD.finditer(text[max(0, end - REACH) : end]))
    for small in (False, True):
        rest = letters
        for word in reversed(found):
            first = fold(word[0]).upper() if len(word[0]) > 1 and word[0].isupper() else fold(word[0][0]).upper()
            if rest.endswith(first):
                rest = rest[: len(rest) - len(first)]
            elif not (small and word[0].lower() in SMALL):
                break
            if not rest:
                return max(0, end - REACH) + word.start()
    return None


def find_gloss(context: Context, at: int, end: int) -> str | None:
    """What the text says an unknown abbreviation means; silent before brackets that tell it: SXHD (sốt xuất …)."""
    word = context.text[at:end]
    if word in context.glosses:
        return unsaid(context, at, context.glosses[word])
    brackets = TOLD_NEXT.match(context.text, end)
    if brackets and find_meant(brackets[1], len(brackets[1]), word) == 0:
        return ""
    return None


def unsaid(context: Context, at: int, spoken: str) -> str:
    """A reading without its first words that have just been said: thuế VAT, hội HLHPN, đường link."""
    last = context.last
    if last is None or last.kind not in (Kind.WORD, Kind.ABBREVIATION) or context.text[last.end : at].strip():
        return spoken
    new = spoken.split()
    said: list[str] = []
    for token in reversed(context.tokens[-6:]):
        if token.kind not in (Kind.WORD, Kind.ABBREVIATION):
            break
        said = token.spoken.split() + said
    for size in range(min(len(new), len(said), 6), 0, -1):
        if said[-size:] == new[:size]:
            return " ".join(new[size:])
    return spoken
