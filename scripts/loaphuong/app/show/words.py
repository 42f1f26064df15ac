"""Words to the reader: notices, good news, problems, a bar for long work."""

from __future__ import annotations

import json
import tempfile
import traceback
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from loaphuong.core.messages import N_, tr
from loaphuong.core.problems import ExitCode, Problem, problem
from loaphuong.core.where import Where

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


MARKS = {False: ("✗", "red"), True: ("!", "yellow")}


def notice(text: str) -> None:
    """A word to the reader, apart from results."""
    click.echo(text, err=True)


def done(text: str) -> None:
    """Good news."""
    click.secho(f"✓ {text}", fg="green", err=True)


def exit_code(found: Iterable[Problem]) -> int:
    """The gravest of the problems' exit codes; warnings weigh nothing."""
    return max((entry.exit_code for entry in found), default=ExitCode.DONE)


def sorted_problems(found: Iterable[Problem]) -> list[Problem]:
    """By file and line, each once."""
    return sorted(set(found), key=lambda entry: (entry.where, entry.id, entry.values))


def problems(found: Iterable[Problem], *, as_json: bool = False, good: str = "") -> None:
    """`file:line: what`, then the cure; JSON and verdicts go to stdout, problems beside other output to stderr."""
    listed = sorted_problems(found)
    if as_json:
        click.echo(json.dumps([problem_data(entry) for entry in listed], ensure_ascii=False, indent=2))
        return
    for entry in listed:
        mark, colour = MARKS[entry.warning]
        click.secho(f"{mark} ", fg=colour, nl=False, err=not good)
        click.echo(f"{entry.where}: {entry.what}", err=not good)
        click.secho(f"    → {entry.hint}", dim=True, err=not good)
    if good and listed:
        click.echo(verdict(listed))
    elif good:
        done(good)


def verdict(listed: list[Problem]) -> str:
    """How many of each."""
    warnings = sum(entry.warning for entry in listed)
    return tr(N_("To mend: {errors}. To look at: {warnings}."), errors=len(listed) - warnings, warnings=warnings)


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


def unexpected(error: Exception) -> tuple[Problem, ...]:
    """A fault of ours, its details kept in a file that a clerk can send on."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", prefix="loa-", suffix=".log", delete=False) as stream:
        traceback.print_exception(error, file=stream)
    reason = f"{type(error).__name__}: {error}"[:200]
    return (problem("unexpected", Where("loa"), reason=reason, path=Path(stream.name)),)


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
