"""What a voice is, and how one is opened by the name or import path of its engine."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Protocol, cast

from loaphuong.core.problems import Stopped, problem
from loaphuong.core.project import Project
from loaphuong.core.where import Where

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from loaphuong.core.problems import Problem
    from loaphuong.speech.nouns import Clip, SpokenText
    from loaphuong.station.nouns import VoiceSettings

ENGINES = {
    "espeak": "loaphuong.speech.voices.espeak:Espeak",
    "piper": "loaphuong.speech.voices.piper:Piper",
    "http": "loaphuong.speech.voices.http:Http",
    "command": "loaphuong.speech.voices.command:Command",
    "recording": "loaphuong.speech.voices.recording:Recording",
}
USUAL_WORDS_A_MINUTE = 150.0  # about 217 syllables of running text, pauses between sentences not counted
STATION = Where(Project.station)


class Voice(Protocol):
    """One who speaks. The same words and identity give the same sound.

    An engine that knows how fast it speaks has `words_a_minute(settings)` beside these, asked of the class.
    """

    @property
    def identity(self) -> str:
        """Everything the sound depends on but the words: engine, its version, voice, parameters. No secrets."""
        ...

    def speak(self, text: SpokenText) -> Clip:
        """The sentence as sound; Stopped where the engine fails."""
        ...


def open_voice(settings: VoiceSettings, root: Path) -> Voice:
    """The voice that station.toml describes; Stopped if its engine or an option is unknown or missing.

    An engine is a class made with `(settings, root)`, named in ENGINES or by import path (`package.module:Class`).
    """
    return engine_of(settings)(settings, root)


def words_a_minute(settings: VoiceSettings) -> float:
    """How fast a voice speaks, as its engine tells without being opened; the usual where it does not tell."""
    try:
        told: Callable[[VoiceSettings], float] | None = getattr(engine_of(settings), "words_a_minute", None)
    except Stopped:
        return USUAL_WORDS_A_MINUTE
    return told(settings) if told else USUAL_WORDS_A_MINUTE


def engine_of(settings: VoiceSettings) -> Callable[[VoiceSettings, Path], Voice]:
    """The class of a voice's engine; Stopped if there is none."""
    place = ENGINES.get(settings.engine, settings.engine)
    module, _, name = place.partition(":")
    try:
        return cast("Callable[[VoiceSettings, Path], Voice]", getattr(importlib.import_module(module), name))
    except (ImportError, AttributeError, TypeError, ValueError) as error:
        known = ", ".join(ENGINES)
        unknown = failure("voice-unknown-engine", settings, engine=settings.engine, known=known)
        raise Stopped([unknown]) from error


def failure(id: str, settings: VoiceSettings, text: SpokenText | None = None, **values: object) -> Problem:  # noqa: A002 - the catalogue's word
    """A problem of a voice; `words` are the sentence's first ones."""
    words = {} if text is None else {"words": excerpt(text)}
    return problem(id, settings.where, voice=settings.name, **words, **values)


def excerpt(text: SpokenText, syllables: int = 8) -> str:
    """Enough of a sentence to find it by."""
    first = text.words.split()
    return " ".join(first[:syllables]) + (" …" if len(first) > syllables else "")
