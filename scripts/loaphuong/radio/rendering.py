"""The forms that this room writes, as templates in templates/: one named for each file that comes of it."""

from __future__ import annotations

import shlex
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"


def render(name: str, **values: object) -> str:
    """A file by its template; HTML is escaped, in other forms each value is written by a filter of that form."""
    return environment().get_template(f"{name}.j2").render(values)


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates with their filters; a value that a template does not get is a fault."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=select_autoescape(["html.j2"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters |= {
        "xml": escape,
        "liquidsoap": quote_for_liquidsoap,
        "cron": escape_for_cron,
        "shell": quote_for_shell,
        "systemd": escape_for_systemd,
        "systemd_quoted": quote_for_systemd,
        "windows": quote_for_windows,
    }
    return made


def quote_for_liquidsoap(text: str) -> str:
    """A Liquidsoap string, in which nothing is filled in."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("#{", "# {")
    return f'"{"".join(letter if letter.isprintable() else " " for letter in escaped)}"'


def quote_for_shell(word: object) -> str:
    """A word of a command line."""
    return shlex.quote(str(word))


def escape_for_cron(text: object) -> str:
    """Words of a line of a crontab, in which `%` ends the command."""
    return str(text).replace("%", "\\%")


def escape_for_systemd(path: object) -> str:
    """A path as a unit has it: `%` doubled."""
    return str(path).replace("%", "%%")


def quote_for_systemd(path: object) -> str:
    """A path on a command line of a unit: quoted where it has blanks."""
    text = escape_for_systemd(path)
    return f'"{text}"' if any(letter.isspace() for letter in text) else text


def quote_for_windows(word: str) -> str:
    """A word of a command line of Windows: quoted where it has blanks; a quote of its own is left out."""
    plain = word.replace('"', "")
    return f'"{plain}"' if any(letter.isspace() for letter in plain) else plain
