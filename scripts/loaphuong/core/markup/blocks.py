"""A body as blocks for the ear, each with its line in the editor's file."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from loaphuong.core.markup.tokens import parse, split_lines, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token


class BlockKind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    VERSE = "verse"
    TABLE_ROW = "table_row"
    IMAGE = "image"
    CODE = "code"
    RULE = "rule"
    HTML = "html"


ADDRESS = re.compile(r"https?://\S+")
SILENT = {"fence": BlockKind.CODE, "code_block": BlockKind.CODE, "html_block": BlockKind.HTML, "hr": BlockKind.RULE}


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a text, with its first line in the file.

    `text` is plain prose for the ear: the words of links, no addresses, no pictures, no code, no HTML; empty for code,
    rules and HTML; the alternative text for an image alone. `level` is the heading's (1 to 6), or how many lists are
    around it. `index` is the number of an ordered item, None for a bullet. A table's row has its `cells` and the
    columns' `heads`; its `text` joins them as `head: cell; head: cell`. `breaks` are the places in `text` where the
    editor began a new line.
    """

    kind: BlockKind
    text: str
    line: int
    level: int = 0
    index: int | None = None
    cells: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    breaks: tuple[int, ...] = ()

    def line_at(self, offset: int) -> int:
        """The line of the file that the character at `offset` of `text` stands on."""
        return self.line + bisect_right(self.breaks, offset)


def readable(body: str) -> str:
    """The words of a body as they were parsed, a block a line, headings behind `#`, then those that pictures have.

    Not of its source: what the parser drops, such as the target of a link that nothing uses, nobody has approved.
    Addresses give no words.
    """
    said = [f"# {block.text}" if block.kind is BlockKind.HEADING else block.text for block in blocks(body)]
    inside = (child for token in parse(body) for child in token.children or () if child.type == "image")
    shown = (words(picture.children or ())[0] for picture in inside)
    return ADDRESS.sub(" ", "\n".join(line for line in dict.fromkeys((*said, *shown)) if line))


def blocks(body: str, first_line: int = 1) -> tuple[Block, ...]:
    """The blocks of a Markdown body that begins at `first_line` of its file, in reading order."""
    return tuple(walk(iter(parse(body)), first_line, BlockKind.PARAGRAPH, 0))


def walk(tokens: Iterator[Token], first_line: int, prose: BlockKind, depth: int) -> Iterator[Block]:
    """The blocks up to the end of what is open; `prose` is what a paragraph is here, `depth` counts the lists around.

    All functions here read one iterator; each takes from it up to its own closing token.
    """
    for token in tokens:
        line = first_line + (token.map or (0, 0))[0]
        match token.type:
            case "heading_open":
                text, breaks = words(next(tokens).children or ())
                yield Block(BlockKind.HEADING, text, line, int(token.tag[1]), breaks=breaks)
            case "paragraph_open":
                yield from paragraph(next(tokens).children or [], line, prose, depth)
            case "bullet_list_open" | "ordered_list_open":
                yield from items(tokens, token, first_line, depth + 1)
            case "blockquote_open":
                yield from walk(tokens, first_line, BlockKind.QUOTE, depth)
            case "table_open":
                yield from rows(tokens, first_line)
            case "blockquote_close" | "list_item_close":
                return
            case other if other in SILENT:
                yield Block(SILENT[other], "", line)


def paragraph(inline: Sequence[Token], line: int, prose: BlockKind, depth: int) -> Iterator[Block]:
    """A paragraph, each line of one whose lines are kept, or the pictures of one that holds nothing else."""
    if images := only_images(inline):
        for image in images:
            yield Block(BlockKind.IMAGE, words(image.children or ())[0], line)
        return
    lines = split_lines(inline)
    for number, each in enumerate(lines):
        text, breaks = words(each)
        if text:
            kind = prose if number == len(lines) - 1 else BlockKind.VERSE
            yield Block(kind, text, line + number, depth, breaks=breaks)


def items(tokens: Iterator[Token], opened: Token, first_line: int, depth: int) -> Iterator[Block]:
    """The items of a list: the first paragraph of each carries its number, what follows in it is prose."""
    number = int(opened.attrs.get("start", 1)) if opened.type == "ordered_list_open" else None
    for token in tokens:
        if token.type != "list_item_open":
            return
        found = list(walk(tokens, first_line, BlockKind.PARAGRAPH, depth))
        if found and found[0].kind in {BlockKind.PARAGRAPH, BlockKind.VERSE}:
            found[0] = replace(found[0], kind=BlockKind.LIST_ITEM, index=number)
        yield from found
        number = None if number is None else number + 1


def rows(tokens: Iterator[Token], first_line: int) -> Iterator[Block]:
    """The body rows of a table, each with the words of its columns' heads."""
    heads: tuple[str, ...] = ()
    cells: list[str] = []
    line = first_line
    for token in tokens:
        match token.type:
            case "tr_open":
                cells, line = [], first_line + (token.map or (0, 0))[0]
            case "inline":
                cells.append(words(token.children or ())[0])
            case "thead_close":
                heads, cells = tuple(cells), []
            case "tr_close" if heads:
                pairs = zip(heads, cells, strict=False)
                text = "; ".join(f"{name}: {cell}" if name else cell for name, cell in pairs if cell)
                yield Block(BlockKind.TABLE_ROW, text, line, cells=tuple(cells), heads=heads)
            case "table_close":
                return


def only_images(inline: Sequence[Token]) -> list[Token]:
    """The pictures of a line that holds nothing else."""
    blank = {"image", "softbreak", "hardbreak"}
    if any(token.type not in blank and not (token.type == "text" and not token.content.strip()) for token in inline):
        return []
    return [token for token in inline if token.type == "image"]
