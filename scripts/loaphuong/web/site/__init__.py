"""build/docs → site/: built beside the site that stands, completed, then put in its place whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.core.files import UNFINISHED, erase, let_all_read, swap
from loaphuong.web.site.completion import complete
from loaphuong.web.site.generator import generate
from loaphuong.web.site.overlay import Note
from loaphuong.web.site.preview import Published, serve

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime
    from pathlib import Path

    from loaphuong.web.site.generator import Progress

__all__ = ["Note", "Published", "build", "serve"]


def build(
    root: Path,
    docs: Path,
    target: Path,
    now: datetime,
    audio: Mapping[str, Path],
    extra: Mapping[str, bytes],
    progress: Progress | None = None,
    finish: Callable[[Path], Mapping[str, bytes]] | None = None,
) -> None:
    """Build `docs` by the settings in `root` and put the whole site at `target`.

    `audio` maps site-relative paths to sound files, which join as copies; `extra` to the bytes of other
    files (feeds, cards, headers). `finish` is shown the whole folder before it is put in place, and gives what depends
    on it. `progress` is told pages done and pages in all. Stopped, with `target` as it was, if anything is amiss:
    every warning of the generator counts.
    """
    beside = target.with_name(f"{UNFINISHED}{target.name}.new")
    erase(beside)  # what a build that was stopped, or a site that could not be written, left
    generate(root, docs, beside, now, progress)
    complete(beside, audio, extra, target)
    if finish:
        complete(beside, {}, finish(beside))
    let_all_read(beside)
    swap(beside, target)
