"""Markdown becomes blocks for the ear, each with its line."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaphuong.core import markup
from loaphuong.core.markup import BlockKind
from tests.core.markup.texts import MARKDOWN

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


@settings(max_examples=100)
@given(MARKDOWN, st.integers(1, 500))
def test_blocks_stand_on_lines_of_the_file_in_order(body: str, first: int) -> None:
    """Lines never run backwards, never leave the text, and move with the first one."""
    blocks = markup.blocks(body, first)
    lines = [block.line for block in blocks]
    assert lines == sorted(lines)
    last = first + len(re.split(r"\r\n|\r|\n", body))
    assert all(first <= block.line <= block.line_at(len(block.text)) <= last for block in blocks)
    assert [block.line - first for block in blocks] == [block.line for block in markup.blocks(body, 0)]


def test_a_word_is_found_on_the_line_where_the_editor_wrote_it() -> None:
    """A paragraph of several lines knows which of its words stand on which."""
    (block,) = markup.blocks("Một dòng\nhai **dòng**\nba dòng.", 10)
    assert [block.line_at(block.text.index(word)) for word in ("Một", "hai", "ba")] == [10, 11, 12]


def test_a_poem_keeps_its_lines() -> None:
    """Each line is a block of its own, with its place; wrapped prose is one."""
    found = markup.blocks("Sáng ra đồng\nTrưa về *nhà*\nĐêm lại đi.\n\nBà con cùng nhau\nquét ngõ.\n", 10)
    assert [(each.kind, each.text, each.line) for each in found] == [
        (BlockKind.VERSE, "Sáng ra đồng", 10),
        (BlockKind.VERSE, "Trưa về nhà", 11),
        (BlockKind.PARAGRAPH, "Đêm lại đi.", 12),
        (BlockKind.PARAGRAPH, "Bà con cùng nhau quét ngõ.", 14),
    ]


def test_a_list_item_of_typed_lines_is_counted_once() -> None:
    """The number stands before its first line."""
    found = markup.blocks("1. Sáng ra đồng\n   Trưa về nhà\n2. Chiều lại đi\n")
    assert [(each.kind, each.index) for each in found] == [
        (BlockKind.LIST_ITEM, 1),
        (BlockKind.PARAGRAPH, None),
        (BlockKind.LIST_ITEM, 2),
    ]


@pytest.mark.parametrize(
    ("body", "read"),
    [
        ("Xem [kế hoạch](a.md) nhé", "Xem kế hoạch nhé"),
        ("## Mục\n\nMột\nhai\n\n- ba\n- bốn", "# Mục\nMột hai\nba\nbốn"),
        ("gõ `make` rồi chờ\n\n```\nmã\n```", "gõ rồi chờ"),
        ("tại https://phuong.example/a nhé", "tại   nhé"),
        ("Một.\n\n[Nguồn]: đây (Kẻ xấu.)\n\n<!-- kẻ xấu -->", "Một."),
        ("S&#97;o\u00ad Mai", "Sao Mai"),
        ("![*Lan* can](a.png)\n\nXem ![vườn](b.png) này", "Lan can\nXem này\nvườn"),
    ],
)
def test_a_search_finds_what_was_parsed(body: str, read: str) -> None:
    """Targets, code, remarks, addresses and definitions that nothing uses give no word; entities are letters."""
    assert markup.readable(body) == read
