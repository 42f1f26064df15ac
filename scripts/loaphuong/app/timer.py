"""`loa timer`: the page is built every morning, before and after each slot, by the machine's own timer."""

from __future__ import annotations

import json
import shutil
import sys
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from loaphuong import station
from loaphuong.app import output
from loaphuong.app.build import build, print_built
from loaphuong.app.watch import Ways, send
from loaphuong.core import dates, files
from loaphuong.core.messages import N_, tr
from loaphuong.core.problems import Stopped
from loaphuong.core.project import Project
from loaphuong.radio.exports import timer

if TYPE_CHECKING:
    from datetime import datetime, time

    from loaphuong.app.call import Call
    from loaphuong.core.problems import Problem


# How the system of a machine is told.
INSTALL = {
    "Linux": f"cp {Project.timer}/loa-phuong.service {Project.timer}/loa-phuong.timer ~/.config/systemd/user/ "
    "&& systemctl --user enable --now loa-phuong.timer",
    "Windows": f'schtasks /Create /TN "Loa Phuong" /XML {Project.timer}/loa-phuong.xml',
    "cron": f"(crontab -l; cat {Project.timer}/loa-phuong.cron) | crontab -",
}


class ClockTime(click.ParamType["time"]):
    """A time of the day as people write it here: 05:00 or 5h."""

    name = "giờ"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> time:
        try:
            return dates.clock(str(value))
        except ValueError:
            return self.fail(tr(N_("“{value}” is not a time of the day; write 05:00"), value=value), param, ctx)


@click.command
@click.option("--at", "morning", type=ClockTime(), default="05:00", show_default=True, help=N_("When every morning."))
@click.option(
    "--before", type=click.IntRange(10, 1440), default=60, show_default=True, help=N_("Minutes before each slot.")
)
@click.option("--run", is_flag=True, help=N_("Build now, as the timer does, and tell when it could not."))
@click.option("--sound", is_flag=True, help=N_("Ring when it could not."))
@click.option("--mail", multiple=True, help=N_("Write to this address when it could not; see LOA_SMTP_URL."))
@click.option("--webhook", is_flag=True, help=N_("Call the address in LOA_WEBHOOK_URL when it could not."))
@click.pass_obj
def command(
    call: Call, morning: time, before: int, run: bool, sound: bool, mail: tuple[str, ...], webhook: bool
) -> int:
    """Without --run: write what the timers of Linux, Windows and cron read, to build/timer/."""
    ways = Ways(sound, mail, webhook)
    if run:
        failed = build_and_tell(call.root, call.now, ways)
        output.print_problems(failed)
        return output.exit_code(failed)
    for path in write_timers(call.root, morning, timedelta(minutes=before), ways):
        output.success(tr(N_("Written: {path}"), path=path))
    for system, install in INSTALL.items():
        output.notice(f"{system}: {install}")
    return 0


def write_timers(root: Path, morning: time, before: timedelta, ways: Ways) -> tuple[str, ...]:
    """The files of the timers; their names in the project."""
    known = station.require(root)
    program = Path(shutil.which("loa") or sys.argv[0]).resolve()
    told = [*(["--sound"] if ways.sound else []), *(["--webhook"] if ways.webhook else [])]
    told += [word for address in ways.mail for word in ("--mail", address)]
    moments = timer.list_times(known.shows, morning, before)
    made = timer.render(root.absolute(), [program, "timer", "--run", *told], moments, known.time_zone)
    for name, data in made.items():
        files.write_bytes(Project(root).timer / name, data)
    return tuple(f"{Project.timer}/{name}" for name in made)


def build_and_tell(root: Path, now: datetime, ways: Ways) -> tuple[Problem, ...]:
    """Build; what could not be made is told by the ways that are wanted, and noted for `loa watch` until it can."""
    try:
        built = build(root, now, None, lambda *_: None)
        print_built(built)
        failed = tuple(found for found in built.failures if not found.warning)
    except Stopped as stopped:
        failed = tuple(stopped.problems)
    except Exception as error:  # nobody looks on: a fault is told like any other reason
        failed = (output.keep_fault(error),)
    note = {"at": now.isoformat(), "reasons": [f"{each.where}: {each.what}" for each in failed]}
    files.write_private(root, Project.timed, json.dumps(note, ensure_ascii=False) + "\n")
    return (*failed, *send(failed, ways)) if failed and ways else failed
