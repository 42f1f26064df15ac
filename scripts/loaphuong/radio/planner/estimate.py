"""How long sentences will take, from their syllables and commas: within a few hundredths of what is rendered.

The three numbers were fitted by least squares on the sentences of content/ as espeak-ng says them at 120 to 210 words a
minute (`python -m tests.bench estimate` shows the error); they scale with the rate.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from loaphuong.speech.nouns import Utterance
    from loaphuong.station.nouns import VoiceSettings

SYLLABLE, COMMA, SENTENCE = 37.93, 39.7, 8.4  # seconds at one word a minute
USUAL_RATE = 150.0  # words a minute: about 217 syllables of running text, pauses between sentences not counted


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a voice speaks: seconds a syllable, a comma, and what each sentence adds."""

    syllable_seconds: float
    comma_seconds: float
    sentence_seconds: float

    def seconds(self, syllables: int, commas: int = 0, sentences: int = 1) -> float:
        """How long so much speech lasts, without the silence between sentences."""
        return syllables * self.syllable_seconds + commas * self.comma_seconds + sentences * self.sentence_seconds


def pace(words_a_minute: float = USUAL_RATE) -> Pace:
    """The pace at a rate."""
    return Pace(SYLLABLE / words_a_minute, COMMA / words_a_minute, SENTENCE / words_a_minute)


def pace_of(voice: VoiceSettings) -> Pace:
    """The pace of a voice of the station: by its `rate` where it has one that can be read, else the usual one."""
    given = dict(voice.options).get("rate", "")
    return pace(float(given)) if voice.engine == "espeak" and given.isdecimal() and int(given) else pace()


def paces(voices: Iterable[VoiceSettings]) -> Mapping[str, Pace]:
    """Each voice's pace by its name."""
    return {voice.name: pace_of(voice) for voice in voices}


def seconds(utterances: Iterable[Utterance], known: Mapping[str, Pace]) -> float:
    """How long sentences last with the silence after each; a voice that is not `known` speaks at the usual pace."""
    usual = pace()
    return sum(
        known.get(utterance.voice, usual).seconds(utterance.spoken.syllables, utterance.spoken.words.count(","))
        + utterance.pause_ms / 1000
        for utterance in utterances
    )
