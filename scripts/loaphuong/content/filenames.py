"""Names of files that no text or picture should have: copies, what a cloud drive left, what Windows cannot keep."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from loaphuong.core.problems import Problem, problem
from loaphuong.core.vietnamese import fold, nfc, slugify

if TYPE_CHECKING:
    from collections.abc import Iterable

    from loaphuong.core.where import Where

# Devices of Windows: no file there may be called so, whatever its ending.
DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
)
FORBIDDEN = re.compile(r'[<>:"|?*\\]|[. ]$')
# Folded stems, as systems, browsers and cloud drives name copies.
COPIES = (
    re.compile(r"(?P<of>.+?) ?- (?:copy|ban sao|sao chep)(?: \(\d+\))?"),
    re.compile(r"(?P<of>.+?) (?:copy|ban sao)(?: \d+)?"),
    re.compile(r"(?:copy of|ban sao cua) (?P<of>.+)"),
    re.compile(r"(?P<of>.+?) ?\(\d{1,3}\)"),
    re.compile(r"(?P<of>.+?) ?\((?:\d{1,2}(?:st|nd|rd|th) |another )?(?:copy|ban sao)(?: \d+)?\)"),
    re.compile(r"(?P<of>.+?) ?[(\[][^()\[\]]*(?:conflict|xung dot)[^()\[\]]*[)\]]"),
    re.compile(r"(?P<of>.+?)_[^_]+_[a-z]{3}-\d\d-\d{4}-\d{4}_conflict"),
    re.compile(r"(?P<of>.+?)[._](?:sync-)?conflict(?:ed)?(?:[-_.].*)?"),
    re.compile(r"(?P<of>.+?)-(?:desktop|laptop|win)-[a-z0-9]{4,15}(?:-\d+)?"),
)
# The last of them is told by its capitals alone.
MACHINE = re.compile(r"-(?:DESKTOP|LAPTOP|WIN)-[A-Z0-9]{4,15}(?:-\d+)?$")
NUMBERED = re.compile(r"(?P<of>.+) \d{1,2}")
# What stands behind `.md` where a program hid or doubled the ending.
BEHIND = re.compile(
    r"(?P<of>.+\.(?:md|markdown))\.(?:txt|bak|old|orig|rtf|docx?|odt|html?|tmp|part|crdownload)", re.IGNORECASE
)


def is_device(name: str) -> bool:
    """Whether Windows takes a name for a device."""
    return name.partition(".")[0].rstrip(" ").lower() in DEVICES


def original(name: str, others: Iterable[str] = ()) -> str | None:
    """Of which file a file's or a folder's name says that it is a copy; None for a name of its own.

    `others` are the names beside it: "bai 2.md" is a copy only beside "bai.md".
    """
    path = PurePosixPath(nfc(name))
    stem, suffix = fold(path.stem), path.suffix.lower()
    if suffix not in {".md", ".markdown"}:
        stem, suffix = fold(path.name), ""
    beside = {fold(nfc(other)) for other in others}
    for pattern in COPIES:
        found = pattern.fullmatch(stem)
        if found and (pattern is not COPIES[-1] or MACHINE.search(path.stem)):
            return slugify(found["of"]) + suffix
    found = NUMBERED.fullmatch(stem)
    return f"{slugify(found['of'])}{suffix}" if found and f"{found['of']}{suffix}" in beside else None


def wrong(name: str, others: Iterable[str], where: Where) -> Problem | None:
    """What is wrong with the name of a file or a folder of content/, so that it is left out; None if nothing is."""
    beside = frozenset(others)
    if is_device(name) or FORBIDDEN.search(name):
        return problem("file-windows", where, name=name, suggestion=safe(name))
    if hidden := BEHIND.fullmatch(name):
        return problem("file-ending", where, name=name, suggestion=hidden["of"])
    if of := original(name, beside):
        return problem("file-copy" if of in beside else "file-copy-alone", where, name=name, original=of)
    twin = next((other for other in sorted(beside) if other > name and fold_case(other) == fold_case(name)), None)
    if twin is not None:
        return problem("file-twin", where, name=name, other=twin)
    return None


def fold_case(name: str) -> str:
    """A name as disks that ignore case and the form of accents compare it."""
    return nfc(name).casefold()


def safe(name: str) -> str:
    """A name that every disk can keep."""
    path = PurePosixPath(name)
    stem = slugify(path.stem) or "tep"
    suffix = re.sub(r"[^.a-z0-9]", "", path.suffix.lower())
    return f"{stem}-1{suffix}" if is_device(stem) else f"{stem}{suffix}"
