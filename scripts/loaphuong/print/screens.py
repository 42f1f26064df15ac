"""Slides for LED screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.print.columns import lines_of
from loaphuong.print.marks import mark_of
from loaphuong.print.nouns import FileKind, Ink, Paper, Sheet
from loaphuong.print.words import describe, document_of
from loaphuong.trust.approval import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaphuong.print.nouns import Copy

A_METRE_OF_DISTANCE = 0.004  # metres of letter height a metre of distance: what is read without effort


def make_slides(copy: Copy, ink: Ink) -> Iterator[Sheet]:
    """Màn hình LED: one rule a slide, for each screen of the station."""
    del ink  # a screen gives light
    for screen in copy.station.printing.screens:
        paper = Paper(screen.key, screen.name, screen.width_px / 10, screen.height_px / 10)
        for code in copy.content.codes:
            mark = mark_of(copy, code.slug, (name_of(code),))
            first = {"text": code.title, "kicker": copy.station.ward.name, "stance": "", "foot": document_of(code)}
            words = describe(copy, mark, paper, Ink.COLOR)
            slides = [
                {
                    "text": rule.text,
                    "stance": rule.stance.value,
                    "kicker": words["words"]["do" if rule.stance.value == "nen" else "dont"],
                    "foot": f"{rule.place} · {copy.station.ward.name}",
                }
                for rule in code.rules
            ]
            yield Sheet(
                name=f"man-hinh/{screen.key}/{code.slug}",
                product="man-hinh",
                title=code.title,
                template="slide.typ",
                paper=paper,
                mark=mark,
                texts=(name_of(code),),
                where=code.where,
                data={
                    **words,
                    "title": code.title,
                    "slides": [first, *slides],
                    "seconds": screen.seconds,
                    "letter_share": min(0.3, A_METRE_OF_DISTANCE * screen.distance_m / screen.height_m),
                },
                lines=lines_of(code.rules, code.title, code.at("title")),
                forms=(FileKind.PNG, FileKind.MP4),
                pixels=(screen.width_px, screen.height_px),
            )
