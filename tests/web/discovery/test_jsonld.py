"""What a page says of itself to machines."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from loaphuong.content.articles import Correction
from loaphuong.web import discovery
from tests.making import a_station, an_article, an_edition
from tests.package import ROOT
from tests.web.discovery.reading import SLUG


def graph(edition, address: str) -> list[dict[str, object]]:
    """The JSON-LD of a page."""
    return json.loads(str(discovery.heads(edition, ROOT)[address]["jsonld"]))["@graph"]


def kinds(edition, address: str) -> list[object]:
    """The types in a page's graph."""
    return [node["@type"] for node in graph(edition, address)]


@pytest.mark.parametrize(
    ("address", "types"),
    [
        ("", ["GovernmentOrganization", "WebSite", "PodcastSeries"]),
        (f"tin/{SLUG}/", ["CreativeWork", "BreadcrumbList"]),
        ("phat-thanh/2026-11-20-1630/", ["PodcastEpisode", "BreadcrumbList"]),
        ("quy-tac/qd-1665/", ["Legislation", "BreadcrumbList"]),
        ("chuyen-muc/guong-tot/", ["BreadcrumbList"]),
        ("mo-hinh/chung-cu-van-hoa/", ["BreadcrumbList"]),
        ("chuyen-de/giu-sach-loi-di/", ["BreadcrumbList"]),
        ("gioi-thieu/", ["BreadcrumbList"]),
    ],
)
def test_graphs(address: str, types: list[str]):
    """Each kind of page says what it is."""
    assert kinds(an_edition(), address) == types


@pytest.mark.parametrize(
    ("demonstration", "illustrative", "kind"),
    [(False, False, "NewsArticle"), (False, True, "CreativeWork"), (True, False, "CreativeWork")],
)
def test_what_is_made_up_is_no_news(demonstration: bool, illustrative: bool, kind: str):
    """An illustrative story, and all of a demonstration, is told to machines as such."""
    ward = replace(a_station().ward, demonstration=demonstration)
    edition = an_edition(an_article(illustrative=illustrative), station=a_station(ward=ward))
    node = graph(edition, f"tin/{SLUG}/")[0]
    assert node["@type"] == kind
    assert (node.get("genre") == "chuyện minh họa") is (kind != "NewsArticle")


def test_article_graph():
    """An article tells its dates, card, sound with exact size, and what was corrected."""
    wrong = Correction(date(2026, 11, 18), "Ghi 12 hộ.", "Đúng là 21 hộ.")
    node = graph(an_edition(an_article(corrections=(wrong,))), f"tin/{SLUG}/")[0]
    assert node["datePublished"] == "2026-11-14T09:00:00+07:00"
    assert node["image"] == [f"https://phuong.example/the/{SLUG}.png"]
    assert node["audio"]["contentSize"] == "5760000"
    assert node["audio"]["duration"] == "PT360S"
    assert node["correction"][0]["text"] == "Ghi 12 hộ. Đúng là 21 hộ."


def test_graph_cannot_close_its_script():
    """A title with markup stays inside the data block and reads back unchanged."""
    title = "</script><script>alert(1)</script> & <!-- "
    edition = an_edition(an_article(title, slug="bai"))
    raw = str(discovery.heads(edition, ROOT)["tin/bai/"]["jsonld"])
    assert "<" not in raw
    assert graph(edition, "tin/bai/")[0]["headline"] == title
