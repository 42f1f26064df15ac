"""What hangs on a wall: postings, backdrops, banners."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from loaphuong.core.messages import N_, translate
from loaphuong.print import papers
from loaphuong.print.columns import lines_of, split_evenly
from loaphuong.print.marks import mark_of
from loaphuong.print.nouns import Ink, Paper, Sheet
from loaphuong.print.words import describe, document_of, group_data, places_of
from loaphuong.trust.approval import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaphuong.content.nouns import Code, Model
    from loaphuong.print.nouns import Copy

# Letters on a wall, in hundredths of its short side: 3.7 to 16 mm on A4, 5.2 to 22 mm on A3.
LETTERS = {"smallest": 1.75, "largest": 7.6}
COLUMN_RULES = 12  # more than so many go in three columns on a wide sheet
MOST_SHEETS = 6  # that one text hangs on


def make_postings(copy: Copy, ink: Ink) -> Iterator[Sheet]:
    """Niêm yết: a code whole and each of its places, A4 and A3, upright and on its side."""
    for code in copy.content.codes:
        places = places_of(code)
        for paper in (papers.A4, papers.A3, papers.A4.turned, papers.A3.turned):
            yield posting(copy, ink, code, paper, places, code.slug)
        if len(places) > 1:
            for at, place in enumerate(places, 1):
                yield posting(copy, ink, code, papers.A4, (place,), f"{code.slug}-{at}")


def posting(copy: Copy, ink: Ink, code: Code, paper: Paper, places: tuple[str, ...], name: str) -> Sheet:
    """A code, or a place of it, on one paper."""
    mark = mark_of(copy, code.slug, (name_of(code),))
    shown = tuple(rule for rule in code.rules if rule.place in places)
    data: dict[str, Any] = {
        **describe(copy, mark, paper, ink),
        **LETTERS,
        "title": code.title,
        "subtitle": document_of(code),
    }
    first, *roomier = ({**data, **layout} for layout in layouts([group_data(code, place) for place in places], paper))
    return Sheet(
        name=f"niem-yet/{name}-{paper.key}",
        product="niem-yet",
        title=code.title if places == places_of(code) else f"{code.title}: {places[0]}",
        template="poster.typ",
        paper=paper,
        mark=mark,
        texts=(name_of(code),),
        where=code.where,
        data=first,
        roomier=tuple(roomier),
        lines=lines_of(shown, code.title, code.at("title")),
    )


def layouts(groups: list[dict[str, Any]], paper: Paper) -> Iterator[dict[str, Any]]:
    """The ways to hang groups of rules, the best first: in columns on one sheet, then on two and more."""
    wide = paper.width_mm > paper.height_mm
    many = sum(len(group["rules"]) for group in groups) > COLUMN_RULES
    across = [{**group, "columns": 1} for group in groups] if wide else groups
    for sheets in range(1, MOST_SHEETS + 1):
        for columns in ((3, 2) if many else (2,)) if wide else (1,):
            parts = [part for part in split_evenly(across, sheets * columns) if part]
            yield {"pages": [parts[at : at + columns] for at in range(0, len(parts), columns)]}


def make_backdrops(copy: Copy, ink: Ink) -> Iterator[Sheet]:
    """Phông nhận diện: the model's name between its criteria and the code of its place, at true size."""
    for model in copy.content.models:
        if model.criteria:
            for paper in (papers.PANEL, papers.WIDE_PANEL):
                yield backdrop(copy, ink, model, paper)
                yield criteria(copy, ink, model, paper)


def backdrop(copy: Copy, ink: Ink, model: Model, paper: Paper) -> Sheet:
    """The panel in the middle."""
    mark = mark_of(copy, model.slug, (name_of(model),))
    wide = Paper(f"{paper.key}-giua", paper.label, paper.height_mm, paper.width_mm, paper.bleed_mm)
    data = {**describe(copy, mark, wide, ink), "title": model.title, "subtitle": model.place}
    return Sheet(
        name=f"phong/{model.slug}-{wide.key}",
        product="phong",
        title=model.title,
        template="banner.typ",
        paper=wide,
        mark=mark,
        texts=(name_of(model),),
        where=model.where,
        data=data,
        lines=((model.title, model.at("title")),),
    )


def criteria(copy: Copy, ink: Ink, model: Model, paper: Paper) -> Sheet:
    """The panel beside it, with what makes the model a good one."""
    mark = mark_of(copy, model.slug, (name_of(model),))
    rules = [{"text": text, "stance": "nen"} for text in model.criteria]
    heading = translate(copy.station.ward.language, N_("Criteria"))
    data = {
        **describe(copy, mark, paper, ink),
        **LETTERS,
        "title": model.title,
        "subtitle": "",
        "pages": [[[{"place": heading, "numbered": True, "columns": 1, "rules": rules}]]],
    }
    return Sheet(
        name=f"phong/{model.slug}-{paper.key}-tieu-chi",
        product="phong",
        title=f"{model.title}: {heading.lower()}",
        template="poster.typ",
        paper=paper,
        mark=mark,
        texts=(name_of(model),),
        where=model.where,
        data=data,
        lines=tuple((text, model.at(f"criteria.{at}")) for at, text in enumerate(model.criteria)),
    )


def make_banners(copy: Copy, ink: Ink) -> Iterator[Sheet]:
    """Pano and băng rôn: the name of each code at the true size of each place of the station."""
    for place in copy.station.printing.panels:
        paper = Paper(place.key, place.name, place.width_cm * 10, place.height_cm * 10, place.bleed_mm)
        for code in copy.content.codes:
            mark = mark_of(copy, code.slug, (name_of(code),))
            yield Sheet(
                name=f"pano/{place.key}/{code.slug}",
                product="pano",
                title=code.title,
                template="banner.typ",
                paper=paper,
                mark=mark,
                texts=(name_of(code),),
                where=code.where,
                data={**describe(copy, mark, paper, ink), "title": code.title, "subtitle": code.scope},
                lines=((code.title, code.at("title")), (code.scope, code.at("scope"))),
            )
