"""kich-ban.html: the script on paper, for the one who announces or listens along."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from loaphuong.core.vietnamese import day, minutes, weekday
from loaphuong.radio.rendering import render
from loaphuong.speech.nouns import Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from loaphuong.radio.episode import Chapter, Cue
    from loaphuong.radio.programme import Slot
    from loaphuong.station.nouns import Station

LOOKS = {
    Role.LEAD_IN: "lead",
    Role.IDENT: "lead",
    Role.SIGN_OFF: "lead",
    Role.HEADING: "heading",
    Role.TITLE: "heading",
}


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence on the sheet: as written, the strokes that mark its pause, and how it looks."""

    text: str
    pause: str
    look: str


@dataclass(frozen=True, slots=True)
class Part:
    """An item on the sheet."""

    number: int
    title: str
    starts: str
    lasts: str
    voice: str
    paragraphs: tuple[tuple[Spoken, ...], ...]


def render_sheet(
    title: str,
    station: Station,
    slot: Slot | None,
    cues: Sequence[Cue],
    chapters: Sequence[Chapter],
    pauses_ms: Sequence[int],
    speakers: Mapping[str, str],
) -> str:
    """A page of HTML made to print on A4; `pauses_ms` follow the cues one by one, as the script has them."""
    parts = []
    numbered = list(zip(cues, pauses_ms, strict=True))
    by_item = {item: list(group) for item, group in groupby(numbered, key=lambda pair: pair[0].item)}
    for number, (item, chapter) in enumerate(zip(by_item, chapters, strict=True), start=1):
        group = by_item[item]
        voices = dict.fromkeys(speakers.get(cue.voice, cue.voice) for cue, _ in group)
        starts, lasts = minutes(chapter.start_ms // 1000), minutes((chapter.end_ms - chapter.start_ms) // 1000)
        parts.append(
            Part(
                number, chapter.title, starts, lasts, ", ".join(voices), _paragraphs(group, station.pauses.paragraph_ms)
            )
        )
    return render(
        "kich-ban.html",
        title=title,
        station=station,
        when=f"{slot.starts_at:%H:%M}, {weekday(slot.starts_at).lower()}, {day(slot.starts_at)}" if slot else "",
        cluster=slot.cluster if slot else "",
        lasts=minutes(chapters[-1].end_ms // 1000) if chapters else "0:00",
        parts=parts,
    )


def _paragraphs(group: Sequence[tuple[Cue, int]], paragraph_ms: int) -> tuple[tuple[Spoken, ...], ...]:
    """A new one after a paragraph's pause, and where lời dẫn or a heading begins or ends."""
    paragraphs: list[list[Spoken]] = []
    ended = True
    for cue, pause in group:
        look = LOOKS.get(cue.role, "")
        if ended or paragraphs[-1][0].look != look:
            paragraphs.append([])
        ended = pause >= paragraph_ms
        paragraphs[-1].append(Spoken(cue.written, "//" if ended else "/", look))
    return tuple(map(tuple, paragraphs))
