"""Where the ear gets a new sentence, and where a long one takes breath."""

from __future__ import annotations

import pytest

from loaphuong.speech.spoken import Reader
from loaphuong.speech.spoken.sentences import LEAST, LONG_CLAUSE, LONG_PART, part

READER = Reader()


@pytest.mark.parametrize(("count", "sentences"), [(LONG_PART - 2, 1), (LONG_PART - 1, 1), (LONG_PART, 2)])
def test_a_semicolon_ends_what_is_long(count: int, sentences: int) -> None:
    """What is short, its own mark counted, goes on after it."""
    assert len(READER.read(f"{' '.join(['nhà'] * count)}; bà con cùng làm.").sentences) == sentences


def breaths(length: int, *links: int) -> list[int]:
    """Where a clause of so many words breathes that has a linking word at these places."""
    words = ["nhà"] * length
    for place in links:
        words[place] = "và"
    return part(words, 0, length - 1)


def test_a_long_clause_breathes_before_the_linking_word_nearest_its_middle() -> None:
    """A short one does not, nor one without such a word; each half that is still long breathes again."""
    long = 2 * LONG_CLAUSE
    assert breaths(LONG_CLAUSE, LONG_CLAUSE // 2) == []
    assert breaths(long) == []
    assert breaths(long, long // 2) == [long // 2]
    assert breaths(long, LEAST - 1, long // 2 - 1) == [long // 2 - 1]
    assert breaths(long, LEAST, long // 2 + 1) == [LEAST, long // 2 + 1]
    places = [long // 2, long, 3 * long // 2]
    assert breaths(2 * long, *places) == places
