"""The seeds: no problem left, no digit lost, nothing that a Vietnamese voice says in English."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from loaphuong.core.where import Where
from loaphuong.speech.spoken import Reader, blocks
from loaphuong.speech.spoken.rule import Kind
from tests.speech.spoken.reading import SEEDS, phonemes

if TYPE_CHECKING:
    from pathlib import Path

READER = Reader()
SILENT = {"", ",", "."}


def lines(path: Path) -> list[str]:
    """What is voiced of a seed: its blocks, without recipients and signature."""
    return [block.text for block in blocks.document(path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_seed_is_read_whole(path: Path) -> None:
    """A whole administrative document goes through, and so does each of its lines by itself."""
    text = path.read_text(encoding="utf-8")
    assert not READER.document(text, Where(path.name, 1)).problems
    assert [line for line in text.splitlines() if READER.read(line).problems] == []


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_recipients_and_signature_are_not_voiced(path: Path) -> None:
    """Nơi nhận and what follows it is silent."""
    said = " ".join(sentence.spoken.words for sentence in READER.document(path.read_text(encoding="utf-8")).sentences)
    assert "nơi nhận" not in said
    assert "nguyễn văn a" not in said


def test_no_digit_is_lost_and_no_letters_are_spelled() -> None:
    """Every number of the input is said, and no run of letter names stands for an abbreviation."""
    for path in SEEDS:
        for line in lines(path):
            steps = READER.explain(line)
            assert not [step for step in steps if any(map(str.isdecimal, step.written)) and step.spoken in SILENT], line
            spelled = [step.kind == Kind.LETTER for step in steps]
            assert not any(first and second for first, second in itertools.pairwise(spelled)), line


def test_the_voice_never_switches_to_english() -> None:
    """espeak-ng says every sentence of the seeds in Vietnamese alone."""
    said = {sentence.spoken.words for path in SEEDS for line in lines(path) for sentence in READER.read(line).sentences}
    texts = sorted(said)
    assert [text for text, sound in zip(texts, phonemes(texts), strict=True) if "(en)" in sound] == []


def test_the_voice_never_switches_to_english_for_the_tables() -> None:
    """Nor does it for anything the built-in tables can say."""
    from loaphuong.speech.spoken.lexicon import load_built_in
    from loaphuong.speech.spoken.numbers import LETTERS

    texts = sorted({entry.spoken for entry in load_built_in()} | {name.replace("_", " ") for name in LETTERS.values()})
    assert [text for text, sound in zip(texts, phonemes(texts), strict=True) if "(en)" in sound] == []
