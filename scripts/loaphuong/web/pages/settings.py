"""What every page shows of the ward, as settings of the site generator; `mkdocs.yml` inherits them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.content.articles import Article
from loaphuong.content.declaration import Outlet, facts
from loaphuong.core import addresses
from loaphuong.core.messages import N_
from loaphuong.core.vietnamese import moment
from loaphuong.web.pages.index import SiteIndex, link
from loaphuong.web.pages.page import quote

if TYPE_CHECKING:
    from loaphuong.web.pages.views import View

FILE = "station.yml"


def settings(index: SiteIndex, discovered: object = None) -> str:
    """YAML, one key a line; `discovered` is what machines are told of every page."""
    ward = index.edition.station.ward
    extra: View = {
        "ward": {
            "name": ward.name,
            "authority": ward.authority,
            "parent": ward.parent,
            "station": ward.station_name,
            "programme": index.edition.station.main.name,
            "description": ward.description,
            "email": ward.email,
            "phone": ward.phone,
            "tel": "".join(digit for digit in ward.phone if digit.isdigit() or digit == "+"),
            "address": ward.address,
            "demonstration": ward.demonstration,
            "demonstration_note": ward.demonstration_note,
            "portal": ward.portal_url,
            "services": ward.services_url,
            "url": ward.site_url,
        },
        "menu": [
            link(index.tr(N_("News")), addresses.SECTIONS),
            link(index.tr(N_("Rules")), addresses.CODES),
            link(index.tr(N_("Models")), addresses.MODELS),
            link(index.tr(N_("Radio")), addresses.BULLETINS),
            link(index.tr(N_("Schedule")), addresses.SCHEDULE),
            link(index.tr(N_("Feedback")), addresses.page(addresses.FEEDBACK)),
        ],
        "sections": [link(section.title, addresses.section(section.slug)) for section in index.article_sections],
        "pages": [
            link(page.title, addresses.page(page.slug))
            for page in index.edition.content.pages
            if page.slug != addresses.FEEDBACK
        ],
        "about": [{"key": fact.name, "label": index.tr(fact.label)} for fact in facts(Article, Outlet.PAGE)],
        "search": addresses.SEARCH,
        "events": bool(index.edition.content.events),
        "prints": bool(index.edition.marks),
        "urgent": [
            {
                **link(each.article.title, addresses.article(each.article.slug)),
                "until": {"iso": each.until.isoformat(), "text": moment(each.until)},
            }
            for each in index.edition.urgent
        ],
        "language": ward.language,
        "discover": discovered or {},
    }
    lines = {
        "site_name": ward.name,
        "site_url": ward.site_url,
        "site_description": ward.description,
        "theme": {"language": ward.language},
        "extra": extra,
    }
    return "".join(f"{key}: {quote(value)}\n" for key, value in lines.items())
