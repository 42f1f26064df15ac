"""Markdown, read twice: as blocks for the ear with the editor's lines, and as clean HTML for the eye."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

import nh3
from markdown import Markdown
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from loaphuong.vietnamese import nfc, slugify

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from markdown_it.token import Token

EXTENSIONS = ("tables", "fenced_code", "sane_lists", "toc")
TAGS = frozenset(
    {
        "a",
        "abbr",
        "b",
        "blockquote",
        "br",
        "code",
        "dd",
        "del",
        "dl",
        "dt",
        "em",
        "hr",
        "i",
        "img",
        "li",
        "ol",
        "p",
        "pre",
    }
    | {"strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul", "h1", "h2", "h3", "h4", "h5", "h6"}
)
ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    "td": {"align"},
    "th": {"align"},
    **{f"h{level}": {"id"} for level in range(1, 7)},
}
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
# Soft hyphens, zero-width and direction marks: nothing to hear, and able to hide a word from a check.
UNSEEN = {
    code: None
    for first, last in ((0xAD, 0xAD), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2069), (0xFEFF, 0xFEFF))
    for code in range(first, last + 1)
}
SCHEME = re.compile(r"^([a-z][a-z0-9+.-]*):", re.IGNORECASE)


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


@dataclass(frozen=True, slots=True)
class Reference:
    """A link or a picture: where it leads as written, what it says, and its line in the file."""

    target: str
    text: str
    line: int
    image: bool = False

    @property
    def scheme(self) -> str:
        """`https`, `mailto`, …; empty for a place in this project. Blanks and controls are skipped, as browsers do."""
        bare = "".join(letter for letter in self.target if letter > " ")
        found = SCHEME.match(bare)
        return found[1].lower() if found else "https" if bare.startswith("//") else ""


@lru_cache(maxsize=1)
def reader() -> MarkdownIt:
    """CommonMark with tables: the same syntax that the pages are shown by."""
    markdown = MarkdownIt("commonmark", {"maxNesting": 20}).enable("table")
    # Unsafe addresses stay in the tokens, so that they can be named instead of shown as stray brackets.
    markdown.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005 - the parser's signature
    markdown.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return markdown


def parse(body: str) -> list[Token]:
    """The tokens of a body; their lines are counted from 0."""
    return reader().parse(body)


def words(inline: Sequence[SyntaxTreeNode]) -> tuple[str, tuple[int, ...]]:
    """What of some inline nodes is for the ear, and where the editor's line breaks fall in it."""
    text = ""
    breaks: list[int] = []
    for node in (below for top in inline for below in top.walk()):
        if node.type in {"softbreak", "hardbreak"}:
            text = f"{text.rstrip()} "
            breaks.append(len(text))
        elif node.type == "text" and not in_image(node):
            piece = re.sub(r"\s+", " ", nfc(node.content).translate(UNSEEN))
            text += piece.lstrip() if not text or text.endswith(" ") else piece
    return text.strip(), tuple(breaks)


def in_image(node: SyntaxTreeNode) -> bool:
    """Whether a node is part of a picture's alternative text."""
    return node.parent is not None and (node.parent.type == "image" or in_image(node.parent))


def only_images(inline: Sequence[SyntaxTreeNode]) -> list[SyntaxTreeNode]:
    """The pictures of a line that holds nothing else."""
    images = [node for node in inline if node.type == "image"]
    rest = [node for node in inline if node.type not in {"image", "softbreak", "hardbreak"}]
    return [] if any(node.content.strip() or node.children for node in rest) else images


def blocks(body: str, first_line: int = 1) -> tuple[Block, ...]:
    """The blocks of a Markdown body that begins at `first_line` of its file, in reading order."""
    return tuple(walk(SyntaxTreeNode(parse(body)), first_line, Kind.PARAGRAPH, 0))


def walk(parent: SyntaxTreeNode, first_line: int, prose: Kind, depth: int) -> Iterator[Block]:
    """The blocks below a node; `prose` is what a paragraph is here, `depth` how many lists are around it."""
    for node in parent.children:
        line = first_line + (node.map or (0, 0))[0]
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
        yield Block(Kind.TABLE_ROW, text, first_line + (row.map or (0, 0))[0], cells=cells, heads=heads)


def references(body: str, first_line: int = 1) -> tuple[Reference, ...]:
    """The links and pictures of a body, in order."""
    return tuple(
        found
        for node in SyntaxTreeNode(parse(body)).walk()
        if node.type == "inline"
        for found in inline_references(node, first_line + (node.map or (0, 0))[0])
    )


def inline_references(inline: SyntaxTreeNode, line: int) -> Iterator[Reference]:
    """The links and pictures of one inline node; each line break moves on by a line."""
    for node in inline.walk():
        if node.type in {"softbreak", "hardbreak"}:
            line += 1
        elif node.type == "image":
            yield Reference(str(node.attrs["src"]), nfc(node.content), line, image=True)
        elif node.type == "link":
            yield Reference(str(node.attrs["href"]), words(node.children)[0], line)


def anchor(text: str, separator: str = "-") -> str:
    """The address of a heading, in ASCII; what Python-Markdown's `toc` calls to make one."""
    return slugify(text).replace("-", separator) or "muc"


def anchors(body: str) -> frozenset[str]:
    """The addresses that the headings of a body have on its page; a repeated one is numbered `_1`, `_2`, …"""
    found: set[str] = set()
    for block in blocks(body):
        if block.kind is Kind.HEADING:
            name, count = anchor(block.text), 0
            while (numbered := f"{name}_{count}" if count else name) in found:
                count += 1
            found.add(numbered)
    return frozenset(found)


def html(body: str, link: Callable[[str], str] | None = None) -> str:
    """Sanitised HTML of a body: raw HTML in it is shown as text, unsafe addresses are dropped.

    `link` turns the target of each link and picture into the address it has where the HTML will stand.
    """

    def address(tag: str, attribute: str, value: str) -> str | None:
        if link and (tag, attribute) in {("a", "href"), ("img", "src")}:
            return link(value)
        return value

    markdown = Markdown(
        extensions=list(EXTENSIONS),
        extension_configs={"toc": {"slugify": anchor}, "tables": {"use_align_attribute": True}},
        output_format="html",
    )
    markdown.preprocessors.deregister("html_block")
    markdown.inlinePatterns.deregister("html")
    return nh3.clean(
        markdown.convert(unicodedata.normalize("NFC", body)),
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        attribute_filter=address,
        url_schemes=set(SCHEMES),
        link_rel="noopener noreferrer",
    )
