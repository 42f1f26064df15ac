"""The demonstration aloud: every text of it can be read, and its own lexicon and tunes are sound."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from loaphuong.core import markup
from loaphuong.speech.spoken import Reader
from loaphuong.speech.spoken.lexicon import parse
from tests.package import ROOT
from tests.speech.spoken.reading import faulty, phonemes

if TYPE_CHECKING:
    from pathlib import Path

CONTENT = tuple(sorted((ROOT / "content").rglob("*.md")))
TUNES = ROOT / "audio" / "jingles"
READER = Reader()


def lines(path: Path) -> list[str]:
    """The blocks of a file's Markdown, without its front matter."""
    body = re.sub(r"\A---\n.*?\n---\n", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    return [block.text for block in markup.blocks(body, 1)]


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_content_is_read_whole(path: Path) -> None:
    """Every block of the ward's content can be read."""
    assert [(line, problem.values) for line in lines(path) for problem in READER.read(line).problems] == []


def test_the_voice_never_switches_to_english() -> None:
    """espeak-ng says every sentence of the content in Vietnamese alone."""
    said = {
        sentence.spoken.words for path in CONTENT for line in lines(path) for sentence in READER.read(line).sentences
    }
    texts = sorted(said)
    assert [text for text, sound in zip(texts, phonemes(texts), strict=True) if "(en)" in sound] == []


def test_every_word_of_it_has_a_vowel() -> None:
    """espeak-ng says some syllables without one; those are written another way for it."""
    said = (
        sentence.spoken.words for path in CONTENT for line in lines(path) for sentence in READER.read(line).sentences
    )
    assert faulty(sorted({word.strip(",.?!") for words in said for word in words.split()})) == []


def test_the_stations_own_lexicon_is_sound() -> None:
    """Nothing in it is refused."""
    assert parse((ROOT / "audio" / "lexicon.tsv").read_text(encoding="utf-8"), "audio/lexicon.tsv")[1] == ()
