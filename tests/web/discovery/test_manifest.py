"""What robots and phones ask for first."""

from __future__ import annotations

import json
from dataclasses import replace

from loaphuong.web.discovery import manifest
from tests.making import a_station, an_edition
from tests.web.discovery.reading import WARD


def test_robots():
    """All may be read but the desk, also where the site lives in a folder."""
    edition = an_edition(station=a_station(ward=replace(WARD, site_url="https://quan.example/bd")))
    assert manifest.robots(edition).decode() == (
        "User-agent: *\nDisallow: /bd/ban-truc/\n\nSitemap: https://quan.example/bd/sitemap.xml\n"
    )


def test_manifest():
    """The page can be installed: name, start, icons that are drawn."""
    facts = json.loads(manifest.manifest(an_edition()))
    assert facts["display"] == "standalone"
    assert facts["lang"] == "vi"
    assert {icon["src"] for icon in facts["icons"]} == {"bieu-tuong/192.png", "bieu-tuong/512.png"}
