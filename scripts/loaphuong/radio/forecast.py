"""When an article will be read on air, or the true reason why it will not: told to whoever wrote it, in Vietnamese."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from loaphuong.content.articles import Priority, Status
from loaphuong.core.vietnamese import weekday
from loaphuong.radio import calendar
from loaphuong.radio.newsroom import Newsroom
from loaphuong.radio.planner import reasons
from loaphuong.station.show import ARTICLE_KINDS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from datetime import datetime

    from loaphuong.content.articles import Article
    from loaphuong.radio.planner.plan import Plan
    from loaphuong.radio.programme import Slot
    from loaphuong.radio.ward import Ward

WEEKS = 8


def forecast(ward: Ward, slugs: Collection[str]) -> dict[str, str]:
    """Of each of these articles when it is read in the coming weeks, or why not.

    One that nobody has approved is told of as if it were approved now; one that is published later is reckoned with
    from then on. Nothing is frozen by asking.
    """
    written = {article.slug: article for article in ward.content.articles}
    stands = {article.slug: article for article in ward.standing.content.articles}
    found: dict[str, str] = {}
    asked: dict[str, Article] = {}
    for slug in slugs:
        article = stands.get(slug) or written.get(slug)
        if article is None:
            continue
        if why := obstacle(ward, article, approved=slug in stands):
            found[slug] = why
        else:
            asked[slug] = article
    if asked:
        found |= dict(place_articles(ward, asked, stands))
    return {slug: found[slug] for slug in slugs if slug in found}


def obstacle(ward: Ward, article: Article, *, approved: bool) -> str | None:
    """What keeps an article from every slot, whatever its days."""
    if ward.register.find_withdrawal(article.slug):
        return reasons.WITHDRAWN
    if not article.broadcast:
        return reasons.SILENT
    if not approved and article.status is Status.DRAFT:
        return reasons.DRAFT
    if not approved and any(each.where.path == article.where.path and not each.warning for each in ward.mistakes):
        return reasons.BROKEN
    if article.section not in {section.slug for section in ward.public.sections}:
        return reasons.NO_SECTION
    return None


def place_articles(
    ward: Ward, asked: Mapping[str, Article], stands: Mapping[str, Article]
) -> Iterator[tuple[str, str]]:
    """Each article with its slots in the plan that holds all of them."""
    now, station = ward.now, ward.station
    slots = [
        slot
        for slot in calendar.slots(station, now.date(), now.date() + timedelta(weeks=WEEKS))
        if slot.starts_at > now
    ]
    public = {article.slug: article for article in ward.public.articles}
    coming = {slug: open_article(ward, article, slots) for slug, article in asked.items() if slug not in public}
    digests = {slug: ward.texts[slug].digest for slug in coming if slug not in ward.standing.digests}
    imagined = replace(
        ward,
        public=replace(ward.public, articles=(*ward.public.articles, *coming.values())),
        standing=replace(ward.standing, digests={**ward.standing.digests, **digests}),
    )
    plan = Newsroom(imagined).plan(slots)
    why = {left.slug: left.why for left in plan.left_out}
    for slug, article in asked.items():
        carried = find_slots(plan, slug)
        text = name_slots(plan, carried) if carried else why.get(slug, reasons.NO_SLOT)
        if article.priority is Priority.URGENT and slots and slots[0] not in carried:
            text = f"{text}; {reasons.insert_now(slug, slots[0].name)}"
        if slug not in stands:
            text = reasons.if_approved(text)
        yield slug, text


def open_article(ward: Ward, article: Article, slots: Sequence[Slot]) -> Article:
    """An article as the planner will first meet it: approved, and once it is published, in a slot not yet frozen then.

    A slot is frozen when as many slots of its show are left before it as station.toml has recorded ahead.
    """
    given = article if article.approved_at else replace(article, approved_at=ward.now)
    if article.published_at <= ward.now:
        return given
    show = next((each for each in ward.station.shows if each.planning.reads(article.genre)), ward.station.main)
    own = [slot for slot in slots if slot.show == show.key]
    pairs = zip(own, own[show.planning.ahead :], strict=False)
    first = next((slot.starts_at for before, slot in pairs if before.starts_at >= article.published_at), None)
    return replace(given, published_at=max(first, article.published_at)) if first else given


def find_slots(plan: Plan, slug: str) -> tuple[Slot, ...]:
    """The slots that read an article."""
    return tuple(
        programme.slot
        for programme in plan.programmes
        if any(item.kind in ARTICLE_KINDS and slug in item.refs for item in programme.items)
    )


def name_slots(plan: Plan, slots: Sequence[Slot]) -> str:
    """The slots of an article, as people say them: the first, and the last where it goes on."""
    return reasons.read_in(
        at(slots[0].starts_at),
        at(slots[-1].starts_at) if len(slots) > 1 else "",
        len(slots),
        frozen=slots[0].name in plan.frozen,
    )


def at(when: datetime) -> str:
    """16:30 Thứ Ba 24/11."""
    return f"{when:%H:%M} {weekday(when)} {when:%d/%m}"
