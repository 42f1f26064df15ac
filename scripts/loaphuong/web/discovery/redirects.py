"""Old addresses lead to the new: of a renamed article, by the server where it can, by a page where it cannot; of a
bulletin's earlier sound by the server alone."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from loaphuong.core import addresses
from loaphuong.core.messages import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from loaphuong.web.edition import Edition

RULES = "_redirects"


def list_moves(edition: Edition) -> Mapping[str, str]:
    """Old address → new address. An alias that a page has taken since leads nowhere."""
    taken = {addresses.article(article.slug) for article in edition.content.articles}
    taken |= {addresses.article(grave.slug) for grave in edition.tombstones}
    found: dict[str, str] = {}
    for article in edition.content.articles:
        for alias in article.aliases:
            old = addresses.article(alias)
            if old not in taken:
                found.setdefault(old, addresses.article(article.slug))
    return found


def list_sounds(edition: Edition) -> Mapping[str, str]:
    """The address of each sound that a bulletin had before → that of the sound it has."""
    return {old: bulletin.audio for bulletin in edition.recorded for old in bulletin.audio_before}


def render(edition: Edition) -> Mapping[str, bytes]:
    """A page at each old address, and the rules for a server."""
    site_url = edition.station.ward.site_url
    rules = list_moves(edition)
    found = {f"{old}index.html": page(edition, addresses.absolute(site_url, new)) for old, new in rules.items()}
    # What a sound leads to may change once more.
    kinds = ((rules, 301), (list_sounds(edition), 302))
    lines = [
        f"{addresses.local(site_url, old)} {addresses.local(site_url, new)} {status}\n"
        for moved, status in kinds
        for old, new in moved.items()
    ]
    return found | ({RULES: "".join(lines).encode()} if lines else {})


def page(edition: Edition, url: str) -> bytes:
    """It takes the reader along at once, without a script."""
    there = escape(url)
    link = '<a href="{}">{}</a>'.format(there, edition.tr(N_("its new address")))
    title, told = edition.tr(N_("The article has moved")), edition.tr(N_("The article is now at {link}."), link=link)
    return f"""<!doctype html>
<html lang="{edition.language}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={there}">
<link rel="canonical" href="{there}">
<title>{title}</title>
<p>{told}</p>
</html>
""".encode()
