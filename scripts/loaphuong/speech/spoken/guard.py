"""The guard: what leaves this room is Vietnamese syllables, commas and sentence ends, and nothing else."""

from __future__ import annotations

from loaphuong.speech.spoken.syllable import canonical


def foreign(spoken: str) -> tuple[str, ...]:
    """The words that are no Vietnamese syllable in lower case, in order."""
    strange: list[str] = []
    for word in spoken.split():
        if word == ",":
            continue
        bare = word.rstrip(",.?!")
        if not bare or canonical(bare) != bare or len(word) - len(bare) > 1:
            strange.append(word)
    return tuple(strange)
