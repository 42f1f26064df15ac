"""WebVTT: the sentences of a recording with their times, as players and editors of captions read them."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from loaphuong.core.characters import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from loaphuong.radio.episode import Cue


def render(cues: Iterable[Cue], *, speakers: Mapping[str, str] | None = None) -> str:
    """One cue a sentence, as it was written; `speakers`, by voice, say who is heard where it matters.

    An empty line follows the first at once: a strict parser takes whatever stands between for a mistake. The language
    is told where the file is linked.
    """
    blocks = []
    for number, cue in enumerate(cues, 1):
        # No player shows a cue that ends where it begins.
        times = f"{timestamp(cue.start_ms)} --> {timestamp(max(cue.end_ms, cue.start_ms + 1))}"
        speaker = "" if speakers is None else f"<v {words(speakers.get(cue.voice, cue.voice))}>"
        blocks.append(f"{number}\n{times}\n{speaker}{words(cue.written)}\n")
    return "\n".join(["WEBVTT\n", *blocks])


def timestamp(ms: int) -> str:
    """00:01:02.345."""
    return f"{ms // 3_600_000:02d}:{ms // 60_000 % 60:02d}:{ms // 1000 % 60:02d}.{ms % 1000:03d}"


def words(text: str) -> str:
    """Text on one line that no player takes for markup."""
    return escape(harmless(" ".join(text.split())), quote=False)
