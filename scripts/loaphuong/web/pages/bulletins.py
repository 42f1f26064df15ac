"""The programmes: their list, each one's page, the schedule, and the desk that the broadcast staff use."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from loaphuong.core import addresses
from loaphuong.core.messages import N_
from loaphuong.core.vietnamese import day, minutes
from loaphuong.radio.programme import ARTICLE_KINDS, ItemKind
from loaphuong.web.pages.index import SCHEDULE, SiteIndex, View, link, when
from loaphuong.web.pages.lists import listing
from loaphuong.web.pages.page import PublishedPage
from loaphuong.web.pages.sound import player, transcript

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaphuong.radio.programme import Item, Slot
    from loaphuong.web.edition import Bulletin

SHOWN = ARTICLE_KINDS | {ItemKind.CORRECTION, ItemKind.RULES}
AHEAD, AFTER, ON_DESK = 12, 6, 3


def pages(index: SiteIndex) -> Iterator[PublishedPage]:
    """The list, every programme, the schedule and the desk."""
    edition = index.edition
    recorded = [card(index, each) for each in aired(index)]
    later = [each for each in edition.bulletins if each.programme.slot.starts_at > edition.now and not each.held]
    yield from listing(
        index,
        addresses.BULLETINS,
        index.tr(N_("Broadcasts")),
        index.tr(
            N_("Listen again to “{programme}”, and see what comes next."), programme=edition.station.programme_name
        ),
        recorded,
        {
            "kind": "bulletins",
            "active": addresses.BULLETINS,
            "coming": [card(index, each) for each in sorted(later, key=lambda each: each.programme.slot)],
            "feed": "podcast.xml",
            "next": upcoming(index, 1),
        },
    )
    for bulletin in edition.bulletins:
        yield page(index, bulletin)
    yield schedule(index)
    yield desk(index)


def aired(index: SiteIndex) -> list[Bulletin]:
    """The recorded programmes whose time has come, newest first."""
    return [each for each in index.edition.recorded if each.programme.slot.starts_at <= index.edition.now]


def name(index: SiteIndex, bulletin: Bulletin) -> str:
    """Bản tin Thứ Ba, 24/11/2026."""
    starts_at = bulletin.programme.slot.starts_at
    # The day's name stays on one line.
    weekday = index.weekday(starts_at.weekday()).replace(" ", "\u00a0")
    return index.tr(N_("Bulletin of {weekday}, {day}"), weekday=weekday, day=day(starts_at))


def heard_of(index: SiteIndex, bulletin: Bulletin) -> View | None:
    """The player of a bulletin; one that is held is not played."""
    episode = None if bulletin.held else bulletin.episode
    return player(index, episode, addresses.bulletin_audio(bulletin.programme.slot.name))


def card(index: SiteIndex, bulletin: Bulletin) -> View:
    """A programme as a list shows it."""
    audio = heard_of(index, bulletin)
    items = [item.title for item in bulletin.programme.items if item.kind in ARTICLE_KINDS]
    return {
        **link(name(index, bulletin), addresses.bulletin(bulletin.programme.slot.name)),
        "summary": " · ".join(items),
        "iso": bulletin.programme.slot.starts_at.isoformat(),
        "listen": audio["duration"] if audio else None,
        "audio": audio,
        "repeat": bulletin.programme.repeat_of is not None,
    }


def items(index: SiteIndex, bulletin: Bulletin) -> list[View]:
    """The running order as residents read it."""
    return [item_view(index, item) for item in bulletin.programme.items if item.kind in SHOWN]


def item_view(index: SiteIndex, item: Item) -> View:
    """One entry: an article leads to its page, a reminder to its rules."""
    known = [ref for ref in item.refs if ref in index.articles]
    rules = [(ref, index.rule(ref)) for ref in item.refs if "#" in ref]
    return {
        "title": item.title,
        "url": addresses.article(known[0]) if known else None,
        "part": index.tr(N_("part {part}/{parts}"), part=item.part, parts=item.parts)
        if item.parts > 1 and item.kind in ARTICLE_KINDS
        else None,
        "length": minutes(item.seconds),
        "rules": [link(found[1].text, addresses.rule(ref)) for ref, found in rules if found],
    }


def page(index: SiteIndex, bulletin: Bulletin) -> PublishedPage:
    """The page of one programme."""
    slot = bulletin.programme.slot
    audio = heard_of(index, bulletin)
    if audio and bulletin.episode:
        labels = {voice.name: voice.label for voice in index.edition.station.voices}
        audio["voices"] = [labels.get(voice, voice) for voice in bulletin.episode.voices]
    order = items(index, bulletin)
    titles = [str(item["title"]) for item in order if item["url"]]
    data: View = {
        "kind": "bulletin",
        "active": addresses.BULLETINS,
        "crumbs": [link(index.tr(N_("Radio")), addresses.BULLETINS)],
        "slot": slot.name,
        "starts": when(slot.starts_at),
        "cluster": slot.cluster,
        "audio": audio,
        "entries": order,
        "held": bulletin.held is not None,
        "repeat": bulletin.programme.repeat_of,
        "shared": True,
        "transcript": transcript(bulletin.episode) if bulletin.episode and audio else None,
    }
    summary = (
        index.tr(N_("In this bulletin: {titles}."), titles="; ".join(titles))
        if titles
        else index.tr(N_("The programme “{programme}”."), programme=index.edition.station.programme_name)
    )
    return PublishedPage(addresses.bulletin(slot.name), "bulletin.html", name(index, bulletin), summary, data)


def upcoming(index: SiteIndex, most: int) -> list[View]:
    """The next slots after now, each with its page if its programme is known."""
    known = {each.programme.slot.name: each for each in index.edition.bulletins}
    later = [slot for slot in index.edition.upcoming if ends(slot) > index.edition.now]
    return [slot_view(index, slot, known.get(slot.name)) for slot in later[:most]]


def slot_view(index: SiteIndex, slot: Slot, bulletin: Bulletin | None) -> View:
    """A broadcast time, and what is known of it."""
    return {
        "name": slot.name,
        "starts": index.when_in_week(slot.starts_at),
        "cluster": slot.cluster,
        "held": bulletin is not None and bulletin.held is not None,
        "url": addresses.bulletin(slot.name) if bulletin else None,
        "entries": items(index, bulletin) if bulletin else [],
        "audio": heard_of(index, bulletin) if bulletin else None,
    }


def schedule(index: SiteIndex) -> PublishedPage:
    """When the loudspeakers speak: the weekly rule, the coming slots, the days without."""
    station = index.edition.station
    weekly = [
        {
            "weekday": index.weekday(rule.weekday),
            "at": f"{rule.at:%H:%M}",
            "cluster": rule.cluster or index.tr(N_("The whole ward")),
        }
        for rule in sorted(station.slots, key=lambda rule: (rule.weekday, rule.at))
    ]
    today = index.edition.now.date()
    data: View = {
        "kind": "schedule",
        "active": SCHEDULE,
        "crumbs": [link(index.tr(N_("Radio")), addresses.BULLETINS)],
        "weekly": weekly,
        "coming": upcoming(index, AHEAD),
        "closed": [
            {"on": index.when_in_week(datetime.combine(on, time())), "why": why}
            for on, why in sorted(station.calendar.closed)
            if on >= today
        ],
        "moved": [
            {"from": when(old), "to": when(new)}
            for old, new in sorted(station.calendar.moved)
            if new >= index.edition.now
        ],
        "calendar": addresses.CALENDAR,
        "length": index.tr(
            N_("{least}–{most} minutes"),
            least=station.bounds.minimum_seconds // 60,
            most=station.bounds.maximum_seconds // 60,
        ),
    }
    summary = index.tr(
        N_("When “{programme}” is broadcast over the loudspeakers of {ward}."),
        programme=station.programme_name,
        ward=station.ward.name,
    )
    return PublishedPage(SCHEDULE, "schedule.html", index.tr(N_("Broadcast schedule")), summary, data)


def desk(index: SiteIndex) -> PublishedPage:
    """The desk: the recorded bulletins to come, each with one big button and its words, and what is after them."""
    now = index.edition.now
    coming = (each for each in index.edition.bulletins if ends(each.programme.slot) > now)
    ready = sorted((each for each in coming if each.episode and not each.held), key=lambda each: each.programme.slot)
    data: View = {
        "kind": "desk",
        "hidden": True,
        "slots": [desk_slot(index, each, number) for number, each in enumerate(ready[:ON_DESK], 1)],
        "after": upcoming(index, AFTER),
        "made": when(now),
    }
    return PublishedPage(
        addresses.DESK, "desk.html", index.tr(N_("Broadcast desk")), index.tr(N_("For the staff on duty.")), data
    )


def ends(slot: Slot) -> datetime:
    """When what a slot carries is over, with some minutes to spare."""
    return slot.starts_at + timedelta(minutes=15)


def desk_slot(index: SiteIndex, bulletin: Bulletin, number: int) -> View:
    """A recorded bulletin as the desk shows it; its transcript belongs to the player `phat-<number>`."""
    words = transcript(bulletin.episode, f"phat-{number}") if bulletin.episode else ""
    slot = bulletin.programme.slot
    horn = None if bulletin.held else player(index, bulletin.episode, addresses.loudspeaker_audio(slot.name), "loa")
    # The cues lie beside the bulletin's public sound; both masters have the same length.
    if horn:
        horn["vtt"] = addresses.cues(addresses.bulletin_audio(slot.name))
    view = {**slot_view(index, slot, bulletin), "audio": horn}
    return {**view, "ends": ends(slot).isoformat(), "checks": checks(index, bulletin), "transcript": words}


def checks(index: SiteIndex, bulletin: Bulletin) -> list[View]:
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
