"""SpokenText → Clip: a Protocol, one adapter an engine, a cache that wraps any of them, and many at once.

clips = voices.render(utterances, station.voices, root, jobs=4)
"""

from loaphuong.speech.voices.render import identities, processes, render
from loaphuong.speech.voices.voice import USUAL_WORDS_A_MINUTE, Voice, open_voice, settings_problems, words_a_minute

__all__ = [
    "USUAL_WORDS_A_MINUTE",
    "Voice",
    "identities",
    "open_voice",
    "processes",
    "render",
    "settings_problems",
    "words_a_minute",
]
