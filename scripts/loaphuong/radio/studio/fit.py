"""To fit a bulletin into its time: the pauses first, then the tempo, else what is missing or too much."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaphuong.core.problems import stop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaphuong.core.where import Where
    from loaphuong.station.nouns import Pauses
    from loaphuong.station.show import Bounds

SCALES = tuple(step / 10 for step in range(4, 31))
TEMPOS = tuple(sorted((1 + step / 100 for step in range(-6, 7)), key=lambda tempo: (abs(tempo - 1), tempo)))
MARGIN_SECONDS = 1.5
SYLLABLES_A_SECOND = 3.3
# Nearer to the aim than this, the pauses stay as they were written, and an edit touches nothing else.
NEAR_SECONDS = 20


@dataclass(frozen=True, slots=True)
class Fit:
    """Milliseconds of silence after each sentence, and how fast the sentences are played (1 is as spoken)."""

    pauses_ms: tuple[int, ...]
    tempo: float = 1.0


def scale_pauses(pauses_ms: Sequence[int], scale: float, limits: Pauses) -> tuple[int, ...]:
    """The pauses longer or shorter, within the limits of the ear."""
    return tuple(min(max(round(pause * scale), limits.shortest_ms), limits.longest_ms) for pause in pauses_ms)


def fit_bulletin(
    name: str, where: Where, speech_ms: float, pauses_ms: Sequence[int], fixed_ms: float, bounds: Bounds, limits: Pauses
) -> Fit:
    """The mildest change that brings the sum near the aim and within the bounds; Stopped if none does.

    `fixed_ms` is what cannot change: tunes. Pauses change by tenths and only as far as needed, so that a small
    edit of the text rarely touches the rest of the bulletin; the tempo changes only where pauses are not enough.
    """
    least, most = (bounds.minimum_seconds + MARGIN_SECONDS) * 1000, (bounds.maximum_seconds - MARGIN_SECONDS) * 1000

    def total(scale: float, tempo: float = 1.0) -> float:
        return fixed_ms + speech_ms / tempo + sum(scale_pauses(pauses_ms, scale, limits))

    aim = bounds.aim_seconds * 1000 or total(1.0)

    def distance(scale: float) -> tuple[float, float, float]:
        ms = total(scale)
        return max(least - ms, ms - most, 0), max(abs(ms - aim) - NEAR_SECONDS * 1000, 0), abs(scale - 1)

    scale = min(SCALES, key=distance)
    for tempo in TEMPOS:
        if least <= total(scale, tempo) <= most:
            return Fit(scale_pauses(pauses_ms, scale, limits), tempo)
    seconds = total(scale, min(TEMPOS) if total(scale) < least else max(TEMPOS)) / 1000
    if seconds * 1000 < least:
        missing = bounds.minimum_seconds - seconds + MARGIN_SECONDS
        values = {"minimum": bounds.minimum_seconds, "missing": round(missing)}
        syllables = round(missing * SYLLABLES_A_SECOND)
        raise stop("too-short", where, name=name, seconds=round(seconds), syllables=syllables, **values)
    surplus = seconds - bounds.maximum_seconds + MARGIN_SECONDS
    values = {"maximum": bounds.maximum_seconds, "surplus": round(surplus)}
    syllables = round(surplus * SYLLABLES_A_SECOND)
    raise stop("too-long", where, name=name, seconds=round(seconds), syllables=syllables, **values)
