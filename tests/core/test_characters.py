"""What steers a machine instead of being read is found however it was written, and never let out."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from loaphuong.core.characters import harmful, harmful_entity, harmless
from loaphuong.core.problems import problem
from loaphuong.core.where import Where

STEERING = {
    "a terminal's escape": "\x1b[31m",
    "a bell": "\a",
    "a carriage return": "\r",
    "a NUL": "\0",
    "a control of eight bits": "\x9b31m",
    "an override from right to left": "\u202e",
    "an isolate": "\u2067",
    "a mark from right to left": "\u200f",
    "a mark of Arabic": "\u061c",
    "a separator of lines": "\u2028",
    "half a letter": "\ud800",
    "a noncharacter": "\ufffe",
}
READ = ("Gương tốt\n\tngõ nhỏ", "a\u0301\u0323", "👨\u200d👩\u200d👧", "soft\u00adhyphen", "مرحبا", "một\u00a0hai")


@pytest.mark.parametrize("letters", STEERING.values(), ids=STEERING)
def test_what_steers_is_found_and_replaced(letters: str) -> None:
    """The first such character is named by its number, and � is shown in its place."""
    text = f"Bài {letters}tốt"
    assert harmful(text) == f"U+{ord(letters[0]):04X}"
    assert harmful(harmless(text)) is None
    assert harmless(text).startswith("Bài �")


@pytest.mark.parametrize("text", READ)
def test_what_is_read_is_left_alone(text: str) -> None:
    """Letters of any script, marks on them, line ends and tabs are no harm."""
    assert harmful(text) is None
    assert harmless(text) == text


@pytest.mark.parametrize(
    ("text", "code"),
    [("&#x202e;", "U+202E"), ("&#8238;", "U+202E"), ("&rlm;", "U+200F"), ("&amp;", None), ("A & B", None)],
)
def test_an_entity_is_what_it_stands_for(text: str, code: str | None) -> None:
    """A number or a name."""
    assert harmful_entity(text) == code


@given(some.text())
def test_nothing_harmful_is_shown(text: str) -> None:
    """Whatever comes in, no control, no half a letter and no mark of direction goes out."""
    shown = harmless(text)
    assert len(shown) == len(text)
    assert not any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in shown if letter not in "\n\t")
    assert not any(unicodedata.bidirectional(letter) in {"RLO", "LRO", "RLE", "LRE", "PDF"} for letter in shown)


def test_a_problem_shows_nothing_harmful() -> None:
    """What was written wrong is quoted, and so is the name of its file."""
    found = problem("link-broken", Where("content/\x1b[2J.md", 3), target="\u202egnp.a")
    assert harmful(f"{found.where} {found.what} {found.hint}") is None
