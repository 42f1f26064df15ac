"""Between the program and a terminal or a pipe: no letter that it lacks stops the program, no character steers it."""

from __future__ import annotations

import codecs
import io
import re
import signal
import sys
import unicodedata
from typing import TYPE_CHECKING, NoReturn

from loaphuong.core.characters import HARMFUL, INSTEAD

if TYPE_CHECKING:
    from types import FrameType

TONES = "\u0300\u0301\u0303\u0309\u0323"
SIGNS = {"đ": "d", "Đ": "D", "✓": "+", "✗": "x", "→": "->", "…": "...", "•": "*", "⚠": "!"}
SIGNS |= dict.fromkeys("“”„", '"') | dict.fromkeys("‘’", "'") | dict.fromkeys("–—−", "-")
# Colours, and what a bar needs to draw itself again: all that this program ever says to a terminal.
OWN = re.compile(r"(\x1b\[(?:[0-9;]*m|\?25[lh]|1A|2K)|\r)")


class Terminated(BaseException):
    """The system asks the program to end."""


class Stream(io.TextIOWrapper):
    """Standard output or error: what steers a terminal and is not the program's own goes out as �."""

    def write(self, text: str) -> int:
        """As given, but for that."""
        if HARMFUL.search(text):
            pieces = OWN.split(text)
            pieces[::2] = [HARMFUL.sub(INSTEAD, piece) for piece in pieces[::2]]
            super().write("".join(pieces))
            return len(text)
        return super().write(text)


def prepare() -> None:
    """Make the standard streams safe to write any text to, and let the system's wish to end be heard."""
    for name in ("stdout", "stderr"):
        given = getattr(sys, name)
        if isinstance(given, io.TextIOWrapper):
            encoding, buffering = given.encoding, given.line_buffering
            made = Stream(given.detach(), encoding=encoding, errors=plain(encoding), line_buffering=buffering)
            setattr(sys, name, made)
    signal.signal(signal.SIGTERM, end)


def end(_signal: int, _frame: FrameType | None) -> NoReturn:
    """What a signal to end does: everything open is closed on the way out."""
    raise Terminated


def plain(encoding: str) -> str:
    """The name of a handler that writes, in place of letters that an encoding lacks, the nearest that it has."""

    def write(error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeEncodeError):
            raise error
        # The error itself calls every code page "charmap".
        return "".join(nearest(letter, encoding) for letter in error.object[error.start : error.end]), error.end

    name = f"loaphuong.plain.{encoding}"
    codecs.register_error(name, write)
    return name


def nearest(letter: str, encoding: str) -> str:
    """A letter with its tone written apart, without its tone, without any mark, a sign of ASCII; else `?`."""
    parts = unicodedata.normalize("NFD", letter)
    base, marks = parts[0], parts[1:]
    tone = "".join(mark for mark in marks if mark in TONES)
    toneless = unicodedata.normalize("NFC", base + "".join(mark for mark in marks if mark not in TONES))
    for written in (toneless + tone, toneless, base, SIGNS.get(letter, "?")):
        try:
            written.encode(encoding)
        except UnicodeEncodeError:
            continue
        return written
    return "?"


def holds_all_letters() -> bool:
    """Whether standard output takes any letter."""
    return codecs.lookup(sys.stdout.encoding or "ascii").name.startswith("utf")
