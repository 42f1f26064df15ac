"""Foreign names are guessed by their spelling, in syllables that Vietnamese has, and the guess is told."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaphuong.speech.nouns import LexiconEntry
from loaphuong.speech.spoken import Lexicon, Reader
from loaphuong.speech.spoken.guard import foreign
from loaphuong.speech.spoken.transcription import guess, join_consonant


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Dortmund", "đốt mun"),
        ("Barcelona", "ba xê lô na"),
        ("Tanaka", "ta na ca"),
        ("Santiago", "xan ti a gô"),
        ("Clinton", "cờ lin tôn"),
        ("Smith", "xờ mít"),
        ("Peter", "pê tơ"),
        ("Stockholm", "xờ tốc khôn"),
        ("Yokohama", "dô cô ha ma"),
        ("Watanabe", "oa ta náp"),
    ],
)
def test_a_name_by_its_spelling(written: str, said: str) -> None:
    """Consonants that Vietnamese does not join get a syllable of their own."""
    assert guess(written) == said


@given(st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyzéüñç"), min_size=1, max_size=14))
@settings(max_examples=300)
def test_a_guess_is_made_of_vietnamese_syllables(written: str) -> None:
    """Whatever the letters: syllables, or no guess."""
    said = guess(written)
    assert said is None or (said and not foreign(said))


def test_a_guess_is_told_and_a_line_of_the_lexicon_settles_it() -> None:
    """It stops nothing; once the station has its own reading there is no more to ask."""
    reading = Reader().read("Đội Dortmund tới thăm")
    assert (reading.line, [found.id for found in reading.doubts]) == ("đội đốt mun tới thăm", ["spoken-guess"])
    settled = Reader(Lexicon((LexiconEntry("Dortmund", "đoóc mun"),))).read("Đội Dortmund tới thăm")
    assert (settled.line, settled.doubts) == ("đội đoóc mun tới thăm", ())


@pytest.mark.parametrize(
    ("opening", "vowel", "spelled"),
    [
        ("c", "a", "ca"),
        ("c", "i", "ki"),
        ("c", "ê", "kê"),
        ("g", "e", "ghe"),
        ("g", "o", "go"),
        ("ng", "i", "nghi"),
        ("ng", "a", "nga"),
        ("qu", "u", "quơ"),
        ("qu", "uy", "quy"),
        ("qu", "a", "qua"),
        ("w", "a", "oa"),
        ("w", "i", "uy"),
        ("b", "a", "ba"),
    ],
)
def test_a_consonant_before_a_vowel(opening: str, vowel: str, spelled: str) -> None:
    """As Vietnamese writes it: k before i, gh and ngh too, and one u after q."""
    assert join_consonant(opening, vowel) == spelled
