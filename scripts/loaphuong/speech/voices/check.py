"""Whether a clip can be the sentence: not silent, not half of it, not endless."""

from __future__ import annotations

from itertools import chain, takewhile
from statistics import median
from typing import TYPE_CHECKING

from loaphuong.speech.sound import decibels, level_dbfs, peaks, ratio
from loaphuong.speech.voices.voice import failure

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from loaphuong.core.problems import Problem
    from loaphuong.speech.nouns import Clip, SpokenText
    from loaphuong.station.nouns import VoiceSettings

SILENT_DBFS = -55.0
FASTEST, SLOWEST = 9.0, 0.8  # syllables a second; a hurried speaker of Vietnamese says 6 or 7
FEW_SYLLABLES = 4
# A whole sentence ends as quietly as the quietest it has (the embedded voice: for 9 ms and more); a cut one does not,
# unless the cut falls into the closure of a consonant. A person's recording has breath and room in its pauses.
QUIET_DB, PERSONS_QUIET_DB, QUIETEST_SHARE, LOUDEST_QUIET_DB = -60.0, -30.0, 0.02, -20.0
LEAST_END_MS, LONGEST_END_MS, WINDOW_MS, MANY = 5, 40, 10, 1 / 3
# Where the engine clears silence away, three whole sentences in a hundred end within 6 dB of their loudest, and a
# quarter of those that are cut.
ABRUPT_DB, ABRUPT_SHARE, LEAST_ABRUPT = 6.0, 0.15, 2
# What a voice that always ends alike does: nine in ten of its quiet ends within 12 ms, the others not 7 ms beyond.
EVEN_MS, STRAY_MS, ODD_SHARE = 12, 7, 0.05
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


def cut_off(spoken: Iterable[tuple[SpokenText, Clip]], *, trimmed: bool = False) -> tuple[SpokenText, ...]:
    """The sentences of one voice whose ends are missing: those without a quiet end; all, if a third has none.

    Of a voice whose engine has `trimmed` its ends no single one is known: all, if many stop at full voice.
    """
    known = tuple(spoken)
    if trimmed:
        abrupt = sum(end_below_peak(clip) < ABRUPT_DB for _, clip in known)
        many = len(known) >= ENOUGH_SENTENCES and abrupt >= max(LEAST_ABRUPT, ABRUPT_SHARE * len(known))
        return tuple(text for text, _ in known) if many else ()
    bare = tuple(text for text, clip in known if quiet_end_ms(clip) < LEAST_END_MS)
    if len(bare) > max(1, MANY * len(known)):
        return tuple(text for text, _ in known)
    # A voice may leave less after a comma than after a sentence; a person never leaves the same.
    signs = sorted({text.words[-1] for text, _ in known})
    ends = [(silent_end_ms(clip), text) for text, clip in known if clip.synthetic and text not in bare]
    strays = (_strays([(ms, text) for ms, text in ends if text.words[-1] == sign]) for sign in signs)
    return (*bare, *chain.from_iterable(strays))


def _strays(ends: Sequence[tuple[int, SpokenText]]) -> Iterable[SpokenText]:
    """The sentences whose silent ends are of another length than all others, of a voice that always ends alike.

    So ends a sentence that was cut within a consonant.
    """
    lengths = sorted(ms for ms, _ in ends)
    odd = max(1, round(ODD_SHARE * len(lengths)))
    usual = lengths[odd:-odd]
    if len(usual) < ENOUGH_SENTENCES or usual[0] < LEAST_END_MS or usual[-1] - usual[0] > EVEN_MS:
        return ()
    return (text for ms, text in ends if not usual[0] - STRAY_MS <= ms <= usual[-1] + STRAY_MS)


def quiet_end_ms(clip: Clip) -> int:
    """For how many ms, 40 at most, a clip is as quiet at its end as it is between two of its sounds."""
    levels = sorted(peaks(clip.pcm, clip.rate_hz, WINDOW_MS)) or [0]
    between = min(2 * levels[int(len(levels) * QUIETEST_SHARE)], levels[-1] * ratio(LOUDEST_QUIET_DB))
    return _end_ms(clip, max(levels[-1] * ratio(QUIET_DB if clip.synthetic else PERSONS_QUIET_DB), between))


def silent_end_ms(clip: Clip) -> int:
    """For how many ms, 40 at most, there is nothing at the end of a clip."""
    return _end_ms(clip, max(peaks(clip.pcm, clip.rate_hz, WINDOW_MS), default=0) * ratio(QUIET_DB))


def _end_ms(clip: Clip, limit: float) -> int:
    samples = LONGEST_END_MS * max(clip.rate_hz // 1000, 1)
    backwards = reversed(peaks(clip.pcm[-2 * samples :], clip.rate_hz, 1))
    return sum(1 for _ in takewhile(lambda peak: peak <= limit, backwards))


def end_below_peak(clip: Clip) -> float:
    """How many dB the last 20 ms of a clip are below its loudest moment."""
    envelope = peaks(clip.pcm, clip.rate_hz)
    return decibels(max(envelope, default=0)) - decibels(max(envelope[-2:], default=0))


def _length(id: str, clip: Clip, text: SpokenText, settings: VoiceSettings) -> Problem:  # noqa: A002 - the catalogue's word
    return failure(id, settings, text, seconds=f"{clip.seconds:.1f}", syllables=text.syllables)
