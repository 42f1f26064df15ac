"""A body as blocks for the ear, each with its line in the editor's file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from loaphuong.markup.tree import line_of, parse, words
from loaphuong.vietnamese import nfc

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.tree import SyntaxTreeNode


class Kind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    TABLE_ROW = "table_row"
    IMAGE = "image"
    CODE = "code"
    RULE = "rule"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a text, with its first line in the file.

    `text` is plain prose for the ear: the words of links, no addresses, no pictures, no code, no HTML; empty for code,
    rules and HTML; the alternative text for an image alone. `level` is the heading's (1 to 6), or how many lists are
    around it. `index` is the number of an ordered item, None for a bullet. A table's row has its `cells` and the
    columns' `heads`; its `text` joins them as `head: cell; head: cell`. `breaks` are the places in `text` where the
    editor began a new line.
    """

    kind: Kind
    text: str
    line: int
    level: int = 0
    index: int | None = None
    cells: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    breaks: tuple[int, ...] = ()

    def line_at(self, offset: int) -> int:
        """The line of the file that the character at `offset` of `text` stands on."""
        return self.line + sum(place <= offset for place in self.breaks)


def blocks(body: str, first_line: int = 1) -> tuple[Block, ...]:
    """The blocks of a Markdown body that begins at `first_line` of its file, in reading order."""
    return tuple(walk(parse(body), first_line, Kind.PARAGRAPH, 0))


def walk(parent: SyntaxTreeNode, first_line: int, prose: Kind, depth: int) -> Iterator[Block]:
    """The blocks below a node; `prose` is what a paragraph is here, `depth` how many lists are around it."""
    for node in parent.children:
        line = line_of(node, first_line)
        match node.type:
            case "heading":
                text, breaks = words(node.children)
                yield Block(Kind.HEADING, text, line, int(node.tag[1]), breaks=breaks)
            case "paragraph":
                yield from paragraph(node, line, prose, depth)
            case "bullet_list" | "ordered_list":
                yield from listed(node, first_line, depth + 1)
            case "blockquote":
                yield from walk(node, first_line, Kind.QUOTE, depth)
            case "table":
                yield from rows(node, first_line)
            case "fence" | "code_block":
                yield Block(Kind.CODE, "", line)
            case "html_block":
                yield Block(Kind.HTML, "", line)
            case "hr":
                yield Block(Kind.RULE, "", line)


def paragraph(node: SyntaxTreeNode, line: int, prose: Kind, depth: int) -> Iterator[Block]:
    """A paragraph, or the pictures of one that holds nothing else."""
    inline = node.children[0].children
    if images := only_images(inline):
        for image in images:
            yield Block(Kind.IMAGE, nfc(image.content), line)
        return
    text, breaks = words(node.children)
    if text:
        yield Block(prose, text, line, depth, breaks=breaks)


def listed(node: SyntaxTreeNode, first_line: int, depth: int) -> Iterator[Block]:
    """The items of a list: the first paragraph of each carries its number, what follows in it is prose."""
    start = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
    for place, item in enumerate(node.children):
        found = list(walk(item, first_line, Kind.PARAGRAPH, depth))
        if found and found[0].kind is Kind.PARAGRAPH:
            found[0] = replace(found[0], kind=Kind.LIST_ITEM, index=None if start is None else start + place)
        yield from found


def rows(node: SyntaxTreeNode, first_line: int) -> Iterator[Block]:
    """The body rows of a table, each with the words of its columns' heads."""
    head, *bodies = node.children
    heads = tuple(words(cell.children)[0] for cell in head.children[0].children)
    for row in (row for body in bodies for row in body.children):
        cells = tuple(words(cell.children)[0] for cell in row.children)
        pairs = zip(heads, cells, strict=False)
        text = "; ".join(f"{name}: {cell}" if name else cell for name, cell in pairs if cell)
        yield Block(Kind.TABLE_ROW, text, line_of(row, first_line), cells=cells, heads=heads)


def only_images(inline: Sequence[SyntaxTreeNode]) -> list[SyntaxTreeNode]:
    """The pictures of a line that holds nothing else."""
    images = [node for node in inline if node.type == "image"]
    rest = [node for node in inline if node.type not in {"image", "softbreak", "hardbreak"}]
    return [] if any(node.content.strip() or node.children for node in rest) else images
