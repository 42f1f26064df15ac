"""The first page: a story with its picture, the bulletin to play at once, what there is to do, what is new.

What changes with the day stands there for weeks ahead, each between its two moments: the visitor's clock chooses
(loa.js), and without a script each is worded so that it stays true.
"""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from loaphuong.content.genres import Genre
from loaphuong.core import addresses
from loaphuong.core.messages import N_
from loaphuong.core.project import Project
from loaphuong.core.vietnamese import day
from loaphuong.web import times
from loaphuong.web.pages import codes, events, lists
from loaphuong.web.pages.bulletins import AHEAD, card, list_coming, list_upcoming
from loaphuong.web.pages.index import SiteIndex, link
from loaphuong.web.pages.page import PublishedPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaphuong.content.articles import Article
    from loaphuong.station.services import Errand
    from loaphuong.web.pages.views import Card, ErrandView, HomePage, LatestBulletin, RuleOfTheDay, Span, TopicBlock

NEWEST = 4
PER_SECTION = 3
# Among so many of the newest a story with a picture is looked for.
RECENT = 12
MONTHS_AHEAD = 3


def pages(index: SiteIndex) -> Iterator[PublishedPage]:
    """The home page."""
    content = index.edition.content
    lead = choose_lead(index)
    newest = [article for article in content.articles if article is not lead][:NEWEST]
    seen = {article.slug for article in (*newest, *([lead] if lead else []))}
    coming = list_upcoming(index, AHEAD)
    rules = codes.of_the_days(index)
    data: HomePage = {
        "kind": "home",
        "active": "",
        "next": next((slot for slot in coming if not slot["held"]), None),
        "times": times.render(index.edition),
        "as_of": day(index.edition.now),
        "bulletins": list_latest(index),
        "lead": index.card(lead) if lead else None,
        "newest": index.cards(newest),
        "events": events.list_for_home(index),
        "errands": [view_errand(each) for each in index.edition.station.errands],
        "sections": [
            {
                **link(section.title, addresses.section(section.slug)),
                "entries": [
                    shorten(index.card(each))
                    for each in [one for one in index.by_section[section.slug] if one.slug not in seen][:PER_SECTION]
                ],
            }
            for section in index.article_sections
        ],
        "rule": rules[0] if rules else None,
        "rules": render_rules(index, rules),
        "topics": list_topics(index),
        "models": lists.model_cards(index),
    }
    ward = index.edition.station.ward
    body = index.prose(content.body, Project.home, addresses.HOME)
    yield PublishedPage(
        addresses.HOME, "home.html", content.title or ward.name, content.summary or ward.description, data, body
    )


def shorten(found: Card) -> Card:
    """A card with its title and facts alone."""
    return cast("Card", {key: value for key, value in found.items() if key not in {"summary", "kicker"}})


def choose_lead(index: SiteIndex) -> Article | None:
    """The newest story with a picture; without one the newest story, without any the newest text."""
    recent = index.edition.content.articles[:RECENT]
    stories = [each for each in recent if each.genre is not Genre.NOTICE]
    return next((each for each in stories if each.image), next(iter((*stories, *recent)), None))


def list_latest(index: SiteIndex) -> list[LatestBulletin]:
    """The main show's edition to hear now, then those that are recorded already, each from its slot on."""
    latest, show = index.edition.latest, index.edition.station.main
    if latest is None:
        return []
    later = [each for each in list_coming(index, show) if each.episode and each is not latest]
    found: list[LatestBulletin] = []
    for place, bulletin in enumerate((latest, *later)):
        span: Span = {"since": bulletin.programme.slot.starts_at.isoformat(), "hidden": True} if place else {}
        if place < len(later):
            span["until"] = later[place].programme.slot.starts_at.isoformat()
        found.append({"card": card(index, bulletin), "span": span})
    return found


def view_errand(errand: Errand) -> ErrandView:
    """A thing to do, as its tile shows it."""
    view = {
        "name": errand.name,
        "text": errand.text,
        "icon": errand.icon.value,
        "url": errand.url,
        "outside": bool(errand.url and errand.url.startswith("http")),
        "calls": [
            {"number": each.number, "tel": "".join(each.number.split()).replace(".", ""), "name": each.name}
            for each in errand.calls
        ],
    }
    return cast("ErrandView", {key: value for key, value in view.items() if value})


def render_rules(index: SiteIndex, rules: list[RuleOfTheDay]) -> str:
    """The rules of the days to come, as JSON for a script element, and the day of the first."""
    first = index.edition.now.replace(hour=0, minute=0, second=0, microsecond=0)
    names = list(dict.fromkeys(rule["code"] for rule in rules))
    told = [[rule["title"], rule["url"], rule["stance"], rule["place"], names.index(rule["code"])] for rule in rules]
    return times.write_json({"first": first.isoformat(), "codes": names, "rules": told})


def list_topics(index: SiteIndex) -> list[TopicBlock]:
    """The topics of this month and of those that follow, each in its month."""
    now = index.edition.now
    months = [divmod(now.year * 12 + now.month - 1 + ahead, 12) for ahead in range(MONTHS_AHEAD + 1)]
    starts = [datetime(year, month + 1, 1, tzinfo=now.tzinfo) for year, month in months]
    found: list[TopicBlock] = []
    for start, end in pairwise(starts):
        topic = next((each for each in index.edition.content.topics if (start.year, start.month) in each.months), None)
        if topic:
            found.append(
                {
                    **link(topic.title, addresses.topic(topic.slug)),
                    "summary": topic.summary,
                    "label": index.tr(N_("Topic of month {number}/{year}"), number=start.month, year=start.year),
                    "span": {
                        "since": start.isoformat(),
                        "until": end.isoformat(),
                        "hidden": not start <= now < end,
                    },
                }
            )
    return found
