"""Markdown as it is written, for what must change or read it in place: the parser keeps no places within a line.

The one grammar of links, pictures and code outside the parser. It follows the parser where prose does; what it does not
know, it leaves as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

FENCE = r"^ {0,3}(?P<fence>`{3,}|~{3,})[^\n]*\n(?:.*?\n)? {0,3}(?P=fence)[`~]*[ ]*$"
SPAN = r"(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)"
TEXT = r"(?:[^\[\]\\]|\\.|\[(?:[^\[\]\\]|\\.)*\])*"
TARGET = r"<[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*"
LINK = rf"(?P<image>!?)\[(?P<text>{TEXT})\]\(\s*(?P<target>{TARGET})(?P<title>\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
DEFINITION = r"^(?P<name> {0,3}\[[^\]\n]+\]:[ \t]*)(?P<defined><[^<>\n]*>|\S+)"
FINDER = re.compile(f"{FENCE}|{SPAN}|{LINK}|{DEFINITION}", re.MULTILINE | re.DOTALL)
# Targets, tags, code, bare addresses.
UNREAD = re.compile(r"\]\([^)\n]*\)|<[^>\n]*>|`[^`]*`|https?://\S+")


@dataclass(frozen=True, slots=True)
class WrittenLink:
    """A link or a picture as it stands in a source.

    `written` is its target as it stands, perhaps in angle brackets, `title` with its quotes and the blank before it;
    `text` is Markdown.
    """

    written: str
    text: str
    title: str
    image: bool

    @property
    def target(self) -> str:
        """Where it leads."""
        return bare(self.written)

    def source(self, text: str, target: str | None = None) -> str:
        """The same with another text, and another target if there is one."""
        return f"{'!' * self.image}[{text}]({target or self.written}{self.title})"


def replace_links(body: str, link: Callable[[WrittenLink], str], target: Callable[[str], str | None]) -> str:
    """A body with what `link` gives for each link and picture, and `target`, if anything, where a link is defined."""

    def replace(found: re.Match[str]) -> str:
        if found["name"] is not None:
            return found["name"] + (target(bare(found["defined"])) or found["defined"])
        if found["text"] is None:
            return found[0]
        return link(WrittenLink(found["target"], found["text"], found["title"] or "", bool(found["image"])))

    return FINDER.sub(replace, body)


def bare(target: str) -> str:
    """A target without its angle brackets."""
    return target[1:-1] if target.startswith("<") else target


def readable(body: str) -> str:
    """A body without what nobody reads: targets of links and pictures, tags, code."""
    return UNREAD.sub(" ", body)
