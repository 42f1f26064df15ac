"""espeak-ng says every word of ours with a vowel and in Vietnamese."""

from __future__ import annotations

import pytest

from loaphuong.speech.spoken.lexicon import load_built_in
from loaphuong.speech.spoken.numbers import LETTERS
from loaphuong.speech.spoken.syllable import ONSETS, RIMES, RIMES_AFTER_QU, TONES, canonical
from loaphuong.speech.voices.respelling import ANOTHER_WAY, respell
from tests.speech.spoken.reading import VOWEL, faulty, phonemes


@pytest.mark.parametrize("word", sorted(ANOTHER_WAY))
def test_what_it_says_wrong_is_written_another_way(word: str) -> None:
    """Without the table these have no vowel, or are English."""
    assert respell(f"trong {word} ấy") == f"trong {ANOTHER_WAY[word]} ấy"
    assert faulty([word]) == []
    assert "(en)" in phonemes([word])[0] or not VOWEL.search(phonemes([word])[0])


def test_parts_of_words_stay() -> None:
    """Only whole syllables are written another way."""
    assert respell("giữ gìn quy định, vèo vèo") == "giữ gìn quy định, vèo vèo"


def syllables() -> list[str]:
    """Every syllable that Vietnamese spelling allows, said or not."""
    bases = (onset + rime for onset in ("", *ONSETS) for rime in RIMES | RIMES_AFTER_QU)
    tones = ("", *TONES)
    return sorted({said for base in bases for tone in tones if (said := canonical(base + tone))})


def test_every_syllable_has_a_vowel_and_is_vietnamese() -> None:
    """Also what only a guess may say: the guard lets out nothing that the voice cannot say."""
    assert len(syllables()) > 10_000
    assert faulty(syllables()) == []


def test_every_word_of_the_tables_has_a_vowel_and_is_vietnamese() -> None:
    """Abbreviations, loan words, names, letters."""
    said = {word for entry in load_built_in() for word in entry.spoken.replace(",", "").split()}
    said |= {word for name in LETTERS.values() for word in name.split("_")}
    assert faulty(sorted(said)) == []
