"""A person's reading: WAV files with the words that were read beside them, one sentence a line.

A sentence is found by its words, so an edited text finds nothing and says what is to be read again; the others of the
file stay good. The words are those of `loa say`, or as they are written in the text: "80/KH-UBND".
"""

from __future__ import annotations

import hashlib
import itertools
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from loaphuong.core.problems import stop
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.speech.lexicon_file import entries
from loaphuong.speech.nouns import Clip
from loaphuong.speech.sound import amplitude, clipped_runs, from_wav, peak_dbfs, peaks
from loaphuong.speech.spoken.lexicon import Lexicon
from loaphuong.speech.spoken.reader import Reader
from loaphuong.speech.voices.options import Options

if TYPE_CHECKING:
    from pathlib import Path

    from loaphuong.speech.nouns import SpokenText
    from loaphuong.station.nouns import VoiceSettings

QUIET_DBFS, CLIPPED_RUNS = -30.0, 3
PAUSE_BELOW_DBFS, SHORTEST_PAUSE_MS, WINDOW_MS = -38.0, 200, 10
UNEVEN = 2.5


@dataclass(frozen=True, slots=True)
class RecordedSheet:
    """One recorded file: its sentences as keys, in the order they were read, and each as it would be spoken."""

    sound: Path
    sentences: tuple[str, ...]
    spoken: tuple[str, ...]


class Recording:
    """Option: folder (default audio/recordings)."""

    def __init__(self, settings: VoiceSettings, root: Path) -> None:
        self._settings, self._root = settings, root
        options = Options(settings)
        self._folder = options.text("folder", Project.recordings)
        options.finish()

    @property
    def identity(self) -> str:
        """All the recordings' bytes: a new take is heard at once."""
        name = hashlib.sha256()
        for reading in self._readings:
            name.update("\n".join(reading.sentences).encode())
            name.update(reading.sound.read_bytes())
        return f"recording {name.hexdigest()[:24]}"

    def speak(self, text: SpokenText) -> Clip:
        """The sentence cut out of the file it was read in."""
        wanted = _key(text.words)
        for reading in self._readings:
            for keys in (reading.sentences, reading.spoken):
                if wanted not in keys:
                    continue
                pcm, rate = self._pieces(reading)[keys.index(wanted)]
                return Clip(pcm, rate, self._settings.name, self._settings.synthetic)
        raise stop("recording-missing", Where(self._folder), words=text.words, folder=self._folder)

    @cached_property
    def _readings(self) -> tuple[RecordedSheet, ...]:
        found = []
        for sheet in sorted((self._root / self._folder).glob("*.txt")):
            sound = sheet.with_suffix(".wav")
            lines = sheet.read_text(encoding="utf-8-sig", errors="replace").splitlines()
            sentences = tuple(key for line in lines if (key := _key(line)))
            if sound.is_file() and sentences:
                spoken = tuple(self._say(line) for line in lines if _key(line))
                found.append(RecordedSheet(sound, sentences, spoken))
        return tuple(found)

    @cached_property
    def _reader(self) -> Reader:
        return Reader(Lexicon(entries(self._root)[0]))

    def _say(self, line: str) -> str:
        """A line as the station would say it; as it stands where it cannot be read."""
        read = self._reader.read(line)
        return _key(" ".join(each.spoken.words for each in read.sentences)) or _key(line)

    def _pieces(self, reading: RecordedSheet) -> tuple[tuple[bytes, int], ...]:
        where = Where(reading.sound.relative_to(self._root).as_posix())
        try:
            pcm, rate = from_wav(reading.sound.read_bytes())
        except (ValueError, OSError) as error:
            raise stop("recording-bad", where, reason=error) from error
        if (peak := peak_dbfs(pcm)) < QUIET_DBFS:
            raise stop("recording-quiet", where, peak=f"{peak:.0f}")
        if (count := clipped_runs(pcm)) >= CLIPPED_RUNS:
            raise stop("recording-clipped", where, count=count)
        syllables = [len(sentence.split()) for sentence in reading.spoken]
        try:
            return tuple((piece, rate) for piece in split(pcm, rate, syllables))
        except ValueError as error:
            sentences = len(syllables)
            raise stop("recording-pieces", where, sentences=sentences, reason=error) from error


def split(pcm: bytes, rate_hz: int, syllables: list[int]) -> list[bytes]:
    """Cut a reading into its sentences at its longest pauses; ValueError if the pieces cannot be those sentences.

    `syllables` has one count a sentence: a piece read more than 2.5 times faster or slower than the whole is not it.
    """
    envelope = peaks(pcm, rate_hz, WINDOW_MS)
    limit = max(amplitude(PAUSE_BELOW_DBFS), max(envelope, default=0) // 30)
    loud = [index for index, peak in enumerate(envelope) if peak > limit]
    if not loud:
        raise ValueError("silence")
    gaps = [(after - before, before) for before, after in itertools.pairwise(loud) if after - before > 1]
    chosen = sorted(gaps, key=lambda gap: (-gap[0], gap[1]))[: len(syllables) - 1]
    if len(chosen) < len(syllables) - 1 or any(gap * WINDOW_MS < SHORTEST_PAUSE_MS for gap, _ in chosen):
        raise ValueError(
            f"{len([gap for gap, _ in gaps if gap * WINDOW_MS >= SHORTEST_PAUSE_MS]) + 1} ≠ {len(syllables)}"
        )
    size = max(rate_hz * WINDOW_MS // 1000, 1) * 2
    cuts = [0, *sorted((start + length // 2) * size for length, start in chosen), len(pcm)]
    voiced = [sum(1 for index in loud if cut <= index * size < end) for cut, end in itertools.pairwise(cuts)]
    usual = sum(voiced) / sum(syllables)
    for number, (windows, count) in enumerate(zip(voiced, syllables, strict=True), start=1):
        if not usual / UNEVEN <= windows / count <= usual * UNEVEN:
            raise ValueError(f"{number}: {windows * WINDOW_MS / 1000:.1f} s / {count}")
    return [pcm[cut:end] for cut, end in itertools.pairwise(cuts)]


def _key(line: str) -> str:
    """A sentence without what is not heard: case, punctuation, spacing."""
    return " ".join("".join(sign if sign.isalnum() else " " for sign in line).casefold().split())
