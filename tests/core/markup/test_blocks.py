"""Markdown becomes blocks for the ear, each with its line."""

import pytest

from loaphuong.core import markup
from loaphuong.core.markup import BlockKind

CASES = [
    ("# Gương sáng", [(BlockKind.HEADING, "Gương sáng", 7, 1)]),
    ("Một **đậm** và [liên kết](a.md).", [(BlockKind.PARAGRAPH, "Một đậm và liên kết.", 7, 0)]),
    ("Dòng một\ndòng hai.", [(BlockKind.PARAGRAPH, "Dòng một dòng hai.", 7, 0)]),
    ("![Ảnh chợ](a.jpg)", [(BlockKind.IMAGE, "Ảnh chợ", 7, 0)]),
    (
        "- một\n- hai\n    - con",
        [(BlockKind.LIST_ITEM, "một", 7, 1), (BlockKind.LIST_ITEM, "hai", 8, 1), (BlockKind.LIST_ITEM, "con", 9, 2)],
    ),
    ("> Lời bà con.", [(BlockKind.QUOTE, "Lời bà con.", 7, 0)]),
    ("|Tổ|Hộ|\n|-|-|\n|1|20|", [(BlockKind.TABLE_ROW, "Tổ: 1; Hộ: 20", 9, 0)]),
    ("```\nx = 1\n```", [(BlockKind.CODE, "", 7, 0)]),
    ("<div>x</div>", [(BlockKind.HTML, "", 7, 0)]),
    ("---", [(BlockKind.RULE, "", 7, 0)]),
]


@pytest.mark.parametrize(("body", "expected"), CASES, ids=[body[:18] for body, _ in CASES])
def test_each_kind_of_block(body: str, expected: list[tuple[BlockKind, str, int, int]]) -> None:
    """Every kind of Markdown block is named, with its words and its line."""
    assert [(block.kind, block.text, block.line, block.level) for block in markup.blocks(body, 7)] == expected
