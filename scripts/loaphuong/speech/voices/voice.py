"""What a voice is, and how one is opened by the name or import path of its engine."""

from __future__ import annotations

import importlib
import pkgutil
import re
from typing import TYPE_CHECKING, Protocol, cast

from loaphuong.core.problems import ExitCode, Stopped, problem
from loaphuong.speech.voices import allowed, engines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from loaphuong.core.problems import Problem
    from loaphuong.speech.nouns import Clip, SpokenText
    from loaphuong.station.nouns import VoiceSettings

USUAL_WORDS_A_MINUTE = 150.0  # about 217 syllables of running text, pauses between sentences not counted
IMPORT_PATH = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)+:[^\W\d]\w*")
PACE = "words_a_minute"


class Voice(Protocol):
    """One who speaks. The same words and identity give the same sound.

    An engine of the house that knows how fast it speaks tells it by `words_a_minute(settings)` of the class.
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

    An engine is a class made with `(settings, root)`, called by the name of its module in `engines` or by import path
    (`package.module:Class`). What is not the house's own, such a class or the program of `command`, must be allowed on
    this machine.
    """
    if foreign(settings):
        require_allowed(settings, settings.engine, root)
    voice = engine_of(settings)(settings, root)
    if settings.engine == "command":
        require_allowed(settings, dict(settings.options)["run"], root)
    return voice


def foreign(settings: VoiceSettings) -> bool:
    """Whether a voice's engine is a class of another package, which is code of its own."""
    return IMPORT_PATH.fullmatch(settings.engine) is not None


def require_allowed(settings: VoiceSettings, program: str, root: Path) -> None:
    """Stopped unless this machine allows a program."""
    if not allowed.allows(program, root):
        raise Stopped([failure("voice-not-allowed", settings, program=program, place=allowed.place())])


def settings_problems(settings: Iterable[VoiceSettings], root: Path) -> tuple[Problem, ...]:
    """What is wrong with the settings of voices, whatever this machine has; nothing of the project's own is run."""
    found: list[Problem] = []
    for one in settings:
        if not foreign(one):
            try:
                engine_of(one)(one, root)
            except Stopped as stopped:
                found += stopped.problems
    return tuple(each for each in found if each.exit_code is not ExitCode.ENVIRONMENT)


def words_a_minute(settings: VoiceSettings) -> float:
    """How fast a voice speaks: as station.toml says, else as an engine of the house tells without being opened."""
    given = dict(settings.options).get(PACE, "")
    if given.isdecimal() and int(given):
        return float(given)
    if foreign(settings):
        return USUAL_WORDS_A_MINUTE
    try:
        told: Callable[[VoiceSettings], float] | None = getattr(engine_of(settings), "words_a_minute", None)
    except Stopped:
        return USUAL_WORDS_A_MINUTE
    return told(settings) if told else USUAL_WORDS_A_MINUTE


def engine_of(settings: VoiceSettings) -> Callable[[VoiceSettings, Path], Voice]:
    """The class of a voice's engine; Stopped if there is none."""
    known = sorted(module.name for module in pkgutil.iter_modules(engines.__path__))
    place = settings.engine
    if place in known:
        place = f"{engines.__name__}.{place}:{place.capitalize()}"
    try:
        if not IMPORT_PATH.fullmatch(place):
            raise ImportError(place)
        module, _, name = place.partition(":")
        return cast("Callable[[VoiceSettings, Path], Voice]", getattr(importlib.import_module(module), name))
    except (ImportError, AttributeError, TypeError, ValueError) as error:
        unknown = failure("voice-unknown-engine", settings, engine=settings.engine, known=", ".join(known))
        raise Stopped([unknown]) from error


def failure(id: str, settings: VoiceSettings, text: SpokenText | None = None, **values: object) -> Problem:  # noqa: A002 - the catalogue's word
    """A problem of a voice; `words` are the sentence's first ones."""
    words = {} if text is None else {"words": excerpt(text)}
    return problem(id, settings.where, voice=settings.name, **words, **values)


def excerpt(text: SpokenText, syllables: int = 8) -> str:
    """Enough of a sentence to find it by."""
    first = text.words.split()
    return " ".join(first[:syllables]) + (" …" if len(first) > syllables else "")
