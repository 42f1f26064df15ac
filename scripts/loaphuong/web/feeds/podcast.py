"""The recorded bulletins as a podcast."""

from __future__ import annotations

import uuid
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from loaphuong.core import addresses
from loaphuong.core.messages import N_
from loaphuong.core.vietnamese import minutes, moment
from loaphuong.station.show import ARTICLE_KINDS, ItemKind
from loaphuong.web.edition import ILLUSTRATIVE
from loaphuong.web.feeds.feed import SYNTHETIC, Feed, FeedEntry, Node
from loaphuong.web.feeds.news import card, describe, entitle, sheets, sound

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from loaphuong.content.articles import Article
    from loaphuong.radio.episode import Episode
    from loaphuong.station.nouns import Publisher
    from loaphuong.station.show import Show
    from loaphuong.web.edition import Bulletin, Edition

LONGEST = 200
# How many letters of titles stand in a title: programs show little more.
HEADLINE = 90
SILENT = N_("{title} (not broadcast)")
ANEW = N_("The sound of this bulletin was recorded anew after it was first published.")
# Fixed by the podcast namespace: the guid of a show is the UUIDv5 of its feed's address in this space.
SHOWS = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def guid(url: str) -> str:
    """The show's identity: of the address without its scheme and last slashes."""
    parts = urlsplit(url)
    return str(uuid.uuid5(SHOWS, f"{parts.netloc}{parts.path}".rstrip("/")))


def list_aired(edition: Edition, show: Show) -> list[tuple[Bulletin, Episode]]:
    """The bulletins whose time has come, with their sound, latest first; before any has, the first that is ready.

    A coming one waits: dated by its slot it would lie in the future, and once public its date must not move. But no
    directory takes a podcast of nothing.
    """
    found = [(each, episode) for each in edition.list_recorded(show) if (episode := each.episode)]
    return [pair for pair in found if pair[0].programme.slot.starts_at <= edition.now] or found[-1:]


def feed(edition: Edition, show: Show) -> Feed:
    """The podcast of a show."""
    ward = edition.station.ward
    url = addresses.absolute(ward.site_url, edition.podcast_of(show))
    bulletins = list_aired(edition, show)
    articles = {article.slug: article for article in edition.content.articles}
    return Feed(
        url=url,
        site=addresses.absolute(ward.site_url, edition.list_of(show)),
        title=f"{show.name} – {ward.name}",
        description=describe(ward),
        author=ward.station_name,
        email=ward.email,
        # The first of all waits for its slot in public; what is built now did not change later.
        updated=min(edition.now, max((found.programme.slot.starts_at for found, _ in bulletins), default=edition.now)),
        language=ward.language,
        entries=tuple(entry(edition, articles, *pair) for pair in bulletins),
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


def list_stories(edition: Edition, articles: Mapping[str, Article], bulletin: Bulletin) -> Iterator[tuple[str, str]]:
    """The stories of a bulletin, as (title, lead); each once, whatever its parts, a made-up one marked."""
    told: set[str] = set()
    for item in bulletin.programme.items:
        if item.kind not in ARTICLE_KINDS | {ItemKind.CORRECTION} or item.title in told:
            continue
        told.add(item.title)
        found = next((articles[ref] for ref in item.refs if ref in articles), None)
        if found and item.kind in ARTICLE_KINDS:
            yield entitle(edition, found), found.summary
        else:
            yield item.title, ""


def headline(edition: Edition, bulletin: Bulletin, titles: list[str]) -> str:
    """What is in it, as many of the first titles as fit, then its time."""
    slot = bulletin.programme.slot
    mark = f" ({edition.tr(ILLUSTRATIVE)})"
    made_up = bool(titles) and all(title.endswith(mark) for title in titles)
    words = [title.removesuffix(mark) for title in titles] if made_up else titles
    shown = words[:1]
    for title in words[1:]:
        if len("; ".join([*shown, title])) > HEADLINE:
            break
        shown.append(title)
    about = "; ".join(shown) or edition.show_of(slot).name
    return f"{about}{mark if made_up else ''} – {moment(slot.starts_at)}"


def entry(edition: Edition, articles: Mapping[str, Article], bulletin: Bulletin, episode: Episode) -> FeedEntry:
    """A bulletin as an episode of the show."""
    site_url = edition.station.ward.site_url
    slot = bulletin.programme.slot
    page = addresses.absolute(site_url, addresses.bulletin(slot.name))
    audio = bulletin.audio
    heard = sound(site_url, audio, episode)
    stories = list(list_stories(edition, articles, bulletin))
    title = headline(edition, bulletin, [title for title, _ in stories])
    news = "\n".join(f"{title}: {lead}" if lead else title for title, lead in stories)
    return FeedEntry(
        id=page,
        url=page,
        title=edition.tr(SILENT, title=title) if bulletin.silent else title,
        summary=news or ". ".join(chapter.title for chapter in episode.chapters if chapter.refs) or title,
        html=contents(edition, articles, bulletin, episode),
        published=slot.starts_at,
        updated=slot.starts_at,
        author=edition.station.ward.station_name,
        image=card(site_url, slot.name, f"{edition.show_of(slot).name} – {moment(slot.starts_at)}"),
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


def contents(edition: Edition, articles: Mapping[str, Article], bulletin: Bulletin, episode: Episode) -> str:
    """The news in it with their times, linked and with their lead where they have a page; whether its sound is new."""
    show = edition.show_of(bulletin.programme.slot)
    site_url = edition.station.ward.site_url
    lines = []
    # What the station says of itself (who speaks, what comes, good-bye) is about no text, and no news.
    for chapter in (each for each in episode.chapters if each.refs):
        told = escape(chapter.title)
        if found := next((articles[ref] for ref in chapter.refs if ref in articles), None):
            mark = f" ({edition.tr(ILLUSTRATIVE)})" if found.illustrative else ""
            link = f'<a href="{addresses.absolute(site_url, addresses.article(found.slug))}">{told}</a>'
            told = f"{link}{escape(mark)}<br>{escape(found.summary)}"
        lines.append(f"<li>{minutes(chapter.start_ms / 1000)} {told}</li>")
    voice = f"<p>{escape(show.words.synthetic)}</p>" if episode.synthetic else ""
    anew = f"<p>{escape(edition.tr(ANEW))}</p>" if bulletin.earlier else ""
    return f"<ol>{''.join(lines)}</ol>{voice}{anew}"
