"""`loa doctor`: what this machine has of what the work needs, what is missing, and the cure."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

from loaphuong import station
from loaphuong.app.say import open_reader
from loaphuong.core.messages import N_, tr
from loaphuong.core.problems import ExitCode, Stopped
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.radio.studio import ffmpeg
from loaphuong.speech import voices

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from loaphuong.app.call import Call
    from loaphuong.speech.nouns import SpokenText
    from loaphuong.station.nouns import VoiceSettings

SENTENCE = "Xin chào bà con."
ENOUGH_BYTES = 2_000_000_000
ENCODERS, FILTERS = ("libmp3lame",), ("acompressor", "alimiter", "astats", "atempo", "ebur128", "equalizer", "highpass")
# The families the printed script asks for, as their files are named.
SERIFS = ("times", "tinos", "liberationserif", "notoserif", "dejavuserif")
FONT_FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.fonts",
    "~/.local/share/fonts",
    "/Library/Fonts",
    "/System/Library/Fonts",
    "~/Library/Fonts",
    "C:/Windows/Fonts",
)
BROWSERS = ("firefox", "google-chrome", "chromium", "chromium-browser", "microsoft-edge", "msedge", "chrome", "safari")


class CheckState(StrEnum):
    """How a check ended."""

    GOOD = "good"
    POOR = "poor"
    MISSING = "missing"


MARKS = {CheckState.GOOD: ("✓", "green"), CheckState.POOR: ("!", "yellow"), CheckState.MISSING: ("✗", "red")}


@dataclass(frozen=True, slots=True)
class MachineCheck:
    """A row: what was looked at, what was found, and the cure; `name` and `cure` are message ids."""

    name: str
    state: CheckState
    found: str
    cure: str = ""

    @property
    def words(self) -> tuple[str, str, str]:
        """Name, finding and cure, in the reader's language."""
        return tr(self.name), self.found, tr(self.cure)


@click.command
@click.pass_obj
def command(call: Call) -> int:
    """Exit 3 if the work cannot be done here."""
    checks = examine_station(call.root, call.now)
    print_checks(checks)
    missing = any(check.state is CheckState.MISSING for check in checks)
    return ExitCode.ENVIRONMENT if missing else ExitCode.DONE


def print_checks(checks: Sequence[MachineCheck]) -> None:
    """A row a check, with its cure."""
    wide = max(len(check.words[0]) for check in checks)
    for check in checks:
        name, seen, cure = check.words
        mark, colour = MARKS[check.state]
        click.secho(f"{mark} ", fg=colour, nl=False)
        click.echo(f"{name:<{wide}}  {seen}")
        if cure:
            click.secho(f"    → {cure}", dim=True)


def examine_station(root: Path, now: datetime) -> tuple[MachineCheck, ...]:
    """Every check for the voices of the station; a sentence is really spoken by each."""
    known = station.require(root)
    spoken = open_reader(root).read(SENTENCE, Where("loa doctor")).sentences[0].spoken
    return examine(root, now, known.time_zone, known.voices, spoken)


def examine(
    root: Path, now: datetime, time_zone: str, settings: Iterable[VoiceSettings], sentence: SpokenText | None = None
) -> tuple[MachineCheck, ...]:
    """Every check, none of which changes anything. A `sentence` is really spoken by each voice."""
    return (
        _python(),
        *_voices(root, tuple(settings), sentence),
        *_sound(),
        *_disks(root),
        _writable(root),
        _clock(root, now),
        _zone(now, time_zone),
        _fonts(),
        _browser(),
    )


def _python() -> MachineCheck:
    name, found = N_("Python"), ".".join(map(str, sys.version_info[:3]))
    if (3, 11) <= sys.version_info < (3, 14):
        return MachineCheck(name, CheckState.GOOD, found)
    return MachineCheck(name, CheckState.MISSING, found, N_("Install Python 3.11, 3.12 or 3.13."))


def _voices(root: Path, settings: tuple[VoiceSettings, ...], sentence: SpokenText | None) -> Iterator[MachineCheck]:
    name = N_("Voice")
    for one in settings:
        try:
            voice = voices.open_voice(one, root)
            found = f"{one.name}: {voice.identity}"
            if sentence is not None:
                found += f", {voice.speak(sentence).seconds:.1f} s"
        except Stopped as stopped:
            problem = stopped.problems[0]
            yield MachineCheck(name, CheckState.MISSING, f"{one.name}: {problem.what}", problem.hint)
        else:
            yield MachineCheck(name, CheckState.GOOD, found)


