"""What the head of each page says to machines: kind, picture, dates, graph. The page itself gives title and summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.content.nouns import SectionKind
from loaphuong.core import addresses
from loaphuong.core.messages import N_
from loaphuong.core.vietnamese import moment
from loaphuong.web.discovery import jsonld
from loaphuong.web.discovery.headers import embed_policy
from loaphuong.web.edition import ILLUSTRATIVE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from loaphuong.content.events import Event
    from loaphuong.content.nouns import Code
    from loaphuong.web.edition import Edition

Head = dict[str, object]
NO_INDEX = "noindex"


class Heads:
    """The heads of one edition."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.ward = edition.station.ward

    def by_address(self) -> Mapping[str, Head]:
        """Address → head, for every page whose meaning is known; other lists do with what their page says."""
        hidden = [
            addresses.DESK,
            addresses.OFFLINE,
            *(addresses.article(grave.slug) for grave in self.edition.tombstones),
        ]
        return {
            addresses.HOME: self.head(addresses.HOME, jsonld.home(self.edition)),
            **self.articles(),
            **self.bulletins(),
            **{addresses.code(each.slug): self.code(each) for each in self.edition.content.codes},
            **self.lists(),
            **{addresses.event(each.slug): self.event(each) for each in self.edition.content.events},
            **{address: {"robots": NO_INDEX} for address in hidden},
            addresses.EMBED: {"robots": NO_INDEX, "csp": embed_policy()},
        }

    def full(self, address: str) -> str:
        """The address as others use it."""
        return addresses.absolute(self.ward.site_url, address)

    def head(self, address: str, nodes: Sequence[jsonld.Node], **facts: object) -> Head:
        """A head with what all share; facts without a value are left out."""
        given = {"url": self.full(address), "type": "website", "image": self.full(addresses.HOME_CARD), **facts}
        return {key: value for key, value in given.items() if value} | {"jsonld": jsonld.render(nodes)}

    def articles(self) -> dict[str, Head]:
        """Every article, with its card and dates."""
        titles = {section.slug: section.title for section in self.edition.content.sections}
        found = {}
        for article in self.edition.content.articles:
            section = titles.get(article.section, article.section)
            address = addresses.article(article.slug)
            found[address] = self.head(
                address,
                jsonld.article(self.edition, article, section),
                type="article",
                image=self.full(addresses.card(article.slug)),
                section=section,
                mark=self.edition.tr(ILLUSTRATIVE) if article.illustrative else None,
                published=time(article.published_at),
                modified=time(article.changed_at),
            )
        return found

    def bulletins(self) -> dict[str, Head]:
        """Every bulletin; a recorded one has a card of its own."""
        found = {}
        recorded = {bulletin.programme.slot.name for bulletin in self.edition.recorded}
        for bulletin in self.edition.bulletins:
            slot = bulletin.programme.slot
            address = addresses.bulletin(slot.name)
            heard = slot.name in recorded
            title = f"{self.edition.show_of(slot).name}, {moment(slot.starts_at)}"
            found[address] = self.head(
                address,
                jsonld.bulletin(self.edition, bulletin, title),
                image=self.full(addresses.card(slot.name) if heard else addresses.HOME_CARD),
                modified=time(slot.starts_at) if heard and slot.starts_at <= self.edition.now else None,
            )
        return found

    def code(self, code: Code) -> Head:
        """A code of conduct."""
        return self.head(addresses.code(code.slug), jsonld.code(self.edition, code))

    def event(self, event: Event) -> Head:
        """What is to happen."""
        return self.head(addresses.event(event.slug), jsonld.event(self.edition, event))

    def lists(self) -> dict[str, Head]:
        """Sections, models, topics, standing pages: where they stand in the site."""
        content, tr = self.edition.content, self.edition.tr
        trails: list[tuple[str, str, tuple[tuple[str, str], ...]]] = [
            *(
                (each.title, addresses.section(each.slug), ((tr(N_("News")), addresses.SECTIONS),))
                for each in content.sections
                if each.kind is SectionKind.ARTICLES
            ),
            *(
                (each.title, addresses.model(each.slug), ((tr(N_("Models")), addresses.MODELS),))
                for each in content.models
            ),
            *(
                (each.title, addresses.topic(each.slug), ((tr(N_("Topics")), addresses.TOPICS),))
                for each in content.topics
            ),
            *((each.title, addresses.page(each.slug), ()) for each in content.pages),
        ]
        return {
            address: self.head(address, [jsonld.breadcrumbs(self.edition, [*above, (title, address)])])
            for title, address, above in trails
        }


def time(value: datetime) -> str:
    """2026-11-21T16:30:00+07:00"""
    return value.isoformat(timespec="seconds")
