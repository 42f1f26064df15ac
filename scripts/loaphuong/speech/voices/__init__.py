"""SpokenText → Clip: a Protocol, one adapter an engine, a cache that wraps any of them, and many at once.

clips = voices.render(utterances, station.voices, root, jobs=4)
"""

from loaphuong.speech.voices.render import identities, processes, render
from loaphuong.speech.voices.voice import Voice, open_voice

__all__ = ["Voice", "identities", "open_voice", "processes", "render"]
