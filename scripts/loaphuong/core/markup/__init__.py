"""Markdown, read by one parser and shown twice: blocks for the ear with the editor's lines, clean HTML for the eye.

markup.blocks(body, first_line)      what an announcer reads, block by block
markup.references(body, first_line)  where links and pictures lead
markup.html(body, link)              what the page and the feeds show
markup.parsed(body)                  what all of them are made from, as plain data
"""

from loaphuong.core.markup.blocks import Block, Kind, blocks
from loaphuong.core.markup.marks import Mark, Reference, marks, references
from loaphuong.core.markup.page import ATTRIBUTES, SCHEMES, TAGS, anchors, html
from loaphuong.core.markup.tokens import UNSEEN, intricate, parsed

__all__ = [
    "ATTRIBUTES",
    "SCHEMES",
    "TAGS",
    "UNSEEN",
    "Block",
    "Kind",
    "Mark",
    "Reference",
    "anchors",
    "blocks",
    "html",
    "intricate",
    "marks",
    "parsed",
    "references",
]
