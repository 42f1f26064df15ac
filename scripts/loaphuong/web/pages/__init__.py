"""Edition → build/docs: everything that may be published, as Markdown files, and nothing else.

Each page is a Markdown file whose front matter holds what its template in overrides/ shows (`page.meta.loa`); lists are
pages too. What every page shows of the ward lies beside the folder as `station.yml`, which `mkdocs.yml` inherits, and
the theme in the page's language as build/theme.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from loaphuong.core.problems import Stopped, problem
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.web import theme
from loaphuong.web.folder import clear, put
from loaphuong.web.pages import (
    articles,
    bulletins,
    codes,
    embed,
    events,
    home,
    lists,
    printed,
    replay,
    settings,
    static_pages,
)
from loaphuong.web.pages.index import SiteIndex
from loaphuong.web.pages.pictures import Pictures

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from loaphuong.core.problems import Problem
    from loaphuong.web.edition import Edition
    from loaphuong.web.pages.page import PublishedPage

ROOMS = (home, articles, lists, codes, bulletins, replay, embed, events, printed, static_pages)
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
    pictures = Pictures(root, target.with_name("pictures"), edition.pictures)
    index = SiteIndex(edition, pictures)
    pages = compose(index)
    for page in pages.values():
        put(target / page.path, page.source(discovered.get(page.address)).encode())
    put(target.with_name(settings.FILE), settings.settings(index, discovered.get(EVERYWHERE)).encode())
    theme.write(root, edition.language)
    pictures.place(target)
    clear(target, {*(page.path for page in pages.values()), *pictures.made})
    clear(pictures.store, {path.name for path in pictures.made.values()})
    return tuple(pictures.problems)


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
