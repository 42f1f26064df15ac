"""What the next slots of all shows carry: the plan, and the words of a running order."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from loaphuong.content import consent
from loaphuong.content.articles import Priority
from loaphuong.radio import aside, calendar, log, on_air
from loaphuong.radio.planner import estimate, reasons
from loaphuong.radio.planner.frozen import KnownTexts
from loaphuong.radio.planner.plan import Plan, PlanRequest, plan
from loaphuong.radio.studio.tune_durations import measure_tunes
from loaphuong.radio.timekeeper import Timekeeper
from loaphuong.station.show import ALONE

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from loaphuong.core.problems import Problem
    from loaphuong.radio.aside import Sorted
    from loaphuong.radio.planner.material import Candidate
    from loaphuong.radio.programme import Programme, Slot
    from loaphuong.radio.ward import Ward
    from loaphuong.speech.nouns import Utterance

# How far beyond what is planned the calendar is looked at; a running order of a later day comes of a wrong clock.
VIEW = timedelta(weeks=8)


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
        shows = (*self.station.shows, self.station.show(ALONE))
        return {show.key: Timekeeper(self.ward, show, self.paces, music) for show in shows}

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
        last = max(slots).starts_at.date() if slots else ward.now.date()
        calendar_slots = calendar.slots(self.station, ward.now.date(), last + VIEW)
        if slots:
            slots = sorted(
                {slot for slot in calendar_slots if ward.now < slot.starts_at <= max(slots).starts_at} | set(slots)
            )
        wanted = [show.key for show in self.station.shows]
        wanted += [ALONE] if any(slot.show == ALONE for slot in slots) else []
        return plan(
            PlanRequest(
                material=tuple(self.shows[key].material for key in wanted),
                slots=tuple(slots),
                now=ward.now,
                topics=ward.public.topics,
                orders=self.orders.standing,
                aired=self.heard,
                held=ward.decisions.held,
                by_hand=ward.decisions.by_hand,
                approval=self.station.trust.require_approval,
                calendar=calendar_slots,
                known=self.known,
            )
        )

    @cached_property
    def orders(self) -> Sorted:
        """The running orders sorted: those that count, and those that have to be set aside, each with the reason."""
        return aside.sort(self.ward, self.ward.now + VIEW, lambda order: self.of(order.slot).assembly, self.known)

    @cached_property
    def heard(self) -> Mapping[str, datetime]:
        """When each bulletin was heard: as the log says, else probably on time, until someone says otherwise."""
        ward = self.ward
        return log.times_probably_heard(
            (order.slot for order in ward.orders), ward.aired, ward.decisions.held, ward.now
        )

    @cached_property
    def known(self) -> KnownTexts:
        """What was taken back, and what is important, whatever became of the files."""
        ward = self.ward
        gone = dict.fromkeys(ward.register.withdrawals, reasons.WITHDRAWN)
        harmed = {found.where.path for found in consent.check(ward.standing.content) if not found.warning}
        gone |= {each.slug: reasons.NO_CONSENT for each in ward.content.articles if each.where.path in harmed}
        written = (*ward.content.articles, *ward.standing.content.articles)
        important = (article.slug for article in written if article.priority is not Priority.ORDINARY)
        return KnownTexts(gone, frozenset(important))

    def stands(self, order: Programme) -> bool:
        """Whether all that a running order still to come carries may be broadcast; what is over stands."""
        if order.slot.starts_at <= self.ward.now:
            return True
        digest_of = self.of(order.slot).assembly.digest_of
        return all(digest_of(item) is not None for item in order.items if item.refs)

    def ward_with(self, frozen: Iterable[Programme], refused: Container[str] = ()) -> Ward:
        """The ward with running orders just frozen, without those that may not be broadcast any more.

        The `refused` ones stay with what was recorded of them: nobody took back what they say.
        """
        known = {order.slot.name: order for order in on_air.retime(self.ward, (*self.ward.orders, *frozen))}
        off = {order.slot.name for order, _ in self.orders.set_aside} - {order.slot.name for order in frozen}
        standing = (
            order for name, order in known.items() if name in refused or (name not in off and self.stands(order))
        )
        return replace(self.ward, orders=tuple(sorted(standing, key=lambda order: order.slot)))

    def read(self, order: Programme, *, machine: bool = False) -> tuple[Utterance, ...]:
        """All sentences of an edition; Stopped with what cannot be read. `machine`: one has read a sentence of it."""
        return self.of(order.slot).read(order, machine=machine)
