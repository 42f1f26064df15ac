"""What stands in a body beside its words: links, pictures, code and raw HTML, each with its line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from loaphuong.core.markup.tokens import parse, words
from loaphuong.core.vietnamese import nfc

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

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
    line = first_line
    for token in parse(body):
        if token.map:
            line = first_line + token.map[0]
        if token.type == "html_block":
            yield Reference(token.content.strip(), "", line, Mark.HTML)
        elif token.type == "inline":
            yield from inline_marks(token.children or [], line)


def inline_marks(inline: Sequence[Token], line: int) -> Iterator[Reference]:
    """The marks of one inline token; each line break moves on by a line."""
    for place, token in enumerate(inline):
        match token.type:
            case "softbreak" | "hardbreak":
                line += 1
            case "image":
                yield Reference(str(token.attrs["src"]), nfc(token.content), line, Mark.IMAGE)
            case "link_open":
                end = next(at for at in range(place, len(inline)) if inline[at].type == "link_close")
                said = words(inline[place:end])[0] or picture_words(inline[place:end])
                yield Reference(str(token.attrs["href"]), said, line)
            case "html_inline":
                yield Reference(token.content, "", line, Mark.HTML)
            case "code_inline":
                yield Reference(token.content, "", line, Mark.CODE)


def picture_words(inline: Sequence[Token]) -> str:
    """What the pictures and the code of a link say."""
    return " ".join(nfc(token.content) for token in inline if token.type in {"image", "code_inline"})
