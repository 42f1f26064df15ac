"""The options of a voice, read with their types; a wrong or unknown one is named with what is expected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.core.problems import Stopped
from loaphuong.speech.voices.voice import PACE, failure

if TYPE_CHECKING:
    from loaphuong.core.problems import Problem
    from loaphuong.station.nouns import VoiceSettings


TIMEOUT, PATIENCE_SECONDS = "timeout_seconds", 60.0
TRIMMED, TRUE, FALSE = "trimmed", "true", "false"


class Options:
    """Reads one voice's options, gathering what is wrong; `done` raises it all at once.

    Options of every voice: `timeout_seconds`, how long one sentence may take in all; `words_a_minute`, what `loa plan`
    reckons with; `trimmed`, whether the engine clears away the silence after a sentence, by which a lost end is known.
    """

    def __init__(self, settings: VoiceSettings) -> None:
        self._settings = settings
        self._given = dict(settings.options)
        self._known: list[str] = []
        self._problems: list[Problem] = []
        self.timeout_seconds = self.number(TIMEOUT, PATIENCE_SECONDS, 0.1, 3600)
        self.whole(PACE, 150, 40, 400)
        self.text(TRIMMED, FALSE, (FALSE, TRUE))

    def text(self, name: str, default: str | None = None, choices: tuple[str, ...] = ()) -> str:
        """A word; without a default it must be there."""
        self._known.append(name)
        value = self._given.get(name, default)
        if value is None or (choices and value not in choices) or (default is None and not value):
            self.wrong(name, ", ".join(choices) or "…")
            return default or ""
        return value

    def number(self, name: str, default: float, least: float, most: float) -> float:
        """A number within bounds."""
        self._known.append(name)
        try:
            value = float(self._given.get(name, default))
        except ValueError:
            value = float("nan")
        if not least <= value <= most:
            self.wrong(name, f"{least:g} … {most:g}")
            return default
        return value

    def whole(self, name: str, default: int, least: int, most: int) -> int:
        """A whole number within bounds."""
        value = self.number(name, default, least, most)
        if value != int(value):
            self.wrong(name, f"{least} … {most}")
        return int(value)

    def finish(self) -> None:
        """Raise what was found wrong, unknown options included."""
        unknown = [name for name in self._given if name not in self._known]
        engine, known = self._settings.engine, ", ".join(self._known)
        self._problems += [
            failure("voice-unknown-option", self._settings, option=name, engine=engine, known=known) for name in unknown
        ]
        if self._problems:
            raise Stopped(self._problems)

    def wrong(self, name: str, expected: str) -> None:
        """Note that an option is not what it must be."""
        value = self._given.get(name, "")
        self._problems.append(failure("voice-option", self._settings, option=name, value=value, expected=expected))
