"""What the next slots carry: all that can be said with its seconds, the plan, and the words of a running order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from loaphuong.core.digest import digest
from loaphuong.core.problems import Stopped
from loaphuong.radio import announcer, calendar, log
from loaphuong.radio.planner import estimate, serial
from loaphuong.radio.planner.bulletin import Assembly
from loaphuong.radio.planner.material import Candidate, FixedSegments, RuleSet, Said
from loaphuong.radio.planner.plan import Plan, plan
from loaphuong.radio.programme import ARTICLE_KINDS, Item, ItemKind, Programme
from loaphuong.radio.studio.tune_durations import measure_tunes
from loaphuong.speech import script
from loaphuong.speech.nouns import Role
from loaphuong.speech.readings import utterances

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from loaphuong.content.nouns import Article, Code, Rule
    from loaphuong.core.problems import Problem
    from loaphuong.radio.programme import Slot
    from loaphuong.radio.ward import Ward
    from loaphuong.speech.nouns import Line, Utterance


class Newsroom:
    """The material of one ward: what every article, rule and phrase says, and how long that takes."""

    def __init__(self, ward: Ward) -> None:
        self.ward = ward
        self.station = ward.station
        self.paces = estimate.paces(ward.station.voices)
        self.articles = {article.slug: article for article in ward.public.articles}
        self.announcer = announcer.Announcer(ward.station, ward.public.codes, self.articles)
        self.music = measure_tunes(ward.root)
        self.synthetic = any(voice.synthetic for voice in ward.station.voices if voice.name in ward.station.announcers)

    def said(self, lines: Iterable[Line]) -> tuple[Utterance, ...]:
        """Lines as the first announcer would say them; what cannot be read is named by `check`, not here."""
        reads, _ = self.ward.readings.read_all(lines)
        return utterances([reads], self.station.announcers[:1], self.station.pauses.sentence_ms)

    def seconds(self, lines: Iterable[Line]) -> float:
        """How long lines take, with the silence after them."""
        return estimate.seconds(self.said(lines), self.paces)

    def spoken(self, article: Article) -> tuple[Line, ...]:
        """An article as a bulletin carries it: without its title, which the lời dẫn says."""
        return script.article(article, self.station.pauses).lines[1:]

    @cached_property
    def limits(self) -> serial.Limits:
        """How long an article or a part of one may be."""
        longest = max(
            (
                rule_set.lead_seconds
                + sum(said.seconds for said in rule_set.rules[: self.station.planning.reminder_rules])
                for rule_set in self.rule_sets
            ),
            default=0.0,
        )
        return serial.limits(self.station.bounds, self.fixed, longest)

    def parts(self, article: Article) -> tuple[tuple[Line, ...], ...]:
        """The parts an article is broadcast in: one, unless no bulletin can hold it whole."""
        lines = self.timed(article)
        cuts = serial.cut(lines, self.limits)
        return tuple(tuple(timed.line for timed in lines[start:end]) for start, end in cuts)

    def timed(self, article: Article) -> tuple[serial.Timed, ...]:
        """An article's lines, each with its seconds."""
        return tuple(serial.Timed(line, self.seconds([line])) for line in self.spoken(article))

    def too_long(self, article: Article) -> tuple[Problem, ...]:
        """The paragraphs that no bulletin can hold, so that the article cannot be broadcast."""
        return serial.check(self.timed(article), self.limits)

    def bound(self, article: Article) -> str:
        """What binds an article's words in a running order: the digest that is approved."""
        return self.ward.texts[article.slug].digest

    def candidate(self, article: Article) -> Candidate:
        """An article with the seconds of each part, its lời dẫn included."""
        parts = self.parts(article)
        said = []
        for number, lines in enumerate(parts, 1):
            item = Item(ItemKind.ARTICLE, article.title, (article.slug,), number, len(parts))
            lead = self.announcer.lead_in(item, announcer.orders(2)[0])
            said.append(
                Said(
                    article.slug,
                    article.title,
                    self.seconds((*lead, *lines)) + self.music.before(ItemKind.ARTICLE),
                    self.bound(article),
                    self.mention(self.announcer.title(item)),
                )
            )
        corrections = [self.correction(article, number) for number in range(1, len(article.corrections) + 1)]
        return Candidate(article, tuple(said), tuple(corrections))

    def mention(self, title: str) -> float:
        """Seconds a title takes in a list of titles."""
        listed = self.announcer.say("recap", Role.LEAD_IN, items=script.listed([title]))
        alone = self.announcer.say("recap", Role.LEAD_IN, items="")
        return max(self.seconds([listed]) - self.seconds([alone]), 0.0)

    def correction(self, article: Article, number: int) -> Said:
        """The `number`th correction of an article."""
        item = Item(ItemKind.CORRECTION, article.title, (article.slug,), number, len(article.corrections))
        seconds = self.seconds(self.announcer.correction(item)) + self.music.before(item.kind)
        return Said(article.slug, article.title, seconds, self.bound(article))

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
    def fixed(self) -> FixedSegments:
        """Seconds of the words and tunes around every bulletin."""
        day = self.ward.now.date()
        ident, again = self.announcer.ident(day, None), self.announcer.ident(day, day)
        return FixedSegments(
            ident_seconds=self.seconds(ident) + self.music.before(ItemKind.IDENT),
            contents_seconds=self.seconds([self.announcer.say("contents", Role.LEAD_IN, items="")]),
            recap_seconds=self.seconds([self.announcer.say("recap", Role.LEAD_IN, items="")])
            + self.music.before(ItemKind.RECAP),
            sign_off_seconds=self.seconds(self.announcer.sign_off(self.synthetic)),
            repeat_seconds=self.seconds(again) - self.seconds(ident),
        )

    def plan(self, slots: Sequence[Slot]) -> Plan:
        """What these slots carry, and all that come before them: none is planned as if the others were not."""
        ward = self.ward
        if slots:
            before = calendar.slots(self.station, ward.now.date(), max(slots).starts_at.date())
            slots = sorted({slot for slot in before if slot.starts_at > ward.now} | set(slots))
        return plan(
            self.station,
            self.candidates,
            self.rule_sets,
            ward.public.topics,
            [order for order in ward.orders if self.stands(order)],
            log.times_heard(ward.aired),
            slots,
            self.fixed,
            ward.now,
            held=ward.decisions.held,
            inserts=ward.decisions.inserts,
        )

    def stands(self, order: Programme) -> bool:
        """Whether a running order still stands: it is over, or all it carries is published and nothing was put in."""
        if order.slot.starts_at <= self.ward.now:
            return True
        inserted = self.ward.decisions.inserts.get(order.slot.name, ())
        carried = [ref for item in order.items if item.kind in ARTICLE_KINDS for ref in item.refs]
        return all(slug in carried for slug in inserted) and all(
            self.assembly.digest_of(item) is not None for item in order.items if item.refs
        )

    @cached_property
    def assembly(self) -> Assembly:
        """What items are made of today."""
        return Assembly(self.candidates, self.rule_sets, self.fixed)

    def ward_with(self, frozen: Iterable[Programme]) -> Ward:
        """The ward with running orders just frozen, without those that may not be broadcast any more."""
        known = {order.slot.name: order for order in (*self.ward.orders, *frozen)}
        standing = (order for order in known.values() if self.stands(order))
        return replace(self.ward, orders=tuple(sorted(standing, key=lambda order: order.slot)))

    def renew(self, order: Programme) -> Programme:
        """A running order still to come with the words of today: an article changed and approved again is read anew."""
        fresh = [replace(item, digest=self.assembly.digest_of(item) or item.digest) for item in order.items]
        return replace(order, items=tuple(fresh))

    def read(self, order: Programme) -> tuple[Utterance, ...]:
        """All sentences of a bulletin; Stopped with what cannot be read."""
        bodies = {
            (item.refs[0], item.part): self.parts(self.articles[item.refs[0]])[item.part - 1]
            for item in order.items
            if item.kind in ARTICLE_KINDS
        }
        repeat_of = date.fromisoformat(order.repeat_of[:10]) if order.repeat_of else None
        items = announcer.bulletin(order, self.announcer, bodies, repeat_of=repeat_of, synthetic=self.synthetic)
        reads = [self.ward.readings.read_all(lines) for lines in items]
        if problems := [found for _, wrong in reads for found in wrong]:
            raise Stopped(problems)
        return utterances([read for read, _ in reads], self.station.announcers, self.station.pauses.sentence_ms)
