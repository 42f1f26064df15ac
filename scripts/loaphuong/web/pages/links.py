"""An editor's links and pictures led to where they are published; every other word stays as it is."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from loaphuong.content.attachments import is_attachment
from loaphuong.core import addresses, markup

if TYPE_CHECKING:
    from collections.abc import Mapping

    from loaphuong.web.pages.pictures import Pictures


class LinkLeader:
    """Leads the links of one file, shown at one address. `known` is what `page_addresses` gave."""

    def __init__(self, known: Mapping[str, str], pictures: Pictures, source: str, address: str) -> None:
        self.known = known
        self.pictures = pictures
        self.source = source
        self.above = "../" * address.count("/")

    def html(self, body: str) -> str:
        """The body as its page shows it."""
        return markup.html(body, self.link, self.picture).strip()

    def link(self, target: str) -> str | None:
        """A link's target as seen from the page; None for a text or a picture that is not published."""
        found = addresses.resolve(self.known, self.source, target)
        if found is None:
            return None if is_text(target) else target
        path = self.path(target)
        handed_out = self.pictures.attach(path) if is_attachment(path) else None
        shown = path in self.known or handed_out or (not is_attachment(path) and self.pictures.show(path))
        return self.above + found if shown else None

    def picture(self, target: str) -> Mapping[str, str] | None:
        """The attributes of a picture; None if it cannot be shown."""
        found = addresses.resolve(self.known, self.source, target)
        picture = self.pictures.show(self.path(target)) if found is not None else None
        return picture.attributes(self.above) if picture else None

    def path(self, target: str) -> str:
        """The file of the project that a target names."""
        return posixpath.normpath(
            posixpath.join(posixpath.dirname(self.source), unquote(addresses.split_link(target).path))
        )


def is_text(target: str) -> bool:
    """Whether a target is a text of content/, or a file that hangs on one."""
    parts = addresses.split_link(target)
    return not parts.scheme and not parts.netloc and (parts.path.endswith(".md") or is_attachment(parts.path))


def attachments(source: str, body: str) -> dict[str, str]:
    """The files that a body hands out, by path, each with the words that first lead to it."""
    found: dict[str, str] = {}
    for reference in markup.references(body):
        parts = addresses.split_link(reference.target)
        if not (parts.scheme or parts.netloc or reference.image) and is_attachment(unquote(parts.path)):
            path = posixpath.normpath(posixpath.join(posixpath.dirname(source), unquote(parts.path)))
            found.setdefault(path, reference.text)
    return found
