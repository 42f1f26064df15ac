"""Clips → segments: sentences with their pauses, the tune under the ident, a sting between items.

A segment is a stretch of one item, silent at both ends: it is mastered and kept by itself, so that an edited sentence
costs its own segment and no other.
"""

from __future__ import annotations

import warnings
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from loaphuong.radio.episode import Cue
from loaphuong.radio.studio import ffmpeg
from loaphuong.speech.nouns import Clip
from loaphuong.speech.sound import silence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pydub import AudioSegment

    from loaphuong.radio.studio.fit import Fit
    from loaphuong.speech.nouns import Utterance

LOWEST_RATE_HZ = 22_050
FRAME_MS = 24  # an MP3 frame at 48 kHz: 1152 samples
EDGE_MS = 48
SEGMENT_SECONDS = 40.0
TUNE_CLEAR_MS, TUNE_DUCK_MS, TUNE_DUCK_DB = 3000, 400, -13.0


@dataclass(frozen=True, slots=True)
class Segment:
    """16-bit mono sound and its sentences, in ms from its own start. `item` is the place in the running order."""

    pcm: bytes
    rate_hz: int
    item: int
    cues: tuple[Cue, ...]

    @property
    def frames(self) -> int:
        """How many MP3 frames it fills; the last is filled up with silence."""
        ms = len(self.pcm) / 2 / self.rate_hz * 1000
        return int(-(-ms // FRAME_MS))


@dataclass(frozen=True, slots=True)
class Music:
    """Tunes at the segments' rate, empty where there are none; `sting_before` are the items one announces."""

    tune: bytes = b""
    sting: bytes = b""
    sting_before: frozenset[int] = frozenset()

    def ms(self, rate_hz: int) -> float:
        """What the tunes add to the speech."""
        lead = min(len(self.tune) / 2 / rate_hz * 1000, TUNE_CLEAR_MS)
        return lead + len(self.sting_before) * len(self.sting) / 2 / rate_hz * 1000


def common_rate(clips: Sequence[Clip]) -> int:
    """The highest of the clips' rates, so that no voice is dulled."""
    return max(LOWEST_RATE_HZ, *(clip.rate_hz for clip in clips))


def at_rate(clips: Sequence[Clip], rate_hz: int) -> list[Clip]:
    """The clips at one rate; those of another rate are resampled together, one process a rate."""
    out = list(clips)
    for other in sorted({clip.rate_hz for clip in clips} - {rate_hz}):
        places = [index for index, clip in enumerate(clips) if clip.rate_hz == other]
        gap = silence(other, EDGE_MS)
        pcm = ffmpeg.resample(b"".join(part for at in places for part in (clips[at].pcm, gap)), other, rate_hz)
        start = 0
        for at in places:
            clip = clips[at]
            first, last = (round(samples * rate_hz / other) * 2 for samples in (start, start + len(clip.pcm) // 2))
            out[at] = Clip(pcm[first:last], rate_hz, clip.voice, clip.synthetic)
            start += (len(clip.pcm) + len(gap)) // 2
    return out


def at_tempo(clips: Sequence[Clip], tempo: float, jobs: int) -> list[Clip]:
    """The clips faster or slower, at the same pitch."""
    if tempo == 1:
        return list(clips)

    def change(clip: Clip) -> Clip:
        return Clip(ffmpeg.at_tempo(clip.pcm, clip.rate_hz, tempo), clip.rate_hz, clip.voice, clip.synthetic)

    with ThreadPoolExecutor(jobs) as pool:
        return list(pool.map(change, clips))


def assemble(
    utterances: Sequence[Utterance], clips: Sequence[Clip], fit: Fit, music: Music, paragraph_ms: int
) -> tuple[Segment, ...]:
    """All of the episode in segments, in order. The clips have one rate; `paragraph_ms` is the pause one may cut at."""
    segments = []
    for first, group in enumerate(_stretches(utterances, clips, paragraph_ms)):
        item, opens = (
            utterances[group[0]].item,
            group[0] == 0 or utterances[group[0] - 1].item != utterances[group[0]].item,
        )
        sting = music.sting if opens and item in music.sting_before else b""
        segments.append(_segment(utterances, clips, group, fit, sting, music.tune if first == 0 else b""))
    return tuple(segments)


def _stretches(utterances: Sequence[Utterance], clips: Sequence[Clip], paragraph_ms: int) -> Iterator[list[int]]:
    """Places of utterances that make a segment: of one item, cut after a paragraph once it is long enough."""
    for _, places in groupby(range(len(utterances)), key=lambda at: utterances[at].item):
        stretch: list[int] = []
        seconds = 0.0
        for at in places:
            stretch.append(at)
            seconds += clips[at].seconds
            if seconds >= SEGMENT_SECONDS and utterances[at].pause_ms >= paragraph_ms:
                yield stretch
                stretch, seconds = [], 0.0
        if stretch:
            yield stretch


def _segment(
    utterances: Sequence[Utterance], clips: Sequence[Clip], places: list[int], fit: Fit, sting: bytes, tune: bytes
) -> Segment:
    rate = clips[places[0]].rate_hz
    lead = _lead(tune, rate)
    parts = [silence(rate, EDGE_MS), lead, sting]
    length, spoken_from = sum(map(len, parts)), sum(map(len, parts))
    cues = []
    for at in places:
        clip, one = clips[at], utterances[at]
        start, end = (round(samples / 2 / rate * 1000) for samples in (length, length + len(clip.pcm)))
        cues.append(Cue(start, end, one.written, one.spoken.words, one.role, one.item, clip.voice))
        parts += [clip.pcm, silence(rate, fit.pauses_ms[at])]
        length += len(parts[-2]) + len(parts[-1])
    pcm = b"".join(parts)
    if tune:
        pcm = pcm[:spoken_from] + _under(pcm[spoken_from:], tune[len(lead) :], rate)
    return Segment(pcm, rate, utterances[places[0]].item, tuple(cues))


def _lead(tune: bytes, rate: int) -> bytes:
    """The tune's beginning, which turns down where the voice sets in."""
    clear = _audio(tune, rate)[:TUNE_CLEAR_MS]
    duck = min(TUNE_DUCK_MS, len(clear))
    return bytes(clear.fade(to_gain=TUNE_DUCK_DB, start=len(clear) - duck, duration=duck).raw_data) if duck else tune


def _under(speech: bytes, rest: bytes, rate: int) -> bytes:
    """The tune's end under the voice, fading."""
    tail = _audio(rest, rate) + TUNE_DUCK_DB
    voice = _audio(speech, rate)
    edge = max(len(voice) - EDGE_MS, 0)
    tail = tail[:edge]
    return bytes(voice.overlay(tail.fade_out(len(tail))).raw_data) if len(tail) else speech


def _audio(pcm: bytes, rate: int) -> AudioSegment:
    with warnings.catch_warnings():
        # It looks for an ffmpeg on the PATH when imported; ours is called by its own path.
        warnings.simplefilter("ignore")
        from pydub import AudioSegment

    return AudioSegment(data=pcm, sample_width=2, frame_rate=rate, channels=1)
