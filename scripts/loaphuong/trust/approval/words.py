"""Bộ lời của đài: the station's own names, phrases, readings and sounds, approved as one text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from loaphuong.core.problems import problem
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.trust.approval import records
from loaphuong.trust.approval.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from loaphuong.core.problems import Problem
    from loaphuong.trust.approval.records import Record
    from loaphuong.trust.registry import Register

# No slug has an underscore, so no article can take this name.
WORDS = "loi_cua_dai"
TITLE = "Bộ lời của đài"


def words_text(
    phrases: Mapping[str, str], readings: Iterable[tuple[str, str, str]], sounds: Iterable[tuple[str, str]]
) -> Text:
    """The station's words as they are approved: phrases by their keys, readings line by line, sounds by their bytes."""
    said = "\n".join(f"{key} = {json.dumps(text, ensure_ascii=False)}" for key, text in sorted(phrases.items()))
    read = "\n".join("\t".join(reading) for reading in readings)
    source = f"{said}\n\n{read}\n"
    return Text(WORDS, TITLE, Where(Project.station), source, source, tuple(sorted(sounds)))


def find_approved_words(root: Path, register: Register, text: Text) -> Record | None:
    """The words in force: those written, where they are approved, else those approved last; None where none are."""
    given = register.find_approval(WORDS)
    if given and given.digest == text.digest:
        return records.parse(text.record)
    return records.read(root, given.digest) if given else None


def phrases_of(record: Record) -> dict[str, str]:
    """The phrases of a record by their keys."""
    lines = record.source.partition("\n\n")[0].splitlines()
    return {key: json.loads(text) for key, _, text in (line.partition(" = ") for line in lines)}


def readings_of(record: Record) -> str:
    """The readings of a record, as a lexicon file has them."""
    return record.source.partition("\n\n")[2]


def find_changed_sounds(record: Record, sounds: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    """Every jingle, recording or cover that is not the approved one: nothing is made with it."""
    for path in sorted({path for path, _ in {*record.pictures.items()} ^ {*sounds}}):
        yield problem("sound-not-approved", Where(path), name=WORDS)
