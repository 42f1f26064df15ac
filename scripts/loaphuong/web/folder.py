"""A folder that is made again and again, and holds exactly what is wanted; what is right already is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.core.files import replacement

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path


def put(path: Path, data: bytes) -> None:
    """Write a file whole unless it holds these bytes already; made again at will, it need not reach the disk now."""
    if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
        return
    with replacement(path) as beside:
        beside.write_bytes(data)


def clear(folder: Path, wanted: Collection[str]) -> None:
    """Remove every file that is not wanted (names from the folder, with `/`), and every folder left empty."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(folder).as_posix() not in wanted:
            path.unlink()
