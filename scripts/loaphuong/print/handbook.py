"""Sổ tay: every code in one small book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.core.messages import N_, translate
from loaphuong.print import papers
from loaphuong.print.columns import lines_of
from loaphuong.print.marks import mark_of
from loaphuong.print.nouns import FileKind, Ink, Sheet
from loaphuong.print.words import describe, document_of, group_rules, places_of
from loaphuong.trust.approval import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaphuong.print.nouns import Copy


def make_handbook(copy: Copy, ink: Ink) -> Iterator[Sheet]:
    """Sổ tay: every code in one book, A5 and A6, and as EPUB."""
    codes = copy.content.codes
    if not codes:
        return
    texts = tuple(name_of(code) for code in codes)
    mark = mark_of(copy, "so-tay", texts)
    title = translate(copy.station.ward.language, N_("Handbook of conduct"))
    by_place: dict[str, list[str]] = {}
    for code in codes:
        for place in places_of(code):
            by_place.setdefault(place, []).append(code.title)
    for paper in (papers.A5, papers.A6):
        words = describe(copy, mark, paper, ink)
        data = {
            **words,
            "title": title,
            "codes": [
                {
                    "title": code.title,
                    "subtitle": document_of(code),
                    "summary": code.summary,
                    "groups": group_rules(code.rules),
                    "words": words["words"],
                }
                for code in codes
            ],
            "index": sorted(by_place.items()),
        }
        yield Sheet(
            name=f"so-tay/so-tay-{paper.key}",
            product="so-tay",
            title=title,
            template="handbook.typ",
            paper=paper,
            mark=mark,
            texts=texts,
            where=codes[0].where,
            data=data,
            lines=tuple(line for code in codes for line in lines_of(code.rules, code.title, code.at("title"))),
            forms=(FileKind.PDF, FileKind.EPUB) if paper is papers.A5 else (FileKind.PDF,),
        )