def _sound() -> Iterator[MachineCheck]:
    tool, encoder = N_("Sound tool (ffmpeg)"), N_("Encoder and filters")
    try:
        yield MachineCheck(tool, CheckState.GOOD, ffmpeg.version().partition(" Copyright")[0])
        able = b"".join(
            ffmpeg.run(["-v", "quiet", what], step=what, plain=True)[0] for what in ("-encoders", "-filters")
        )
    except Stopped as stopped:
        yield MachineCheck(tool, CheckState.MISSING, stopped.problems[0].what, stopped.problems[0].hint)
        return
    words = set(able.decode(errors="replace").split())
    missing = [name for name in (*ENCODERS, *FILTERS) if name not in words]
    if missing:
        cure = N_("Run `make setup` again: another ffmpeg than the project's own is in use (IMAGEIO_FFMPEG_EXE).")
        yield MachineCheck(encoder, CheckState.MISSING, ", ".join(missing), cure)
    else:
        yield MachineCheck(encoder, CheckState.GOOD, "MP3 (LAME), EBU R128")


def disk_of(place: Path) -> int:
    """Which disk a folder lies on, links followed."""
    return place.stat().st_dev


def _disks(root: Path) -> Iterator[MachineCheck]:
    """A row a disk: folders of the project may be links to others."""
    name, project = N_("Disk"), Project(root)
    places = (root, project.audio, project.cache, project.packages, project.exports, project.build, project.site)
    disks: dict[int, Path] = {}
    for place in places:
        if place.exists():
            disks.setdefault(disk_of(place), place)
    for place in disks.values():
        free = shutil.disk_usage(place).free
        found = f"{free / 1e9:.1f} GB" + (f" ({project.name(place)}/)" if place != root else "")
        if free >= ENOUGH_BYTES:
            yield MachineCheck(name, CheckState.GOOD, found)
        else:
            cure = N_("Free some space; `loa prune` clears old recordings. Two GB are comfortable.")
            yield MachineCheck(name, CheckState.POOR, found, cure)


def _writable(root: Path) -> MachineCheck:
    name = N_("Folders")
    project = Project(root)
    closed = [path for path in (root, project.audio, project.build, project.site) if _is_closed(path)]
    if closed:
        found = ", ".join(path.relative_to(root).as_posix() for path in closed)
        return MachineCheck(name, CheckState.MISSING, found, N_("Give yourself the right to write in these folders."))
    return MachineCheck(name, CheckState.GOOD, root.as_posix())


def _is_closed(path: Path) -> bool:
    return path.exists() and not os.access(path, os.W_OK | os.X_OK)


def _clock(root: Path, now: datetime) -> MachineCheck:
    """A clock that lags behind the project's own files is wrong: the battery of an old machine."""
    name, found = N_("Clock"), f"{now:%d/%m/%Y %H:%M:%S}"
    files = (Project(root).definition, Project(root).station, Path(__file__))
    newest = max((path.stat().st_mtime for path in files if path.is_file()), default=0.0)
    if now.timestamp() + 86_400 >= newest:
        return MachineCheck(name, CheckState.GOOD, found)
    return MachineCheck(
        name, CheckState.MISSING, found, N_("Set the machine's date and time: bulletins are planned by them.")
    )


def _zone(now: datetime, time_zone: str) -> MachineCheck:
    name = N_("Time zone")
    try:
        here = now.astimezone(ZoneInfo(time_zone))
    except (ZoneInfoNotFoundError, ValueError):
        return MachineCheck(
            name,
            CheckState.MISSING,
            time_zone,
            N_("Run `make setup` again: the time zones come with the package tzdata."),
        )
    machine = now.astimezone()
    found = f"{time_zone} ({here:%z}), {machine:%Z} ({machine:%z})"
    if machine.utcoffset() == here.utcoffset():
        return MachineCheck(name, CheckState.GOOD, found)
    cure = N_("The work itself is right in any zone, but timers and calendars of this machine follow its own: set it.")
    return MachineCheck(name, CheckState.POOR, found, cure)


def _fonts() -> MachineCheck:
    name = N_("Fonts for printing")
    for folder in FONT_FOLDERS:
        for path in sorted(Path(folder).expanduser().rglob("*.[to]t[fc]")):
            if path.name.lower().replace("-", "").replace("_", "").startswith(SERIFS):
                return MachineCheck(name, CheckState.GOOD, path.name)
    cure = N_("Install a serif font with Vietnamese letters, such as Liberation Serif, Tinos or Noto Serif.")
    return MachineCheck(name, CheckState.POOR, "-", cure)


def _browser() -> MachineCheck:
    name = N_("Browser")
    found = next((path for one in BROWSERS if (path := shutil.which(one))), None)
    if found or sys.platform in {"darwin", "win32"}:
        return MachineCheck(name, CheckState.GOOD, found or sys.platform)
    return MachineCheck(name, CheckState.POOR, "-", N_("Install a browser on the machine where the site is looked at."))
