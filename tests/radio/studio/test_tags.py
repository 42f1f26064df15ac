"""What players and broadcast software read in the files."""

from __future__ import annotations

import io
import wave
from dataclasses import replace

from mutagen.id3 import ID3

from loaphuong.radio.studio.tags import Label, id3, wav_head
from tests.radio.studio.papers import CHAPTERS, SLOT

PNG = b"\x89PNG\r\n\x1a\n not looked into"
LABEL = Label(
    title="Nếp sống đẹp – Thứ Ba, 24/11/2026",
    station="Đài truyền thanh phường Bạch Đằng",
    programme="Nếp sống đẹp phường ta",
    recorded_for=SLOT.starts_at,
    synthetic=True,
    voices=("Giọng một",),
    digest="0123456789abcdef" * 4,
    cover=PNG,
)


def test_a_player_reads_the_tags() -> None:
    """ID3v2.3 in UTF-16, with cover, chapters, and the mark of a synthetic voice."""
    data = id3(LABEL, CHAPTERS)
    tag = ID3(io.BytesIO(data), translate=False)
    assert data[:4] == b"ID3\x03"
    assert tag["TIT2"].text == [LABEL.title]
    assert tag["TIT2"].encoding == 1
    assert tag["TPE1"].text == [LABEL.station]
    assert [tag[name].text[0] for name in ("TYER", "TDAT", "TIME")] == ["2026", "2411", "1630"]
    assert tag.getall("APIC")[0].data == PNG
    assert [(one.start_time, one.end_time) for one in tag.getall("CHAP")] == [(0, 9000), (9000, 65_000)]
    assert tag.getall("CHAP")[1].sub_frames["TIT2"].text == [CHAPTERS[1].title]
    assert tag["TXXX:AI_CONTENT"].text == ["synthetic-voice"]
    assert id3(LABEL, CHAPTERS) == data


def test_a_persons_reading_is_not_marked() -> None:
    """Only what is synthetic is."""
    assert b"A\x00I\x00_" not in id3(replace(LABEL, synthetic=False), ())


def test_the_wav_is_a_broadcast_wave() -> None:
    """A reader of plain WAV reads it; `bext` is ASCII with its capitals, LIST/INFO has the accents."""
    head = wav_head(LABEL, 96_000, 48_000)
    with wave.open(io.BytesIO(head + bytes(96_000))) as sound:
        assert (sound.getframerate(), sound.getnchannels(), sound.getnframes()) == (48_000, 1, 48_000)
    at = head.index(b"bext")
    text = head[at + 8 : at + 8 + 338]
    assert text.isascii()
    assert text.startswith(b"Nep song dep - Thu Ba, 24/11/2026\0")
    assert text[256:].startswith(b"Dai truyen thanh phuong Bach Dan")
    for name, said in ((b"INAM", LABEL.title), (b"IART", LABEL.station), (b"IPRD", LABEL.programme)):
        assert head.partition(name)[2][4:].startswith(said.encode() + b"\0")
    assert b"2026-11-2416:30:00" in text
