"""What the next slots of all shows carry: the plan, and the words of a running order."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from loaphuong.radio import calendar, log, on_air
from loaphuong.radio.planner import estimate
from loaphuong.radio.planner.plan import Plan, PlanRequest, plan
from loaphuong.radio.studio.tune_durations import measure_tunes
from loaphuong.radio.timekeeper import Timekeeper
from loaphuong.station.show import ARTICLE_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from loaphuong.core.problems import Problem
    from loaphuong.radio.planner.material import Candidate
    from loaphuong.radio.programme import Programme, Slot
    from loaphuong.radio.ward import Ward
    from loaphuong.speech.nouns import Utterance


class Newsroom:
    """The shows of one ward, each with all that it can say."""

    def __init__(self, ward: Ward) -> None:
        # What stands in the file of a running order is nobody's word before it is that of an approved text or calendar.
        self.written = {order.slot.name: order for order in ward.orders}
        titled = (on_air.entitle(ward, order) for order in ward.orders)
        self.ward = replace(ward, orders=tuple(on_air.retime(ward, titled)))
        self.station = ward.station
        self.paces = estimate.paces(ward.station.voices)

    @cached_property
    def shows(self) -> Mapping[str, Timekeeper]:
        """Each show's segments in seconds, by its key."""
        music = measure_tunes(self.ward.root)
        return {show.key: Timekeeper(self.ward, show, self.paces, music) for show in self.station.shows}

    def of(self, slot: Slot) -> Timekeeper:
        """The show of a slot; the main one for a show that is no more."""
        return self.shows[self.station.show(slot.show).key]

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """Every article that may be broadcast, as the main show carries it."""
        return self.shows[self.station.main.key].candidates

    def too_long(self) -> Iterator[Problem]:
        """The paragraphs that the show which reads them cannot hold."""
        for article in self.ward.public.articles:
            readers = [each for each in self.shows.values() if each.show.planning.reads(article.genre)]
            if article.broadcast and readers:
                yield from readers[0].too_long(article)

    def plan(self, slots: Sequence[Slot]) -> Plan:
        """What these slots carry, and all that come before them: none is planned as if the others were not."""
        ward = self.ward
        if slots:
            before = calendar.slots(self.station, ward.now.date(), max(slots).starts_at.date())
            slots = sorted({slot for slot in before if slot.starts_at > ward.now} | set(slots))
        return plan(
            PlanRequest(
                material=tuple(each.material for each in self.shows.values()),
                slots=tuple(slots),
                now=ward.now,
                topics=ward.public.topics,
                orders=tuple(order for order in ward.orders if self.stands(order)),
                aired=log.times_heard(ward.aired),
                held=ward.decisions.held,
                inserts=ward.decisions.inserts,
                approval=self.station.trust.require_approval,
            )
        )

    def stands(self, order: Programme) -> bool:
        """Whether a running order still stands: it is over, or all it carries is published and nothing was put in."""
        if order.slot.starts_at <= self.ward.now:
            return True
        inserted = self.ward.decisions.inserts.get(order.slot.name, ())
        carried = [ref for item in order.items if item.kind in ARTICLE_KINDS for ref in item.refs]
        digest_of = self.of(order.slot).assembly.digest_of
        return all(slug in carried for slug in inserted) and all(
            digest_of(item) is not None for item in order.items if item.refs
        )

    def ward_with(self, frozen: Iterable[Programme]) -> Ward:
        """The ward with running orders just frozen, at today's times, without those that may not be broadcast now."""
        known = {order.slot.name: order for order in (*self.ward.orders, *frozen)}
        standing = (order for order in on_air.retime(self.ward, known.values()) if self.stands(order))
        return replace(self.ward, orders=tuple(sorted(standing, key=lambda order: order.slot)))

    def renew(self, order: Programme) -> Programme:
        """A running order still to come with the words of today: an article changed and approved again is read anew."""
        digest_of = self.of(order.slot).assembly.digest_of
        return replace(order, items=tuple(replace(item, digest=digest_of(item) or item.digest) for item in order.items))

    def read(self, order: Programme) -> tuple[Utterance, ...]:
        """All sentences of an edition; Stopped with what cannot be read."""
        return self.of(order.slot).read(order)
