"""What machines are told: heads, graphs, headers, robots, redirects, the offline list."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import shutil
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from loaphuong.content.articles import Correction
from loaphuong.web import discovery
from loaphuong.web.discovery import headers, manifest, offline, redirects
from loaphuong.web.edition import Bulletin, Tombstone
from tests.making import a_programme, a_slot, a_station, an_article, an_edition, an_episode
from tests.package import ROOT

if TYPE_CHECKING:
    from pathlib import Path

WARD = a_station().ward
SLUG = "con-ngo-sach-moi-som-mai"


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
        (f"tin/{SLUG}/", ["NewsArticle", "BreadcrumbList"]),
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


@pytest.mark.parametrize("address", ["ban-truc/", "ngoai-tuyen/", "tin/bai-cu/"])
def test_hidden_from_robots(address: str):
    """The desk, the offline page and withdrawn articles are not for search engines."""
    edition = an_edition(tombstones=(Tombstone("bai-cu", date(2026, 11, 1)),))
    assert discovery.heads(edition, ROOT)[address] == {"robots": "noindex"}


def test_policy():
    """Nothing from other hosts, no inline style, and of inline scripts only the one that is hashed."""
    policy = discovery.heads(an_edition(), ROOT)["*"]["csp"]
    assert "unsafe" not in str(policy)
    script = headers.inline([(ROOT / "overrides/partials/discover.html").read_text()])
    assert len(script) == 1
    expected = base64.b64encode(hashlib.sha256(script[0].encode()).digest()).decode()
    assert f"script-src 'self' 'sha256-{expected}';" in str(policy)
    assert "*" not in str(policy)


def test_templates_run_nothing_inline():
    """No template but the head's has a script or style of its own, or an event attribute."""

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
            names = {name for name, _ in attributes}
            assert "style" not in names, self.getpos()
            assert not {name for name in names if name.startswith("on")}, self.getpos()
            assert tag != "style", self.getpos()
            if tag == "script":
                assert names & {"src", "type"}, self.getpos()

    for template in ROOT.glob("overrides/**/*.html"):
        if template.name != "discover.html":
            Reader().feed(re.sub(r"\{\{.*?\}\}", "x", template.read_text()))


def test_form_endpoint():
    """A configured feedback form may be sent to its own host, and to no other."""
    policy = headers.policy(replace(WARD, feedback_endpoint="https://nhan.example/gui?x=1"), ())
    assert "form-action 'self' https://nhan.example;" in policy


def test_netlify():
    """Every answer carries the policy with who may frame it; feeds may be read from elsewhere."""
    text = headers.netlify(WARD, ()).decode()
    everywhere, _, rest = text.partition("/*.html")
    assert "frame-ancestors 'none'" in everywhere
    assert "Access-Control-Allow-Origin" not in everywhere
    assert "/*.xml\n  Access-Control-Allow-Origin: *\n" in rest


def test_nginx():
    """Each location repeats the headers, because nginx drops the outer ones; braces and quotes are balanced."""
    text = headers.nginx(WARD, ("x",)).decode()
    assert text.count("{") - 1 == text.count("}") - 1  # the first line speaks of `server { … }`
    assert text.count("Content-Security-Policy") == text.count("\nlocation ") + 1
    assert all(line.count('"') in (0, 2) for line in text.splitlines())


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


def test_redirects():
    """An old slug leads to the new address; what exists is never shadowed."""
    other = an_article("Bài khác", aliases=(SLUG, "ten-cu", "ten-cu-hon"))
    edition = an_edition(an_article(), other)
    found = redirects.render(edition)
    assert set(found) == {"tin/ten-cu/index.html", "tin/ten-cu-hon/index.html", "_redirects"}
    assert b'content="0; url=https://phuong.example/tin/bai-khac/"' in found["tin/ten-cu/index.html"]
    assert found["_redirects"] == b"/tin/ten-cu/ /tin/bai-khac/ 301\n/tin/ten-cu-hon/ /tin/bai-khac/ 301\n"
    assert redirects.render(an_edition()) == {}


def site(folder: Path, *paths: str) -> Path:
    """A built site with these files."""
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(path)
    return folder


def kept(edition, folder: Path) -> dict[str, list[list[str]]]:
    """The list in the worker."""
    shutil.copy(ROOT / "overrides/sw.js", folder)
    text = discovery.finish(edition, folder)[offline.WORKER].decode()
    line = next(line for line in text.splitlines() if line.startswith("const KEPT = "))
    return json.loads(line.removeprefix("const KEPT = ").removesuffix(";"))


def test_offline_list(tmp_path: Path):
    """The worker keeps what was built of shell, newest articles and the latest bulletin, by digest; sound apart."""
    built = site(
        tmp_path,
        "index.html",
        "assets/javascripts/loa.js",
        f"tin/{SLUG}/index.html",
        "phat-thanh/2026-11-20-1630/index.html",
        "phat-thanh/2026-11-20-1630/2026-11-20-1630.mp3",
    )
    found = kept(an_edition(), built)
    assert [address for address, _ in found["shell"]] == ["", "assets/javascripts/loa.js"]
    assert [address for address, _ in found["pages"]] == [f"tin/{SLUG}/", "phat-thanh/2026-11-20-1630/"]
    assert [address for address, _ in found["sound"]] == ["phat-thanh/2026-11-20-1630/2026-11-20-1630.mp3"]
    (built / "index.html").write_text("mới")
    again = kept(an_edition(), built)
    assert again["shell"][0] != found["shell"][0]
    assert again["shell"][1:] == found["shell"][1:]
    assert again["pages"] == found["pages"]


@pytest.mark.parametrize(
    ("days", "first"), [(["2026-11-20", "2026-11-24"], "2026-11-20"), (["2026-11-24"], "2026-11-24")]
)
def test_phones_keep_the_bulletin_that_home_plays(tmp_path: Path, days: list[str], first: str):
    """The last one on air, however many are ready; before any was, the first that is ready."""
    slots = [a_slot(day) for day in days]
    edition = an_edition(bulletins=tuple(Bulletin(a_programme(slot=slot), an_episode(slot.name)) for slot in slots))
    built = site(tmp_path, *(f"phat-thanh/{slot.name}/{slot.name}.mp3" for slot in slots))
    assert [address for address, _ in kept(edition, built)["sound"]] == [f"phat-thanh/{first}-1630/{first}-1630.mp3"]


def test_withdrawn_is_forgotten(tmp_path: Path):
    """The worker is told what to delete from phones that kept it."""
    edition = an_edition(tombstones=(Tombstone("bai-cu", date(2026, 11, 1)),))
    assert kept(edition, tmp_path)["gone"] == ["tin/bai-cu/", "audio/bai-cu.mp3"]


def test_worker_is_valid_without_a_list():
    """The file in overrides/ is what a preview serves: the line that is replaced stands in it once."""
    assert (ROOT / "overrides/sw.js").read_text().count(offline.PLACE) == 1
