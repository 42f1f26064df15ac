"""The programmes: their list, each one's page, the schedule, and the desk that the broadcast staff use."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from loaphuong.core import addresses
from loaphuong.core.vietnamese import WEEKDAYS, minutes
from loaphuong.radio.programme import ARTICLE_KINDS, ItemKind
from loaphuong.web.pages.index import SCHEDULE, Shelf, View, link, when, when_in_week
from loaphuong.web.pages.lists import listing
from loaphuong.web.pages.page import PublishedPage
from loaphuong.web.pages.sound import player, transcript

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaphuong.radio.programme import Item, Slot
    from loaphuong.web.edition import Bulletin

SHOWN = ARTICLE_KINDS | {ItemKind.CORRECTION, ItemKind.RULES}
AHEAD, AFTER, ON_DESK = 12, 6, 3


def pages(shelf: Shelf) -> Iterator[PublishedPage]:
    """The list, every programme, the schedule and the desk."""
    edition = shelf.edition
    recorded = [card(each) for each in aired(shelf)]
    later = [each for each in edition.bulletins if each.programme.slot.starts_at > edition.now and not each.held]
    yield from listing(
        addresses.BULLETINS,
        "Chương trình phát thanh",
        f"Nghe lại các bản tin “{edition.station.programme_name}” và xem các bản tin sắp phát.",
        recorded,
        {
            "kind": "bulletins",
            "active": addresses.BULLETINS,
            "coming": [card(each) for each in sorted(later, key=lambda each: each.programme.slot)],
            "feed": "podcast.xml",
            "next": upcoming(shelf, 1),
        },
    )
    for bulletin in edition.bulletins:
        yield page(shelf, bulletin)
    yield schedule(shelf)
    yield desk(shelf)


def aired(shelf: Shelf) -> list[Bulletin]:
    """The recorded programmes whose time has come, newest first."""
    return [each for each in shelf.edition.recorded if each.programme.slot.starts_at <= shelf.edition.now]


def name(bulletin: Bulletin) -> str:
    """Bản tin Thứ Ba, 24/11/2026."""
    starts = when_in_week(bulletin.programme.slot.starts_at)
    # The day's name stays on one line.
    return f"Bản tin {starts['weekday']}, {starts['day']}".replace("Thứ ", "Thứ\u00a0")


def heard_of(bulletin: Bulletin) -> View | None:
    """The player of a bulletin; one that is held is not played."""
    return player(None if bulletin.held else bulletin.episode, addresses.bulletin_audio(bulletin.programme.slot.name))


def card(bulletin: Bulletin) -> View:
    """A programme as a list shows it."""
    audio = heard_of(bulletin)
    items = [item.title for item in bulletin.programme.items if item.kind in ARTICLE_KINDS]
    return {
        **link(name(bulletin), addresses.bulletin(bulletin.programme.slot.name)),
        "summary": " · ".join(items),
        "iso": bulletin.programme.slot.starts_at.isoformat(),
        "listen": audio["duration"] if audio else None,
        "audio": audio,
        "repeat": bulletin.programme.repeat_of is not None,
    }


def items(shelf: Shelf, bulletin: Bulletin) -> list[View]:
    """The running order as residents read it."""
    return [item_view(shelf, item) for item in bulletin.programme.items if item.kind in SHOWN]


def item_view(shelf: Shelf, item: Item) -> View:
    """One entry: an article leads to its page, a reminder to its rules."""
    known = [ref for ref in item.refs if ref in shelf.articles]
    rules = [(ref, shelf.rule(ref)) for ref in item.refs if "#" in ref]
    return {
        "title": item.title,
        "url": addresses.article(known[0]) if known else None,
        "part": f"phần {item.part}/{item.parts}" if item.parts > 1 and item.kind in ARTICLE_KINDS else None,
        "length": minutes(item.seconds),
        "rules": [link(found[1].text, addresses.rule(ref)) for ref, found in rules if found],
    }


def page(shelf: Shelf, bulletin: Bulletin) -> PublishedPage:
    """The page of one programme."""
    slot = bulletin.programme.slot
    audio = heard_of(bulletin)
    if audio and bulletin.episode:
        labels = {voice.name: voice.label for voice in shelf.edition.station.voices}
        audio["voices"] = [labels.get(voice, voice) for voice in bulletin.episode.voices]
    order = items(shelf, bulletin)
    titles = [str(item["title"]) for item in order if item["url"]]
    data: View = {
        "kind": "bulletin",
        "active": addresses.BULLETINS,
        "crumbs": [link("Nghe đài", addresses.BULLETINS)],
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
        "Trong bản tin: " + "; ".join(titles) + "."
        if titles
        else f"Chương trình “{shelf.edition.station.programme_name}”."
    )
    return PublishedPage(addresses.bulletin(slot.name), "bulletin.html", name(bulletin), summary, data)


def upcoming(shelf: Shelf, most: int) -> list[View]:
    """The next slots after now, each with its page if its programme is known."""
    known = {each.programme.slot.name: each for each in shelf.edition.bulletins}
    later = [slot for slot in shelf.edition.upcoming if ends(slot) > shelf.edition.now]
    return [slot_view(shelf, slot, known.get(slot.name)) for slot in later[:most]]


def slot_view(shelf: Shelf, slot: Slot, bulletin: Bulletin | None) -> View:
    """A broadcast time, and what is known of it."""
    return {
        "name": slot.name,
        "starts": when_in_week(slot.starts_at),
        "cluster": slot.cluster,
        "held": bulletin is not None and bulletin.held is not None,
        "url": addresses.bulletin(slot.name) if bulletin else None,
        "entries": items(shelf, bulletin) if bulletin else [],
        "audio": heard_of(bulletin) if bulletin else None,
    }


def schedule(shelf: Shelf) -> PublishedPage:
    """When the loudspeakers speak: the weekly rule, the coming slots, the days without."""
    station = shelf.edition.station
    weekly = [
        {"weekday": WEEKDAYS[rule.weekday], "at": f"{rule.at:%H:%M}", "cluster": rule.cluster or "Toàn phường"}
        for rule in sorted(station.slots, key=lambda rule: (rule.weekday, rule.at))
    ]
    today = shelf.edition.now.date()
    data: View = {
        "kind": "schedule",
        "active": SCHEDULE,
        "crumbs": [link("Nghe đài", addresses.BULLETINS)],
        "weekly": weekly,
        "coming": upcoming(shelf, AHEAD),
        "closed": [
            {"on": when_in_week(datetime.combine(on, time())), "why": why}
            for on, why in sorted(station.calendar.closed)
            if on >= today
        ],
        "moved": [
            {"from": when(old), "to": when(new)}
            for old, new in sorted(station.calendar.moved)
            if new >= shelf.edition.now
        ],
        "calendar": addresses.CALENDAR,
        "length": f"{station.bounds.minimum_seconds // 60}–{station.bounds.maximum_seconds // 60} phút",
    }
    summary = f"Lịch phát chương trình “{station.programme_name}” trên hệ thống loa của {station.ward.name}."
    return PublishedPage(SCHEDULE, "schedule.html", "Lịch phát thanh", summary, data)


def desk(shelf: Shelf) -> PublishedPage:
    """The desk: the recorded bulletins to come, each with one big button and its words, and what is after them."""
    now = shelf.edition.now
    coming = (each for each in shelf.edition.bulletins if ends(each.programme.slot) > now)
    ready = sorted((each for each in coming if each.episode and not each.held), key=lambda each: each.programme.slot)
    data: View = {
        "kind": "desk",
        "hidden": True,
        "slots": [desk_slot(shelf, each, number) for number, each in enumerate(ready[:ON_DESK], 1)],
        "after": upcoming(shelf, AFTER),
        "made": when(now),
    }
    return PublishedPage(addresses.DESK, "desk.html", "Bàn trực phát thanh", "Dành cho cán bộ trực phát thanh.", data)


def ends(slot: Slot) -> datetime:
    """When what a slot carries is over, with some minutes to spare."""
    return slot.starts_at + timedelta(minutes=15)


def desk_slot(shelf: Shelf, bulletin: Bulletin, number: int) -> View:
    """A recorded bulletin as the desk shows it; its transcript belongs to the player `phat-<number>`."""
    words = transcript(bulletin.episode, f"phat-{number}") if bulletin.episode else ""
    slot = bulletin.programme.slot
    horn = None if bulletin.held else player(bulletin.episode, addresses.loudspeaker_audio(slot.name), "loa")
    # The cues lie beside the bulletin's public sound; both masters have the same length.
    if horn:
        horn["vtt"] = addresses.cues(addresses.bulletin_audio(slot.name))
    view = {**slot_view(shelf, slot, bulletin), "audio": horn}
    return {**view, "ends": ends(slot).isoformat(), "checks": checks(bulletin), "transcript": words}


def checks(bulletin: Bulletin) -> list[View]:
    """What the gate measured on the file that will be played."""
    heard = bulletin.episode.file("loa") if bulletin.episode else None
    if heard is None:
        return []
    return [
        {"name": "Thời lượng", "value": minutes(heard.seconds)},
        {"name": "Độ to", "value": f"{heard.loudness_lufs:.1f} LUFS".replace(".", ",").replace("-", "−")},
        {"name": "Đỉnh", "value": f"{heard.true_peak_dbtp:.1f} dBTP".replace(".", ",").replace("-", "−")},
        {"name": "Mã tệp", "value": heard.sha256[:12]},
    ]
