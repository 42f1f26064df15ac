"""What stays on a reader's phone: the service worker with the exact list of what it keeps, by digest."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from loaphuong.core import addresses
from loaphuong.core.digest import of_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from loaphuong.web.edition import Edition

WORKER = "sw.js"
PLACE = "const KEPT = { shell: [], pages: [], sound: [], gone: [] };"
RECENT = 20
SHELL = ("", addresses.OFFLINE, "manifest.webmanifest", addresses.icon(192))
SHELL_FILES = ("assets/*.svg", "assets/javascripts/*.js", "assets/stylesheets/*.css")


def render(edition: Edition, site: Path) -> Mapping[str, bytes]:
    """The theme's worker with the list for this build of `site` put in. Addresses that were not built are left out."""
    kept = {
        "shell": list(revisions(site, shell(site))),
        "pages": list(revisions(site, pages(edition))),
        "sound": list(revisions(site, sound(edition))),
        "gone": list_gone(edition),
    }
    worker = (site / WORKER).read_text(encoding="utf-8")
    listed = json.dumps(kept, separators=(",", ":"))
    return {WORKER: worker.replace(PLACE, f"const KEPT = {listed};").encode()}


def shell(site: Path) -> Iterator[str]:
    """What every page needs, and the page that is shown for one that is not kept."""
    yield from SHELL
    for pattern in SHELL_FILES:
        yield from sorted(path.relative_to(site).as_posix() for path in site.glob(pattern))


def pages(edition: Edition) -> Iterator[str]:
    """The newest articles, the list of bulletins, the latest one."""
    yield from (addresses.article(article.slug) for article in edition.content.articles[:RECENT])
    yield addresses.BULLETINS
    if edition.latest:
        yield addresses.bulletin(edition.latest.programme.slot.name)


def sound(edition: Edition) -> Iterator[str]:
    """The latest bulletin's sound: kept apart, since it is large and may fail."""
    if edition.latest:
        yield edition.latest.audio


def list_gone(edition: Edition) -> list[str]:
    """What phones must forget: pages and sound of withdrawn articles."""
    slugs = [grave.slug for grave in edition.tombstones]
    return [address for slug in slugs for address in (addresses.article(slug), addresses.article_audio(slug))]


def revisions(site: Path, found: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each address that was built, with twelve digits of its bytes' digest."""
    for address in dict.fromkeys(found):
        path = site / (f"{address}index.html" if address.endswith("/") or not address else address)
        if path.is_file():
            yield address, of_file(path)[:12]
