"""What is written into the files besides sound: ID3v2.3 in the MP3, `bext` and LIST/INFO in the WAV."""

from __future__ import annotations

import io
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from loaphuong.core.characters import harmless
from loaphuong.core.vietnamese import plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from loaphuong.radio.episode import Chapter

UTF16 = 1
COVER = 3
TABLE_OF_CONTENTS = "toc"
NO_OFFSET = 0xFFFFFFFF
HEADER_BYTES = 10
DASHES = {ord(dash): "-" for dash in "–—−"}
BEXT = struct.Struct("<256s32s32s10s8sQH64s190s")


@dataclass(frozen=True, slots=True)
class Label:
    """What a file says of itself."""

    title: str
    station: str
    programme: str
    recorded_for: datetime | None
    synthetic: bool
    voices: tuple[str, ...]
    digest: str
    cover: bytes = b""


def id3(label: Label, chapters: Sequence[Chapter]) -> bytes:
    """An ID3v2.3 tag in UTF-16, which old players read, with the cover and a chapter an item."""
    from mutagen import id3  # 60 ms, and only when a file is written

    def text(frame: str, value: str, **more: str) -> Any:
        return getattr(id3, frame)(encoding=UTF16, text=harmless(value), **more)

    found = [
        text("TIT2", label.title),
        text("TPE1", label.station),
        text("TALB", label.programme),
        text("TCON", "Speech"),
        text("TLAN", "vie"),
        text("TXXX", label.digest, desc="LOAPHUONG_DIGEST"),
        text("TXXX", ", ".join(label.voices), desc="VOICES"),
    ]
    if when := label.recorded_for:
        found += [text("TYER", f"{when:%Y}"), text("TDAT", f"{when:%d%m}"), text("TIME", f"{when:%H%M}")]
    if label.synthetic:
        # What a listener or a regulator looks for: that no person reads this.
        found.append(text("TXXX", "synthetic-voice", desc="AI_CONTENT"))
        found.append(text("COMM", "Đọc bằng giọng tổng hợp trên máy tính.", lang="vie", desc=""))
    names = [f"chp{number}" for number in range(len(chapters))]
    if names:
        found.append(id3.CTOC(element_id=TABLE_OF_CONTENTS, flags=3, child_element_ids=names, sub_frames=[]))
    for name, chapter in zip(names, chapters, strict=True):
        times = {"start_time": chapter.start_ms, "end_time": chapter.end_ms}
        offsets = {"start_offset": NO_OFFSET, "end_offset": NO_OFFSET}
        found.append(id3.CHAP(element_id=name, sub_frames=[text("TIT2", chapter.title)], **times, **offsets))
    if label.cover:
        kind = "image/png" if label.cover.startswith(b"\x89PNG") else "image/jpeg"
        found.append(id3.APIC(encoding=UTF16, mime=kind, type=COVER, desc="", data=label.cover))
    # One at a time, because a tag saved whole is in an order of its own and some players show chapters in that order.
    body = b"".join(_frame(id3, frame) for frame in found)
    return b"ID3\x03\x00\x00" + bytes(len(body) >> shift & 0x7F for shift in (21, 14, 7, 0)) + body


def _frame(id3: Any, frame: Any) -> bytes:
    tag, stream = id3.ID3(), io.BytesIO()
    tag.add(frame)
    tag.save(stream, v2_version=3, v1=0, padding=lambda _info: 0)
    return stream.getvalue()[HEADER_BYTES:]


def wav_head(label: Label, samples_bytes: int, rate_hz: int) -> bytes:
    """All of a broadcast WAV before its 16-bit mono samples.

    The text of `bext` is ASCII (EBU Tech 3285), names as names are written; LIST/INFO says the same in Vietnamese.
    """
    when = label.recorded_for
    bext = BEXT.pack(
        _ascii(label.title, 256),
        _ascii(label.station, 32),
        _ascii(label.digest, 32),
        (f"{when:%Y-%m-%d}" if when else "").encode(),
        (f"{when:%H:%M:%S}" if when else "").encode(),
        0,
        1,
        b"",
        b"",
    )
    bext += _ascii("A=PCM,F=48000,W=16,M=mono,T=Loa Phuong\r\n", 64)
    form = struct.pack("<HHIIHH", 1, 1, rate_hz, rate_hz * 2, 2, 16)
    info = b"INFO" + _chunk(b"INAM", _line(label.title)) + _chunk(b"IART", _line(label.station))
    info += _chunk(b"IPRD", _line(label.programme)) + _chunk(b"ILNG", _line("vie"))
    chunks = _chunk(b"bext", bext) + _chunk(b"fmt ", form) + _chunk(b"LIST", info)
    size = 4 + len(chunks) + 8 + samples_bytes
    return b"RIFF" + struct.pack("<I", size) + b"WAVE" + chunks + b"data" + struct.pack("<I", samples_bytes)


def _chunk(name: bytes, data: bytes) -> bytes:
    """A chunk of RIFF, which ends on an even byte."""
    return name + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)


def _line(text: str) -> bytes:
    """A text of LIST/INFO: UTF-8, ended by zero."""
    return harmless(text).encode() + b"\0"


def _ascii(text: str, size: int) -> bytes:
    return plain(text).translate(DASHES).encode("ascii", "replace")[:size].ljust(size, b"\0")
