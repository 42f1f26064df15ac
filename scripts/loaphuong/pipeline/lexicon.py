"""The station's own lexicon, read from audio/lexicon.tsv."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.model import Where
from loaphuong.problems import problem
from loaphuong.spoken import lexicon

if TYPE_CHECKING:
    from pathlib import Path

    from loaphuong.model import LexiconEntry
    from loaphuong.problems import Problem

LEXICON = "audio/lexicon.tsv"


def read_text(root: Path, name: str) -> tuple[str, tuple[Problem, ...]]:
    """A file of the project as text; empty where there is none."""
    try:
        return (root / name).read_bytes().decode("utf-8-sig"), ()
    except FileNotFoundError:
        return "", ()
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        column = len(before) - before.rfind(b"\n")
        place = Where(name, before.count(b"\n") + 1)
        return "", (problem("not-utf8", place, byte=f"0x{error.object[error.start]:02X}", column=column),)


def entries(root: Path) -> tuple[tuple[LexiconEntry, ...], tuple[Problem, ...]]:
    """The station's own lexicon."""
    text, unreadable = read_text(root, LEXICON)
    found, problems = lexicon.parse(text, LEXICON)
    return found.entries, (*unreadable, *problems)
