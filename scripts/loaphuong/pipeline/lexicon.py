"""The station's own lexicon, read from audio/lexicon.tsv."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.files import decoded
from loaphuong.model import Where
from loaphuong.problems import Stopped
from loaphuong.spoken import lexicon

if TYPE_CHECKING:
    from pathlib import Path

    from loaphuong.model import LexiconEntry
    from loaphuong.problems import Problem

LEXICON = "audio/lexicon.tsv"


def entries(root: Path) -> tuple[tuple[LexiconEntry, ...], tuple[Problem, ...]]:
    """The station's own lexicon, and what is wrong with it; empty where there is no file."""
    try:
        text = decoded((root / LEXICON).read_bytes(), Where(LEXICON))
    except FileNotFoundError:
        return (), ()
    except Stopped as stopped:
        return (), stopped.problems
    found, problems = lexicon.parse(text, LEXICON)
    return found.entries, problems
