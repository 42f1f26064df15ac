"""What somebody must be told of now: a slot to come without a recording, words about to expire unheard, silence."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from loaphuong.core.problems import problem
from loaphuong.core.project import Project
from loaphuong.core.vietnamese import day, moment
from loaphuong.core.where import Where
from loaphuong.radio import calendar, log, on_air
from loaphuong.station.show import ARTICLE_KINDS

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator
    from datetime import date, datetime

    from loaphuong.content.articles import Article
    from loaphuong.core.problems import Problem
    from loaphuong.radio.plays import Play
    from loaphuong.radio.ward import Ward

SOON = timedelta(hours=24)
EXPIRY = timedelta(days=3)
# How long what went wrong on air is told of, and how old a page may be before its building must have failed.
PAST = timedelta(hours=24)
STALE = timedelta(hours=36)


def list_unrecorded(ward: Ward, recorded: Container[str]) -> Iterator[Problem]:
    """The slots of the next day that nothing can be played in, but for those that are put off."""
    last = ward.now + SOON
    for slot in calendar.slots(ward.station, ward.now.date(), last.date()):
        if ward.now < slot.starts_at <= last and slot.name not in ward.decisions.held and slot.name not in recorded:
            at = moment(slot.starts_at)
            yield problem("watch-unrecorded", Where(Project.packages), slot=slot.name, at=at)


def list_expiring(ward: Ward) -> Iterator[Problem]:
    """What ends within days, was never heard, and stands in no bulletin before its end."""
    for article, end in find_expiring(ward, EXPIRY):
        yield problem("watch-expiring", article.where, title=article.title, day=day(end))


def find_expiring(ward: Ward, within: timedelta) -> Iterator[tuple[Article, date]]:
    """The articles that end so soon, and no bulletin reads or read before; with their last day."""
    today = ward.now.date()
    carried = list(carry(ward))
    for article in ward.public.articles:
        end = article.expires
        if not article.broadcast or end is None or not today <= end <= today + within:
            continue
        if not any(slug == article.slug and at.date() <= end for slug, at in carried):
            yield article, end


def carry(ward: Ward) -> Iterator[tuple[str, datetime]]:
    """Each article that a bulletin carries or carried, and when; not where it falls away or was not heard."""
    known = log.latest(ward.aired)
    silent = {name for name, line in known.items() if line.result is log.Result.SILENT}
    for order in ward.orders:
        name = order.slot.name
        if name in silent or name in ward.decisions.held or on_air.fell_away(ward, order):
            continue
        for item in order.items:
            if item.kind in ARTICLE_KINDS:
                yield from ((ref, order.slot.starts_at) for ref in item.refs)


def list_trouble(plays: Iterable[Play], source: str, now: datetime) -> Iterator[Problem]:
    """What a player said went wrong within a day."""
    for play in plays:
        if play.fault and now - PAST <= play.started_at <= now:
            at = moment(play.started_at)
            yield problem("watch-air", Where(source, play.line), slot=play.slot or play.file, at=at, fault=play.fault)


def check_page(made: datetime | None, now: datetime, place: str) -> Iterator[Problem]:
    """A page that nobody built or brought out for too long; `made` is when it was made, None if it is not there."""
    if made is None:
        yield problem("watch-page-gone", Where(place))
    elif now - made > STALE:
        yield problem("watch-page-old", Where(place), at=moment(made))
