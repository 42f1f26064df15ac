"""What station.toml says aloud or shows: its names, phrases and labels, told apart from its settings.

A word is known by its dotted key. Those of the main show stand under `chuong_trinh`, those of another one under
`chuong_trinh:<key>`, wherever it stands in the file; a show that is not on the air says nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from loaphuong.station.show import BULLETIN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# Tables in which every text is a word of the station, wherever they stand, and keys that are one in any table.
TABLES = frozenset({"phuong", "loi", "giong_doc"})
KEYS = frozenset({"label", "name", "edition"})
SETTINGS = frozenset({"language"})
SHOWS = "chuong_trinh"
# That a station asks for signatures is approved with its words, so that nobody ends it who may not sign.
SIGNED = "duyet.require_signature"


def flatten(values: Mapping[str, Any]) -> dict[str, str]:
    """The station's words by their dotted keys (`chuong_trinh.name`)."""
    found = {".".join(place): text for place, text, _ in words_of(values)}
    trust = values.get(SIGNED.partition(".")[0])
    return found | ({SIGNED: "true"} if isinstance(trust, dict) and trust.get("require_signature") is True else {})


def impose(values: dict[str, Any], words: Mapping[str, str]) -> None:
    """Put these words in the place of those that are written; a word that is not among them is taken out."""
    for place, _, holder in list(words_of(values)):
        holder.pop(place[-1])
    named = tables_by_name(values)
    for key, text in words.items():
        first, *tables, last = key.split(".")
        table: Any = named.get(first)
        for part in tables:
            table = table.get(part) if isinstance(table, dict) else None
        if isinstance(table, dict):
            table[last] = True if key == SIGNED else text


def tables_by_name(values: Mapping[str, Any]) -> dict[str, Any]:
    """The tables of the file by name, each show that is on the air as one of them."""
    named = {key: value for key, value in values.items() if key != SHOWS}
    written = values.get(SHOWS)
    for show in written if isinstance(written, list) else [written]:
        if isinstance(show, dict) and show.get("enabled") is not False:
            key = show.get("key", BULLETIN)
            named[SHOWS if key == BULLETIN else f"{SHOWS}:{key}"] = show
    return named


def words_of(values: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], str, dict[str, Any]]]:
    """Every word, with its place and the table that holds it."""
    for name, table in tables_by_name(values).items():
        for place, text, holder in leaves(table, (name,)):
            if (TABLES & set(place[:-1]) or place[-1] in KEYS) and place[-1] not in SETTINGS:
                yield place, text, holder


def leaves(table: object, place: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str, dict[str, Any]]]:
    """Every text of a table and of the tables in it, with its place and the table that holds it."""
    if isinstance(table, dict):
        for key, each in table.items():
            if isinstance(each, str):
                yield (*place, str(key)), each, table
            else:
                yield from leaves(each, (*place, str(key)))
