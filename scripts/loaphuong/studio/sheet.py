"""kich-ban.html: the script on paper, for the one who announces or listens along."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from loaphuong.model import Role
from loaphuong.studio.gate import clock
from loaphuong.vietnamese import day, weekday

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jinja2 import Template

    from loaphuong.model import Chapter, Cue, Slot, Station

TEMPLATES = Path(__file__).parent / "templates"
LONG_PAUSE_MS, PAUSE_MS = 450, 250
LEAD_INS = {Role.LEAD_IN, Role.IDENT, Role.SIGN_OFF}


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence on the sheet: as written, the strokes that mark its pause, and whether it is lời dẫn."""

    text: str
    pause: str
    lead_in: bool


@dataclass(frozen=True, slots=True)
class Part:
    """An item on the sheet."""

    number: int
    title: str
    starts: str
    lasts: str
    voice: str
    paragraphs: tuple[tuple[Spoken, ...], ...]


def printed(
    title: str,
    station: Station,
    slot: Slot | None,
    cues: Sequence[Cue],
    chapters: Sequence[Chapter],
    pauses_ms: Sequence[int],
    speakers: Mapping[str, str],
) -> str:
    """A page of HTML made to print on A4; `pauses_ms` follow the cues one by one."""
    parts = []
    numbered = list(zip(cues, pauses_ms, strict=True))
    by_item = {item: list(group) for item, group in groupby(numbered, key=lambda pair: pair[0].item)}
    for number, (item, chapter) in enumerate(zip(by_item, chapters, strict=True), start=1):
        group = by_item[item]
        voices = dict.fromkeys(speakers.get(cue.voice, cue.voice) for cue, _ in group)
        starts, lasts = clock(chapter.start_ms), clock(chapter.end_ms - chapter.start_ms)
        parts.append(Part(number, chapter.title, starts, lasts, ", ".join(voices), _paragraphs(group)))
    return _template().render(
        title=title,
        station=station,
        when=f"{slot.starts_at:%H:%M}, {weekday(slot.starts_at).lower()}, {day(slot.starts_at)}" if slot else "",
        cluster=slot.cluster if slot else "",
        lasts=clock(chapters[-1].end_ms) if chapters else "0:00",
        parts=parts,
    )


def _paragraphs(group: Sequence[tuple[Cue, int]]) -> tuple[tuple[Spoken, ...], ...]:
    paragraphs: list[tuple[Spoken, ...]] = []
    open_one: list[Spoken] = []
    for cue, pause in group:
        strokes = "//" if pause >= LONG_PAUSE_MS else "/" if pause >= PAUSE_MS else ""
        lead_in = cue.role in LEAD_INS
        if open_one and open_one[0].lead_in != lead_in:
            paragraphs.append(tuple(open_one))
            open_one = []
        open_one.append(Spoken(cue.written, strokes, lead_in))
        if strokes == "//":
            paragraphs.append(tuple(open_one))
            open_one = []
    return (*paragraphs, tuple(open_one)) if open_one else tuple(paragraphs)


@lru_cache(maxsize=1)
def _template() -> Template:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    folder = FileSystemLoader(TEMPLATES)
    return Environment(loader=folder, autoescape=True, undefined=StrictUndefined, trim_blocks=True).get_template(
        "kich-ban.html.j2"
    )
