"""Finished recordings: their files, their sentences and items with times in ms."""

from __future__ import annotations

from dataclasses import dataclass

from loaphuong.speech.nouns import Role

HEADS = frozenset({Role.TITLE, Role.HEADING, Role.LEAD_IN})


@dataclass(frozen=True, slots=True)
class Cue:
    """A spoken sentence in a finished episode, in ms from its start."""

    start_ms: int
    end_ms: int
    written: str
    spoken: str
    role: Role
    item: int
    voice: str

    @property
    def heads(self) -> bool:
        """Whether it stands above what follows it: a title, a heading, a lời dẫn."""
        return self.role in HEADS


@dataclass(frozen=True, slots=True)
class Chapter:
    """An item of a finished episode, in ms from its start."""

    start_ms: int
    end_ms: int
    title: str
    refs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A finished sound file: where it is, and what was measured on it after decoding."""

    path: str
    bytes: int
    sha256: str
    seconds: float
    loudness_lufs: float
    true_peak_dbtp: float
    profile: str


@dataclass(frozen=True, slots=True)
class Episode:
    """A finished recording of a bulletin or of one article. `name` is the slot's name or the article's slug.

    `digest` is the hash of all that went in, `voices` the names of those who spoke; `files` are keyed by use: `loa`
    (MP3 for the horn), `wav`, `web`. `stand_ins` says who was to speak, who spoke, and how many sentences.
    """

    name: str
    title: str
    digest: str
    files: tuple[tuple[str, MediaFile], ...]
    cues: tuple[Cue, ...]
    chapters: tuple[Chapter, ...]
    voices: tuple[str, ...]
    synthetic: bool
    stand_ins: tuple[tuple[str, str, int], ...] = ()

    def file(self, use: str) -> MediaFile | None:
        """The file made for a use, if there is one."""
        return dict(self.files).get(use)

    @property
    def public_file(self) -> MediaFile | None:
        """The file that residents hear: the one made for listening, else the horn's."""
        return self.file("web") or self.file("loa")
