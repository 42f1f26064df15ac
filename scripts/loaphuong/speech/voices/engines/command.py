"""A voice that is any program: the words come in on standard input, WAV goes out on standard output or to {output}."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from loaphuong.core.problems import Stopped
from loaphuong.speech.nouns import Clip
from loaphuong.speech.sound import from_wav
from loaphuong.speech.voices.options import Options
from loaphuong.speech.voices.voice import failure

if TYPE_CHECKING:
    from loaphuong.speech.nouns import SpokenText
    from loaphuong.station.nouns import VoiceSettings

OUTPUT, TEXT = "{output}", "{text}"


class Command:
    """Options: run (the program and its arguments; `{text}` and `{output}` are filled), version (any word: change it
    when the program changes, so that its sentences are spoken anew). No shell is involved."""

    def __init__(self, settings: VoiceSettings, root: Path) -> None:
        self._settings, self._root = settings, root
        options = Options(settings)
        run, self._version = options.text("run"), options.text("version", "-")
        self._timeout = options.timeout_seconds
        options.finish()
        try:
            self._arguments = shlex.split(run)
        except ValueError as error:
            raise Stopped([failure("voice-option", settings, option="run", value=run, expected=error)]) from error

    @property
    def identity(self) -> str:
        """The command line and the version the station gives it."""
        return f"command {self._version} {shlex.join(self._arguments)}"

    def speak(self, text: SpokenText) -> Clip:
        """At the program's own rate; stereo is mixed down."""
        program = shutil.which(self._arguments[0], path=None) or str(self._root / self._arguments[0])
        with tempfile.TemporaryDirectory(prefix="loa-") as folder:
            output = Path(folder) / "said.wav"
            filled = {TEXT: text.words, OUTPUT: str(output)}
            arguments = [program, *(filled.get(one, one) for one in self._arguments[1:])]
            sound = self._run(arguments, text)
            if OUTPUT in self._arguments:
                sound = output.read_bytes() if output.is_file() else b""
        try:
            pcm, rate = from_wav(sound)
        except ValueError as error:
            raise Stopped([failure("voice-not-sound", self._settings, reason=error)]) from error
        return Clip(pcm, rate, self._settings.name, self._settings.synthetic)

    def _run(self, arguments: list[str], text: SpokenText) -> bytes:
        try:
            done = subprocess.run(
                arguments,
                input=text.words.encode(),
                capture_output=True,
                timeout=self._timeout,
                check=False,
                cwd=self._root,
            )
        except subprocess.TimeoutExpired as error:
            seconds = f"{self._timeout:g}"
            raise Stopped([failure("voice-timeout", self._settings, text, seconds=seconds)]) from error
        except OSError as error:
            reason = error.strerror or error
            raise Stopped([failure("voice-missing-file", self._settings, path=arguments[0], reason=reason)]) from error
        if done.returncode:
            said = done.stderr.decode(errors="replace").strip().splitlines()
            reason = said[-1][:200] if said else f"exit {done.returncode}"
            raise Stopped([failure("voice-failed", self._settings, text, reason=reason)])
        return done.stdout
