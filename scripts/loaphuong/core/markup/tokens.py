"""A Markdown body as tokens, and the words of it that are for the ear."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from markdown_it import MarkdownIt

from loaphuong.core.vietnamese import nfc

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token

# Soft hyphens, zero-width and direction marks: nothing to hear, and able to hide a word from a check.
UNSEEN = {
    code: None
    for first, last in ((0xAD, 0xAD), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2069), (0xFEFF, 0xFEFF))
    for code in range(first, last + 1)
}

# How often a sign may stand in one block (between blank lines): far above what prose needs, far below what makes the
# parsers' time grow faster than the text.
SIGNS = {"[": 60, "]": 60, "<": 100, "*": 600, "_": 600, "`": 200, "&": 400, "|": 3000, "\\": 400, "!": 400, ">": 600}
BRACKET = re.compile(r"[\[\]]")
BLANKS = re.compile(r"\s+")
NESTED = re.compile(r"[ \t]*(?:(?:[-+*>]|\d{1,9}[.)])[ \t]*){12}|\t{10}| {40}")
# How many brackets may wait for their end at once.
OPEN_BRACKETS = 12
BREAKS = frozenset({"softbreak", "hardbreak"})
# A line of a poem, or of a notice typed line by line: so many words at most.
LONGEST_VERSE = 14
OPENING_SIGNS = " \"'“‘«(–-…*_"
# Items of lists in one text: each costs the parser as much as a paragraph.
ITEM = re.compile(r"[ \t]*(?:[-+*>]|\d{1,9}[.)])(?:[ \t]|$)")
LONGEST_LIST = 1000
GAP = re.compile(r"\s{300}")
LONGEST_LINE = 20_000


@lru_cache(maxsize=1)
def reader() -> MarkdownIt:
    """CommonMark with tables."""
    markdown = MarkdownIt("commonmark", {"maxNesting": 100}).enable("table")
    # Unsafe addresses stay in the tokens, so that they can be named; the sanitiser drops them from the page.
    markdown.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005 - the parser's signature
    markdown.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return markdown


@lru_cache(maxsize=16)
def parse(body: str) -> tuple[Token, ...]:
    """The tokens of a body, not to be changed; their lines are counted from 0. The last few bodies are kept."""
    return tuple(reader().parse(unicodedata.normalize("NFC", body)))


def intricate(body: str, first_line: int = 1) -> int | None:
    """The line of the first block that is too intricate to be read in good time; None for prose."""
    if gap := GAP.search(body):
        return first_line + body.count("\n", 0, gap.end())
    counts = dict.fromkeys(SIGNS, 0)
    items = 0
    for number, line in enumerate(body.split("\n"), first_line):
        if not line or line.isspace():
            counts = dict.fromkeys(SIGNS, 0)
            continue
        items += ITEM.match(line) is not None
        if items > LONGEST_LIST:
            return number
        if "[" in line and max(0, counts["["] - counts["]"]) + deepest(line) > OPEN_BRACKETS:
            return number
        for sign, most in SIGNS.items():
            if sign in line:
                counts[sign] += line.count(sign)
                if counts[sign] > most:
                    return number
        if len(line) > LONGEST_LINE or NESTED.match(line):
            return number
    return None


NOTHING: tuple[object, ...] = ("", ["inline", "", [], []])
OPENED, CLOSED = ["paragraph_open", "p", [], ""], ["paragraph_close", "p", [], ""]


def plain_tree(body: str) -> list[object]:
    """What the parser made of a body, as plain data: two bodies that give the same are the same to eye and ear.

    Left out is how a thing was marked (`*` or `_`), and where.
    """
    return merge(parse(body))


def merge(tokens: Sequence[Token]) -> list[object]:
    """Tokens as plain data, the text of neighbours joined."""
    found: list[object] = []
    kept = len(split_lines(tokens)) > 1
    for token in tokens:
        if token.type == "text" and found and isinstance(found[-1], str):
            found[-1] += token.content
        elif token.type == "text":
            found.append(token.content)
        elif not token.hidden:  # the paragraph of a tight list item is not shown
            found.append(describe(token, lines_kept=kept))
    shown: list[object] = []
    for each in found:
        if each == CLOSED and shown and shown[-1] == OPENED:  # a page has no paragraph without anything in it
            shown.pop()
        elif each not in NOTHING:
            shown.append(each)
    return shown


def describe(token: Token, *, lines_kept: bool) -> list[object]:
    """A token as plain data; where lines are kept, it is not seen which of their ends were marked."""
    if token.type in BREAKS:
        return ["hardbreak" if lines_kept else token.type]
    kind = "fence" if token.type == "code_block" else token.type
    inside: object = merge(token.children) if token.children is not None else token.content
    attributes = {name: value for name, value in token.attrs.items() if name != "alt"}
    if kind == "image":  # what it is described by, as a page has it; drawing the page writes it into the token
        renderer = cast("RendererHTML", reader().renderer)
        inside = renderer.renderInlineAsText(token.children, reader().options, {})
    if kind == "html_block":  # raw HTML is shown as words, without the blanks around it
        inside = token.content.strip()
    return [kind, token.tag, sorted(attributes.items()), inside]


def deepest(line: str) -> int:
    """How many brackets of a line wait for their end where most do."""
    waiting = most = 0
    for bracket in BRACKET.findall(line):
        waiting = waiting + 1 if bracket == "[" else max(waiting - 1, 0)
        most = max(most, waiting)
    return most


def split_lines(inline: Sequence[Token]) -> list[list[Token]]:
    """The lines an editor typed of a paragraph whose lines are kept, as those of a poem; else all of it as one.

    They are kept where each is short and opens as a line does, with a capital or a figure: prose that is wrapped
    somewhere goes on in small letters. A break that is written (two blanks, a backslash) keeps all of them.
    """
    lines: list[list[Token]] = [[]]
    for token in inline:
        if token.type in BREAKS:
            lines.append([])
        else:
            lines[-1].append(token)
    if len(lines) == 1:
        return lines
    said = [words(line)[0] for line in lines]
    typed = all(opens_line(text) and text.count(" ") < LONGEST_VERSE for text in said)
    return lines if typed or any(token.type == "hardbreak" for token in inline) else [list(inline)]


def opens_line(text: str) -> bool:
    """Whether a line begins with a capital or a figure, signs aside."""
    first = text.lstrip(OPENING_SIGNS)[:1]
    return first.isupper() or first.isdecimal()


def words(inline: Iterable[Token]) -> tuple[str, tuple[int, ...]]:
    """What of a line's tokens is for the ear, and where the editor's line breaks fall in it."""
    pieces: list[str] = []
    length = 0
    blank = True
    breaks: list[int] = []
    for token in inline:
        if token.type == "text":
            piece = BLANKS.sub(" ", nfc(token.content).translate(UNSEEN))
        elif token.type in BREAKS:
            piece = " "
        else:
            continue
        if piece := piece.lstrip() if blank else piece:
            pieces.append(piece)
            length += len(piece)
            blank = piece.endswith(" ")
        if token.type != "text":
            breaks.append(length)
    return "".join(pieces).strip(), tuple(breaks)
