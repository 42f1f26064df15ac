"""Markdown, read by one parser and shown twice: blocks for the ear with the editor's lines, clean HTML for the eye.

markup.blocks(body, first_line)      what an announcer reads, block by block
markup.references(body, first_line)  where links and pictures lead
markup.html(body, link, picture)     what the page and the feeds show
markup.plain_tree(body)              what all of them are made from, as plain data
markup.readable(body)                its words alone, for a search
"""

from loaphuong.core.markup.blocks import Block, BlockKind, blocks, readable
from loaphuong.core.markup.marks import Mark, Reference, marks, references
from loaphuong.core.markup.page import ATTRIBUTES, SCHEMES, TAGS, anchors, html
from loaphuong.core.markup.tokens import UNSEEN, intricate, plain_tree

__all__ = [
    "ATTRIBUTES",
    "SCHEMES",
    "TAGS",
    "UNSEEN",
    "Block",
    "BlockKind",
    "Mark",
    "Reference",
    "anchors",
    "blocks",
    "html",
    "intricate",
    "marks",
    "plain_tree",
    "readable",
    "references",
]
