"""How long sentences will take, from their syllables and commas: within a few hundredths of what is rendered.

The three numbers were fitted by least squares on the sentences of content/ as espeak-ng says them at 120 to 210 words a
minute (`python -m tests.bench estimate` shows the error); they scale with the rate.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaphuong.speech import voices

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from loaphuong.speech.nouns import Utterance
    from loaphuong.station.nouns import VoiceSettings

SYLLABLE, COMMA, SENTENCE = 37.93, 39.7, 8.4  # seconds at one word a minute


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a voice speaks: seconds a syllable, a comma, and what each sentence adds."""

    syllable_seconds: float
    comma_seconds: float
    sentence_seconds: float

    def seconds(self, syllables: int, commas: int = 0, sentences: int = 1) -> float:
        """How long so much speech lasts, without the silence between sentences."""
        return syllables * self.syllable_seconds + commas * self.comma_seconds + sentences * self.sentence_seconds


def pace(words_a_minute: float = voices.USUAL_WORDS_A_MINUTE) -> Pace:
    """The pace at a rate."""
    return Pace(SYLLABLE / words_a_minute, COMMA / words_a_minute, SENTENCE / words_a_minute)


def paces(settings: Iterable[VoiceSettings]) -> Mapping[str, Pace]:
    """Each voice's pace by its name, as its engine tells it."""
    return {voice.name: pace(voices.words_a_minute(voice)) for voice in settings}


def seconds(utterances: Iterable[Utterance], known: Mapping[str, Pace]) -> float:
    """How long sentences last with the silence after each; a voice that is not `known` speaks at the usual pace."""
    usual = pace()
    return sum(
        known.get(utterance.voice, usual).seconds(utterance.spoken.syllables, utterance.spoken.words.count(","))
        + utterance.pause_ms / 1000
        for utterance in utterances
    )
