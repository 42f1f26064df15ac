"""The words around the items of a bulletin, and the lines of a whole running order.

Still written Vietnamese, with each line's place in the editor's file; `spoken` turns it into what is voiced.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from loaphuong.content.events import slug_of, time_of
from loaphuong.core.lunar import lunar
from loaphuong.core.vietnamese import day, weekday
from loaphuong.speech.nouns import Line, Role
from loaphuong.speech.script import count_aloud, event_line, join_titles, pause, rule_lines
from loaphuong.station.show import ARTICLE_KINDS, ItemKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from loaphuong.content.articles import Article
    from loaphuong.content.events import Event
    from loaphuong.content.nouns import Code
    from loaphuong.radio.programme import Item, Programme
    from loaphuong.station.nouns import Pauses, Station
    from loaphuong.station.show import Show

ILLUSTRATIVE = "câu chuyện minh họa"


class Announcer:
    """The words around the items of a show's editions: its phrases, filled in."""

    def __init__(
        self,
        station: Station,
        show: Show,
        codes: Iterable[Code],
        articles: Mapping[str, Article],
        events: Iterable[Event] = (),
    ) -> None:
        self.station = station
        self.show = show
        self.articles = articles
        self.events = {event.slug: event for event in events}
        self.rules = {f"{code.slug}#{rule.id}": (code, rule) for code in codes for rule in code.rules}

    def say(self, phrase: str, role: Role, **values: object) -> Line:
        """A phrase of the show with its names filled."""
        text = str(getattr(self.show.words, phrase)).format(
            ward=self.station.ward.name,
            station=self.station.ward.station_name,
            programme=self.show.name,
            **values,
        )
        return Line(text, self.show.at(f"loi.{phrase}"), role, pause(role, self.station.pauses))

    def title(self, item: Item) -> str:
        """An item as it is announced; a part of a serial says which."""
        if item.parts > 1:
            return self.show.words.part.format(
                title=item.title, part=count_aloud(item.part), parts=count_aloud(item.parts)
            )
        return item.title

    def ident(self, on: date, repeat_of: date | None) -> tuple[Line, ...]:
        """Lời xướng and the day; a repeat says so."""
        lines = [
            self.say("ident", Role.IDENT),
            self.say("date", Role.IDENT, weekday=weekday(on).lower(), date=day(on), lunar=lunar(on)),
        ]
        if repeat_of:
            lines.append(self.say("repeat", Role.IDENT, weekday=weekday(repeat_of).lower(), date=day(repeat_of)))
        return tuple(lines)

    def lead_in(self, item: Item, order: str) -> tuple[Line, ...]:
        """Lời dẫn before an article: the editor's own where there is one, then the title."""
        own = self.articles[item.refs[0]]
        kind = ILLUSTRATIVE if own.illustrative else own.genre.traits.announced
        lines = [self.say("lead_in", Role.LEAD_IN, order=order, kind=kind, title=self.title(item))]
        if item.part > 1:
            lines = [
                self.say("recap_part", Role.LEAD_IN, previous=count_aloud(item.part - 1), title=item.title),
                Line(self.title(item), own.at("title"), Role.TITLE, self.station.pauses.heading_ms),
            ]
        elif own.lead_in:
            lead = Line(own.lead_in, own.at("lead_in"), Role.LEAD_IN, self.station.pauses.sentence_ms)
            lines.insert(0, lead)
        return tuple(lines)

    def reminder(self, item: Item) -> tuple[Line, ...]:
        """The rules of a reminder, code by code."""
        lines: list[Line] = []
        known = [self.rules[ref] for ref in item.refs]
        for code, group in groupby(known, key=lambda pair: pair[0]):
            lines.append(self.say("rule", Role.LEAD_IN, code=code.title))
            lines.extend(rule_lines((rule for _, rule in group), self.station.pauses))
        return tuple(lines)

    def agenda(self, item: Item) -> tuple[Line, ...]:
        """The events of the days to come, each with its time."""
        lines = [self.say("agenda", Role.LEAD_IN)]
        for ref in item.refs:
            event = self.events[slug_of(ref)]
            lines.append(event_line(event, time_of(event, ref), self.station.pauses))
        return tuple(lines)

    def correction(self, item: Item) -> tuple[Line, ...]:
        """Cải chính of an article, the one that the item numbers."""
        own = self.articles[item.refs[0]]
        correction = own.corrections[item.part - 1]
        line = self.say("correction", Role.PARAGRAPH, title=own.title, wrong=correction.wrong, right=correction.right)
        return (replace(line, where=correction.where),)

    def sign_off(self, synthetic: bool) -> tuple[Line, ...]:
        """Lời chào kết, before it that this is a demonstration, after it that no person read this: each where due."""
        lines: tuple[Line, ...] = (self.say("sign_off", Role.SIGN_OFF),)
        if self.station.ward.demonstration and self.show.words.demonstration:
            lines = (self.say("demonstration", Role.SIGN_OFF), *lines)
        if synthetic and self.show.words.synthetic:
            return (*lines, self.say("synthetic", Role.SIGN_OFF))
        return lines


def orders(count: int) -> tuple[str, ...]:
    """How each of `count` articles is led in."""
    if count == 1:
        return ("Sau đây",)
    return ("Mở đầu chương trình", *["Tiếp theo chương trình"] * (count - 2), "Sau cùng")


def bulletin(
    programme: Programme,
    announcer: Announcer,
    bodies: Mapping[tuple[str, int], tuple[Line, ...]],
    *,
    repeat_of: date | None,
    synthetic: bool,
) -> tuple[tuple[Line, ...], ...]:
    """The lines of each item of a running order, aligned with `programme.items`.

    `bodies` gives the lines of each article's part by (slug, part); the title is said by its lead-in, not again.
    """
    carried = [item for item in programme.items if item.kind in ARTICLE_KINDS]
    order = iter(orders(sum(item.kind is ItemKind.ARTICLE for item in carried)))
    titles = join_titles(dict.fromkeys(announcer.title(item) for item in carried))

    speak = {
        ItemKind.EVENTS: announcer.agenda,
        ItemKind.RULES: announcer.reminder,
        ItemKind.CORRECTION: announcer.correction,
    }

    def lines(item: Item) -> tuple[Line, ...]:
        match item.kind:
            case ItemKind.IDENT:
                return announcer.ident(programme.slot.starts_at.date(), repeat_of)
            case ItemKind.CONTENTS:
                return (announcer.say("contents", Role.LEAD_IN, items=titles),)
            case ItemKind.ARTICLE:
                return (*announcer.lead_in(item, next(order)), *bodies[item.refs[0], item.part])
            case ItemKind.NOTICE:
                urgent = announcer.say("urgent", Role.LEAD_IN, title=announcer.title(item))
                return (urgent, *bodies[item.refs[0], item.part])
            case ItemKind.EVENTS | ItemKind.RULES | ItemKind.CORRECTION:
                return speak[item.kind](item)
            case ItemKind.RECAP:
                return (announcer.say("recap", Role.LEAD_IN, items=titles),)
            case ItemKind.SIGN_OFF:
                return announcer.sign_off(synthetic)

    return tuple(end_item(lines(item), announcer.station.pauses) for item in programme.items)


def end_item(lines: tuple[Line, ...], pauses: Pauses) -> tuple[Line, ...]:
    """An item's lines, the last one followed by the pause between items."""
    return (*lines[:-1], replace(lines[-1], pause_ms=pauses.item_ms))
