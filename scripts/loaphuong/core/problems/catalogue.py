"""All pages of the catalogue, bound: an id names one message in the whole house."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.core.problems import (
    app,
    consent,
    content,
    files,
    forms,
    left_out,
    pages,
    planner,
    plays,
    printing,
    public,
    records,
    report,
    site,
    spoken,
    station,
    studio,
    trust,
    voices,
    watching,
)

if TYPE_CHECKING:
    from loaphuong.core.problems.entry import Entry

PAGES = (
    trust.PAGE,
    content.PAGE,
    consent.PAGE,
    files.PAGE,
    forms.PAGE,
    left_out.PAGE,
    app.PAGE,
    planner.PAGE,
    plays.PAGE,
    printing.PAGE,
    public.PAGE,
    pages.PAGE,
    records.PAGE,
    report.PAGE,
    site.PAGE,
    spoken.PAGE,
    station.PAGE,
    studio.PAGE,
    voices.PAGE,
    watching.PAGE,
)
CATALOGUE: dict[str, Entry] = {id: entry for page in PAGES for id, entry in page.items()}  # noqa: A001 - the catalogue's word
