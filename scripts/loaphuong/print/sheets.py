"""Every sheet that the public texts make, product by product."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from loaphuong.content.nouns import Stance
from loaphuong.core.messages import N_, translate
from loaphuong.print import papers
from loaphuong.print.marks import mark_of
from loaphuong.print.nouns import FileKind, Ink, Paper, Sheet
from loaphuong.print.words import WORDS, describe, document_of, group_data, places_of, rule_data
from loaphuong.trust.approval import name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from loaphuong.content.nouns import Code, Model, Rule
    from loaphuong.core.where import Where
    from loaphuong.print.nouns import Copy

# Letters on a wall, in millimetres, and at most so many hundredths of the panel's short side.
SMALLEST_MM, LARGEST, LARGEST_ON_PANEL = 3.5, 4.6, 7.0
COLUMN_RULES = 12  # more than so many go in three columns on a wide sheet
MOST_SHEETS = 6  # that one text hangs on
INNER_PANELS = {2: 2, 3: 4}  # of a leaflet folded in so many: those that carry rules
CARDS_A_SHEET = 8
RULES_A_CARD = 5
HEADING_LINES, SLACK = 2, 1.2  # a heading is as tall as so many rules; a panel may be so much fuller than its share
A_METRE_OF_DISTANCE = 0.004  # metres of letter height a metre of distance: what is read without effort


@dataclass(frozen=True, slots=True)
class Product:
    """A kind of sheet: its key, its label, and the sheets it makes of what may be printed."""

    key: str
    label: str
    make: Callable[[Copy, Ink], Iterator[Sheet]]


def lines_of(rules: tuple[Rule, ...], title: str, where: Where) -> tuple[tuple[str, Where], ...]:
    """Each piece of a code's text with its place."""
    return ((title, where), *((rule.text, rule.where) for rule in rules))


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
        **letters(paper),
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


def letters(paper: Paper) -> dict[str, float]:
    """The smallest and largest letters on a paper, in hundredths of its short side."""
    short = min(paper.width_mm, paper.height_mm)
    return {"smallest": SMALLEST_MM / short * 100, "largest": LARGEST_ON_PANEL if paper.bleed_mm else LARGEST}


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
        **letters(paper),
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


def make_cards(copy: Copy, ink: Ink) -> Iterator[Sheet]:
    """Thẻ: a tent for a desk, and cards of 90 × 55 mm, eight to a sheet; rules in groups that a glance takes in."""
    for code in copy.content.codes:
        mark = mark_of(copy, code.slug, (name_of(code),))
        common = {
            "product": "the",
            "title": code.title,
            "template": "cards.typ",
            "mark": mark,
            "texts": (name_of(code),),
            "where": code.where,
            "lines": lines_of(code.rules, code.title, code.at("title")),
        }
        bundled = bundles(code, copy.station.ward.language)
        cards = [{"title": title, "rules": [rule_data(rule) for rule in rules]} for title, rules in bundled]
        sheets = [cards[at : at + CARDS_A_SHEET] for at in range(0, len(cards), CARDS_A_SHEET)]
        for at, shown in enumerate(sheets, 1):
            data = {
                **describe(copy, mark, papers.A4, ink),
                "title": code.title,
                "form": "cards",
                "cards": shown,
                "count": CARDS_A_SHEET,
                "smallest": 2.4,
                "card_width_mm": papers.CARD[0],
                "card_height_mm": papers.CARD[1],
            }
            yield Sheet(name=f"the/{code.slug}-90x55-{at}", paper=papers.A4, data=data, **common)  # type: ignore[arg-type]
        for at, card in enumerate(cards, 1):
            data = {
                **describe(copy, mark, papers.A5, ink),
                "title": card["title"],
                "form": "tent",
                "cards": [card],
                "smallest": 2.0,
            }
            yield Sheet(name=f"the/{code.slug}-de-ban-{at}", paper=papers.A5, data=data, **common)  # type: ignore[arg-type]


