"""`loa watch`: somebody is told in time. Nothing of the project is changed; what was told is kept in .loa/."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from loaphuong.app import notify, output
from loaphuong.app.call import Call
from loaphuong.app.posted import to_replace
from loaphuong.app.ward import load, load_packages
from loaphuong.core import addresses, files
from loaphuong.core.messages import N_, tr
from loaphuong.core.problems import Stopped, problem
from loaphuong.core.project import Project
from loaphuong.core.vietnamese import moment
from loaphuong.core.where import Where
from loaphuong.radio import recordings, watching
from loaphuong.radio.exports import liquidsoap
from loaphuong.radio.newsroom import Newsroom
from loaphuong.radio.plays import file as player_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from loaphuong.core.problems import Problem
    from loaphuong.radio.ward import Ward

AGAIN = timedelta(hours=24)
SHOWN_WITHIN = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Ways:
    """How somebody is told beside the lines on the terminal."""

    sound: bool = False
    mail: tuple[str, ...] = ()
    webhook: bool = False

    def __bool__(self) -> bool:
        """Whether there is any."""
        return self.sound or bool(self.mail) or self.webhook


@click.command
@click.option("--once", is_flag=True, help=N_("Look once and end: for a scheduler."))
@click.option(
    "--every", type=click.IntRange(1, 1440), default=10, show_default=True, help=N_("Minutes from look to look.")
)
@click.option("--sound", is_flag=True, help=N_("Ring as well."))
@click.option("--mail", multiple=True, help=N_("Also write to this address; LOA_SMTP_URL says through whom."))
@click.option("--webhook", is_flag=True, help=N_("Also call the address in LOA_WEBHOOK_URL."))
@click.option("--public", is_flag=True, help=N_("Look at the page as the public has it, too."))
@click.option(
    "--log", "logs", type=click.Path(path_type=Path), multiple=True, help=N_("Also read this file of a player.")
)
@click.pass_obj
def command(
    call: Call,
    once: bool,
    every: int,
    sound: bool,
    mail: tuple[str, ...],
    webhook: bool,
    public: bool,
    logs: tuple[Path, ...],
) -> int:
    """Exit codes: 0 nothing to tell, 1 something, 3 a message could not be sent."""
    ways = Ways(sound, mail, webhook)
    while True:
        found = look(call.root, call.now, logs, public=public)
        failed = tell(call.root, call.now, found, ways)
        output.print_problems((*found, *failed), good=tr(N_("Nothing to tell.")))
        if once:
            return output.exit_code((*found, *failed))
        time.sleep(every * 60)
        call = Call(call.folder)


def look(root: Path, now: datetime, logs: Sequence[Path] = (), *, public: bool = False) -> tuple[Problem, ...]:
    """All that somebody must be told of now."""
    try:
        ward = load(root, now)
    except Stopped as stopped:
        return stopped.problems
    newsroom = Newsroom(Newsroom(ward).ward_with(()))
    recorded = recordings.find_playable(newsroom, load_packages(newsroom.ward))
    return (
        *ward.errors,
        *look_at_acts(root, now),
        *watching.list_unrecorded(ward, recorded),
        *watching.list_expiring(newsroom.ward),
        *to_replace(ward),
        *look_at_page(ward, public=public),
        *look_at_timer(root),
        *look_at_air(root, now, ward, logs),
    )


def look_at_acts(root: Path, now: datetime) -> Iterator[Problem]:
    """An act that was noted, and is not shown yet: whoever did it was stopped, or what is wrong kept it from it."""
    marked = Project(root).unshown
    if marked.exists() and now - datetime.fromtimestamp(marked.stat().st_mtime, now.tzinfo) >= SHOWN_WITHIN:
        yield problem("watch-unshown", Where(Project.unshown))


def look_at_page(ward: Ward, *, public: bool) -> Iterator[Problem]:
    """The page that was built here, where one was; and what the public has of it."""
    site = Project(ward.root).site
    if site.exists():
        yield from watching.check_page(read_stamp(files.read_bytes(site / addresses.TIMES)), ward.now, Project.site)
    if public:
        url = addresses.absolute(ward.station.ward.site_url, addresses.TIMES)
        yield from watching.check_page(read_stamp(notify.fetch(url)), ward.now, url)


def look_at_timer(root: Path) -> Iterator[Problem]:
    """That the last build of `loa timer` failed, and why; nothing where it went well or never ran."""
    try:
        note = files.parse_json(Project(root).timed.read_text("utf-8"))
        at, reasons = datetime.fromisoformat(note["at"]), [str(each) for each in note["reasons"]]
    except (OSError, ValueError, KeyError, TypeError):
        return
    for reason in reasons[:1]:
        yield problem("timer-failed", Where(Project.site), at=moment(at), reason=reason)


def look_at_air(root: Path, now: datetime, ward: Ward, logs: Sequence[Path]) -> Iterator[Problem]:
    """What players say went wrong: the script of `loa export`, and the files that are named."""
    own = Project(root).exports / liquidsoap.LOG
    for path in (*([own] if own.is_file() else []), *logs):
        try:
            plays = player_file.read(path, ward.station.zone)
        except Stopped as stopped:
            yield from (found for found in stopped.problems if found.id != "plays-none")
        else:
            name = Project(root).name(path) if files.inside(root, path) else path.as_posix()
            yield from watching.list_trouble(plays, name, now)


def read_stamp(data: bytes | None) -> datetime | None:
    """When a page says that it was made; None where it does not."""
    try:
        made = datetime.fromisoformat(files.parse_json(data or b"")["made"])
    except (ValueError, KeyError, TypeError):
        return None
    return made if made.tzinfo else None


def tell(root: Path, now: datetime, found: Iterable[Problem], ways: Ways) -> tuple[Problem, ...]:
    """Tell of what was not told within a day; what could not be sent. What is over is told anew when it comes again."""
    if not ways:
        return ()
    keys = {f"{each.where} {each.id} {dict(each.values)}": each for each in found}
    known = {key: at for key, at in read_told(root).items() if key in keys}
    fresh = {key: each for key, each in keys.items() if key not in known or now - known[key] >= AGAIN}
    failed = tuple(send(tuple(fresh.values()), ways)) if fresh else ()
    if not failed:
        told = {**known, **dict.fromkeys(fresh, now)}
        kept = {key: at.isoformat() for key, at in sorted(told.items())}
        files.write_private(root, Project.told, json.dumps(kept, ensure_ascii=False, indent=1) + "\n")
    return failed


def send(fresh: Sequence[Problem], ways: Ways) -> Iterator[Problem]:
    """By every way that is wanted; a way that fails keeps the others from nothing."""
    text = "\n\n".join(f"{each.where}: {each.what}\n→ {each.hint}" for each in fresh) + "\n"
    subject = tr(N_("Loa Phường: {count} things to see to"), count=len(fresh))
    data = {"text": f"{subject}\n\n{text}", "problems": [output.problem_data(each) for each in fresh]}
    for wanted, step in (
        (ways.sound, notify.sound_bell),
        (bool(ways.mail), lambda: notify.send_mail(ways.mail, subject, text)),
        (ways.webhook, lambda: notify.call_webhook(data)),
    ):
        try:
            if wanted:
                step()
        except Stopped as stopped:
            yield from stopped.problems


def read_told(root: Path) -> dict[str, datetime]:
    """What was told, and when."""
    try:
        told = files.parse_json(Project(root).told.read_text("utf-8"))
        return {str(key): datetime.fromisoformat(at) for key, at in told.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}
