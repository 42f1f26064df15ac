"""What can be played, for players of every kind."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from loaphuong.radio.exports import playlist
from loaphuong.radio.exports.schedule import list_tracks
from tests.radio.exports.material import FIRST, TITLE, broadcasts


def tracks() -> tuple[playlist.Track, ...]:
    """What of it can be played."""
    return list_tracks(broadcasts())


def test_playlists_hold_what_is_recorded() -> None:
    """M3U8 and XSPF: the file, its length, its title; nothing planned, nothing cancelled."""
    assert playlist.m3u8(tracks()).decode().splitlines() == [
        "#EXTM3U",
        "#EXTENC:UTF-8",
        f"#EXTINF:361,{TITLE} – Thứ Sáu, 27/11/2026",
        "audio/bản tin 1.mp3",
    ]
    root = ET.fromstring(playlist.xspf(tracks(), "Đài phường"))  # noqa: S314 - our own bytes
    (track,) = root.iter("{http://xspf.org/ns/0/}track")
    found = {child.tag.rpartition("}")[2]: child.text for child in track}
    assert found["location"] == "audio/b%E1%BA%A3n%20tin%201.mp3"
    assert found["duration"] == "361400"
    assert found["creator"] == "Đài phường"


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("/srv/loa/50% giá.mp3", "file:///srv/loa/50%25%20gi%C3%A1.mp3"),
        ("C:\\loa\\a.mp3", "file:///C:/loa/a.mp3"),
        ("https://phuong.example/a%20b.mp3", "https://phuong.example/a%20b.mp3"),
    ],
)
def test_places_of_files_are_uris(file: str, expected: str) -> None:
    """On either system, and on the web."""
    assert playlist.Track(FIRST, TITLE, file, 1).location == expected
