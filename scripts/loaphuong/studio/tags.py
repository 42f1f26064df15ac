"""What is written into the files besides sound: ID3v2.3 in the MP3, an ASCII `bext` chunk in the WAV."""

from __future__ import annotations

import importlib
import io
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from loaphuong.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from loaphuong.model import Chapter

UTF16 = 1
COVER = 3
TABLE_OF_CONTENTS = "toc"
PADDING_BYTES = 0
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
    frames: Any = importlib.import_module("mutagen.id3")  # 60 ms, and only when a file is written

    tag = frames.ID3()
    tag.add(frames.TIT2(encoding=UTF16, text=label.title))
    tag.add(frames.TPE1(encoding=UTF16, text=label.station))
    tag.add(frames.TALB(encoding=UTF16, text=label.programme))
    tag.add(frames.TCON(encoding=UTF16, text="Speech"))
    tag.add(frames.TLAN(encoding=UTF16, text="vie"))
    if label.recorded_for:
        tag.add(frames.TYER(encoding=UTF16, text=f"{label.recorded_for:%Y}"))
        tag.add(frames.TDAT(encoding=UTF16, text=f"{label.recorded_for:%d%m}"))
        tag.add(frames.TIME(encoding=UTF16, text=f"{label.recorded_for:%H%M}"))
    tag.add(frames.TXXX(encoding=UTF16, desc="LOAPHUONG_DIGEST", text=label.digest))
    tag.add(frames.TXXX(encoding=UTF16, desc="VOICES", text=", ".join(label.voices)))
    if label.synthetic:
        # What a listener or a regulator looks for: that no person reads this.
        tag.add(frames.TXXX(encoding=UTF16, desc="AI_CONTENT", text="synthetic-voice"))
        tag.add(frames.COMM(encoding=UTF16, lang="vie", desc="", text="Đọc bằng giọng tổng hợp trên máy tính."))
    if label.cover:
        kind = "image/png" if label.cover.startswith(b"\x89PNG") else "image/jpeg"
        tag.add(frames.APIC(encoding=UTF16, mime=kind, type=COVER, desc="", data=label.cover))
    names = []
    for number, chapter in enumerate(chapters):
        names.append(f"chp{number}")
        title = [frames.TIT2(encoding=UTF16, text=chapter.title)]
        times = {"start_time": chapter.start_ms, "end_time": chapter.end_ms}
        offsets = {"start_offset": 0xFFFFFFFF, "end_offset": 0xFFFFFFFF}
        tag.add(frames.CHAP(element_id=names[-1], sub_frames=title, **times, **offsets))
    if names:
        tag.add(frames.CTOC(element_id=TABLE_OF_CONTENTS, flags=3, child_element_ids=names, sub_frames=[]))
    stream = io.BytesIO()
    tag.save(stream, v2_version=3, v1=0, padding=lambda _info: PADDING_BYTES)
    return stream.getvalue()


def wav_head(label: Label, samples_bytes: int, rate_hz: int) -> bytes:
    """All of a broadcast WAV before its 16-bit mono samples. The text is ASCII: readers choke on more."""
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
    chunks = b"bext" + struct.pack("<I", len(bext)) + bext + b"fmt " + struct.pack("<I", len(form)) + form
    size = 4 + len(chunks) + 8 + samples_bytes
    return b"RIFF" + struct.pack("<I", size) + b"WAVE" + chunks + b"data" + struct.pack("<I", samples_bytes)


def _ascii(text: str, size: int) -> bytes:
    return fold(text).encode("ascii", "replace")[:size].ljust(size, b"\0")
