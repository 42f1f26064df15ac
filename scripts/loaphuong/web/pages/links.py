"""An editor's Markdown with its links and pictures led to where they are published; every other word stays as it is."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from loaphuong.core import addresses

if TYPE_CHECKING:
    from collections.abc import Mapping

    from loaphuong.web.pages.pictures import Pictures

FENCE = r"^ {0,3}(?P<fence>`{3,}|~{3,})[^\n]*\n(?:.*?\n)? {0,3}(?P=fence)[`~]*[ ]*$"
SPAN = r"(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)"
TEXT = r"(?:[^\[\]\\]|\\.|\[(?:[^\[\]\\]|\\.)*\])*"
TARGET = r"<[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*"
LINK = rf"(?P<image>!?)\[(?P<text>{TEXT})\]\(\s*(?P<target>{TARGET})(?P<title>\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
DEFINITION = r"^(?P<name> {0,3}\[[^\]\n]+\]:[ \t]*)(?P<defined><[^<>\n]*>|\S+)"
FINDER = re.compile(f"{FENCE}|{SPAN}|{LINK}|{DEFINITION}", re.MULTILINE | re.DOTALL)


class Prose:
    """Leads the links of one file, shown at one address. `known` is what `page_addresses` gave."""

    def __init__(self, known: Mapping[str, str], pictures: Pictures, source: str, address: str) -> None:
        self.known = known
        self.pictures = pictures
        self.source = source
        self.above = "../" * address.count("/")

    def led(self, body: str) -> str:
        """The body with every link of the project led to its page; one to an unpublished text becomes plain words."""
        return FINDER.sub(self.replaced, body)

    def replaced(self, found: re.Match[str]) -> str:
        """What stands for one find: code as it is, a link or a picture with its new target."""
        if found["name"] is not None:
            return found["name"] + (self.lead(bare(found["defined"])) or found["defined"])
        if found["text"] is None:
            return found[0]
        target, title = bare(found["target"]), found["title"] or ""
        if found["image"]:
            shown = self.picture(target)
            return f"![{found['text']}]({shown}{title})" if shown else ""
        words = self.led(found["text"])
        if unpublished(target) and self.lead(target) is None:
            return words
        return f"[{words}]({self.lead(target) or found['target']}{title})"

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
        return f"{self.above}{picture.address}#{picture.width}x{picture.height}" if picture else None

    def path(self, target: str) -> str:
        """The file of the project that a target names."""
        return posixpath.normpath(
            posixpath.join(posixpath.dirname(self.source), unquote(addresses.split_link(target).path))
        )


def bare(target: str) -> str:
    """A target without its angle brackets."""
    return target[1:-1] if target.startswith("<") else target


def unpublished(target: str) -> bool:
    """Whether a target is a text of content/."""
    parts = addresses.split_link(target)
    return not parts.scheme and not parts.netloc and parts.path.endswith(".md")
