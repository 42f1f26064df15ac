"""The product's own tables of words: those that mean the same, and those that say little."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from loaphuong.content.synonyms import Groups, parse

TABLE, LITTLE = "synonyms.tsv", "little.txt"


@cache
def product_groups() -> Groups:
    """The groups that every ward has."""
    return parse(read(TABLE), TABLE)[0]


@cache
def little_words() -> tuple[str, ...]:
    """Words of which a question has many, and which tell nothing of what is sought."""
    return tuple(read(LITTLE).split())


def read(name: str) -> str:
    """A table of this package."""
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
