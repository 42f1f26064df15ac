"""What station.toml says aloud or shows: its names, phrases and labels, told apart from its settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# Tables in which every text is a word of the station, wherever they stand, and keys that are one in any table.
TABLES = frozenset({"phuong", "loi", "giong_doc"})
KEYS = frozenset({"label", "name"})
SETTINGS = frozenset({"language"})


def flatten(values: Mapping[str, Any]) -> dict[str, str]:
    """The station's words by their dotted keys (`chuong_trinh.0.name`)."""
    return {".".join(place): text for place, text, _ in leaves(values, ()) if spoken(place)}


def impose(values: dict[str, Any], words: Mapping[str, str]) -> None:
    """Put these words in the place of those that are written; a word that is not among them is taken out."""
    for place, _, holder in list(leaves(values, ())):
        if spoken(place):
            holder.pop(place[-1])
    for key, text in words.items():
        *tables, last = key.split(".")
        table: Any = values
        for part in tables:
            within = dict(enumerate(table)) if isinstance(table, list) else table
            table = within.get(int(part) if isinstance(table, list) else part) if isinstance(within, dict) else None
        if isinstance(table, dict):
            table[last] = text


def spoken(place: tuple[str, ...]) -> bool:
    """Whether a text at this place is said or shown."""
    return (bool(TABLES & set(place[:-1])) or place[-1] in KEYS) and place[-1] not in SETTINGS


def leaves(value: object, place: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str, dict[str, Any]]]:
    """Every text of a table, with its place and the table that holds it."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inside:
        if isinstance(each, str) and isinstance(value, dict):
            yield (*place, str(key)), each, value
        else:
            yield from leaves(each, (*place, str(key)))
