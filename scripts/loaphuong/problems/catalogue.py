"""All pages of the catalogue, bound: an id names one message in the whole house."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.problems import articles, files, records, station

if TYPE_CHECKING:
    from loaphuong.problems.entry import Entry

PAGES = (articles.PAGE, files.PAGE, records.PAGE, station.PAGE)
CATALOGUE: dict[str, Entry] = {id: entry for page in PAGES for id, entry in page.items()}  # noqa: A001 - the catalogue's word
