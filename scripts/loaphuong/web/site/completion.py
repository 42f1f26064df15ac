"""What joins the generated pages: sound by hard link, feeds and headers as bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.core.files import link, write_bytes
from loaphuong.core.problems import Stopped, problem
from loaphuong.core.where import Where

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def complete(beside: Path, audio: Mapping[str, Path], extra: Mapping[str, bytes]) -> None:
    """Add the sound and the other files; Stopped if a sound is missing."""
    missing = [
        problem("site-audio-missing", Where(name), path=name) for name, source in audio.items() if not source.is_file()
    ]
    if missing:
        raise Stopped(missing)
    for name, source in audio.items():
        there = beside / name
        if not (there.is_file() and there.samefile(source)):
            link(source, there)
    for name, data in extra.items():
        write_bytes(beside / name, data)
