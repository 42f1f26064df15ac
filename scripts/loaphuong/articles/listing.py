"""Which files of content/ are read, and which lie where they cannot be."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from loaphuong.articles.source import within
from loaphuong.model import Where
from loaphuong.problems import Problem, problem

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = "content"
INDEX = "index.md"
FILES = 20_000


def markdown(root: Path) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """The Markdown files of content/ in a fixed order; hidden ones and drafts of editors' programs are left out."""
    problems: list[Problem] = []
    found = [path for path in below(root, root / FOLDER, problems) if path.suffix.lower() in {".md", ".markdown"}]
    kept = []
    for path in found:
        parts = path.relative_to(root / FOLDER).parts
        if len(parts) == 2 or parts == (INDEX,):
            kept.append(path)
        else:
            problems.append(problem("file-astray", Where(path.relative_to(root).as_posix())))
    if len(kept) > FILES:
        problems.append(problem("files-too-many", Where(FOLDER), count=len(kept), limit=FILES))
    return tuple(kept[:FILES]), tuple(problems)


def below(root: Path, folder: Path, problems: list[Problem]) -> Iterator[Path]:
    """Every file below a folder; a linked folder is not entered, so that nothing goes in circles."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        path = Path(entry.path)
        if entry.name.startswith((".", "~", "#")) or entry.name.endswith("~"):
            continue
        if entry.is_symlink() and (not within(root, path) or path.is_dir()):
            where = Where(path.relative_to(root).as_posix())
            problems.append(problem("path-outside", where, path=where.path))
        elif entry.is_dir():
            yield from below(root, path, problems)
        else:
            yield path
