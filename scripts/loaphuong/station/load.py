"""Reading audio/station.toml."""

from __future__ import annotations

from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from loaphuong.core import forms
from loaphuong.core.files import inside
from loaphuong.core.problems import Problem, Stopped, stop
from loaphuong.core.project import Project
from loaphuong.core.vietnamese import nfc
from loaphuong.core.where import Where
from loaphuong.station import checks, toml_lines
from loaphuong.station.nouns import (
    Bounds,
    Calendar,
    Dialect,
    Pauses,
    Planning,
    Profile,
    Publisher,
    Reporting,
    SlotRule,
    Station,
    Trust,
    VoiceSettings,
    Words,
)
from loaphuong.station.schema import StationFile, VoiceTable

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILE = Project.station
FILE_BYTES = 64 * 1024


def load(root: Path) -> tuple[Station | None, tuple[Problem, ...]]:
    """The station, or None and all that is wrong with its file."""
    try:
        values, lines = toml_lines.parse(text_of(root), FILE)
    except Stopped as stopped:
        return None, stopped.problems

    def at(key: str) -> Where:
        while key and key not in lines:
            key = key.rpartition(".")[0]
        return Where(FILE, lines.get(key, 1))

    voices, problems = described(values, at)
    table = values.get("giong")
    names = voices_of(table) if isinstance(table, dict) else ()
    if isinstance(table, dict):
        values["giong"] = {key: value for key, value in table.items() if key not in names}
    file, found = forms.fill(StationFile, values, at)
    problems += found
    if file:
        problems += checks.check(file, voices, names, at)
    problems.sort(key=lambda found: (found.where, found.id, found.values))
    if not file or any(not found.warning for found in problems):
        return None, tuple(problems)
    return station(file, voices, lines), tuple(problems)


def require(root: Path) -> Station:
    """The station; Stopped with all that is wrong with its file."""
    found, problems = load(root)
    if found is None:
        raise Stopped(problems)
    return found


def text_of(root: Path) -> str:
    """The file as text; Stopped when it cannot be read as one."""
    path = root / FILE
    where = Where(FILE)
    if not path.exists():
        raise stop("station-missing", where)
    if not inside(root, path):
        raise stop("path-outside", where, path=FILE)
    try:
        data = path.read_bytes() if path.is_file() and path.stat().st_size <= FILE_BYTES else b"\xff"
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


def described(values: Mapping[str, Any], at: checks.At) -> tuple[dict[str, VoiceTable], list[Problem]]:
    """The voices by name, and what is wrong with the others."""
    table = values.get("giong")
    if not isinstance(table, dict):
        return {}, []
    voices: dict[str, VoiceTable] = {}
    problems: list[Problem] = []
    for name in voices_of(table):
        voice, found = forms.fill(VoiceTable, table[name], partial(below, at, f"giong.{name}"))
        problems += found
        if voice:
            voices[name] = voice
    return voices, problems


def station(file: StationFile, voices: Mapping[str, VoiceTable], lines: Mapping[str, int]) -> Station:
    """The tables as the nouns of the house."""
    zone = ZoneInfo(file.chuong_trinh.time_zone)
    calendar, programme = file.lich, file.chuong_trinh
    ward = file.phuong.model_dump()
    ward["site_url"] = f"{ward['site_url'].rstrip('/')}/"
    return Station(
        ward=Publisher(**ward),
        time_zone=programme.time_zone,
        slots=tuple(SlotRule(slot.weekday, slot.at, slot.cluster) for slot in file.khung_gio),
        bounds=Bounds(programme.minimum_seconds, programme.maximum_seconds, programme.aim_seconds),
        pauses=Pauses(**file.ngat.model_dump()),
        voices=tuple(
            voice_settings(name, voice, Where(FILE, lines.get(f"giong.{name}", 0))) for name, voice in voices.items()
        ),
        announcers=tuple(file.giong.announcers),
        profiles=tuple(Profile(name=name, **profile.model_dump()) for name, profile in file.ban_phat.items()),
        words=Words(**file.loi.model_dump()),
        dialect=Dialect(**file.giong_doc.model_dump()),
        calendar=Calendar(
            country=calendar.country,
            closed=tuple((day.on, day.why) for day in calendar.closed),
            moved=tuple((move.start.replace(tzinfo=zone), move.to.replace(tzinfo=zone)) for move in calendar.moved),
            earliest=calendar.earliest,
            latest=calendar.latest,
            weekend=calendar.weekend,
            session_max_seconds=calendar.session_max_seconds,
            sessions_per_day=calendar.sessions_per_day,
            opened=tuple(calendar.opened),
        ),
        reporting=Reporting(**{**file.bao_cao.model_dump(), "recipients": tuple(file.bao_cao.recipients)}),
        trust=Trust(**file.duyet.model_dump()),
        planning=Planning(**file.len_chuong_trinh.model_dump()),
        programme_name=programme.name,
        where=Where(FILE),
        lines=MappingProxyType(dict(lines)),
    )


def voice_settings(name: str, voice: VoiceTable, where: Where) -> VoiceSettings:
    """A voice as the engines know it."""
    options = tuple(voice.options.items())
    return VoiceSettings(name, voice.engine, voice.label, voice.synthetic, options, voice.fallback, where)
