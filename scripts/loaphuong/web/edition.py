"""What may be published at one moment, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from loaphuong.core import addresses
from loaphuong.core.messages import N_, translate

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from loaphuong.content.articles import Article
    from loaphuong.content.nouns import Content
    from loaphuong.core.problems import Problem
    from loaphuong.print.nouns import Offer, SheetMark
    from loaphuong.print.posted import Replaced
    from loaphuong.radio.episode import Episode
    from loaphuong.radio.programme import Programme, Slot
    from loaphuong.station.nouns import Station
    from loaphuong.station.show import Show


# What says of a story that it is made up, wherever it is told of.
ILLUSTRATIVE = N_("illustrative story")


@dataclass(frozen=True, slots=True)
class Bulletin:
    """A programme, and its recording where there is one; `silent`: the log says that it was not broadcast.

    `earlier` are the SHA-256 of the sounds it had before, the first one first.
    """

    programme: Programme
    episode: Episode | None
    held: str | None = None
    silent: bool = False
    earlier: tuple[str, ...] = ()

    @property
    def audio(self) -> str:
        """The address of its sound: another sound has another, since players and caches keep what they know."""
        media = self.episode.public_file if self.episode else None
        return addresses.bulletin_audio(self.programme.slot.name, media.sha256 if media and self.earlier else "")

    @property
    def audio_before(self) -> tuple[str, ...]:
        """The addresses of its earlier sounds."""
        name = self.programme.slot.name
        known = [addresses.bulletin_audio(name, sha256 if place else "") for place, sha256 in enumerate(self.earlier)]
        return tuple(address for address in dict.fromkeys(known) if address != self.audio)


@dataclass(frozen=True, slots=True)
class Tombstone:
    """A withdrawn article: its address stays, its words do not."""

    slug: str
    on: date


@dataclass(frozen=True, slots=True)
class UrgentNotice:
    """An article that stands above every page until it is over."""

    article: Article
    until: datetime


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything that may be published at `now`, and nothing else: approved, due, not withdrawn, not private.

    `to_do` is what the staff at the desk have to see to. `prints` are the sheets to download, `marks` those of
    everything that can be printed now, `replaced` what hangs somewhere and is not in force any more.
    `recordings` are the articles' own episodes by slug, `pictures` the files that may be shown, each with its SHA-256;
    `bulletins` are newest first and hold recorded ones and the next planned ones. `expiring` are the articles that no
    bulletin reads before they end, with their last days.
    """

    now: datetime
    station: Station
    content: Content
    bulletins: tuple[Bulletin, ...]
    recordings: Mapping[str, Episode]
    tombstones: tuple[Tombstone, ...] = ()
    pictures: Mapping[str, str] = field(default_factory=dict)
    upcoming: tuple[Slot, ...] = ()
    prints: tuple[Offer, ...] = ()
    marks: tuple[SheetMark, ...] = ()
    replaced: tuple[Replaced, ...] = ()
    expiring: tuple[tuple[Article, date], ...] = ()
    urgent: tuple[UrgentNotice, ...] = ()
    to_do: tuple[Problem, ...] = ()

    @property
    def language(self) -> str:
        """The language of the page, as `lang` has it."""
        return self.station.ward.language

    def tr(self, message: str, **values: object) -> str:
        """A text of the page in its language, with `{name}` filled from `values`."""
        return translate(self.language, message, **values)

    @property
    def recorded(self) -> tuple[Bulletin, ...]:
        """The bulletins that can be listened to, latest slot first: a coming one as soon as it is recorded."""
        found = (bulletin for bulletin in self.bulletins if bulletin.episode and not bulletin.held)
        return tuple(sorted(found, key=lambda bulletin: bulletin.programme.slot, reverse=True))

    def list_recorded(self, show: Show) -> tuple[Bulletin, ...]:
        """The recorded editions that are listed under one show, latest slot first."""
        return tuple(each for each in self.recorded if self.listed_under(each.programme.slot) is show)

    def show_of(self, slot: Slot) -> Show:
        """The show of a slot."""
        return self.station.show(slot.show)

    def listed_under(self, slot: Slot) -> Show:
        """The show in whose list and podcast an edition stands: an urgent notice's is the main one."""
        return next((show for show in self.station.shows if show.key == slot.show), self.station.main)

    def list_of(self, show: Show) -> str:
        """The address of a show's list."""
        return addresses.BULLETINS if show is self.station.main else addresses.show(show.key)

    def podcast_of(self, show: Show) -> str:
        """The address of a show's podcast."""
        return addresses.podcast("" if show is self.station.main else show.key)

    @property
    def latest(self) -> Bulletin | None:
        """The main show's edition to hear first: the last on air; before any was, the first that is ready."""
        main = self.station.main
        recorded = [each for each in self.recorded if self.show_of(each.programme.slot) is main]
        aired = (bulletin for bulletin in recorded if bulletin.programme.slot.starts_at <= self.now)
        return next(aired, None) or next(reversed(recorded), None)
