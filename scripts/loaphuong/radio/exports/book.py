"""What calendars were told of each slot, in audio/calendar.tsv: committed, so that any clone goes on from there.

2026-11-27-1630 ⇥ 1 ⇥ 2026-11-28T16:30:00+07:00 ⇥ phát ⇥ Toàn phường
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from loaphuong.core.files import write_text
from loaphuong.core.project import Project
from loaphuong.radio.exports.schedule import ToldSlot
from loaphuong.radio.programme import Slot

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

HEAD = "# Các buổi đã báo trong lịch: khung giờ, lần sửa, giờ phát, phát hay hủy, cụm loa. Máy tự ghi."
AIRED, CANCELLED = "phát", "hủy"
KEPT = timedelta(days=90)  # a slot this long over is not told of any more


def render(known: Iterable[ToldSlot], now: datetime) -> str:
    """The file; slots long over are dropped."""
    lines = [
        "\t".join(
            (
                entry.slot.name,
                str(entry.sequence),
                entry.slot.starts_at.isoformat(),
                CANCELLED if entry.cancelled else AIRED,
                " ".join(entry.slot.cluster.split()),
            )
        )
        for entry in sorted(known, key=lambda entry: entry.slot.name)
        if entry.slot.starts_at > now - KEPT
    ]
    return "\n".join((HEAD, *lines)) + "\n"


def parse(text: str) -> tuple[ToldSlot, ...]:
    """The entries; a line that cannot be read is as if it had never been told."""
    found = []
    for line in text.splitlines():
        cells = line.split("\t")
        if line.startswith("#") or len(cells) != 5 or not cells[1].isdecimal():
            continue
        try:
            starts_at = datetime.fromisoformat(cells[2])
        except ValueError:
            continue
        if starts_at.tzinfo:
            found.append(ToldSlot(Slot(starts_at, cells[0], cells[4]), int(cells[1]), cells[3] == CANCELLED))
    return tuple(found)


def read(root: Path) -> tuple[ToldSlot, ...]:
    """What was told; nothing where there is no file."""
    file = Project(root).calendar
    return parse(file.read_text("utf-8", errors="replace")) if file.exists() else ()


def write(root: Path, known: Iterable[ToldSlot], now: datetime) -> None:
    """Keep what has now been told."""
    write_text(Project(root).calendar, render(known, now))
