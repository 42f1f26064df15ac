"""The last steps of a build: an edition, its feeds and files, build/docs, and the site in place of the old one."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING

from loaphuong.app.posted import marks_in_force
from loaphuong.app.print import print_for_site
from loaphuong.app.ward import load_packages
from loaphuong.content.articles import Priority, Status
from loaphuong.core import addresses, files
from loaphuong.core.messages import N_, tr
from loaphuong.core.project import Project
from loaphuong.print import posted
from loaphuong.radio import calendar, log, on_air, watching
from loaphuong.radio.exports import ics
from loaphuong.radio.exports.schedule import list_weeks
from loaphuong.radio.studio import records
from loaphuong.speech.spoken.lexicon import load_built_in
from loaphuong.trust import approval
from loaphuong.web import cards, discovery, feeds, pages, recall, search, site
from loaphuong.web.edition import Bulletin, Edition, UrgentNotice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from loaphuong.content.events import Event
    from loaphuong.content.nouns import Content
    from loaphuong.core.problems import Problem
    from loaphuong.print.nouns import SheetMark
    from loaphuong.print.posted import Replaced
    from loaphuong.radio.episode import Episode
    from loaphuong.radio.programme import Slot
    from loaphuong.radio.ward import Ward
    from loaphuong.station.nouns import Station

# How far ahead a page that is not built again still knows the schedule, and the least number of slots it tells of.
HORIZON, UPCOMING = timedelta(weeks=5), 8
EXPIRY = timedelta(days=7)  # how long before its end the desk names what no bulletin reads
FOR_THE_DESK = frozenset({"aired-unlogged", "clock-back", "order-refused", "slot-shortfall"})
DUTY = timedelta(days=1)  # how long after its slot a bulletin stays at hand on the duty page


def make_edition(
    ward: Ward,
    content: Content,
    packages: Mapping[str, Episode],
    recordings: Mapping[str, Episode],
    ahead: Iterable[Problem] = (),
) -> Edition:
    """Everything that may be published: `content` as it may be seen, every running order with its package.

    `packages` are known by their slots' names, `recordings` of articles by their slugs; of what is `ahead` the desk is
    told what its staff can see to.
    """
    shown = {article.slug for article in content.articles}
    silent = {name for name, line in log.latest(ward.aired).items() if line.result is log.Result.SILENT}
    bulletins = tuple(
        Bulletin(
            on_air.leave_unanswered_out(order),
            packages.get(order.slot.name),
            ward.decisions.held.get(order.slot.name),
            silent=order.slot.name in silent,
            earlier=records.list_earlier(ward.root, order.slot.name),
        )
        for order in sorted(ward.orders, key=lambda order: order.slot, reverse=True)
        if not on_air.fell_away(ward, order)
    )
    return Edition(
        now=ward.now,
        station=ward.station,
        content=content,
        bulletins=recall.leave_out_withdrawn(bulletins, ward.register),
        recordings={slug: episode for slug, episode in recordings.items() if slug in shown},
        tombstones=recall.tombstones(ward.register),
        pictures=ward.standing.pictures,
        upcoming=find_upcoming(ward.station, ward.now),
        expiring=tuple(watching.find_expiring(ward, EXPIRY)),
        urgent=tuple(find_urgent(ward, content)),
        to_do=tuple(found for found in ahead if found.id in FOR_THE_DESK),
    )


def find_urgent(ward: Ward, content: Content) -> Iterator[UrgentNotice]:
    """What was put into a slot as an urgent notice, and what is urgent by itself: until its last day, or for a day."""
    begun = {article.slug: article.published_at for article in content.articles if article.priority is Priority.URGENT}
    for name, decided in ward.decisions.by_hand.items():
        if slot := calendar.find(ward.station, name):
            begun |= dict.fromkeys(decided.inserted, calendar.ends_at(ward.station, slot))
    for article in content.articles:
        if article.slug in begun:
            midnight = datetime.combine(article.expires + DUTY, time(), ward.now.tzinfo) if article.expires else None
            until = midnight or begun[article.slug] + DUTY
            if until > ward.now:
                yield UrgentNotice(article, until)


def find_upcoming(station: Station, now: datetime) -> tuple[Slot, ...]:
    """The slots of the coming weeks, the one that is on air among them."""
    today = now.astimezone(station.zone).date()
    near = calendar.slots(station, today - timedelta(days=1), today + HORIZON)
    later = calendar.next_slots(station, now, UPCOMING)
    return tuple(sorted({slot for slot in (*near, *later) if calendar.ends_at(station, slot) > now}))


def sounds(root: Path, edition: Edition) -> dict[str, Path]:
    """Where each sound file of the site comes from, by its address."""
    found: dict[str, Path] = {}
    for slug, episode in edition.recordings.items():
        if media := episode.file("web"):
            found[addresses.article_audio(slug)] = root / media.path
    for bulletin in edition.bulletins:
        if bulletin.episode is None or bulletin.held:
            continue
        name = bulletin.programme.slot.name
        if media := bulletin.episode.file("web"):
            found[bulletin.audio] = root / media.path
        if (media := bulletin.episode.file("loa")) and bulletin.programme.slot.starts_at >= edition.now - DUTY:
            found[addresses.loudspeaker_audio(name)] = root / media.path
    # Before the first broadcast there is none to hear again.
    latest = edition.latest
    if latest and latest.episode and (media := latest.episode.file("web")):
        found[addresses.NEWEST_AUDIO] = root / media.path
    return found


def abbreviations() -> dict[str, str]:
    """What editors shorten, in full, for searching."""
    return {entry.written: entry.spoken for entry in load_built_in() if entry.written.isupper() and not entry.condition}


def join_files(root: Path, edition: Edition) -> tuple[dict[str, Path], dict[str, bytes]]:
    """What joins the pages: sound and cards by where they lie, feeds and the rest by their bytes."""
    extra = {**feeds.render(edition), **discovery.render(edition, root), **search.render(edition, abbreviations())}
    return {**sounds(root, edition), **cards.render(edition, root)}, extra


def publish(
    ward: Ward, edition: Edition, packages: Mapping[str, Episode], progress: Callable[[str, int, int], None]
) -> tuple[Path, tuple[Problem, ...]]:
    """Write build/docs and put the new site in place; Stopped, the old one untouched, if anything is amiss.

    Returns the site and what of the pictures could not be shown.
    """
    root, project = ward.root, Project(ward.root)
    docs = project.docs
    prints, marks, sheets, refused = print_for_site(ward, progress, packages)
    edition = replace(edition, prints=prints, marks=marks, replaced=find_replaced(ward, marks))
    shown = pages.write(edition, root, docs, discovery.heads(edition, root))
    linked, extra = join_files(root, edition)
    told = files.read_bytes(project.site / addresses.CALENDAR)
    extra[addresses.CALENDAR] = ics.render(list_weeks(ward, packages), ward.station, ward.now, told)
    extra |= render_calendars(ward, edition.content.events)
    site.build(
        root,
        docs,
        project.site,
        ward.now,
        {**linked, **sheets},
        extra,
        progress=partial(progress, tr(N_("Pages"))),
        finish=partial(discovery.finish, edition),
    )
    files.write_bytes(project.server, discovery.server(edition, root))
    return project.site, (*shown, *refused)


def find_replaced(ward: Ward, marks: Iterable[SheetMark]) -> tuple[Replaced, ...]:
    """What hangs and is not in force any more; `marks` are those in force where they are known already."""
    entries, _ = posted.read(ward.root, ward.station.zone)
    if not entries:
        return ()
    known = {each.subject: each.text for each in marks} or marks_in_force(ward)
    return posted.list_replaced(entries, known)


def render_calendars(ward: Ward, events: Sequence[Event]) -> dict[str, bytes]:
    """The calendar of all events, and of each."""
    site = Project(ward.root).site
    groups: dict[str, Sequence[Event]] = {addresses.event_calendar(event.slug): [event] for event in events}
    if events:
        groups[addresses.EVENTS_CALENDAR] = events
    return {
        address: ics.render_events(found, ward.station, ward.now, files.read_bytes(site / address))
        for address, found in groups.items()
    }


def preview(ward: Ward, docs: Path) -> site.Published:
    """Write `docs` as they would be if everything were ready, due and approved; without sound, feeds and search."""
    ready = tuple(
        replace(article, status=Status.READY, published_at=min(article.published_at, ward.now))
        for article in ward.content.articles
    )
    standing = approval.take_as_written(replace(ward.content, articles=ready), ward.texts)
    content = approval.select_publishable(standing, ward.register, ward.now)
    edition = replace(make_edition(ward, content, load_packages(ward), {}), pictures=standing.pictures)
    pages.write(edition, ward.root, docs, discovery.heads(edition, ward.root))
    return site.Published(ward.now, sounds(ward.root, edition))
