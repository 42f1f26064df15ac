"""Typos: what is no syllable but near one is called a typo, with the word that was meant."""

from __future__ import annotations

import pytest

from loaphuong.core.where import Where
from loaphuong.speech.spoken import Reader
from loaphuong.speech.spoken.typos import suggestion


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("đuợc", "được"),
        ("Phuờng", "Phường"),
        ("nghành", "ngành"),
        ("nguowif", "người"),
        ("hojp", "họp"),
        ("thoong", "thông"),
        ("hòaa", "hòa"),
        ("dânn", "dân"),
        ("thnág", "tháng"),
        ("quyêt", "quyết"),
        ("khôgn", "không"),
        ("kế", "ké"),
    ],
)
def test_the_word_that_was_meant(written: str, meant: str) -> None:
    """Mixed-up letters, letters twice or changed about, telex without the keyboard's help."""
    assert suggestion(written) == meant


@pytest.mark.parametrize("written", ["deadline", "mentor", "XYZ", "bjkl"])
def test_foreign_words_are_no_typos(written: str) -> None:
    """A word without a sign of Vietnamese is not forced into a syllable."""
    assert suggestion(written) is None


def test_a_typo_is_named_with_the_right_word() -> None:
    """Never answered with: add it to the lexicon."""
    (found,) = Reader().read("Bà con đuợc mời", Where("a.md", 3)).problems
    assert (found.id, dict(found.values)["suggestion"], found.where.line) == ("spoken-typo", "được", 3)
