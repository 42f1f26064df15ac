"""What joins the generated pages: sound as the site's own copy, feeds and headers as bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.core.digest import of_file
from loaphuong.core.files import copy, link, write_bytes
from loaphuong.core.problems import Stopped, problem
from loaphuong.core.where import Where

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def complete(
    beside: Path,
    audio: Mapping[str, Path],
    extra: Mapping[str, bytes],
    before: Path | None = None,
    *,
    shared: bool = False,
) -> None:
    """Add the sound and the other files; Stopped if a sound is missing.

    A sound is the site's own file: who writes into the one that was recorded must not change what is public. What the
    site `before` has of the same bytes is taken from there. `shared`: by hard link, for a preview.
    """
    missing = [
        problem("site-audio-missing", Where(name), path=name) for name, source in audio.items() if not source.is_file()
    ]
    if missing:
        raise Stopped(missing)
    for name, source in audio.items():
        there, was = beside / name, before / name if before else None
        if shared:
            if not (there.is_file() and there.samefile(source)):
                link(source, there)
        elif was and was.is_file() and not was.samefile(source) and of_file(was) == of_file(source):
            link(was, there)
        else:
            copy(source, there)
    for name, data in extra.items():
        write_bytes(beside / name, data)