def bundles(code: Code, language: str) -> Iterator[tuple[str, tuple[Rule, ...]]]:
    """A code's rules in bundles small enough for a card: of one place and, where it is long, of one stance."""
    places = places_of(code)
    for place in places:
        rules = tuple(rule for rule in code.rules if rule.place == place)
        title = code.title if len(places) == 1 else place
        split = (
            [rules]
            if len(rules) <= RULES_A_CARD
            else [
                tuple(rule for rule in rules if rule.stance is stance)
                for stance in dict.fromkeys(r.stance for r in rules)
            ]
        )
        for group in split:
            stances = {rule.stance for rule in group}
            name = title if len(stances) > 1 or len(split) == 1 else f"{title}: {stance_word(language, *stances)}"
            even = -(-len(group) // -(-len(group) // RULES_A_CARD))
            for at in range(0, len(group), even):
                yield name, group[at : at + even]


def stance_word(language: str, stance: Stance) -> str:
    """nên, không nên"""
    return translate(language, WORDS["do" if stance is Stance.DO else "dont"]).lower()


def make_leaflets(copy: Copy, ink: Ink) -> Iterator[Sheet]:
    """Tờ gấp: A4 folded once to A5, or twice in three."""
    for code in copy.content.codes:
        mark = mark_of(copy, code.slug, (name_of(code),))
        for folds in (2, 3):
            paper = papers.A4.turned
            groups = [group_data(code, place) for place in places_of(code)]
            data = {
                **describe(copy, mark, paper, ink),
                "title": code.title,
                "subtitle": document_of(code),
                "summary": code.summary,
                "folds": folds,
                "smallest": 1.3,
                "parts": split_evenly(groups, INNER_PANELS[folds]),
            }
            yield Sheet(
                name=f"to-gap/{code.slug}-gap-{folds}",
                product="to-gap",
                title=code.title,
                template="leaflet.typ",
                paper=paper,
                mark=mark,
                texts=(name_of(code),),
                where=code.where,
                data=data,
                lines=lines_of(code.rules, code.title, code.at("title")),
            )


def split_evenly(groups: list[dict[str, Any]], panels: int) -> list[list[dict[str, Any]]]:
    """The groups over panels, each about as long as the others.

    What to do and what not to do in a place are kept together where they can be; only a stance that is longer than a
    panel is cut between its rules.
    """
    units = [(group, rules) for group in groups for rules in by_stance(group["rules"])]
    share = sum(len(rules) + HEADING_LINES for _, rules in units) / panels
    made: list[list[dict[str, Any]]] = [[]]
    used = 0.0
    for group, rules in units:
        rest = rules
        while rest:
            room = share - used
            fits = len(rest) + HEADING_LINES <= room * SLACK or len(made) == panels
            if not fits and used and room < share / 2:
                made, used = [*made, []], 0.0
                continue
            taken, rest = (rest, []) if fits else cut(rest, round(room) - HEADING_LINES)
            last = made[-1][-1] if made[-1] else None
            if last and last["place"] == group["place"]:
                last["rules"] = [*last["rules"], *taken]
            else:
                made[-1].append({**group, "rules": taken})
            used += len(taken) + HEADING_LINES
            if rest:
                made, used = [*made, []], 0.0
    return [*made, *([] for _ in range(panels - len(made)))]


def by_stance(rules: list[dict[str, str]]) -> list[list[dict[str, str]]]:
    """Rules of one place: what to do, then what not to do."""
    return [group for stance in Stance if (group := [rule for rule in rules if rule["stance"] == stance.value])]


def cut(rules: list[dict[str, str]], wanted: int) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """The first rules and the others; neither part is one rule alone where there are four or more."""
    at = min(max(wanted, 2), max(len(rules) - 2, 1))
    return rules[:at], rules[at:]


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
                    "groups": [group_data(code, place) for place in places_of(code)],
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


PRODUCTS = (
    Product("niem-yet", N_("Posting"), make_postings),
    Product("phong", N_("Backdrop"), make_backdrops),
    Product("the", N_("Card"), make_cards),
    Product("to-gap", N_("Leaflet"), make_leaflets),
    Product("man-hinh", N_("Screen"), make_slides),
    Product("pano", N_("Pano and banner"), make_banners),
    Product("so-tay", N_("Handbook"), make_handbook),
)


def label_of(product: str) -> str:
    """What a product is called, as a message id; the key where it has no name."""
    return next((each.label for each in PRODUCTS if each.key == product), product)


def make_sheets(copy: Copy, ink: Ink = Ink.COLOR) -> tuple[Sheet, ...]:
    """Every sheet of every product, in the order of the list."""
    return tuple(sheet for product in PRODUCTS for sheet in product.make(copy, ink))
