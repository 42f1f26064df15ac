"""What is held in the hand or stands on a desk: cards and leaflets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.content.nouns import Stance
from loaphuong.core.messages import translate
from loaphuong.print import papers
from loaphuong.print.columns import lines_of, split_evenly
from loaphuong.print.marks import mark_of
from loaphuong.print.nouns import Ink, Sheet
from loaphuong.print.words import WORDS, describe, document_of, group_rules, places_of, rule_data
from loaphuong.trust.approval import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaphuong.content.nouns import Code, Rule
    from loaphuong.print.nouns import Copy

CARDS_A_SHEET = 8
RULES_A_CARD = 5
INNER_PANELS = {2: 2, 3: 4}  # of a leaflet folded in so many: those that carry rules


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
            groups = group_rules(code.rules)
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
