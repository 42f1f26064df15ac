"""The programmes: their list, each one's page, the schedule, and the desk that the broadcast staff use."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, cast

from loaphuong.content.events import slug_of
from loaphuong.content.phrasing import phrase_rule
from loaphuong.core import addresses
from loaphuong.core.messages import N_
from loaphuong.core.vietnamese import day, minutes
from loaphuong.radio.calendar import ends_at
from loaphuong.station.show import ALONE, ARTICLE_KINDS, ItemKind
from loaphuong.web import landmarks, times
from loaphuong.web.pages.index import SiteIndex, link, when
from loaphuong.web.pages.lists import listing
from loaphuong.web.pages.page import PublishedPage
from loaphuong.web.pages.sound import player, transcript

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from loaphuong.content.articles import Article
    from loaphuong.core.problems import Problem
    from loaphuong.radio.programme import Item, Slot
    from loaphuong.station.show import Show, SlotRule
    from loaphuong.web.edition import Bulletin
    from loaphuong.web.pages.views import (
        BulletinPage,
        Card,
        Check,
        DeskPage,
        DeskSlot,
        DeskTask,
        Expiring,
        ItemView,
        Link,
        ListPage,
        Player,
        SchedulePage,
        SlotView,
        WeeklySlot,
    )

SHOWN = ARTICLE_KINDS | {ItemKind.CORRECTION, ItemKind.EVENTS, ItemKind.RULES}
AHEAD, AFTER, ON_DESK = 12, 6, 6


def pages(index: SiteIndex) -> Iterator[PublishedPage]:
    """The list of each show, every edition, the schedule and the desk."""
    for show in index.edition.station.shows:
        yield from show_pages(index, show)
    for bulletin in index.edition.bulletins:
        yield page(index, bulletin)
    yield schedule(index)
    yield desk(index)


def show_pages(index: SiteIndex, show: Show) -> Iterator[PublishedPage]:
    """What a show has broadcast, and what comes next; where there are several, the way to the others."""
    edition, shows = index.edition, index.edition.station.shows
    coming = [
        {**card(index, each), "span": {"since": each.programme.slot.starts_at.isoformat(), "hidden": True}}
        for each in reversed(list_coming(index, show))
        if each.episode
    ]
    recorded = cast("list[Card]", [*coming, *(card(index, each) for each in list_aired(index, show))])
    data: ListPage = {
        "kind": "bulletins",
        "active": addresses.BULLETINS,
        "coming": [
            {**card(index, each), "span": {"until": ends_at(edition.station, each.programme.slot).isoformat()}}
            for each in list_coming(index, show)
        ],
        "feed": edition.podcast_of(show),
        "next": list_upcoming(index, 1),
    }
    if len(shows) > 1:
        data["chips"] = [link(each.name, edition.list_of(each)) for each in shows]
        data["here"] = edition.list_of(show)
    yield from listing(index, *landmarks.broadcasts(edition, show), recorded, data)


def list_aired(index: SiteIndex, show: Show) -> list[Bulletin]:
    """The recorded editions of a show whose time has come, newest first."""
    return [each for each in index.edition.list_recorded(show) if each.programme.slot.starts_at <= index.edition.now]


def list_coming(index: SiteIndex, show: Show) -> list[Bulletin]:
    """The editions of a show that are planned or recorded for a time to come, the next one first."""
    edition = index.edition
    later = [
        each
        for each in edition.bulletins
        if each.programme.slot.starts_at > edition.now
        and not each.held
        and edition.listed_under(each.programme.slot) is show
    ]
    return sorted(later, key=lambda each: each.programme.slot)


def name(index: SiteIndex, bulletin: Bulletin) -> str:
    """Bản tin Thứ Ba, 24/11/2026."""
    if bulletin.silent:
        return index.tr(N_("{title} (not broadcast)"), title=name(index, replace(bulletin, silent=False)))
    starts_at = bulletin.programme.slot.starts_at
    # The day's name stays on one line.
    weekday = index.weekday(starts_at.weekday()).replace(" ", "\u00a0")
    if edition := index.edition.show_of(bulletin.programme.slot).edition:
        return index.tr(N_("{edition} of {weekday}, {day}"), edition=edition, weekday=weekday, day=day(starts_at))
    return index.tr(N_("Bulletin of {weekday}, {day}"), weekday=weekday, day=day(starts_at))


def player_of(index: SiteIndex, bulletin: Bulletin) -> Player | None:
    """The player of a bulletin; one that is held is not played."""
    episode = None if bulletin.held else bulletin.episode
    return player(index, episode, bulletin.audio)


def card(index: SiteIndex, bulletin: Bulletin) -> Card:
    """A programme as a list shows it."""
    audio = player_of(index, bulletin)
    items = [item.title for item in bulletin.programme.items if item.kind in ARTICLE_KINDS]
    return {
        "title": name(index, bulletin),
        "url": addresses.bulletin(bulletin.programme.slot.name),
        "summary": " · ".join(items),
        "iso": bulletin.programme.slot.starts_at.isoformat(),
        "listen": audio["duration"] if audio else None,
        "audio": audio,
        "repeat": bulletin.programme.repeat_of is not None,
    }


def items(index: SiteIndex, bulletin: Bulletin) -> list[ItemView]:
    """The running order as residents read it."""
    return [item_view(index, item) for item in bulletin.programme.items if item.kind in SHOWN]


def item_view(index: SiteIndex, item: Item) -> ItemView:
    """One entry: an article leads to its page, a reminder to its rules."""
    known = [ref for ref in item.refs if ref in index.articles]
    rules = [(ref, index.rule(ref)) for ref in item.refs if "#" in ref]
    events = [index.events[slug_of(ref)] for ref in item.refs if slug_of(ref) in index.events]
    return {
        "title": item.title,
        "url": addresses.article(known[0]) if known else None,
        "part": index.tr(N_("part {part}/{parts}"), part=item.part, parts=item.parts)
        if item.parts > 1 and item.kind in ARTICLE_KINDS
        else None,
        "length": minutes(item.seconds),
        "illustrative": any(index.articles[ref].illustrative for ref in known),
        "rules": [link(phrase_rule(found[1]), addresses.rule(ref)) for ref, found in rules if found]
        or [link(event.title, addresses.event(event.slug)) for event in events],
    }


def page(index: SiteIndex, bulletin: Bulletin) -> PublishedPage:
    """The page of one programme."""
    slot = bulletin.programme.slot
    audio = player_of(index, bulletin)
    if audio and bulletin.episode:
        labels = {voice.name: voice.label for voice in index.edition.station.voices}
        audio["voices"] = [labels.get(voice, voice) for voice in bulletin.episode.voices]
    order = items(index, bulletin)
    titles = [item["title"] for item in order if item["url"]]
    data: BulletinPage = {
        "kind": "bulletin",
        "active": addresses.BULLETINS,
        "crumbs": crumbs(index, index.edition.listed_under(slot)),
        "slot": slot.name,
        "made": day(index.edition.now),
        "starts": when(slot.starts_at),
        "cluster": slot.cluster,
        "audio": audio,
        "entries": order,
        "held": bulletin.held is not None,
        "repeat": bulletin.programme.repeat_of,
        "anew": bool(bulletin.earlier) and slot.starts_at <= index.edition.now,
        "shared": True,
        "transcript": transcript(bulletin.episode) if bulletin.episode and audio else None,
    }
    summary = (
        index.tr(N_("In this bulletin: {titles}."), titles="; ".join(titles))
        if titles
        else index.tr(N_("The programme “{programme}”."), programme=index.edition.show_of(slot).name)
    )
    return PublishedPage(addresses.bulletin(slot.name), "bulletin.html", name(index, bulletin), summary, data)


def crumbs(index: SiteIndex, show: Show) -> list[Link]:
    """The way down to an edition of a show."""
    radio = link(index.tr(N_("Radio")), addresses.BULLETINS)
    return [radio] if show is index.edition.station.main else [radio, link(show.name, index.edition.list_of(show))]


def list_upcoming(index: SiteIndex, most: int) -> list[SlotView]:
    """The next slots after now, each with its page if its programme is known."""
    known = {each.programme.slot.name: each for each in index.edition.bulletins}
    later = [slot for slot in index.edition.upcoming if ends_at(index.edition.station, slot) > index.edition.now]
    return [slot_view(index, slot, known.get(slot.name)) for slot in later[:most]]


def slot_view(index: SiteIndex, slot: Slot, bulletin: Bulletin | None) -> SlotView:
    """A broadcast time, and what is known of it."""
    view: SlotView = {
        "name": slot.name,
        "starts": index.when_in_week(slot.starts_at),
        "cluster": slot.cluster,
        "held": bulletin is not None and bulletin.held is not None,
        "url": addresses.bulletin(slot.name) if bulletin else None,
        "entries": items(index, bulletin) if bulletin else [],
        "audio": player_of(index, bulletin) if bulletin else None,
        "ends": ends_at(index.edition.station, slot).isoformat(),
    }
    if len(index.edition.station.shows) > 1 or slot.show == ALONE:
        view["show"] = index.edition.show_of(slot).name
    return view


def schedule(index: SiteIndex) -> PublishedPage:
    """When the loudspeakers speak: the weekly rule, the coming slots, the days without."""
    station = index.edition.station
    rules = ((show, rule) for show in station.shows for rule in show.slots)
    weekly = [weekly_slot(index, *pair) for pair in sorted(rules, key=lambda pair: (pair[1].weekday, pair[1].at))]
    today = index.edition.now.date()
    data: SchedulePage = {
        "kind": "schedule",
        "active": addresses.SCHEDULE,
        "crumbs": [link(index.tr(N_("Radio")), addresses.BULLETINS)],
        "weekly": weekly,
        "times": times.render(index.edition),
        "coming": list_upcoming(index, AHEAD),
        "closed": [
            {"on": index.when_in_week(datetime.combine(closed.on, time())), "why": closed.why}
            for closed in sorted(station.calendar.closed)
            if closed.on >= today
        ],
        "moved": [
            {"from": when(move.before), "to": when(move.after)}
            for move in sorted(station.calendar.moved)
            if move.after >= index.edition.now
        ],
        "calendar": addresses.CALENDAR,
        "length": "; ".join(length(index, show) for show in station.shows),
    }
    return PublishedPage.of(landmarks.schedule(index.edition), "schedule.html", data)


def weekly_slot(index: SiteIndex, show: Show, rule: SlotRule) -> WeeklySlot:
    """A slot of every week."""
    view: WeeklySlot = {
        "weekday": index.weekday(rule.weekday),
        "at": f"{rule.at:%H:%M}",
        "cluster": rule.cluster or index.tr(N_("The whole ward")),
    }
    if len(index.edition.station.shows) > 1:
        view["show"] = show.name
    return view


def length(index: SiteIndex, show: Show) -> str:
    """From how many to how many minutes an edition lasts; under the show's name where there are several."""
    least, most = show.bounds.minimum_seconds // 60, show.bounds.maximum_seconds // 60
    words = index.tr(N_("{least}–{most} minutes"), least=least, most=most)
    return f"{show.name} {words}" if len(index.edition.station.shows) > 1 else words


