"""What machines ask of the site: heads with JSON-LD, robots, manifest, redirects, headers, the offline list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.core import addresses
from loaphuong.print.marks import draw_qr
from loaphuong.web import theme, times
from loaphuong.web.discovery import headers, manifest, offline, redirects
from loaphuong.web.discovery.heads import Heads

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from loaphuong.web.edition import Edition

# The one template with an inline script: it must run before the first paint.
HEAD = "partials/discover.html"
# The head that stands for the whole site, beside those of pages.
SITE = "*"


def scripts(root: Path) -> tuple[str, ...]:
    """The inline scripts of the theme."""
    return headers.inline([theme.read(root, HEAD)])


def heads(edition: Edition, root: Path) -> Mapping[str, Mapping[str, object]]:
    """Address → what the head of its page says; SITE → what all pages share (`csp`)."""
    policy = headers.policy(edition.station.ward, scripts(root))
    return {**Heads(edition).by_address(), SITE: {"csp": policy}}


def render(edition: Edition, root: Path) -> Mapping[str, bytes]:
    """Site-relative path → bytes of what is not a page: robots.txt, manifest, redirects, `_headers`, the times."""
    return {
        manifest.ROBOTS: manifest.robots(edition),
        manifest.MANIFEST: manifest.manifest(edition),
        addresses.TIMES: times.render(edition).encode(),
        "_headers": headers.netlify(edition.station.ward, scripts(root)),
        addresses.REPLAY_CODE: draw_qr(addresses.absolute(edition.station.ward.site_url, addresses.REPLAY)).encode(),
        **redirects.render(edition),
    }


def server(edition: Edition, root: Path) -> bytes:
    """The same headers for nginx; kept beside the site, not in it."""
    url = edition.station.ward.site_url
    sounds = redirects.list_sounds(edition)
    moved = {addresses.local(url, old): addresses.local(url, new) for old, new in sounds.items()}
    return headers.nginx(edition.station.ward, scripts(root), moved)


def finish(edition: Edition, site: Path) -> Mapping[str, bytes]:
    """What needs the built site: the service worker with what it keeps."""
    return offline.render(edition, site)
