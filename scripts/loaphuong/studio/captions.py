"""The words with their times, beside the sound: WebVTT by sentence, and a playlist."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from loaphuong.model import Cue


def webvtt(cues: Iterable[Cue], speakers: Mapping[str, str]) -> str:
    """One cue a sentence, as it was written; `speakers` gives each voice's label."""
    lines = ["WEBVTT", ""]
    for number, cue in enumerate(cues, start=1):
        speaker = _escaped(speakers.get(cue.voice, cue.voice))
        lines += [
            str(number),
            f"{timestamp(cue.start_ms)} --> {timestamp(cue.end_ms)}",
            f"<v {speaker}>{_escaped(cue.written)}",
            "",
        ]
    return "\n".join(lines)


def playlist(name: str, title: str, seconds: float) -> str:
    """An M3U8 of one file, for players that take lists."""
    return f"#EXTM3U\n#EXTINF:{round(seconds)},{' '.join(title.split())}\n{name}\n"


def timestamp(ms: int) -> str:
    """00:01:02.345."""
    return f"{ms // 3_600_000:02d}:{ms // 60_000 % 60:02d}:{ms // 1000 % 60:02d}.{ms % 1000:03d}"


def _escaped(text: str) -> str:
    plain = " ".join(text.split())
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