def desk(index: SiteIndex) -> PublishedPage:
    """The desk: the recorded bulletins to come, each with one big button and its words, and what is after them."""
    now = index.edition.now
    coming = (each for each in index.edition.bulletins if ends_at(index.edition.station, each.programme.slot) > now)
    expiring = sorted(index.edition.expiring, key=lambda each: (each[1], each[0].title))
    ready = sorted((each for each in coming if each.episode and not each.held), key=lambda each: each.programme.slot)
    data: DeskPage = {
        "kind": "desk",
        "hidden": True,
        "tasks": [task(index, each) for each in index.edition.to_do],
        "slots": [desk_slot(index, each, number) for number, each in enumerate(ready[:ON_DESK], 1)],
        "after": list_upcoming(index, AFTER),
        "expiring": [expiring_view(index, article, end) for article, end in expiring],
        "replaced": [{"place": each.place, "mark": each.mark, "now": each.now} for each in index.edition.replaced],
        "made": when(now),
        "times": times.render(index.edition),
    }
    return PublishedPage(
        addresses.DESK, "desk.html", index.tr(N_("Broadcast desk")), index.tr(N_("For the staff on duty.")), data
    )


def expiring_view(index: SiteIndex, article: Article, end: date) -> Expiring:
    """What ends unheard, and the first slot that could still read it."""
    edition = index.edition
    over = datetime.combine(end + timedelta(days=1), time(), edition.station.zone)
    slot = next((slot.name for slot in edition.upcoming if edition.now < slot.starts_at < over), "")
    return {"title": article.title, "name": article.slug, "day": day(end), "until": over.isoformat(), "slot": slot}


