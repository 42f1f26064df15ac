"""All pages of the catalogue, bound: an id names one message in the whole house."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.problems import (
    approvals,
    articles,
    consent,
    files,
    forms,
    pipeline,
    programme,
    publication,
    records,
    report,
    site,
    spoken,
    station,
    studio,
    voices,
)

if TYPE_CHECKING:
    from loaphuong.problems.entry import Entry

PAGES = (
    approvals.PAGE,
    articles.PAGE,
    consent.PAGE,
    files.PAGE,
    forms.PAGE,
    pipeline.PAGE,
    programme.PAGE,
    publication.PAGE,
    records.PAGE,
    report.PAGE,
    site.PAGE,
    spoken.PAGE,
    station.PAGE,
    studio.PAGE,
    voices.PAGE,
)
CATALOGUE: dict[str, Entry] = {id: entry for page in PAGES for id, entry in page.items()}  # noqa: A001 - the catalogue's word
