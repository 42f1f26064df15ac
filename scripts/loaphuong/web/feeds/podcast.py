"""The recorded bulletins as a podcast."""

from __future__ import annotations

import uuid
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from loaphuong.core import addresses
from loaphuong.core.messages import N_
from loaphuong.core.vietnamese import minutes, moment
from loaphuong.web.feeds.feed import SYNTHETIC, Feed, FeedEntry, Node
from loaphuong.web.feeds.news import describe, sheets, sound

if TYPE_CHECKING:
    from datetime import datetime

    from loaphuong.radio.episode import Episode
    from loaphuong.station.nouns import Publisher
    from loaphuong.station.show import Show
    from loaphuong.web.edition import Bulletin, Edition

LONGEST = 200
SILENT = N_("{title} (not broadcast)")
ANEW = N_("The sound of this bulletin was recorded anew after it was first published.")
# Fixed by the podcast namespace: the guid of a show is the UUIDv5 of its feed's address in this space.
SHOWS = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def guid(url: str) -> str:
    """The show's identity: of the address without its scheme and last slashes."""
    parts = urlsplit(url)
    return str(uuid.uuid5(SHOWS, f"{parts.netloc}{parts.path}".rstrip("/")))


def list_recorded(edition: Edition, show: Show) -> list[tuple[Bulletin, Episode]]:
    """The bulletins with their sound, latest first."""
    return [(bulletin, bulletin.episode) for bulletin in edition.list_recorded(show)[:LONGEST] if bulletin.episode]


def release_time(edition: Edition, bulletin: Bulletin) -> datetime:
    """When it was on air; of a coming one, when the newest words in it were published: no feed dates to the future."""
    at = bulletin.programme.slot.starts_at
    if at <= edition.now:
        return at
    carried = {ref for item in bulletin.programme.items for ref in item.refs}
    told = [article.changed_at for article in edition.content.articles if article.slug in carried]
    return max(told, default=edition.now)


def feed(edition: Edition, show: Show) -> Feed:
    """The podcast of a show."""
    ward = edition.station.ward
    url = addresses.absolute(ward.site_url, edition.podcast_of(show))
    bulletins = list_recorded(edition, show)
    return Feed(
        url=url,
        site=addresses.absolute(ward.site_url, edition.list_of(show)),
        title=f"{show.name} – {ward.name}",
        description=describe(ward),
        author=ward.station_name,
        email=ward.email,
        updated=max((release_time(edition, found) for found, _ in bulletins), default=edition.now),
        language=ward.language,
        entries=tuple(entry(edition, *pair) for pair in bulletins),
        hub=ward.websub_hub,
        sheets=sheets(ward.site_url),
        nodes=(
            *directory_facts(ward, addresses.absolute(ward.site_url, addresses.COVER)),
            Node("podcast:guid", guid(url)),
            Node("podcast:locked", "yes", (("owner", ward.email),)),
            Node("podcast:medium", "podcast"),
            *rhythm(edition, show),
            *((SYNTHETIC,) if any(episode.synthetic for _, episode in bulletins) else ()),
        ),
    )


def directory_facts(ward: Publisher, cover: str) -> tuple[Node, ...]:
    """What the directories ask for."""
    return (
        Node("itunes:author", ward.station_name),
        Node("itunes:type", "episodic"),
        Node("itunes:explicit", "false"),
        Node("itunes:category", attributes=(("text", "Government"),)),
        Node("itunes:image", attributes=(("href", cover),)),
        Node("itunes:owner", children=(Node("itunes:name", ward.authority), Node("itunes:email", ward.email))),
    )


def rhythm(edition: Edition, show: Show) -> tuple[Node, ...]:
    """How often a bulletin comes, for programs and for people."""
    days = sorted({rule.weekday for rule in show.slots})
    if not days:
        return ()
    rule = f"FREQ=WEEKLY;BYDAY={','.join(DAYS[day] for day in days)}"
    often = edition.tr(N_("{count} bulletins a week"), count=len(show.slots))
    return (Node("podcast:updateFrequency", often, (("rrule", rule),)),)


def entry(edition: Edition, bulletin: Bulletin, episode: Episode) -> FeedEntry:
    """A bulletin as an episode of the show."""
    site_url = edition.station.ward.site_url
    slot = bulletin.programme.slot
    page = addresses.absolute(site_url, addresses.bulletin(slot.name))
    audio = bulletin.audio
    heard = sound(site_url, audio, episode)
    items = [chapter.title for chapter in episode.chapters]
    at = release_time(edition, bulletin)
    title = f"{episode.title} – {moment(slot.starts_at)}"
    return FeedEntry(
        id=page,
        url=page,
        title=edition.tr(SILENT, title=title) if bulletin.silent else title,
        summary=". ".join(dict.fromkeys(items)) or episode.title,
        html=contents(edition, bulletin, episode),
        published=at,
        updated=at,
        author=edition.station.ward.station_name,
        sound=heard,
        nodes=(
            *((Node("itunes:duration", str(heard.seconds)),) if heard else ()),
            Node("itunes:explicit", "false"),
            Node("itunes:episodeType", "full"),
            transcript(edition, addresses.absolute(site_url, addresses.cues(audio)), "text/vtt"),
            transcript(edition, page, "text/html"),
            Node(
                "podcast:chapters",
                attributes=(
                    ("url", addresses.absolute(site_url, addresses.chapters(audio))),
                    ("type", "application/json+chapters"),
                ),
            ),
        ),
    )


def transcript(edition: Edition, url: str, type_: str) -> Node:
    """The words of an episode; the timed ones serve as captions."""
    captions = (("rel", "captions"),) if type_ == "text/vtt" else ()
    return Node(
        "podcast:transcript", attributes=(("url", url), ("type", type_), ("language", edition.language), *captions)
    )


def contents(edition: Edition, bulletin: Bulletin, episode: Episode) -> str:
    """What is in it: times and titles, linked where the item has a page; whether its sound is another than it was."""
    show = edition.show_of(bulletin.programme.slot)
    slugs = {article.slug for article in edition.content.articles}
    site_url = edition.station.ward.site_url
    lines = []
    for chapter in episode.chapters:
        title = escape(chapter.title)
        ref = next((ref for ref in chapter.refs if ref in slugs), None)
        if ref:
            title = f'<a href="{addresses.absolute(site_url, addresses.article(ref))}">{title}</a>'
        lines.append(f"<li>{minutes(chapter.start_ms / 1000)} {title}</li>")
    voice = f"<p>{escape(show.words.synthetic)}</p>" if episode.synthetic else ""
    slot = bulletin.programme.slot
    anew = bulletin.earlier and slot.starts_at <= edition.now
    return f"<ol>{''.join(lines)}</ol>{voice}" + (f"<p>{escape(edition.tr(ANEW))}</p>" if anew else "")
