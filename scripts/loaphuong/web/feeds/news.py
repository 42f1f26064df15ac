"""The ward's articles as entries of a feed: newest first, whole, with addresses that work anywhere."""

from __future__ import annotations

from datetime import datetime, time
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING

from loaphuong.content.declaration import Outlet, facts
from loaphuong.content.nouns import SectionKind
from loaphuong.content.page_addresses import page_addresses
from loaphuong.core import addresses, markup
from loaphuong.core.messages import N_
from loaphuong.core.vietnamese import day
from loaphuong.web.cards.paint import CARD
from loaphuong.web.edition import ILLUSTRATIVE
from loaphuong.web.feeds.feed import Feed, FeedEntry, FeedImage, Sound, Withdrawn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from loaphuong.content.articles import Article
    from loaphuong.content.nouns import Section
    from loaphuong.radio.episode import Episode
    from loaphuong.station.nouns import Publisher
    from loaphuong.web.edition import Edition

LONGEST = 50
TYPES = {"jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "webp": "image/webp"}
# Facts that an entry of a feed has an element for.
OF_THE_ENTRY = frozenset({"section", "author"})


def section_feed(slug: str) -> str:
    """chuyen-muc/<section>/feed.xml"""
    return f"{addresses.section(slug)}feed.xml"


def sound(site_url: str, address: str, episode: Episode | None) -> Sound | None:
    """The recording as residents hear it, byte-exact; None where there is none."""
    file = episode.public_file if episode else None
    if not episode or not file:
        return None
    return Sound(addresses.absolute(site_url, address), file.bytes, round(file.seconds), episode.synthetic)


class NewsFeeds:
    """What the feeds take from one edition; each article's HTML is made once."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.site_url = edition.station.ward.site_url
        self.made: dict[str, FeedEntry] = {}

    @cached_property
    def pages(self) -> Mapping[str, str]:
        """File of content/ → address."""
        return page_addresses(self.edition.content)

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """Section → its title."""
        return {section.slug: section.title for section in self.edition.content.sections}

    def sections(self) -> tuple[Section, ...]:
        """The sections that have articles of their own kind, empty ones too: their feeds wait."""
        return tuple(section for section in self.edition.content.sections if section.kind is SectionKind.ARTICLES)

    def url(self, address: str) -> str:
        """The full address."""
        return addresses.absolute(self.site_url, address)

    def entries(self, section: Section | None = None) -> tuple[FeedEntry, ...]:
        """The articles, newest first, of one section or of all."""
        chosen = [found for found in self.edition.content.articles if section is None or found.section == section.slug]
        return tuple(map(self.entry, chosen))

    def feed(self, path: str, section: Section | None = None) -> Feed:
        """The feed at `path`, of everything. It is as new as its newest entry, so that nothing new changes no byte."""
        ward = self.edition.station.ward
        entries, withdrawn = self.entries(section), () if section else self.list_withdrawn()
        times = [*(entry.updated for entry in entries), *(grave.on for grave in withdrawn)]
        return Feed(
            url=self.url(path),
            site=self.url(addresses.section(section.slug) if section else addresses.HOME),
            title=f"{section.title} – {ward.name}" if section else self.edition.content.title,
            description=describe(ward, (section.summary if section else self.edition.content.summary)),
            author=ward.authority,
            email=ward.email,
            updated=max(times, default=self.edition.now),
            language=ward.language,
            entries=entries,
            withdrawn=withdrawn,
            hub=ward.websub_hub,
            icon=self.url(addresses.icon(192)),
            sheets=sheets(self.site_url),
        )

    def list_withdrawn(self) -> tuple[Withdrawn, ...]:
        """What readers should drop."""
        zone = self.edition.now.tzinfo
        return tuple(
            Withdrawn(self.url(addresses.article(grave.slug)), datetime.combine(grave.on, time(), zone))
            for grave in self.edition.tombstones
        )

    def entry(self, article: Article) -> FeedEntry:
        """The article as an entry; made once."""
        if article.slug not in self.made:
            self.made[article.slug] = self.fresh_entry(article)
        return self.made[article.slug]

    def fresh_entry(self, article: Article) -> FeedEntry:
        """The article as an entry."""
        url = self.url(addresses.article(article.slug))
        audio = addresses.article_audio(article.slug)
        return FeedEntry(
            id=url,
            url=url,
            title=entitle(self.edition, article),
            summary=article.summary,
            html=self.html(article, url),
            published=article.published_at,
            updated=article.changed_at,
            author=article.author,
            categories=((article.section, self.titles.get(article.section, article.section)),),
            image=self.picture(article) or card(self.site_url, article.slug, article.title),
            sound=sound(self.site_url, audio, self.edition.recordings.get(article.slug)),
        )

    def picture(self, article: Article) -> FeedImage | None:
        """The picture that its editor chose, once it is approved."""
        shown = article.image
        if shown is None or shown.path not in self.edition.pictures:
            return None
        url = self.url(addresses.image(shown.path))
        return FeedImage(url, guess_type(shown.path), alt=shown.alt, credit=shown.credit or "")

    def html(self, article: Article, url: str) -> str:
        """All that the page says of it: lead, corrections, text, and that a story is made up."""

        def link(target: str) -> str:
            found = addresses.resolve(self.pages, article.where.path, target)
            if found is not None:
                return self.url(found)
            if target.startswith("#"):
                return f"{url}{target}"
            # What is not published has no address: the reader is led to the article itself.
            return target if addresses.split_link(target).scheme else url

        tr = self.edition.tr
        parts = [f"<p><strong>{escape(article.summary)}</strong></p>"]
        if article.illustrative:
            parts.insert(0, "<p><em>{}</em></p>".format(tr(N_("The story is illustrative."))))
        parts += [
            "<p><strong>{}</strong> {} {}</p>".format(
                tr(N_("Correction of {day}:"), day=day(found.on)), escape(found.wrong), escape(found.right)
            )
            for found in article.corrections
        ]
        if shown := self.picture(article):
            credit = f"<figcaption>{escape(shown.credit)}</figcaption>" if shown.credit else ""
            parts.append(f'<figure><img src="{escape(shown.url)}" alt="{escape(shown.alt)}">{credit}</figure>')
        parts.append(markup.html(article.body, link, lambda target: {"src": link(target)}))
        parts += [
            f"<p>{tr(fact.label)}: {escape(words(getattr(article, fact.name)))}</p>"
            for fact in facts(type(article), Outlet.FEED)
            if fact.name not in OF_THE_ENTRY and getattr(article, fact.name)
        ]
        return "\n".join(parts)


def entitle(edition: Edition, article: Article) -> str:
    """The title of an article; of one that is made up it says so."""
    return f"{article.title} ({edition.tr(ILLUSTRATIVE)})" if article.illustrative else article.title


def card(site_url: str, name: str, title: str) -> FeedImage:
    """The card of a page."""
    return FeedImage(addresses.absolute(site_url, addresses.card(name)), "image/png", *CARD, title)


def guess_type(path: str) -> str:
    """The type of a picture, by its ending: a picture under another one is not published."""
    return TYPES[path.rpartition(".")[2].lower()]


def describe(ward: Publisher, told: str = "") -> str:
    """What a feed is about; of a demonstration also what of it is real."""
    about = told or ward.description
    return f"{about} {ward.demonstration_note}" if ward.demonstration and ward.demonstration_note else about


def words(value: object) -> str:
    """A fact in one line."""
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def sheets(site_url: str) -> tuple[tuple[str, str], ...]:
    """What makes a feed a readable page: CSS alone, since browsers show a warning over XSLT and then drop it."""
    return (("text/css", addresses.local(site_url, "feed.css")),)
