"""What makes the page installable, and what robots may read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from loaphuong.core import addresses
from loaphuong.core.messages import N_
from loaphuong.web.cards.paint import GROUND, INK

if TYPE_CHECKING:
    from loaphuong.web.edition import Edition

MANIFEST = "manifest.webmanifest"
ROBOTS = "robots.txt"


def colour(parts: tuple[int, int, int]) -> str:
    """#7a1c1c"""
    return "#{:02x}{:02x}{:02x}".format(*parts)


def manifest(edition: Edition) -> bytes:
    """manifest.webmanifest: addresses are relative to it, so that it works in a folder too."""
    ward = edition.station.ward
    icons = [
        {"src": addresses.icon(size), "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
        for size in (192, 512)
        for purpose in ("any", "maskable")
    ]
    shortcuts = [
        {"name": edition.tr(N_("Listen to the bulletin")), "url": addresses.BULLETINS},
        {"name": edition.tr(N_("News by month")), "url": addresses.ARCHIVE},
    ]
    facts = {
        "id": "./",
        "name": edition.content.title,
        "short_name": ward.name,
        "description": ward.description,
        "lang": edition.language,
        "dir": "ltr",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": colour(INK),
        "theme_color": colour(GROUND),
        "categories": ["news", "government"],
        "icons": icons,
        "shortcuts": shortcuts,
    }
    return (json.dumps(facts, ensure_ascii=False, indent=1) + "\n").encode()


def robots(edition: Edition) -> bytes:
    """robots.txt: all may be read but the announcer's desk."""
    site_url = edition.station.ward.site_url
    desk = addresses.local(site_url, addresses.DESK)
    return f"User-agent: *\nDisallow: {desk}\n\nSitemap: {addresses.absolute(site_url, 'sitemap.xml')}\n".encode()
