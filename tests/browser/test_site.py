"""The built site as machines walk it."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HOST = "https://phuong.example/"


class Page(HTMLParser):
    """The addresses a page names, its anchors, and its data blocks."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.blocks: list[str] = []
        self.inside = False
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Note what matters."""
        given = dict(attributes)
        self.inside = tag == "script" and given.get("type") == "application/ld+json"
        self.links += [str(value) for name in ("href", "src", "action") if (value := given.get(name))]
        if given.get("id"):
            self.ids.add(str(given["id"]))

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - its name is given by HTMLParser
        """A block ends."""
        self.inside = False

    def handle_data(self, data: str) -> None:
        """Data blocks."""
        if self.inside:
            self.blocks.append(data)


def pages(site: Path) -> Iterator[tuple[str, Page]]:
    """Every page by its address."""
    for path in site.rglob("*.html"):
        yield path.relative_to(site).as_posix().removesuffix("index.html"), Page(path.read_text(encoding="utf-8"))


def there(site: Path, address: str) -> bool:
    """Whether the site answers at an address."""
    path = site / unquote(address)
    return path.is_file() or (path / "index.html").is_file()


def test_no_dead_link(site: Path):
    """Every link, picture, sound, feed and form of every page leads somewhere; fragments exist."""
    found = dict(pages(site))
    dead = []
    for address, page in found.items():
        for link in page.links:
            whole = urlsplit(urljoin(HOST + address, link))
            if f"{whole.scheme}://{whole.netloc}/" != HOST:
                continue
            target = whole.path.removeprefix("/")
            if (not there(site, target) and not target.endswith(".ics")) or (
                whole.fragment and target in found and unquote(whole.fragment) not in found[target].ids
            ):
                dead.append((address, link))
    assert not dead


def test_data_blocks_are_json(site: Path):
    """Every graph can be read, and names only addresses that exist."""
    count = 0
    for address, page in pages(site):
        for block in page.blocks:
            count += 1
            graph = json.loads(block)["@graph"]
            for url in re.findall(rf'"({HOST}[^"#]*)', json.dumps(graph)):
                assert there(site, url.removeprefix(HOST)), (address, url)
    assert count > 20


def test_sitemap(site: Path):
    """All that may be found is in it, with the day articles changed; what is hidden is not."""
    text = (site / "sitemap.xml").read_text()
    listed = [url.removeprefix(HOST) for url in re.findall(r"<loc>([^<]*)</loc>", text)]
    assert len(set(listed)) == len(listed)
    assert all(there(site, address) for address in listed)
    assert {"", "tin/to-hoa-giai-giu-yen-con-duong/", "quy-tac/qd-1665/"} <= set(listed)
    assert not {"ban-truc/", "ngoai-tuyen/", "tin/bai-da-go/", "tin/to-hoa-giai/"} & set(listed)
    assert re.search(r"con-duong/</loc>\s*<lastmod>2026-11-20T", text)


def test_only_what_is_ours(site: Path):
    """Nothing of the theme's own scripts, styles, fonts or pictures is published."""
    allowed = {
        "css",
        "js",
        "svg",
        "html",
        "xml",
        "gz",
        "json",
        "vtt",
        "mp3",
        "png",
        "txt",
        "webmanifest",
        "webp",
        "jpg",
        "ics",
        "pdf",
        "zip",
    }
    kinds = {
        path.suffix.removeprefix(".") for path in site.rglob("*") if path.is_file() and not path.name.startswith("_")
    }
    assert kinds <= allowed
    assert not [path for path in site.rglob("*") if "bundle" in path.name or "lunr" in path.name]
