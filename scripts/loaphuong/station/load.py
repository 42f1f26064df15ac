"""Reading audio/station.toml."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from loaphuong.core import dates, forms
from loaphuong.core.files import TEXT_BYTES, inside
from loaphuong.core.problems import Problem, Stopped, stop
from loaphuong.core.project import Project
from loaphuong.core.vietnamese import WEEKDAYS, nfc
from loaphuong.core.where import Where
from loaphuong.station import checks, format, toml_lines, words  # noqa: A004 - the format of a project
from loaphuong.station.nouns import Station, VoiceSettings
from loaphuong.station.show import Places, Show, SlotRule
from loaphuong.station.written import StationFile, WrittenShow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

FILE = Project.station
SHARED = frozenset({"phan", "len_chuong_trinh", "loi"})  # what a show takes from the station where it says nothing
SATURDAY = 5


def load(root: Path, said: Mapping[str, str] | None = None) -> tuple[Station | None, tuple[Problem, ...]]:
    """The station, or None and all that is wrong with its file; with `said`, these words instead of those written."""
    try:
        values, lines = toml_lines.parse(text_of(root), FILE)
    except Stopped as stopped:
        return None, stopped.problems
    if said is not None:
        words.impose(values, said)

    def at(key: str) -> Where:
        while key and key not in lines:
            key = key.rpartition(".")[0]
        return Where(FILE, lines.get(key, 1))

    if wrong := format.check(values, at(format.KEY)):
        return None, (wrong,)
    values.pop(format.KEY, None)
    voices, problems = read_voices(values, at)
    table = values.get("giong")
    names = voices_of(table) if isinstance(table, dict) else ()
    if isinstance(table, dict):
        values["giong"] = {key: value for key, value in table.items() if key not in names}
    shows = []
    for given, places in shows_of(values, lines):
        table, found = forms.fill(WrittenShow, given, places.at)
        problems += found
        shows += [(table, places)] if table else []
    file, found = forms.fill(StationFile, values, at, zone_of(shows))
    problems += found
    if file:
        problems += checks.check(file, voices, names, at)
    problems += checks.check_shows(shows, names, at)
    # What stands in a shared table is found once for each show.
    problems = sorted(set(problems), key=lambda found: (found.where, found.id, found.values))
    if not file or any(not found.warning for found in problems):
        return None, tuple(problems)
    return station(file, shows, voices, lines), tuple(problems)


def require(root: Path) -> Station:
    """The station; Stopped with all that is wrong with its file."""
    found, problems = load(root)
    if found is None:
        raise Stopped(problems)
    return found


def written_words(root: Path) -> dict[str, str]:
    """The words of the file by their keys; Stopped when it cannot be read as one."""
    return words.flatten(toml_lines.parse(text_of(root), FILE)[0])


def text_of(root: Path) -> str:
    """The file as text; Stopped when it cannot be read as one."""
    path = root / FILE
    where = Where(FILE)
    if not path.exists():
        raise stop("station-missing", where)
    if not inside(root, path):
        raise stop("path-outside", where, path=FILE)
    try:
        data = path.read_bytes() if path.is_file() and path.stat().st_size <= TEXT_BYTES else b"\xff"
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise stop("station-unreadable", where, reason=error.strerror or error) from error
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise stop("station-not-text", Where(FILE, line)) from error
    return nfc(text.replace("\r\n", "\n"))


def voices_of(table: Mapping[str, Any]) -> tuple[str, ...]:
    """The keys of [giong] that describe a voice."""
    return tuple(key for key, value in table.items() if isinstance(value, dict))


def below(at: checks.At, table: str, key: str) -> Where:
    """The line of a key of a table."""
    return at(f"{table}.{key}")


def read_voices(values: Mapping[str, Any], at: checks.At) -> tuple[dict[str, VoiceSettings], list[Problem]]:
    """The voices by name, and what is wrong with the others."""
    table = values.get("giong")
    if not isinstance(table, dict):
        return {}, []
    voices: dict[str, VoiceSettings] = {}
    problems: list[Problem] = []
    for name in voices_of(table):
        voice, found = forms.fill(VoiceSettings, table[name], partial(below, at, f"giong.{name}"))
        problems += found
        if voice:
            voices[name] = replace(voice, name=name, where=at(f"giong.{name}"))
    return voices, problems


def shows_of(values: Mapping[str, Any], lines: Mapping[str, int]) -> Iterator[tuple[dict[str, Any], Places]]:
    """Each show as it is written, with what it takes from the tables of the station, and the lines of its keys."""
    written = values.get("chuong_trinh")
    single = isinstance(written, dict)
    for number, own in enumerate([written] if single else written if isinstance(written, list) else []):
        if not isinstance(own, dict):
            continue
        prefix = "chuong_trinh" if single else f"chuong_trinh.{number}"
        # The slots at the top are the main show's: two shows do not speak at once.
        shared = SHARED if number else {*SHARED, "khung_gio"}
        taken = {key: values[key] for key in shared if key in values}
        given = {
            key: {**taken[key], **value} if isinstance(value, dict) and isinstance(taken.get(key), dict) else value
            for key, value in own.items()
        }
        places = {key: line for key, line in lines.items() if key.partition(".")[0] in shared}
        places |= {key.removeprefix(f"{prefix}."): line for key, line in lines.items() if key.startswith(f"{prefix}.")}
        places[""] = lines.get(prefix, 1)
        yield taken | given, Places({key: Where(FILE, line) for key, line in places.items()})


def slot_rules(table: WrittenShow, *, weekend: bool) -> Iterator[SlotRule]:
    """The weekly slots of a show, a day each; who speaks every day is silent when the station is."""
    for number, slot in enumerate(table.khung_gio):
        for day in slot.weekday:
            if len(slot.weekday) < len(WEEKDAYS) or weekend or day < SATURDAY:
                yield SlotRule(day, slot.at, slot.cluster, f"khung_gio.{number}")


def show_of(table: WrittenShow, places: Places, file: StationFile) -> Show:
    """A table as the format it describes."""
    return Show(
        key=table.key,
        name=table.name,
        edition=table.edition,
        slots=tuple(slot_rules(table, weekend=file.lich.weekend)),
        bounds=table.bounds,
        segments=table.phan,
        words=table.loi,
        announcers=table.announcers or file.giong.announcers,
        planning=table.len_chuong_trinh,
        places=places,
    )


def zone_of(shows: Iterable[tuple[WrittenShow, Places]]) -> ZoneInfo:
    """The zone that the first enabled show with one names; the usual one where it is unknown, which `checks` tells."""
    name = next((table.time_zone for table, _ in shows if table.enabled and table.time_zone), None)
    try:
        return ZoneInfo(name) if name else dates.USUAL_ZONE
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return dates.USUAL_ZONE


def station(
    file: StationFile,
    shows: Iterable[tuple[WrittenShow, Places]],
    voices: Mapping[str, VoiceSettings],
    lines: Mapping[str, int],
) -> Station:
    """The tables as the nouns of the house."""
    enabled = [(table, places) for table, places in shows if table.enabled]
    return Station(
        ward=file.phuong,
        time_zone=zone_of(shows).key,
        shows=tuple(show_of(table, places, file) for table, places in enabled),
        pauses=file.ngat,
        voices=tuple(voices.values()),
        profiles=tuple(replace(profile, name=name) for name, profile in file.ban_phat.items()),
        dialect=file.giong_doc,
        calendar=file.lich,
        reporting=file.bao_cao,
        trust=file.duyet,
        printing=file.in_an,
        entry_form=file.phieu_nhap,
        errands=tuple(each for each in file.viec_can_lam if each.name),
        organisations=file.co_quan,
        where=Where(FILE),
        lines=MappingProxyType(dict(lines)),
    )
