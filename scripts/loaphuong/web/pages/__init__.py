"""Edition → build/docs: everything that may be published, as plain Markdown, and nothing else.

Each page is a Markdown file whose front matter holds what its template in overrides/ shows (`page.meta.loa`); lists are
pages too. What every page shows of the ward lies beside the folder as `station.yml`, which `mkdocs.yml` inherits.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from loaphuong.core.files import written
from loaphuong.core.problems import Stopped, problem
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.web.pages import articles, bulletins, codes, home, lists, settings, static_pages
from loaphuong.web.pages.index import SiteIndex
from loaphuong.web.pages.pictures import Pictures

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from loaphuong.core.problems import Problem
    from loaphuong.web.edition import Edition
    from loaphuong.web.pages.page import PublishedPage

ROOMS = (home, articles, lists, codes, bulletins, static_pages)
# In what is told to machines: the key that stands for every page.
EVERYWHERE = "*"
NOTHING: Mapping[str, object] = MappingProxyType({})


def write(
    edition: Edition, root: Path, target: Path, discovered: Mapping[str, object] = NOTHING
) -> tuple[Problem, ...]:
    """Make the folder `target` hold exactly this edition; a file that is right already is left alone.

    `root` is the project, where pictures are read. `discovered` maps a page's address to what machines are told
    of it (`page.meta.loa.discover`), `*` to what they are told everywhere (`config.extra.discover`). Returns what
    could not be shown; Stopped if two pages want one address.
    """
    pictures = Pictures(root, target.with_name("pictures"))
    index = SiteIndex(edition, pictures)
    pages = compose(index)
    for page in pages.values():
        put(target / page.path, page.source(discovered.get(page.address)))
    put(target.with_name(settings.FILE), settings.settings(index, discovered.get(EVERYWHERE)))
    pictures.place(target)
    clear(target, {*(page.path for page in pages.values()), *pictures.made})
    return tuple(pictures.problems)


def put(path: Path, text: str) -> None:
    """Write a file whole unless it holds this text already; it can be made again, so it need not reach the disk now."""
    data = text.encode()
    if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
        return
    with written(path) as beside:
        beside.write_bytes(data)


def compose(index: SiteIndex) -> Mapping[str, PublishedPage]:
    """Every page of the edition by its address; Stopped if two want the same."""
    pages: dict[str, PublishedPage] = {}
    clashes = []
    for page in (page for room in ROOMS for page in room.pages(index)):
        if page.address in pages:
            clashes.append(problem("page-clash", Where(Project.content), address=page.address))
        pages[page.address] = page
    if clashes:
        raise Stopped(clashes)
    return pages


def clear(target: Path, wanted: set[str]) -> None:
    """Remove what an earlier edition left."""
    for path in sorted(target.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(target).as_posix() not in wanted:
            path.unlink()
