"""Whether a clip can be the sentence: not silent, not half of it, not endless."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from loaphuong.speech.sound import decibels, level_dbfs, peaks
from loaphuong.speech.voices.voice import failure

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from loaphuong.core.problems import Problem
    from loaphuong.speech.nouns import Clip, SpokenText
    from loaphuong.station.nouns import VoiceSettings

SILENT_DBFS = -55.0
FASTEST, SLOWEST = 9.0, 0.8  # syllables a second; a hurried speaker of Vietnamese says 6 or 7
FEW_SYLLABLES = 4
# Of whole sentences of the embedded voice two in a hundred end within 6 dB of their loudest (those on “giờ”, down to
# half a dB); of sentences cut at 72 % a quarter does. So one that ends so says nothing, and many do.
ABRUPT_DB, MANY, LEAST_ABRUPT = 6.0, 0.15, 2
ENOUGH_SENTENCES, LONG_SYLLABLES, PART = 6, 8, 0.6


def flaws(clip: Clip, text: SpokenText, settings: VoiceSettings) -> tuple[Problem, ...]:
    """What is wrong with one clip by itself."""
    if not clip.pcm or level_dbfs(clip.pcm) < SILENT_DBFS:
        return (failure("voice-silent", settings, text),)
    if clip.seconds < text.syllables / FASTEST:
        return (_length("voice-short", clip, text, settings),)
    if clip.seconds > max(text.syllables, FEW_SYLLABLES) / SLOWEST:
        return (_length("voice-long", clip, text, settings),)
    return ()


def partial(spoken: Iterable[tuple[SpokenText, Clip]]) -> tuple[SpokenText, ...]:
    """The sentences that one voice read so much faster than its others that a part must be missing.

    Judged on sentences of at least 8 syllables, and only when there are 6 of them.
    """
    paces: Sequence[tuple[float, SpokenText]] = [
        (clip.seconds / text.syllables, text) for text, clip in spoken if text.syllables >= LONG_SYLLABLES
    ]
    if len(paces) < ENOUGH_SENTENCES:
        return ()
    usual = median(pace for pace, _ in paces)
    return tuple(text for pace, text in paces if pace < PART * usual)


def cut_off(spoken: Iterable[tuple[SpokenText, Clip]]) -> tuple[SpokenText, ...]:
    """The sentences of one voice whose ends seem to be missing: all, if many stop at full voice.

    Where a cut falls between two syllables it is not heard. Judged on 6 sentences or more.
    """
    known = tuple(spoken)
    if len(known) < ENOUGH_SENTENCES:
        return ()
    abrupt = sum(end_below_peak(clip) < ABRUPT_DB for _, clip in known)
    return tuple(text for text, _ in known) if abrupt >= max(LEAST_ABRUPT, MANY * len(known)) else ()


def end_below_peak(clip: Clip) -> float:
    """How many dB the last 20 ms of a clip are below its loudest moment."""
    envelope = peaks(clip.pcm, clip.rate_hz)
    return decibels(max(envelope, default=0)) - decibels(max(envelope[-2:], default=0))


def _length(id: str, clip: Clip, text: SpokenText, settings: VoiceSettings) -> Problem:  # noqa: A002 - the catalogue's word
    return failure(id, settings, text, seconds=f"{clip.seconds:.1f}", syllables=text.syllables)
