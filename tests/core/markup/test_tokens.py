"""A body as tokens: composed letters, and nothing too intricate to read."""

from __future__ import annotations

import pytest

from loaphuong.core import markup


def test_decomposed_letters_are_composed() -> None:
    """A page is written in one form of letters."""
    assert markup.html("Phươ\u0300ng") == markup.html("Phường")


INTRICATE = [
    "[" * 100,
    "*a" * 700,
    "> " * 50 + "x",
    "1. " * 50 + "x",
    "a" * 30_000,
    " " * 60 + "- x",
    "[a](" + " " * 400,
    "[a](" + "\n" * 400,
    "x\n" * 5 + "`" * 300,
]


PLAIN = [
    "",
    "Một.",
    "- [một](a.md)\n" * 40,
    "|a|b|\n|-|-|\n" + "|1|2|\n" * 200,
    "**đậm** " * 100,
    "#### Một\n\n> hai\n>\n> > ba",
]


@pytest.mark.parametrize("body", INTRICATE, ids=[body[:10] for body in INTRICATE])
def test_what_would_take_too_long_is_refused_before_it_is_read(body: str) -> None:
    """A text that makes parsers slow is told by its line."""
    assert markup.intricate(f"Một.\n\n{body}", 8) in range(8, 420)


@pytest.mark.parametrize("body", PLAIN, ids=range(len(PLAIN)))
def test_what_people_write_is_not_too_intricate(body: str) -> None:
    """Long lists, tables and bold words are prose."""
    assert markup.intricate(body) is None


def test_a_list_without_end_is_named_before_it_is_parsed() -> None:
    """A thousand items are a long list; a million would keep the parser for minutes."""
    assert markup.intricate("- a\n" * 1000) is None
    assert markup.intricate("- a\n" * 1_000_000, 8) == 1008
    assert markup.intricate("- a\n\n" * 2000) == 2001