def task(index: SiteIndex, found: Problem) -> DeskTask:
    """A problem as the desk tells it."""
    values = dict(found.values)
    return {"what": index.tr(found.entry.what, **values), "hint": index.tr(found.entry.hint, **values)}


def desk_slot(index: SiteIndex, bulletin: Bulletin, number: int) -> DeskSlot:
    """A recorded bulletin as the desk shows it; its transcript belongs to the player `phat-<number>`."""
    words = transcript(bulletin.episode, f"phat-{number}") if bulletin.episode else ""
    slot = bulletin.programme.slot
    horn = None if bulletin.held else player(index, bulletin.episode, addresses.loudspeaker_audio(slot.name), "loa")
    # The cues lie beside the bulletin's public sound; both masters have the same length.
    if horn:
        horn["vtt"] = addresses.cues(bulletin.audio)
    view: SlotView = {**slot_view(index, slot, bulletin), "audio": horn}
    heard = bulletin.episode.file("loa") if bulletin.episode else None
    return {
        **view,
        "checks": checks(index, bulletin),
        "stand_ins": list(tell_stand_ins(index, bulletin)),
        "transcript": words,
        "seconds": heard.seconds if heard else 0.0,
        "sha256": heard.sha256 if heard else "",
        "file": PurePosixPath(heard.path).name if heard else "",
    }


def tell_stand_ins(index: SiteIndex, bulletin: Bulletin) -> Iterator[str]:
    """Who speaks for whom in a bulletin: to be listened to before it is aired."""
    labels = {voice.name: voice.label for voice in index.edition.station.voices}
    for voice, other, count in bulletin.episode.stand_ins if bulletin.episode else ():
        names = {"voice": labels.get(voice, voice), "other": labels.get(other, other)}
        yield index.tr(
            N_("“{other}” speaks {count} sentences for “{voice}”: listen to it before."), count=count, **names
        )


def checks(index: SiteIndex, bulletin: Bulletin) -> list[Check]:
    """What the gate measured on the file that will be played."""
    heard = bulletin.episode.file("loa") if bulletin.episode else None
    if heard is None:
        return []
    return [
        {"name": index.tr(N_("Length")), "value": minutes(heard.seconds)},
        {"name": index.tr(N_("Loudness")), "value": f"{index.decimal(heard.loudness_lufs)} LUFS".replace("-", "−")},
        {"name": index.tr(N_("Peak")), "value": f"{index.decimal(heard.true_peak_dbtp)} dBTP".replace("-", "−")},
        {"name": index.tr(N_("File id")), "value": heard.sha256[:12]},
    ]
