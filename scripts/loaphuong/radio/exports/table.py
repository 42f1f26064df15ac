"""The whole schedule as a table (CSV) for a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.core import spreadsheet
from loaphuong.core.vietnamese import day, minutes, weekday

if TYPE_CHECKING:
    from collections.abc import Iterable

    from loaphuong.radio.exports.schedule import Broadcast

COLUMNS = ("Ngày", "Thứ", "Giờ", "Khung giờ", "Cụm loa", "Chương trình", "Nội dung", "Thời lượng", "Tệp", "Tình trạng")


def render(broadcasts: Iterable[Broadcast]) -> bytes:
    """UTF-8 with a BOM, a broadcast a row."""
    return spreadsheet.table([COLUMNS, *map(row, broadcasts)])


def row(broadcast: Broadcast) -> tuple[str, ...]:
    """One broadcast, in the order of the columns."""
    at = broadcast.slot.starts_at
    return (
        day(at),
        weekday(at),
        f"{at:%H:%M}",
        broadcast.slot.name,
        broadcast.slot.cluster,
        broadcast.title,
        "; ".join(broadcast.items),
        minutes(broadcast.seconds) if broadcast.seconds else "",
        broadcast.file or "",
        f"hủy: {broadcast.cancelled}" if broadcast.cancelled else "đã thu" if broadcast.file else "dự kiến",
    )
