"""What stays on a reader's phone: the service worker with the exact list of what it keeps, by digest."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from loaphuong.core import addresses
from loaphuong.core.digest import of_file
from loaphuong.web.search import TABLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from loaphuong.web.edition import Edition

WORKER = "sw.js"
PLACE = "const KEPT = { shell: [], pages: [], sound: [], gone: [] };"
RECENT = 10
# What a first visit fetches before anything else, and who saves data nothing beside: what every page shows, and the
# player of what a reader keeps.
SHELL = ("", addresses.OFFLINE, "manifest.webmanifest", addresses.icon(192))
SHELL_SCRIPTS = ("assets/javascripts/loa.js", "assets/javascripts/player.js")
SHELL_FILES = ("assets/*.svg", "assets/stylesheets/*.css")
SCRIPTS = "assets/javascripts/*.js"
# The index of a search is kept whole up to this size; of a larger one only the pieces that were asked for.
SEARCH_BYTES = 600_000


def render(edition: Edition, site: Path) -> Mapping[str, bytes]:
    """The theme's worker with the list for this build of `site` put in. Addresses that were not built are left out."""
    kept = {
        "shell": list(revisions(site, shell(site))),
        "pages": list(revisions(site, (*list_scripts(site), *pages(edition), *search_index(site)))),
        "sound": list(revisions(site, sound(edition))),
        "gone": list_gone(edition),
    }
    worker = (site / WORKER).read_text(encoding="utf-8")
    listed = json.dumps(kept, separators=(",", ":"))
    return {WORKER: worker.replace(PLACE, f"const KEPT = {listed};").encode()}


def shell(site: Path) -> Iterator[str]:
    """What every page needs, and the page that is shown for one that is not kept."""
    yield from (*SHELL, *SHELL_SCRIPTS)
    for pattern in SHELL_FILES:
        yield from list_built(site, pattern)


def list_built(site: Path, pattern: str) -> list[str]:
    """The addresses of the files of a pattern."""
    return sorted(path.relative_to(site).as_posix() for path in site.glob(pattern))


def list_scripts(site: Path) -> list[str]:
    """What some pages need."""
    return [script for script in list_built(site, SCRIPTS) if script not in SHELL_SCRIPTS]


def search_index(site: Path) -> list[str]:
    """What a search asks for: the table, and all pieces if they are not too many."""
    found = list_built(site, f"{addresses.SEARCH}*.json")
    return found if sum((site / each).stat().st_size for each in found) <= SEARCH_BYTES else [TABLE]


def pages(edition: Edition) -> Iterator[str]:
    """What is looked up at any time (schedule, codes, search, listening again), the newest articles, the bulletins."""
    yield from (addresses.SCHEDULE, addresses.TIMES, addresses.CODES, addresses.SEARCH, addresses.REPLAY)
    yield from (addresses.code(code.slug) for code in edition.content.codes)
    yield from (addresses.article(article.slug) for article in edition.content.articles[:RECENT])
    yield addresses.BULLETINS
    if edition.latest:
        yield addresses.bulletin(edition.latest.programme.slot.name)


def sound(edition: Edition) -> Iterator[str]:
    """The latest bulletin's sound: kept apart, since it is large and may fail."""
    if edition.latest:
        yield edition.latest.audio


def list_gone(edition: Edition) -> list[str]:
    """What phones must forget, each with all below it: withdrawn articles, bulletins without sound, earlier sounds."""
    slugs = [grave.slug for grave in edition.tombstones]
    mute = [each for each in edition.bulletins if each.held or not each.episode]
    return [
        *(address for slug in slugs for address in (addresses.article(slug), addresses.article_audio(slug))),
        *(addresses.bulletin(each.programme.slot.name) for each in mute),
        *(address for each in edition.bulletins for address in each.audio_before),
    ]


def revisions(site: Path, found: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each address that was built, with twelve digits of its bytes' digest."""
    for address in dict.fromkeys(found):
        path = site / (f"{address}index.html" if address.endswith("/") or not address else address)
        if path.is_file():
            yield address, of_file(path)[:12]
