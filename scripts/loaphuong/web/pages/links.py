"""An editor's Markdown with its links and pictures led to where they are published; every other word stays as it is."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from loaphuong.core import addresses, markup
from loaphuong.web import picture_sizes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from loaphuong.core.markup import WrittenLink
    from loaphuong.web.pages.pictures import Pictures


class LinkLeader:
    """Leads the links of one file, shown at one address. `known` is what `page_addresses` gave."""

    def __init__(self, known: Mapping[str, str], pictures: Pictures, source: str, address: str) -> None:
        self.known = known
        self.pictures = pictures
        self.source = source
        self.above = "../" * address.count("/")

    def lead_all(self, body: str) -> str:
        """The body with every link of the project led to its page; one to an unpublished text becomes plain words."""
        return markup.replace_links(body, self.replace, self.lead)

    def replace(self, link: WrittenLink) -> str:
        """What stands for a link or a picture."""
        if link.image:
            shown = self.picture(link.target)
            return link.source(link.text, shown) if shown else ""
        words, target = self.lead_all(link.text), self.lead(link.target)
        return words if target is None and is_text(link.target) else link.source(words, target)

    def lead(self, target: str) -> str | None:
        """A link's target as seen from the page; None if it is no page or picture of ours."""
        found = addresses.resolve(self.known, self.source, target)
        if found is not None and self.path(target) not in self.known:
            return None if self.pictures.show(self.path(target)) is None else self.above + found
        return None if found is None else self.above + found

    def picture(self, target: str) -> str | None:
        """A picture's address with its size in pixels after the hash; None if it cannot be shown."""
        found = addresses.resolve(self.known, self.source, target)
        picture = self.pictures.show(self.path(target)) if found is not None else None
        if picture is None:
            return None
        return self.above + picture_sizes.mark_size(picture.address, picture.width, picture.height)

    def path(self, target: str) -> str:
        """The file of the project that a target names."""
        return posixpath.normpath(
            posixpath.join(posixpath.dirname(self.source), unquote(addresses.split_link(target).path))
        )


def is_text(target: str) -> bool:
    """Whether a target is a text of content/."""
    parts = addresses.split_link(target)
    return not parts.scheme and not parts.netloc and parts.path.endswith(".md")
