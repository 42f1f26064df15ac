"""What stands in a body beside its words: links, pictures, code and raw HTML, each with its line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from loaphuong.markup.tree import line_of, parse, words
from loaphuong.vietnamese import nfc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.tree import SyntaxTreeNode

SCHEME = re.compile(r"^([a-z][a-z0-9+.-]*):", re.IGNORECASE)


class Mark(StrEnum):
    """What stands inside a line beside its words."""

    LINK = "link"
    IMAGE = "image"
    HTML = "html"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Reference:
    """A link, a picture, a code span or raw HTML: where it leads or what it is as written, what it says, its line."""

    target: str
    text: str
    line: int
    mark: Mark = Mark.LINK

    @property
    def image(self) -> bool:
        """Whether it is a picture."""
        return self.mark is Mark.IMAGE

    @property
    def scheme(self) -> str:
        """`https`, `mailto`, …; empty for a place in this project. Blanks and controls are skipped, as browsers do."""
        bare = "".join(letter for letter in self.target if letter > " ")
        found = SCHEME.match(bare)
        return found[1].lower() if found else "https" if bare.startswith("//") else ""


def references(body: str, first_line: int = 1) -> tuple[Reference, ...]:
    """The links and pictures of a body, in order."""
    return tuple(found for found in marks(body, first_line) if found.mark in {Mark.LINK, Mark.IMAGE})


def marks(body: str, first_line: int = 1) -> Iterator[Reference]:
    """All that stands in a body beside its words, in order."""
    for node in parse(body).walk():
        if node.type == "html_block":
            yield Reference(node.content.strip(), "", line_of(node, first_line), Mark.HTML)
        elif node.type == "inline":
            yield from inline_marks(node, line_of(node, first_line))


def inline_marks(inline: SyntaxTreeNode, line: int) -> Iterator[Reference]:
    """The marks of one inline node; each line break moves on by a line."""
    for node in inline.walk():
        match node.type:
            case "softbreak" | "hardbreak":
                line += 1
            case "image":
                yield Reference(str(node.attrs["src"]), nfc(node.content), line, Mark.IMAGE)
            case "link":
                yield Reference(str(node.attrs["href"]), words(node.children)[0], line)
            case "html_inline":
                yield Reference(node.content, "", line, Mark.HTML)
            case "code_inline":
                yield Reference(node.content, "", line, Mark.CODE)
