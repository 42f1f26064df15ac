"""Which files of content/ are read, and which lie where they cannot be."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from loaphuong.content import filenames
from loaphuong.content.source import within
from loaphuong.core.problems import Problem, problem
from loaphuong.core.project import Project
from loaphuong.core.where import Where

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Project.content
INDEX = "index.md"
ENDINGS = frozenset({".md", ".markdown"})
FILES = 20_000
DEPTH = 8


def markdown(root: Path) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """The Markdown files of content/ in a fixed order; hidden ones and what editors' programs leave are passed over."""
    problems: list[Problem] = []
    kept = []
    for path in below(root, root / FOLDER, problems):
        if path.suffix.lower() not in ENDINGS:
            continue
        parts = path.relative_to(root / FOLDER).parts
        if len(parts) == 2 or parts == (INDEX,):
            kept.append(path)
        else:
            problems.append(problem("file-astray", Where(path.relative_to(root).as_posix())))
    if len(kept) > FILES:
        problems.append(problem("files-too-many", Where(FOLDER), count=len(kept), limit=FILES))
    return tuple(kept[:FILES]), tuple(problems)


def below(root: Path, folder: Path, problems: list[Problem], depth: int = 0) -> Iterator[Path]:
    """Every file below a folder; a linked folder is not entered, so that nothing goes in circles."""
    where = Where(folder.relative_to(root).as_posix())
    try:
        if folder.is_symlink() and not within(root, folder):
            problems.append(problem("path-outside", where, path=where.path))
            return
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError as error:
        problems.append(problem("file-unreadable", where, reason=error.strerror or error))
        return
    beside = frozenset(entry.name for entry in entries)
    for entry in entries:
        path = Path(entry.path)
        name = "".join(letter if letter.isprintable() else "?" for letter in entry.name)
        here = Where(f"{where.path}/{name}")
        if name.startswith((".", "~", "#")) or name.endswith("~"):
            continue
        if found := find_misnamed(path, beside, here):
            problems.append(found)
        elif entry.is_symlink() and (not within(root, path) or path.is_dir()):
            problems.append(problem("path-outside", here, path=here.path))
        elif not entry.is_dir(follow_symlinks=False):
            yield path
        elif depth < DEPTH:
            yield from below(root, path, problems, depth + 1)
        else:
            problems.append(problem("file-astray", here))


def find_misnamed(path: Path, beside: frozenset[str], here: Where) -> Problem | None:
    """What is wrong with the name of a text, of a folder, or of any file that a disk of another system cannot keep."""
    if not path.name.isprintable():
        return problem("file-name", here)
    found = filenames.wrong(path.name, beside, here)
    ours = path.suffix.lower() in ENDINGS or path.is_dir() or (found and found.id in {"file-windows", "file-ending"})
    return found if ours else None
