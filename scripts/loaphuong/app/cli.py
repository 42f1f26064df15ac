"""The command `loa`: its verbs, each a module of its own name, and the one place where every way to fail ends."""

from __future__ import annotations

import gettext
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

from loaphuong.app import output, terminal
from loaphuong.app.call import Call
from loaphuong.core.characters import harmful
from loaphuong.core.messages import LOCALE, N_, language, tr
from loaphuong.core.problems import ExitCode, Stopped, stop
from loaphuong.core.where import Where

if TYPE_CHECKING:
    from collections.abc import Sequence

# What a shell expects of a program that was ended by a signal.
INTERRUPTED, TERMINATED = 128 + 2, 128 + 15
# The verbs in the order of a bulletin's life; `module.command` is the click command, loaded when it is called.
VERBS = {
    "new": N_("Begin a new article: a file with its front matter to fill in."),
    "check": N_("Tell every problem of content, station and lexicon, with its file, its line and its cure."),
    "settle": N_("Put warnings of a text aside, with a reason, until its words change."),
    "say": N_("Tell how written Vietnamese is read: one spoken line for each argument or line of input."),
    "serve": N_("Show the page while you write: an edit appears by itself."),
    "approve": N_("Answer for texts: from now on they may be published and broadcast, until they are edited."),
    "unapprove": N_("Take an approval back: off page and air until the text is approved again."),
    "restore": N_("Put a text's file back as it was approved, deleted or edited since."),
    "status": N_("Tell where every text stands, and what changed since it was approved."),
    "plan": N_("Show the next slots and what each would carry, in minutes, and what is missing."),
    "script": N_("Print the exact words of a bulletin or of an article."),
    "record": N_("Freeze the running orders that are due and record what is missing."),
    "build": N_("Check, record, publish and make the site; goes on where it was stopped."),
    "verify": N_("Prove that a slot's files, or one file anywhere, are the approved ones."),
    "hold": N_("Stop a slot: nothing of it is to be aired."),
    "release": N_("Let a slot that was on hold go again."),
    "insert": N_("Put an approved article into a slot as an urgent notice, and record the slot anew."),
    "aired": N_("Note in the broadcast log what was aired."),
    "log": N_("Show the broadcast log."),
    "withdraw": N_("Take a text back for good: page, sound, feeds and coming bulletins."),
    "revoke": N_("Take a person's signing key back: what is signed with it from now on does not hold."),
    "export": N_("Write the schedule for other programs: calendar, playlists, table, Liquidsoap."),
    "print": N_("Make posters, backdrops, cards, leaflets, slides, a handbook and sheets to read from."),
    "posted": N_("Note which sheet hangs where, and tell what must be replaced."),
    "report": N_("Report on a period: what was published and broadcast, as .md, .csv and .docx."),
    "watch": N_("Tell in time of a slot without a recording, of words about to expire, of an old page, of silence."),
    "timer": N_("Have the page built every morning, before and after each slot, by this machine's own timer."),
    "ping": N_("Tell the hub of the feeds what is new, once the site is brought out."),
    "upgrade": N_("Take a project of an earlier version over: shown first, done with --apply, a copy kept."),
    "doctor": N_("Look at this machine: what is there, what is missing, and the cure."),
    "prune": N_("Clear recordings kept for speed, the oldest first; nothing is lost but time."),
}


def translate(command: click.Command) -> click.Command:
    """A command whose help follows LOA_LANG."""
    command.help = tr(command.help or "")
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            parameter.help = tr(parameter.help or "")
        if isinstance(parameter.type, click.Path):
            parameter.type.name = gettext.gettext(parameter.type.name)
    return command


class Verbs(click.Group):
    """The group, which knows each verb by its name and its help alone until it is called."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """In the order of the table."""
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The verb that is called, loaded."""
        name, known, rest = super().resolve_command(ctx, args)
        if name is None or known is None:
            return name, known, rest
        command: click.Command = import_module(f"loaphuong.app.{name}").command
        command.name, command.help = name, VERBS[name]
        return name, translate(command), rest


@click.group(
    cls=Verbs,
    commands={name: click.Command(name, help=text) for name, text in VERBS.items()},
    help=N_("The ward's page, its feeds and its loudspeaker bulletins, from what editors write."),
)
@click.option("--project", "folder", type=click.Path(path_type=Path, file_okay=False), help=N_("The project's folder."))
@click.version_option(package_name="loaphuong", help=N_("Show the version and exit."))
@click.pass_context
def loa(ctx: click.Context, folder: Path | None) -> None:
    """Every verb gets the call."""
    ctx.obj = Call((folder or Path.cwd()).resolve())


def speak_the_language() -> None:
    """Let help and click's own words follow LOA_LANG: click asks the standard library's gettext."""
    os.environ["LANGUAGE"] = language()
    gettext.bindtextdomain("click", LOCALE)
    gettext.textdomain("click")
    for command in (loa, *loa.commands.values()):
        translate(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a verb and leave with its exit code; no traceback ever reaches an editor."""
    terminal.prepare()
    speak_the_language()
    sys.exit(run(arguments))


def refuse_steering(arguments: Sequence[str]) -> None:
    """Names, titles and reasons given here are kept and shown: Stopped for one that would steer what shows it."""
    found = [code for argument in arguments if (code := harmful(argument))]
    if found:
        raise stop("control-argument", Where("loa"), codes=", ".join(found))


def run(arguments: Sequence[str] | None = None) -> int:
    """A verb's exit code; all ways to fail end here, each with its words."""
    try:
        refuse_steering(sys.argv[1:] if arguments is None else arguments)
        code = loa.main(args=arguments, prog_name="loa", standalone_mode=False)
    except Stopped as stopped:
        output.print_problems(stopped.problems)
        return output.exit_code(stopped.problems) or ExitCode.CONTENT
    except click.ClickException as error:
        error.show()
        return ExitCode.USAGE
    except (click.Abort, KeyboardInterrupt, terminal.Terminated) as end:
        output.notice(tr(N_("Stopped. What was finished is kept; run the command again to go on.")))
        return TERMINATED if isinstance(end, terminal.Terminated) else INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.DONE
    except MemoryError:
        raise
    except Exception as error:  # the last wall between a fault of ours and a clerk
        output.print_problems([output.keep_fault(error)])
        return ExitCode.ENVIRONMENT
    return int(code or ExitCode.DONE)


if __name__ == "__main__":
    main()
