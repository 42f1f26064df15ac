"""What can be played, for players: M3U8 and XSPF."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from loaphuong.radio.rendering import render

if TYPE_CHECKING:
    from collections.abc import Iterable

    from loaphuong.radio.programme import Slot


@dataclass(frozen=True, slots=True)
class Track:
    """A file to play in a slot: its title on one line, its length, the titles of what it carries."""

    slot: Slot
    title: str
    file: str
    seconds: float
    items: tuple[str, ...] = ()

    @property
    def whole_seconds(self) -> int:
        """The length as M3U tells it."""
        return round(self.seconds)

    @property
    def milliseconds(self) -> int:
        """The length as XSPF tells it."""
        return round(self.seconds * 1000)

    @property
    def location(self) -> str:
        """The file as a URI: addresses stay, absolute paths of either system become file:, relative ones relative."""
        if "://" in self.file:
            return self.file
        path = quote(self.file.replace("\\", "/"), safe="/:")
        if path.startswith("/"):
            return f"file://{path}"
        return f"file:///{path}" if path[1:3] == ":/" else path


def m3u8(tracks: Iterable[Track], *, told_encoding: bool = True) -> bytes:
    """UTF-8, one file a track; `told_encoding` says so to players that do not know it by the file's name."""
    return render("playlist.m3u8", tracks=tracks, told_encoding=told_encoding).encode()


def xspf(tracks: Iterable[Track], creator: str) -> bytes:
    """The playlist as XML; places are percent-encoded, lengths in ms."""
    return render("playlist.xspf", tracks=tracks, creator=creator).encode()
