"""What search engines read of a page: schema.org as JSON-LD, one graph a page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from loaphuong.content.declaration import Outlet, declarations_on
from loaphuong.core import addresses
from loaphuong.core.messages import N_
from loaphuong.web.edition import ILLUSTRATIVE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaphuong.content.articles import Article
    from loaphuong.content.events import Event
    from loaphuong.content.nouns import Code
    from loaphuong.radio.episode import Episode
    from loaphuong.station.nouns import Publisher
    from loaphuong.station.show import Show
    from loaphuong.web.edition import Bulletin, Edition

Node = dict[str, object]
HEADLINE_LENGTH = 110


def render(nodes: Sequence[Node]) -> str:
    """The graph as text that can stand in a script element, whatever is in it."""
    text = json.dumps({"@context": "https://schema.org", "@graph": nodes}, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def url(ward: Publisher, address: str) -> str:
    """The full address."""
    return addresses.absolute(ward.site_url, address)


def organization(ward: Publisher, whole: bool = False) -> Node:
    """The ward; on the home page with all that is known of it."""
    node: Node = {
        "@type": "GovernmentOrganization",
        "@id": url(ward, "#phuong"),
        "name": ward.authority,
        "url": url(ward, ""),
        "logo": {"@type": "ImageObject", "url": url(ward, addresses.icon(512)), "width": 512, "height": 512},
    }
    if whole:
        node |= {
            "alternateName": ward.name,
            "description": ward.description,
            "email": ward.email,
            "telephone": ward.phone,
            "address": ward.address,
            "parentOrganization": {"@type": "GovernmentOrganization", "name": ward.parent},
            **({"disambiguatingDescription": ward.demonstration_note} if ward.demonstration_note else {}),
        }
    return node


def series(edition: Edition, show: Show) -> Node:
    """The editions of a show as a podcast."""
    ward = edition.station.ward
    return {
        "@type": "PodcastSeries",
        "@id": url(ward, f"{edition.list_of(show)}#chuong-trinh"),
        "name": show.name,
        "url": url(ward, edition.list_of(show)),
        "webFeed": url(ward, edition.podcast_of(show)),
        "inLanguage": edition.language,
        "image": url(ward, addresses.COVER),
    }


def breadcrumbs(edition: Edition, trail: Sequence[tuple[str, str]]) -> Node:
    """The way down from home, as (title, address), the page itself last."""
    ward = edition.station.ward
    steps = [(edition.tr(N_("Home")), addresses.HOME), *trail]
    listed = [
        {"@type": "ListItem", "position": place, "name": title, "item": url(ward, address)}
        for place, (title, address) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": listed}


def sound(ward: Publisher, episode: Episode | None, address: str) -> Node | None:
    """A recording; its length in ISO 8601."""
    file = episode.public_file if episode else None
    if file is None:
        return None
    return {
        "@type": "AudioObject",
        "contentUrl": url(ward, address),
        "encodingFormat": "audio/mpeg",
        "contentSize": str(file.bytes),
        "duration": f"PT{round(file.seconds)}S",
    }


def home(edition: Edition) -> list[Node]:
    """The ward, its site, its podcast."""
    ward = edition.station.ward
    site: Node = {
        "@type": "WebSite",
        "@id": url(ward, "#trang"),
        "name": edition.content.title,
        "url": url(ward, ""),
        "inLanguage": edition.language,
        "publisher": {"@id": url(ward, "#phuong")},
    }
    return [organization(ward, whole=True), site, *(series(edition, show) for show in edition.station.shows)]


def article(edition: Edition, found: Article, section: str) -> list[Node]:
    """News, who says it, when it changed, what was corrected, and how to hear it; what is made up is no news."""
    ward = edition.station.ward
    address = addresses.article(found.slug)
    made_up = found.illustrative or ward.demonstration
    node: Node = {
        "@type": "CreativeWork" if made_up else "NewsArticle",
        **({"genre": edition.tr(ILLUSTRATIVE)} if made_up else {}),
        **properties(found),
        "url": url(ward, address),
        "mainEntityOfPage": url(ward, address),
        "image": [url(ward, addresses.card(found.slug))],
        "datePublished": found.published_at.isoformat(timespec="seconds"),
        "dateModified": found.changed_at.isoformat(timespec="seconds"),
        "author": {"@type": "Organization", "name": found.author},
        "publisher": organization(ward),
        **({} if made_up else {"articleSection": section}),
        "inLanguage": edition.language,
        "isAccessibleForFree": True,
    }
    audio = sound(ward, edition.recordings.get(found.slug), addresses.article_audio(found.slug))
    corrections = [
        {"@type": "CorrectionComment", "text": f"{each.wrong} {each.right}", "datePublished": each.on.isoformat()}
        for each in found.corrections
    ]
    node |= ({"audio": audio} if audio else {}) | ({"correction": corrections} if corrections else {})
    trail = [(section, addresses.section(found.section)), (found.title, address)]
    return [node, breadcrumbs(edition, trail)]


def properties(found: Article) -> Node:
    """The texts that are declared to be a property each."""
    texts = ((each.shown.schema, getattr(found, each.name)) for each in declarations_on(type(found), Outlet.DATA))
    return {
        schema: text[:HEADLINE_LENGTH] if schema == "headline" else text for schema, text in texts if schema and text
    }


def bulletin(edition: Edition, found: Bulletin, title: str) -> list[Node]:
    """An episode of the podcast."""
    ward = edition.station.ward
    slot = found.programme.slot
    address = addresses.bulletin(slot.name)
    node: Node = {
        "@type": "PodcastEpisode",
        "name": title,
        "url": url(ward, address),
        "datePublished": slot.starts_at.isoformat(timespec="seconds"),
        "partOfSeries": series(edition, edition.listed_under(slot)),
        "publisher": organization(ward),
        "inLanguage": edition.language,
    }
    audio = sound(ward, found.episode, found.audio)
    if audio:
        node |= {"associatedMedia": audio, "duration": audio["duration"]}
    return [node, breadcrumbs(edition, [(edition.tr(N_("Radio")), addresses.BULLETINS), (title, address)])]


def event(edition: Edition, found: Event) -> list[Node]:
    """What is to happen, and where; what is made up happens nowhere."""
    ward = edition.station.ward
    address = addresses.event(found.slug)
    trail = breadcrumbs(edition, [(edition.tr(N_("Events")), addresses.EVENTS), (found.title, address)])
    if found.illustrative or ward.demonstration:
        return [trail]
    node: Node = {
        "@type": "Event",
        "name": found.title,
        "description": found.summary,
        "url": url(ward, address),
        "startDate": found.starts.isoformat(timespec="minutes"),
        "endDate": (found.starts + found.lasts).isoformat(timespec="minutes"),
        "eventStatus": "https://schema.org/EventScheduled",
        "location": {"@type": "Place", "name": found.place, "address": ward.name},
        "organizer": {"@type": "Organization", "name": found.organiser or ward.authority},
        "isAccessibleForFree": True,
        "inLanguage": edition.language,
    }
    return [node, trail]


def code(edition: Edition, found: Code) -> list[Node]:
    """A code of conduct as the legal document it is."""
    ward = edition.station.ward
    address = addresses.code(found.slug)
    node: Node = {
        "@type": "Legislation",
        "name": found.title,
        "url": url(ward, address),
        "inLanguage": edition.language,
        "legislationIdentifier": found.number,
        "legislationDate": found.issued_on.isoformat() if found.issued_on else None,
        "legislationPassedBy": {"@type": "GovernmentOrganization", "name": found.issuer} if found.issuer else None,
    }
    trail = [(edition.tr(N_("Rules")), addresses.CODES), (found.title, address)]
    return [{key: value for key, value in node.items() if value is not None}, breadcrumbs(edition, trail)]
