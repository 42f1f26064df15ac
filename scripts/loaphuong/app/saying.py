"""What a line sounds like: read as text, or spoken into a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong import station
from loaphuong.core.problems import Stopped, stop
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.speech.lexicon_file import entries
from loaphuong.speech.nouns import Line
from loaphuong.speech.readings import Readings, utterances
from loaphuong.speech.spoken import Lexicon, Reader
from loaphuong.station.nouns import Dialect

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def reader(root: Path | None) -> Reader:
    """How this station reads; without a project, how every station does."""
    if root is None:
        return Reader(Lexicon(), Dialect())
    own, problems = entries(root)
    known, _ = station.load(root)
    if problems:
        raise Stopped(problems)
    return Reader(Lexicon(own), known.dialect if known else Dialect())


def speak(root: Path, texts: Iterable[str], target: Path, voice: str | None) -> None:
    """Say lines into a WAV file; Stopped for an unknown voice or a line that cannot be read."""
    from loaphuong.core import files
    from loaphuong.speech import sound, voices  # only here: reading alone needs no voice

    known = station.require(root)
    name = voice or known.announcers[0]
    if name not in {each.name for each in known.voices}:
        names = ", ".join(each.name for each in known.voices)
        raise stop("voice-unknown", Where(Project.station), voice=name, known=names)
    lines = [Line(text, Where("loa say", number)) for number, text in enumerate(texts, 1)]
    reads, found = Readings(reader(root)).read_all(lines)
    said = utterances([reads], (name,), known.pauses.sentence_ms)
    if found:
        raise Stopped(found)
    if not said:
        raise stop("nothing-to-say", Where("loa say"))
    clips = voices.render(said, known.voices, root)
    gap = sound.silence(clips[0].rate_hz, known.pauses.sentence_ms)
    files.write_bytes(target, sound.to_wav(gap.join(clip.pcm for clip in clips), clips[0].rate_hz))
