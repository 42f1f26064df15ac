"""What station.toml says aloud or shows: its names, phrases and labels, told apart from its settings.

A word is known by its dotted key. Those of the main show stand under `chuong_trinh`, those of another one under
`chuong_trinh:<key>`, wherever it stands in the file; a show that is not on the air says nothing. An entry of a list is
known by its settings (`khung_gio.[thứ ba 16:30].cluster`), so that another entry beside it changes nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from loaphuong.station.show import BULLETIN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# Tables in which every text is a word of the station, wherever they stand, and keys that are one in any table.
TABLES = frozenset({"phuong", "loi", "giong_doc"})
KEYS = frozenset({"label", "name", "edition", "cluster", "why", "text", "note"})
# What a day without broadcast says until its reason is approved: that it is one is a decision, and holds at once.
UNSAID = {"why": "nghỉ phát"}
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
    tables = {".".join(steps): table for steps, table in tables_of(values)}
    for steps, _, holder in list(words_of(values)):
        holder.pop(steps[-1])
        holder |= {key: text for key, text in UNSAID.items() if key == steps[-1]}
    for key, text in words.items():
        place, _, last = key.rpartition(".")
        if place in tables:
            tables[place][last] = True if key == SIGNED else text


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
    for place, table in tables_of(values):
        for key, text in table.items():
            if isinstance(text, str) and (TABLES & set(place) or key in KEYS) and key not in SETTINGS:
                yield (*place, key), text, table


def tables_of(values: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    """Every table of the file, those in tables and in lists too, each with its place."""
    for name, table in tables_by_name(values).items():
        yield from tables_in(table, (name,))


def tables_in(found: object, place: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    """A table and those in it; an entry of a list by its settings."""
    if isinstance(found, dict):
        yield place, found
        for key, each in found.items():
            yield from tables_in(each, (*place, str(key)))
    elif isinstance(found, list):
        for each in found:
            if isinstance(each, dict):
                told = " ".join(str(value) for key, value in each.items() if key not in KEYS)
                yield from tables_in(each, (*place, f"[{told}]"))
