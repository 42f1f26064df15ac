"""What one show can say of a ward's public content, and how long that takes in the show's own words."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from loaphuong.content.events import occurrences, refer
from loaphuong.core.digest import digest
from loaphuong.core.problems import Stopped
from loaphuong.radio import announcer
from loaphuong.radio.planner import estimate, serial
from loaphuong.radio.planner.bulletin import Assembly
from loaphuong.radio.planner.capacity import capacity
from loaphuong.radio.planner.material import (
    Agenda,
    Candidate,
    FixedSegments,
    Material,
    RuleSet,
    Said,
    SaidEvent,
)
from loaphuong.radio.programme import Item
from loaphuong.speech import script
from loaphuong.speech.nouns import Role
from loaphuong.speech.readings import utterances
from loaphuong.station.show import ARTICLE_KINDS, ItemKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from loaphuong.content.articles import Article
    from loaphuong.content.events import Event, Occurrence
    from loaphuong.content.nouns import Code, Rule
    from loaphuong.core.problems import Problem
    from loaphuong.radio.planner.capacity import Capacity
    from loaphuong.radio.planner.estimate import Pace
    from loaphuong.radio.programme import Programme
    from loaphuong.radio.studio.tune_durations import TuneDurations
    from loaphuong.radio.ward import Ward
    from loaphuong.speech.nouns import Line, Utterance
    from loaphuong.station.show import Show


# From when until when events can be named: a bulletin that is repeated, and one that is planned far ahead.
EVENTS_BACK, EVENTS_AHEAD = timedelta(weeks=2), timedelta(weeks=20)


class Timekeeper:
    """How long each segment of a show takes, for one ward as it stands."""

    def __init__(self, ward: Ward, show: Show, paces: Mapping[str, Pace], music: TuneDurations) -> None:
        self.ward = ward
        self.show = show
        self.station = ward.station
        self.paces = paces
        self.music = music
        self.articles = {article.slug: article for article in ward.public.articles}
        self.announcer = announcer.Announcer(ward.station, show, ward.public.codes, self.articles, ward.public.events)
        self.synthetic = any(voice.synthetic for voice in ward.station.voices if voice.name in show.announcers)

    def read_lines(self, lines: Iterable[Line]) -> tuple[Utterance, ...]:
        """Lines as the first announcer would say them; what cannot be read is named by `check`, not here."""
        reads, _ = self.ward.readings.read_all(lines)
        return utterances([reads], self.show.announcers[:1], self.station.pauses.sentence_ms)

    def seconds(self, lines: Iterable[Line]) -> float:
        """How long lines take, with the silence after them."""
        return estimate.seconds(self.read_lines(lines), self.paces)

    def list_lines(self, article: Article) -> tuple[Line, ...]:
        """An article as a bulletin carries it: without its title, which the lời dẫn says."""
        return script.article(article, self.station.pauses).lines[1:]

    def limits(self, article: Article) -> serial.Limits:
        """How long an article or a part of one may be."""
        return serial.limits(self.capacity, self.lead_seconds(article, 1, 1), self.lead_seconds(article, 2, 2))

    @cached_property
    def capacity(self) -> Capacity:
        """How many articles an edition holds, and how long ones."""
        return capacity(self.show, self.fixed, self.rule_sets)

    def parts(self, article: Article) -> tuple[tuple[Line, ...], ...]:
        """The parts an article is broadcast in: one, unless no edition can hold it whole."""
        lines = self.time_lines(article)
        cuts = serial.cut(lines, self.limits(article))
        return tuple(tuple(timed.line for timed in lines[start:end]) for start, end in cuts)

    def time_lines(self, article: Article) -> tuple[serial.Timed, ...]:
        """An article's lines, each with its seconds."""
        return tuple(serial.Timed(line, self.seconds([line])) for line in self.list_lines(article))

    def too_long(self, article: Article) -> tuple[Problem, ...]:
        """The paragraphs that no edition can hold, so that the article cannot be broadcast."""
        return serial.check(self.time_lines(article), self.limits(article))

    def digest_of(self, article: Article) -> str:
        """What binds an article's words in a running order: the digest that is approved."""
        return self.ward.standing.digests[article.slug]

    def lead_in(self, article: Article, part: int, parts: int) -> tuple[Item, tuple[Line, ...]]:
        """A part of an article as an item, and the words before it."""
        item = Item(ItemKind.ARTICLE, article.title, (article.slug,), part, parts)
        return item, self.announcer.lead_in(item, announcer.orders(2)[0])

    def lead_seconds(self, article: Article, part: int, parts: int) -> float:
        """Seconds of a part of an article beside its own words: music, lời dẫn, and the mentions of its title."""
        item, lead = self.lead_in(article, part, parts)
        mentions = self.show.namings * self.mention(self.announcer.title(item))
        return self.seconds(lead) + self.music.before(item.kind) + mentions

    def candidate(self, article: Article) -> Candidate:
        """An article with the seconds of each part, its lời dẫn included."""
        parts = self.parts(article)
        said = []
        for number, lines in enumerate(parts, 1):
            item, lead = self.lead_in(article, number, len(parts))
            said.append(
                Said(
                    article.slug,
                    article.title,
                    self.seconds((*lead, *lines)) + self.music.before(ItemKind.ARTICLE),
                    self.digest_of(article),
                    self.mention(self.announcer.title(item)),
                    self.show.namings,
                )
            )
        corrections = [self.correction(article, number) for number in range(1, len(article.corrections) + 1)]
        return Candidate(article, tuple(said), tuple(corrections))

    def mention(self, title: str) -> float:
        """Seconds a title takes in a list of titles."""
        listed = self.announcer.say("recap", Role.LEAD_IN, items=script.join_titles([title]))
        alone = self.announcer.say("recap", Role.LEAD_IN, items="")
        return max(self.seconds([listed]) - self.seconds([alone]), 0.0)

    def correction(self, article: Article, number: int) -> Said:
        """The `number`th correction of an article."""
        item = Item(ItemKind.CORRECTION, article.title, (article.slug,), number, len(article.corrections))
        seconds = self.seconds(self.announcer.correction(item)) + self.music.before(item.kind)
        return Said(article.slug, article.title, seconds, self.digest_of(article))

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        """Every article that may be broadcast."""
        return tuple(self.candidate(article) for article in self.articles.values() if article.broadcast)

    @cached_property
    def rule_sets(self) -> tuple[RuleSet, ...]:
        """The codes whose rules are read as reminders."""
        return tuple(self.rule_set(code) for code in self.ward.public.codes if code.reminders and code.rules)

    def rule_set(self, code: Code) -> RuleSet:
        """A code with the seconds of its rules."""
        lead = self.announcer.say("rule", Role.LEAD_IN, code=code.title)
        return RuleSet(
            code,
            tuple(self.rule(code, rule) for rule in code.rules),
            self.seconds([lead]) + self.music.before(ItemKind.RULES),
        )

    def rule(self, code: Code, rule: Rule) -> Said:
        """A rule alone, with its place and stance."""
        lines = script.rule_lines([rule], self.station.pauses)
        bound = digest(rule.spoken or rule.text, rule.place, rule.stance)
        return Said(f"{code.slug}#{rule.id}", rule.text, self.seconds(lines), bound)

    @cached_property
    def agenda(self) -> Agenda:
        """The events that may be reminded of in the weeks to come, and those that orders of late have named."""
        if ItemKind.EVENTS not in self.show.segments:
            return Agenda()
        first, last = self.ward.now - EVENTS_BACK, self.ward.now + EVENTS_AHEAD
        found = [
            SaidEvent(at.starts, self.event(event, at))
            for event in self.ward.public.events
            if event.reminded
            for at in occurrences(event, first, last)
        ]
        lead = self.announcer.say("agenda", Role.LEAD_IN)
        in_order = sorted(found, key=lambda each: (each.starts, each.said.ref))
        return Agenda(tuple(in_order), self.seconds([lead]) + self.music.before(ItemKind.EVENTS))

    def event(self, event: Event, at: Occurrence) -> Said:
        """One time of an event."""
        line = script.event_line(event, at.starts, self.station.pauses)
        return Said(refer(event, at), event.title, self.seconds([line]), digest(line.text))

    @cached_property
    def fixed(self) -> FixedSegments:
        """Seconds of the words and tunes around every edition."""
        day = self.ward.now.date()
        ident, again = self.announcer.ident(day, None), self.announcer.ident(day, day)

        def of(kind: ItemKind, lines: Callable[[], Iterable[Line]]) -> float:
            return self.seconds(lines()) + self.music.before(kind) if kind in self.show.segments else 0.0

        return FixedSegments(
            ident_seconds=of(ItemKind.IDENT, lambda: ident),
            contents_seconds=of(ItemKind.CONTENTS, lambda: [self.announcer.say("contents", Role.LEAD_IN, items="")]),
            recap_seconds=of(ItemKind.RECAP, lambda: [self.announcer.say("recap", Role.LEAD_IN, items="")]),
            sign_off_seconds=of(ItemKind.SIGN_OFF, lambda: self.announcer.sign_off(self.synthetic)),
            repeat_seconds=self.seconds(again) - self.seconds(ident) if ItemKind.IDENT in self.show.segments else 0.0,
        )

    @cached_property
    def material(self) -> Material:
        """All of it, for the planner."""
        return Material(self.show, self.candidates, self.rule_sets, self.fixed, self.agenda)

    @cached_property
    def assembly(self) -> Assembly:
        """What items are made of today."""
        return Assembly(self.material)

    def read(self, order: Programme, *, machine: bool = False) -> tuple[Utterance, ...]:
        """All sentences of an edition; Stopped with what cannot be read. `machine`: one has read a sentence of it."""
        bodies = {
            (item.refs[0], item.part): self.parts(self.articles[item.refs[0]])[item.part - 1]
            for item in order.items
            if item.kind in ARTICLE_KINDS
        }
        repeat_of = date.fromisoformat(order.repeat_of[:10]) if order.repeat_of else None
        items = announcer.bulletin(
            order, self.announcer, bodies, repeat_of=repeat_of, synthetic=self.synthetic or machine
        )
        reads = [self.ward.readings.read_all(lines) for lines in items]
        if problems := [found for _, wrong in reads for found in wrong]:
            raise Stopped(problems)
        return utterances([read for read, _ in reads], self.show.announcers, self.station.pauses.sentence_ms)
