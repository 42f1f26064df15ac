"""A file of content/ as text: checked for what a text may be, line ends and letters made one form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaphuong.core import markup
from loaphuong.core.characters import HARMFUL, harmful
from loaphuong.core.files import TEXT_BYTES, decode, inside
from loaphuong.core.problems import stop
from loaphuong.core.vietnamese import nfc
from loaphuong.core.where import Where

if TYPE_CHECKING:
    from pathlib import Path

FILE_LINES = 5000
FENCE = "---"
# What git writes where two versions of a line met; the line of ======= alone may be a heading's.
MERGED = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: .{0,40}|$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Source:
    """One Markdown file: `head` is its front matter (from line 2), `body` begins at `body_line`."""

    where: Where
    text: str
    head: str
    body: str
    body_line: int


def within(root: Path, path: Path) -> bool:
    """Whether a path lies in the project; a link to itself does not, a name that no file can have leads nowhere."""
    try:
        return inside(root, path)
    except RuntimeError:
        return False
    except (OSError, ValueError):
        return True


def is_file(path: Path) -> bool:
    """Whether there is such a file; a name that no file can have has none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def read(root: Path, path: Path) -> Source:
    """The file at `path`, split; Stopped when it cannot be read as a text of this house."""
    where = Where(path.relative_to(root).as_posix())
    return split(where, text_of(root, path, where))


def text_of(root: Path, path: Path, where: Where) -> str:
    """UTF-8, with or without a BOM, any line ends: NFC with `\\n`."""
    if not within(root, path):
        raise stop("path-outside", where, path=where.path)
    if not is_file(path):
        raise stop("file-odd", where)
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= TEXT_BYTES else b""
    except OSError as error:
        raise stop("file-unreadable", where, reason=error.strerror or error) from error
    if size > TEXT_BYTES:
        raise stop("file-too-large", where, size=size // 1024, limit=TEXT_BYTES // 1024)
    text = nfc(decode(data, where).replace("\r\n", "\n").replace("\r", "\n"))
    if found := HARMFUL.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise stop("control-character", Where(where.path, line), code=harmful(found[0]))
    return text


def split(where: Where, text: str) -> Source:
    """The front matter between two lines of `---`, and the body after it."""
    lines = text.split("\n")
    if len(lines) > FILE_LINES:
        raise stop("file-too-long", Where(where.path, FILE_LINES), limit=FILE_LINES)
    if found := MERGED.search(text):
        raise stop("merge-marker", Where(where.path, text.count("\n", 0, found.start()) + 1), sign=found[0])
    if lines[0].rstrip() != FENCE:
        raise stop("front-matter-missing", Where(where.path, 1))
    end = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() in {FENCE, "..."}), None)
    if end is None:
        raise stop("front-matter-open", Where(where.path, 1))
    body, body_line = "\n".join(lines[end + 1 :]), end + 2
    # Told here, so that no later stage ever parses such a text.
    if line := markup.intricate(body, body_line):
        raise stop("body-intricate", Where(where.path, line))
    # What is kept of an approved text ends with its last letter: so does what is shown of it.
    return Source(where, text, "\n".join(lines[1:end]) + "\n", body.rstrip(), body_line)
