"""The command `loa`: verbs, progress and exit codes; what they do is in `pipeline`."""

from __future__ import annotations

import gettext
import os
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from loaphuong.app import show
from loaphuong.core import dates
from loaphuong.core.messages import LOCALE, N_, language, tr
from loaphuong.core.problems import ExitCode, Stopped, stop
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.radio.log import Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

FOLLOWS = N_("The page and the desk show it after the next `loa build`.")


def build_time() -> datetime:
    """`SOURCE_DATE_EPOCH` where set, else the clock; in the station's zone."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now(dates.ZONE).replace(microsecond=0)
    try:
        return datetime.fromtimestamp(int(epoch), UTC).astimezone(dates.ZONE)
    except (ValueError, OverflowError, OSError) as error:
        raise stop("bad-epoch", Where("SOURCE_DATE_EPOCH"), value=epoch) from error


class Day(click.ParamType[date]):
    """A day as people write it here: 21/11/2026 or 2026-11-21."""

    name = "ngày"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return dates.day(value)
        except ValueError:
            return self.fail(tr(N_("“{value}” is not a day; write 21/11/2026"), value=value), param, ctx)


class Moment(click.ParamType[datetime]):
    """A moment: 24/11/2026 16:30 or 2026-11-24T16:30."""

    name = "ngày giờ"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        try:
            return dates.moment(value, timed=True)
        except ValueError:
            return self.fail(tr(N_("“{value}” is not a moment; write 24/11/2026 16:30"), value=value), param, ctx)


@click.group(help=N_("The ward's page, its feeds and its loudspeaker bulletins, from what editors write."))
@click.option("--project", "folder", type=click.Path(path_type=Path, file_okay=False), help=N_("The project's folder."))
@click.version_option(package_name="loaphuong", help=N_("Show the version and exit."))
@click.pass_context
def loa(ctx: click.Context, folder: Path | None) -> None:
    """Find the project and the time; every verb gets both."""
    ctx.obj = {"start": (folder or Path.cwd()).resolve()}


def here() -> Path:
    """The project the command was called in."""
    start: Path = click.get_current_context().obj["start"]
    return Project.find(start).root


@loa.command(help=N_("Tell every problem of content, station and lexicon, with its file, its line and its cure."))
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help=N_("For machines."))
def check(paths: tuple[Path, ...], as_json: bool) -> int:
    """Exit 1 if there is any problem that is more than a warning."""
    from loaphuong.app import build

    found = build.check(here(), build_time(), [path.resolve() for path in paths])
    show.problems(found, as_json=as_json, good=tr(N_("All is well: nothing to mend.")))
    return show.exit_code(found)


def stdin_lines() -> Iterator[str]:
    """Standard input line by line, as it comes."""
    for line in sys.stdin.buffer:
        yield line.decode("utf-8", "replace").rstrip("\r\n")


@loa.command(help=N_("Tell how written Vietnamese is read: one spoken line for each argument or line of input."))
@click.argument("texts", nargs=-1)
@click.option("--explain", is_flag=True, help=N_("Tell word by word which rule read what."))
@click.option("--wav", type=click.Path(path_type=Path, dir_okay=False), help=N_("Speak it into this file."))
@click.option("--voice", help=N_("The voice of the station to speak with."))
def say(texts: tuple[str, ...], explain: bool, wav: Path | None, voice: str | None) -> int:
    """A line that cannot be read gives an empty line, its problem on stderr, exit 1."""
    from loaphuong.app import saying

    root = here()
    lines: Iterable[str] = texts or stdin_lines()
    code = 0
    kept: list[str] = []
    reader = saying.reader(root)
    for number, text in enumerate(lines, 1):
        where = Where(tr(N_("argument")) if texts else "stdin", number)
        if explain:
            show.steps(reader.explain(text, where))
            continue
        reading = reader.read(text, where)
        click.echo("" if reading.problems else reading.line)
        show.problems((*reading.problems, *reading.doubts))
        code = max(code, show.exit_code(reading.problems))
        kept.append(text)
    if wav and not code:
        saying.speak(root, kept, wav, voice)
    return code


@loa.command(help=N_("Show the next slots and what each would carry, in minutes, and what is missing."))
@click.option("--from", "first", type=Day(), help=N_("The first day."))
@click.option("--weeks", type=click.IntRange(1, 520), default=2, show_default=True, help=N_("How many weeks."))
@click.option("--why", is_flag=True, help=N_("Tell why each item is there and what was left out."))
@click.option("--json", "as_json", is_flag=True, help=N_("For machines."))
def plan(first: date | None, weeks: int, why: bool, as_json: bool) -> int:
    """Nothing is frozen and nothing is written."""
    from loaphuong.app import outlook

    now = build_time()
    start = first or now.date()
    found = outlook.plan_ahead(here(), now, start, start + timedelta(weeks=weeks, days=-1))
    show.plan(found, why=why, as_json=as_json)
    return show.exit_code(found.problems)


@loa.command(help=N_("Print the exact words of a bulletin or of an article."))
@click.argument("name")
@click.option("--html", type=click.Path(path_type=Path, dir_okay=False), help=N_("Write a page to print instead."))
def script(name: str, html: Path | None) -> None:
    """Plain text to stdout, or a printable kịch bản."""
    from loaphuong.app import paper

    made = paper.sheet(here(), build_time(), name)
    if html:
        paper.print_sheet(made, html)
        show.done(tr(N_("Written: {path}"), path=html))
    else:
        show.sheet(made)


@loa.command(help=N_("Freeze the running orders that are due and record what is missing."))
@click.argument("slots", nargs=-1)
@click.option("--jobs", type=click.IntRange(1, 64), help=N_("How many processes speak at once."))
def record(slots: tuple[str, ...], jobs: int | None) -> int:
    """The slots named, or those that station.toml wants ahead."""
    from loaphuong.app import build

    with show.progress() as progress:
        recorded = build.record(here(), build_time(), slots, jobs, progress)
    show.recorded(recorded)
    return show.exit_code(recorded.problems)


@loa.command(help=N_("Check, record, publish and make the site; goes on where it was stopped."))
@click.option("--jobs", type=click.IntRange(1, 64), help=N_("How many processes speak at once."))
def build(jobs: int | None) -> int:
    """The whole stair."""
    from loaphuong.app import build

    with show.progress() as progress:
        built = build.build(here(), build_time(), jobs, progress)
    show.built(built)
    return show.exit_code(built.problems)


@loa.command(help=N_("Show the page while you write: an edit appears by itself."))
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help=N_("The port on this machine.")
)
def serve(port: int) -> None:
    """Unapproved texts are shown too, marked as such; nothing here is published."""
    from loaphuong.app import build

    build.serve(here(), build_time(), port, show.notice, lambda stopped: show.problems(stopped.problems))


@loa.command(help=N_("Answer for texts: from now on they may be published and broadcast, until they are edited."))
@click.argument("texts", nargs=-1)
@click.option("--all", "all_waiting", is_flag=True, help=N_("Every text that waits for approval."))
@click.option("--by", required=True, help=N_("The name of whoever approves."))
@click.option("--title", required=True, help=N_("The office of whoever approves."))
@click.option(
    "--key", type=click.Path(path_type=Path, exists=True, dir_okay=False), help=N_("An SSH key to sign with.")
)
def approve(texts: tuple[str, ...], all_waiting: bool, by: str, title: str, key: Path | None) -> int:
    """All of the texts named, or none."""
    from loaphuong.app import trust

    if not texts and not all_waiting:
        raise click.UsageError(tr(N_("Name the texts to approve, or write --all.")))
    approved = trust.approve(here(), build_time(), texts, by, title, all_waiting=all_waiting, key=key)
    for text in approved:
        show.done(f"{text.name}  {text.title}")
    show.done(tr(N_("{count} texts approved by {by}, {title}"), count=len(approved), by=by, title=title))
    return ExitCode.DONE


@loa.command(help=N_("Take a text back for good: page, sound, feeds and coming bulletins."))
@click.argument("text")
@click.option(
    "--why", required=True, help=N_("The reason, for the register: not on the page, but in the project's files.")
)
@click.option("--by", required=True, help=N_("The name of whoever decides."))
def withdraw(text: str, why: str, by: str) -> int:
    """What cannot be reached is listed with what to do."""
    from loaphuong.app import trust

    taken, left = trust.withdraw(here(), build_time(), text, by, why)
    show.done(tr(N_("Withdrawn: {title}. The next `loa build` takes it off the page."), title=taken.title))
    show.problems(left)
    return ExitCode.DONE


@loa.command(help=N_("Tell where every text stands, and what changed since it was approved."))
@click.argument("texts", nargs=-1)
@click.option("--diff", is_flag=True, help=N_("Show the changes line by line."))
@click.option("--json", "as_json", is_flag=True, help=N_("For machines."))
def status(texts: tuple[str, ...], diff: bool, as_json: bool) -> None:
    """One line a text: of those named, or of all."""
    from loaphuong.app import trust

    show.status(trust.status(here(), build_time(), texts), diff=diff, as_json=as_json)


@loa.command(help=N_("Prove that a slot's files, or one file anywhere, are the approved ones."))
@click.argument("name")
def verify(name: str) -> int:
    """Exit 1, with the reasons, if they are not."""
    from loaphuong.app import trust

    file = Path(name)
    found = trust.verify(here(), build_time(), file.resolve().as_posix() if file.is_file() else name)
    show.problems(found, good=tr(N_("{name} is what was approved and recorded."), name=name))
    return show.exit_code(found)


@loa.command(help=N_("Stop a slot: nothing of it is to be aired."))
@click.argument("slot")
@click.option("--why", required=True, help=N_("The reason, which staff will see."))
@click.option("--by", default="", help=N_("Who decided."))
def hold(slot: str, why: str, by: str) -> None:
    """Until it is released."""
    from loaphuong.app import desk

    desk.hold(here(), build_time(), slot, why, by)
    show.done(tr(N_("{slot} is on hold: {why}"), slot=slot, why=why))
    show.notice(tr(FOLLOWS))


@loa.command(help=N_("Let a slot that was on hold go again."))
@click.argument("slot")
@click.option("--by", default="", help=N_("Who decided."))
def release(slot: str, by: str) -> None:
    """The running order stands as it was."""
    from loaphuong.app import desk

    desk.release(here(), build_time(), slot, by)
    show.done(tr(N_("{slot} will be aired"), slot=slot))
    show.notice(tr(FOLLOWS))


@loa.command(help=N_("Put an approved article into a slot as an urgent notice, and record the slot anew."))
@click.argument("article")
@click.argument("slot")
@click.option("--by", default="", help=N_("Who decided."))
@click.option("--jobs", type=click.IntRange(1, 64), help=N_("How many processes speak at once."))
def insert(article: str, slot: str, by: str, jobs: int | None) -> int:
    """The notice comes first, right after the contents."""
    from loaphuong.app import desk

    with show.progress() as progress:
        recorded = desk.insert(here(), build_time(), article, slot, by, jobs, progress)
    show.recorded(recorded)
    show.notice(tr(FOLLOWS))
    return show.exit_code(recorded.problems)


@loa.command(help=N_("Note in the broadcast log what was aired."))
@click.argument("slot")
@click.option("--at", type=Moment(), help=N_("When it began, if not on time."))
@click.option("--by", default="", help=N_("Who aired it."))
@click.option(
    "--result",
    type=click.Choice([each.value for each in Result]),
    default=Result.WHOLE.value,
    show_default=True,
    help=N_("How it went."),
)
@click.option("--note", default="", help=N_("A remark."))
def aired(slot: str, at: datetime | None, by: str, result: str, note: str) -> None:
    """The line is never rewritten; a later line of the same slot puts it right."""
    from loaphuong.app import desk

    line = desk.aired(here(), build_time(), slot, at, by, result, note)
    show.done(tr(N_("Noted: {slot}, {at}, {result}"), slot=slot, at=f"{line.at:%d/%m/%Y %H:%M}", result=line.result))


@loa.command(help=N_("Show the broadcast log."))
@click.option("--json", "as_json", is_flag=True, help=N_("For machines."))
def log(as_json: bool) -> None:
    """A line a broadcast."""
    from loaphuong.app import desk

    show.history(desk.history(here()), as_json=as_json)


@loa.command(help=N_("Write the schedule for other programs: calendar, playlists, table, Liquidsoap, timer."))
def export() -> None:
    """To audio/exports/."""
    from loaphuong.app import timetable

    for path in timetable.export(here(), build_time()):
        show.done(tr(N_("Written: {path}"), path=path.as_posix()))


@loa.command(help=N_("Report on a period: what was published and broadcast, as .md, .csv and .docx."))
@click.option("--period", help=N_("2026-6-thang or 2026-nam."))
@click.option("--from", "first", type=Day(), help=N_("The first day."))
@click.option("--to", "last", type=Day(), help=N_("The last day."))
@click.option("--coverage", is_flag=True, help=N_("Show which rule was read on which day."))
def report(period: str | None, first: date | None, last: date | None, coverage: bool) -> None:
    """The text to stdout, the files to build/reports/."""
    from loaphuong.app import timetable

    if period and (first or last):
        raise click.UsageError(tr(N_("Give either --period, or --from and --to.")))
    made = timetable.report(here(), build_time(), period, first, last)
    show.reported(made, coverage=coverage)


@loa.command(help=N_("Begin a new article: a file with its front matter to fill in."))
@click.argument("section")
@click.argument("title")
def new(section: str, title: str) -> None:
    """The file is named after the title, without accents."""
    from loaphuong.app import new_article

    show.done(tr(N_("Write here: {path}"), path=new_article.begin(here(), build_time(), section, title)))


@loa.command(help=N_("Look at this machine: what is there, what is missing, and the cure."))
def doctor() -> int:
    """Exit 3 if the work cannot be done here."""
    from loaphuong.app import health

    return show.checks(health.examine(here(), build_time()))


@loa.command(help=N_("Clear recordings kept for speed, the oldest first; nothing is lost but time."))
@click.option("--days", type=click.IntRange(0), default=90, show_default=True, help=N_("Older than so many days."))
@click.option("--keep", type=click.IntRange(0), default=2000, show_default=True, help=N_("At most so many megabytes."))
def prune(days: int, keep: int) -> None:
    """The cache of spoken sentences."""
    from loaphuong.app import health

    count, size = health.prune(here(), build_time(), days, keep)
    show.done(tr(N_("{count} files removed, {size} MB freed"), count=count, size=f"{size / 1e6:.1f}"))


def speak_the_language() -> None:
    """Let help and click's own words follow LOA_LANG: click asks the standard library's gettext."""
    os.environ["LANGUAGE"] = language()
    gettext.bindtextdomain("click", LOCALE)
    gettext.textdomain("click")
    for command in (loa, *loa.commands.values()):
        command.help = tr(command.help or "")
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                parameter.help = tr(parameter.help or "")
            if isinstance(parameter.type, click.Path):
                parameter.type.name = gettext.gettext(parameter.type.name)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a verb and leave with its exit code; no traceback ever reaches an editor."""
    speak_the_language()
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """A verb's exit code; all ways to fail end here, each with its words."""
    try:
        code = loa.main(args=arguments, prog_name="loa", standalone_mode=False)
    except Stopped as stopped:
        show.problems(stopped.problems)
        return show.exit_code(stopped.problems) or ExitCode.CONTENT
    except click.ClickException as error:
        error.show()
        return ExitCode.USAGE
    except (click.Abort, KeyboardInterrupt):
        show.notice(tr(N_("Stopped. What was finished is kept; run the command again to go on.")))
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.DONE
    except MemoryError:
        raise
    except Exception as error:  # the last wall between a fault of ours and a clerk
        show.problems(show.unexpected(error))
        return ExitCode.ENVIRONMENT
    return int(code or ExitCode.DONE)


if __name__ == "__main__":
    main()
