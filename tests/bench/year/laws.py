"""What has to be true after every command of the year."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import feedparser

from loaphuong.app import ward as wards
from loaphuong.content.genres import Genre
from loaphuong.core.project import Project
from loaphuong.radio import calendar, studio
from loaphuong.radio.newsroom import Newsroom
from loaphuong.station.show import ALONE, ARTICLE_KINDS, ItemKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from loaphuong.radio.episode import Episode
    from loaphuong.radio.programme import Item, Programme, Slot
    from tests.bench.year.desk import Desk, Heard

LEAST, MOST, REST = 300.0, 420.0, timedelta(days=28)
KIND = {ItemKind.ARTICLE, ItemKind.NOTICE, ItemKind.CORRECTION}


class Laws:
    """Looks at the project after each command, and tells the desk what is wrong."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.episodes: dict[str, tuple[str, str]] = {}
        self.lost: set[str] = set()
        self.warned: set[str] = set()
        self.expired: set[str] = set()

    def after(self, before: Mapping[str, Programme], now: Mapping[str, Programme], command: str) -> None:
        """No item left a running order that is still to come unless its title was said, nor a whole order its name."""
        desk = self.desk
        withdrawn = set(wards.load(desk.root, desk.now).register.withdrawals)
        for text in desk.texts:
            if text.title in desk.said and "hết hạn" in desk.said:
                self.warned.add(text.slug)
        for name, old in before.items():
            if old.slot.starts_at <= desk.now:
                continue
            new = now.get(name)
            if new is None:
                if name not in desk.said:
                    desk.violate(f"`loa {command}`: the running order of {name} is gone, unsaid")
                continue
            for word, item in changes(old, new):
                # The title of what was withdrawn is said nowhere any more.
                unsaid = item.title not in desk.said and not withdrawn.intersection(item.refs)
                if unsaid or name not in desk.said:
                    desk.violate(f"`loa {command}`: {item.refs} {word} {name}, unsaid")
            if old.slot.starts_at != new.slot.starts_at and name not in desk.said:
                desk.violate(f"`loa {command}`: {name} is at another time, unsaid")

    def ready(self) -> None:
        """Every slot of the next days has its bulletin; no article is in two of them; the feed keeps what it had."""
        desk = self.desk
        ward = wards.load(desk.root, desk.now)
        known = desk.orders()
        places: dict[tuple[str, int], str] = {}
        for slot in calendar.slots(ward.station, desk.now.date(), (desk.now + timedelta(days=5)).date()):
            if slot.starts_at <= desk.now or slot.name in ward.decisions.held:
                continue
            order = known.get(slot.name)
            episode = studio.load(Project(desk.root).packages / slot.name)
            if order is None or episode is None:
                desk.violate(f"{slot.name} is not ready: {desk.said.strip()[-500:]}")
                continue
            if order.slot.starts_at != slot.starts_at:
                desk.violate(f"{slot.name} is frozen for another time")
            self.length(slot, episode)
            for item in order.items:
                if item.kind is ItemKind.ARTICLE and not order.repeat_of:
                    other = places.setdefault((item.refs[0], item.part), slot.name)
                    if other != slot.name:
                        desk.violate(f"{item.refs[0]} is in {other} and {slot.name}")
        for name, order in known.items():
            if order.slot.starts_at > desk.now and calendar.find(ward.station, name) is None:
                desk.violate(f"{name} has a running order but is no slot")
        self.feed()

    def length(self, slot: Slot, episode: Episode) -> None:
        """Five to seven minutes; an urgent notice alone is shorter."""
        seconds = episode.public_file.seconds if episode.public_file else 0.0
        if slot.show == ALONE:
            if not 0 < seconds < LEAST:
                self.desk.violate(f"{slot.name} lasts {seconds:.0f} s")
        elif not LEAST <= seconds <= MOST:
            self.desk.violate(f"{slot.name} lasts {seconds:.0f} s")

    def feed(self) -> None:
        """Each episode that was ever public keeps its GUID, its date and, unless another is announced, its address."""
        path = Project(self.desk.root).site / "podcast.xml"
        if not path.is_file():
            self.desk.violate("there is no podcast")
            return
        found = {
            entry.id: (entry.published, entry.enclosures[0].href)
            for entry in feedparser.parse(path.read_bytes()).entries
        }
        withdrawn = wards.load(self.desk.root, self.desk.now).register.withdrawals
        for id_, told in self.episodes.items():
            name = id_.rstrip("/").rpartition("/")[2]
            if id_ not in found:
                heard = self.desk.heard.get(name)
                carried = {ref for item in heard.order.items for ref in item.refs} if heard else set()
                if heard and not carried & set(withdrawn) and id_ not in self.lost:
                    self.lost.add(id_)
                    self.desk.violate(f"the podcast lost {id_}")
                continue
            if told[0] != found[id_][0]:
                self.desk.violate(f"the podcast moved {id_} from {told[0]} to {found[id_][0]}")
            if name in self.desk.heard and told[1] != found[id_][1] and name not in self.desk.said:
                self.desk.violate(f"the podcast has another address for {id_}: {found[id_][1]}")
        self.episodes |= found

    def repeats(self, heard: Heard) -> None:
        """Nothing is heard again within its rest while articles wait that nobody has heard."""
        desk = self.desk
        now = heard.slot.starts_at
        for item in heard.order.items:
            if item.kind is not ItemKind.ARTICLE:
                continue
            for other in desk.heard.values():
                same = [
                    each
                    for each in other.order.items
                    if each.kind in ARTICLE_KINDS
                    and (each.refs, each.part, each.parts) == (item.refs, item.part, item.parts)
                ]
                if same and timedelta(0) < now - other.slot.starts_at < REST and (waiting := self.unheard(heard)):
                    desk.violate(
                        f"{item.refs[0]} again after {(now - other.slot.starts_at).days} days "
                        f"({item.why}), while {len(waiting)} wait: {waiting[:4]}"
                    )

    def unheard(self, heard: Heard) -> list[str]:
        """The articles that might have been read instead: approved when it was frozen, never heard, not expired."""
        known = {ref for each in self.desk.heard.values() for item in each.order.items for ref in item.refs}
        coming = {ref for each in self.desk.orders().values() for item in each.items for ref in item.refs}
        return [
            text.slug
            for text in self.desk.texts
            if text.on < heard.slot.starts_at - timedelta(days=10)
            and text.slug not in known | coming
            and (text.expires is None or text.expires.date() >= heard.slot.starts_at.date())
        ]

    def expiries(self) -> None:
        """Nothing with an end goes by unheard that had a slot, unless that was told before."""
        desk = self.desk
        known = {ref for each in desk.heard.values() for item in each.order.items for ref in item.refs}
        for text in desk.texts:
            if not text.expires or text.slug in self.expired or text.expires.date() >= desk.now.date():
                continue
            self.expired.add(text.slug)
            chances = [
                each
                for each in desk.heard.values()
                if text.on < each.slot.starts_at.replace(hour=0) and each.slot.starts_at.date() <= text.expires.date()
            ]
            # What has more parts than there were slots could not be heard whole.
            if len(chances) < self.parts(text.slug) and text.slug in self.warned:
                continue
            if text.slug not in known and chances and text.slug not in self.warned:
                desk.violate(
                    f"{text.slug} ({text.genre.value}, {text.priority}) expired unheard, {len(chances)} slots, unsaid"
                )
            elif text.slug not in known and chances and text.genre is Genre.NOTICE:
                desk.violate(f"{text.slug} ({text.priority}) expired unheard, {len(chances)} slots, though said")

    def parts(self, slug: str) -> int:
        """In how many parts an article is read."""
        ward = wards.load(self.desk.root, self.desk.now)
        return next((len(each.parts) for each in Newsroom(ward).candidates if each.article.slug == slug), 1)

    def report(self) -> None:
        """Planned are heard and missed together, and the missed ones are those that were silent."""
        desk = self.desk
        from loaphuong.app.report import report

        counted = report(desk.root, desk.now, None, None, None).report
        first = counted.period.first
        if len(counted.planned) != counted.whole + counted.interrupted + len(counted.missed):
            desk.violate(
                f"report: {len(counted.planned)} planned, {counted.whole} whole, {counted.interrupted} cut short, "
                f"{len(counted.missed)} missed"
            )
        true = {name for name, why in desk.silent.items() if name[:10] >= f"{first:%Y-%m-%d}"}
        logged = {line.slot for line in wards.load(desk.root, desk.now).aired}
        unlogged = {name for name in desk.heard if name not in logged and name[:10] >= f"{first:%Y-%m-%d}"}
        if extra := set(counted.missed) - true - unlogged:
            desk.violate(f"report: missed though heard or no slot: {sorted(extra)}")
        if lost := true - set(counted.missed):
            desk.violate(f"report: silent but not missed: {sorted(lost)}")


def changes(old: Programme, new: Programme) -> Iterator[tuple[str, Item]]:
    """What left a running order, and what came into it."""
    after, before = ({(item.refs, item.part) for item in order.items if item.kind in KIND} for order in (new, old))
    yield from (("left", item) for item in old.items if item.kind in KIND and (item.refs, item.part) not in after)
    yield from (("came into", item) for item in new.items if item.kind in KIND and (item.refs, item.part) not in before)
