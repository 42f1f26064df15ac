"""How the program speaks on a terminal: notices, good news, problems, JSON for machines, a bar for long work."""

from __future__ import annotations

import json
import tempfile
import traceback
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from loaphuong.app import terminal
from loaphuong.core.messages import N_, tr
from loaphuong.core.problems import ExitCode, Problem, problem
from loaphuong.core.vietnamese import weekday
from loaphuong.core.where import Where

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from loaphuong.radio.programme import Slot

MARKS = {False: ("✗", "red"), True: ("!", "yellow")}


def notice(text: str) -> None:
    """A word to the reader, apart from results."""
    click.echo(text, err=True)


def success(text: str) -> None:
    """Good news."""
    click.secho(f"✓ {text}", fg="green", err=True)


def print_shown(behind: Iterable[Problem]) -> int:
    """Whether what is public follows a decision already, or what still says otherwise; the exit code."""
    found = tuple(behind)
    if exit_code(found) == ExitCode.DONE:
        success(tr(N_("Page, desk, calendar and playlists on this machine say so.")))
    print_problems(found)
    return exit_code(found)


def print_json(data: object) -> None:
    """A result for machines."""
    click.echo(json.dumps(data, ensure_ascii=not terminal.holds_all_letters(), indent=2))


def slot_label(slot: Slot) -> str:
    """2026-11-27-1630  Thứ Sáu 27/11."""
    return f"{slot.name}  {weekday(slot.starts_at):<8} {slot.starts_at:%d/%m}"


def exit_code(found: Iterable[Problem]) -> int:
    """The gravest of the problems' exit codes; warnings weigh nothing."""
    return max((entry.exit_code for entry in found), default=ExitCode.DONE)


def print_problems(found: Iterable[Problem], *, as_json: bool = False, good: str = "") -> None:
    """`file:line: what`, then the cure, by file and line, each once.

    JSON goes to stdout, and so do problems where there being none is the result (`good`); else they go to stderr.
    """
    listed = sorted(set(found), key=lambda entry: (entry.where, entry.id, entry.values))
    if as_json:
        print_json([problem_data(entry) for entry in listed])
        return
    for entry in listed:
        mark, colour = MARKS[entry.warning]
        click.secho(f"{mark} ", fg=colour, nl=False, err=not good)
        click.echo(f"{entry.where}: {entry.what}", err=not good)
        click.secho(f"    → {entry.hint}", dim=True, err=not good)
    if good and listed:
        warnings = sum(entry.warning for entry in listed)
        errors = len(listed) - warnings
        click.echo(tr(N_("To mend: {errors}. To look at: {warnings}."), errors=errors, warnings=warnings))
    elif good:
        success(good)


def problem_data(entry: Problem) -> dict[str, object]:
    """A problem for machines."""
    return {
        "file": entry.where.path,
        "line": entry.where.line,
        "id": entry.id,
        "kind": entry.entry.kind,
        "what": entry.what,
        "hint": entry.hint,
    }


def keep_fault(error: Exception) -> Problem:
    """A fault of the program as a problem, its details kept in a file that a clerk can send on."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", prefix="loa-", suffix=".log", delete=False) as stream:
        traceback.print_exception(error, file=stream)
    reason = f"{type(error).__name__}: {error}"[:200]
    return problem("unexpected", Where("loa"), reason=reason, path=Path(stream.name))


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """A bar for each long step; `report(step, done, total)` moves it. Silent where nobody watches."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (TextColumn("{task.description:<24}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as bars:
        tasks: dict[str, Any] = {}

        def report(step: str, finished: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bars.add_task(step, total=total)
            bars.update(tasks[step], completed=finished, total=total)

        yield report
