"""A Markdown body as a tree, and the words of it that are for the ear."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from loaphuong.vietnamese import nfc

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Soft hyphens, zero-width and direction marks: nothing to hear, and able to hide a word from a check.
UNSEEN = {
    code: None
    for first, last in ((0xAD, 0xAD), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2069), (0xFEFF, 0xFEFF))
    for code in range(first, last + 1)
}

# How often a sign may stand in one block (between blank lines): far above what prose needs, far below what makes the
# parsers' time grow faster than the text.
SIGNS = {"[": 60, "]": 60, "<": 100, "*": 600, "_": 600, "`": 200, "&": 400, "|": 3000, "\\": 400, "!": 400, ">": 600}
BLANKS = re.compile(r"\s+")
NESTED = re.compile(r"[ \t]*(?:(?:[-+*>]|\d{1,9}[.)])[ \t]*){12}|\t{10}| {40}")
LONGEST_LINE = 20_000


@lru_cache(maxsize=2)
def reader(raw: bool) -> MarkdownIt:
    """CommonMark with tables; raw HTML is a token of its own, or words like any other."""
    markdown = MarkdownIt("commonmark", {"maxNesting": 100, "html": raw}).enable("table")
    # Unsafe addresses stay in the tokens, so that they can be named; the sanitiser drops them from the page.
    markdown.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005 - the parser's signature
    markdown.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return markdown


@lru_cache(maxsize=16)
def parse(body: str) -> SyntaxTreeNode:
    """A body as a tree, not to be changed; its lines are counted from 0. The last few are kept."""
    return SyntaxTreeNode(reader(raw=True).parse(body))


def line_of(node: SyntaxTreeNode, first_line: int) -> int:
    """The line of the file that a node begins on, when its body begins at `first_line`."""
    while node.map is None and node.parent is not None and not node.parent.is_root:
        node = node.parent
    return first_line + (node.map or (0, 0))[0]


def intricate(body: str, first_line: int = 1) -> int | None:
    """The line of the first block that is too intricate to be read in good time; None for prose."""
    counts = dict.fromkeys(SIGNS, 0)
    for number, line in enumerate(body.split("\n"), first_line):
        if not line or line.isspace():
            counts = dict.fromkeys(SIGNS, 0)
            continue
        for sign, most in SIGNS.items():
            if sign in line:
                counts[sign] += line.count(sign)
                if counts[sign] > most:
                    return number
        if len(line) > LONGEST_LINE or NESTED.match(line):
            return number
    return None


def words(inline: Iterable[SyntaxTreeNode]) -> tuple[str, tuple[int, ...]]:
    """What of some inline nodes is for the ear, and where the editor's line breaks fall in it."""
    text = ""
    breaks: list[int] = []
    for node in leaves(inline):
        if node.type == "text":
            piece = BLANKS.sub(" ", nfc(node.content).translate(UNSEEN))
            text += piece.lstrip() if not text or text.endswith(" ") else piece
        elif node.type in {"softbreak", "hardbreak"}:
            text = f"{text.rstrip()} "
            breaks.append(len(text))
    return text.strip(), tuple(breaks)


def leaves(nodes: Iterable[SyntaxTreeNode]) -> Iterator[SyntaxTreeNode]:
    """The lowest nodes in order; the description of a picture is not among its line's words."""
    for node in nodes:
        if node.children and node.type != "image":
            yield from leaves(node.children)
        else:
            yield node
