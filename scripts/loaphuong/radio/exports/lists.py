"""The recorded broadcasts as playlists (M3U8, XSPF), the whole schedule as a table (CSV)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote
from xml.etree import ElementTree as ET

from loaphuong.core import spreadsheet
from loaphuong.core.vietnamese import day, minutes, weekday

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from loaphuong.radio.exports.schedule import Broadcast

XSPF = "http://xspf.org/ns/0/"
COLUMNS = ("Ngày", "Thứ", "Giờ", "Khung giờ", "Cụm loa", "Chương trình", "Nội dung", "Thời lượng", "Tệp", "Tình trạng")


def named(broadcast: Broadcast) -> str:
    """Its title with its day."""
    return f"{' '.join(broadcast.title.split())} – {weekday(broadcast.slot.starts_at)}, {day(broadcast.slot.starts_at)}"


def recorded(broadcasts: Iterable[Broadcast]) -> Iterator[tuple[Broadcast, str]]:
    """Those that can be played, with their files."""
    for broadcast in broadcasts:
        if broadcast.file and not broadcast.cancelled:
            yield broadcast, broadcast.file


def location(file: str) -> str:
    """A file as a URI: addresses stay, absolute paths of either system become file:, relative ones stay relative."""
    if "://" in file:
        return file
    path = quote(file.replace("\\", "/"), safe="/:")
    if path.startswith("/"):
        return f"file://{path}"
    return f"file:///{path}" if path[1:3] == ":/" else path


def m3u8(broadcasts: Iterable[Broadcast]) -> bytes:
    """UTF-8, one file a broadcast, in order of time."""
    lines = ["#EXTM3U", "#EXTENC:UTF-8"]
    for broadcast, file in recorded(broadcasts):
        lines += [f"#EXTINF:{round(broadcast.seconds)},{named(broadcast)}", file]
    return ("\n".join(lines) + "\n").encode()


def xspf(broadcasts: Iterable[Broadcast], creator: str) -> bytes:
    """The playlist as XML; places are percent-encoded, lengths in ms."""
    ET.register_namespace("", XSPF)
    root = ET.Element(f"{{{XSPF}}}playlist", version="1")
    ET.SubElement(root, f"{{{XSPF}}}creator").text = creator
    tracks = ET.SubElement(root, f"{{{XSPF}}}trackList")
    for broadcast, file in recorded(broadcasts):
        track = ET.SubElement(tracks, f"{{{XSPF}}}track")
        for name, text in (
            ("location", location(file)),
            ("identifier", f"urn:loa-phuong:{broadcast.slot.name}"),
            ("title", named(broadcast)),
            ("creator", creator),
            ("annotation", "; ".join(broadcast.items)),
            ("duration", str(round(broadcast.seconds * 1000))),
        ):
            ET.SubElement(track, f"{{{XSPF}}}{name}").text = text
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def table(broadcasts: Iterable[Broadcast]) -> bytes:
    """The schedule for a spreadsheet, a broadcast a row."""
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
