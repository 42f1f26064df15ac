"""What hangs on a wall: postings, backdrops, banners."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from loaphuong.core.digest import digest
from loaphuong.core.messages import N_, translate
from loaphuong.print import papers
from loaphuong.print.columns import lines_of, split_evenly
from loaphuong.print.marks import mark_of
from loaphuong.print.nouns import Ink, Paper, Sheet
from loaphuong.print.words import describe, document_of, group_rules, places_of
from loaphuong.trust.approval import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from loaphuong.content.nouns import Code, Model, Rule
    from loaphuong.print.nouns import Copy

# Letters on a wall, in hundredths of its short side: 3.7 to 16 mm on A4, 5.2 to 22 mm on A3.
LETTERS = {"smallest": 1.75, "largest": 7.6}
PAPERS = (papers.A4, papers.A3, papers.A4.turned, papers.A3.turned)
PANELS = (papers.PANEL, papers.WIDE_PANEL)
SHOWN = 8  # digits of what names chosen rules
COLUMN_RULES = 12  # more than so many go in three columns on a wide sheet
MOST_SHEETS = 6  # that one text hangs on


def make_postings(copy: Copy, ink: Ink) -> Iterator[Sheet]:
    """Niêm yết: a code whole and each of its places, A4 and A3, upright and on its side."""
    for code in copy.content.codes:
        for paper in PAPERS:
            yield posting(copy, ink, code, paper, code.rules, f"niem-yet/{code.slug}-{paper.key}")
        places = places_of(code)
        for at, place in enumerate(places if len(places) > 1 else (), 1):
            rules = tuple(rule for rule in code.rules if rule.place == place)
            yield posting(copy, ink, code, papers.A4, rules, f"niem-yet/{code.slug}-{at}-a4")


def make_chosen(copy: Copy, ink: Ink, code: Code, chosen: Sequence[str]) -> Iterator[Sheet]:
    """Niêm yết of some rules of a code, by their ids."""
    rules = tuple(rule for rule in code.rules if rule.id in chosen)
    name = f"{code.slug}-chon-{digest([rule.id for rule in rules])[:SHOWN]}"
    for paper in PAPERS:
        sheet = posting(copy, ink, code, paper, rules, f"niem-yet/{name}-{paper.key}")
        yield replace(sheet, chosen=tuple(rule.id for rule in rules))


def posting(copy: Copy, ink: Ink, code: Code, paper: Paper, rules: tuple[Rule, ...], name: str) -> Sheet:
    """Some rules of a code on one paper."""
    mark = mark_of(copy, code.slug, (name_of(code),))
    data: dict[str, Any] = {
        **describe(copy, mark, paper, ink),
        **LETTERS,
        "title": code.title,
        "subtitle": document_of(code),
    }
    groups = group_rules(rules)
    first, *roomier = ({**data, **layout} for layout in layouts(groups, paper))
    product = name.partition("/")[0]
    return Sheet(
        name=name,
        product=product,
        title=f"{code.title}: {groups[0]['place']}" if len(groups) == 1 and rules != code.rules else code.title,
        template="poster.typ",
        paper=paper,
        mark=mark,
        texts=(name_of(code),),
        where=code.where,
        data=first,
        roomier=tuple(roomier),
        lines=lines_of(rules, code.title, code.at("title")),
    )


def layouts(groups: list[dict[str, Any]], paper: Paper) -> Iterator[dict[str, Any]]:
    """The ways to hang groups of rules, the best first: in columns on one sheet, then on two and more."""
    wide = paper.width_mm > paper.height_mm
    many = sum(len(group["rules"]) for group in groups) > COLUMN_RULES
    for sheets in range(1, MOST_SHEETS + 1):
        for columns in ((3, 2) if many else (2,)) if wide else (1,):
            parts = [part for part in split_evenly(groups, sheets * columns) if part]
            yield {"pages": [parts[at : at + columns] for at in range(0, len(parts), columns)]}


def make_backdrops(copy: Copy, ink: Ink) -> Iterator[Sheet]:
    """Phông nhận diện, at true size: a panel with the model's name, one with its criteria, one with each code."""
    for model in copy.content.models:
        if model.criteria:
            for paper in PANELS:
                yield backdrop(copy, ink, model, paper)
                yield criteria(copy, ink, model, paper)
    for code in copy.content.codes:
        for paper in PANELS:
            yield posting(copy, ink, code, paper, code.rules, f"phong/{code.slug}-{paper.key}-quy-tac")


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
        "pages": [[[{"place": heading, "numbered": True, "rules": rules}]]],
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
