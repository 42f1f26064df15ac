"""Messages about what is printed."""

from loaphuong.core.messages import N_
from loaphuong.core.problems.entry import Entry

PAGE: dict[str, Entry] = {
    "print-no-press": Entry(
        "environment",
        N_("The press is not installed on this machine"),
        N_("Run `make`, which installs it, or: pip install loaphuong[print]"),
    ),
    "print-overflow": Entry(
        "content",
        N_("“{sheet}” does not fit: its text needs {percent} % of the space at the smallest letters that can be read"),
        N_("Shorten the text at this line, choose larger paper, or print one place of the code at a time."),
    ),
    "print-glyph": Entry(
        "content",
        N_("“{letters}” cannot be printed in “{sheet}”: the face has no such letter"),
        N_("Write it in words, or take it out: emoji and scripts from right to left are not printed."),
    ),
    "print-refused": Entry(
        "content",
        N_("“{sheet}” cannot be printed: {why}"),
        N_("Look at this text; if it is in order, report it as a fault of the program."),
    ),
    "print-left-out": Entry(
        "warning",
        N_("The page offers nothing to print: the press is not installed on this machine"),
        N_("Run `make`, which installs it, or write `on_site = false` under [in_an] of station.toml."),
    ),
    "print-unknown": Entry(
        "usage",
        N_("Nothing that is printed is called “{name}”"),
        N_("Nearest: {closest}. `loa print --list` shows all."),
    ),
}
