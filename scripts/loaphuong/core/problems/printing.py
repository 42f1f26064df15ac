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
    "sheet-replaced": Entry(
        "content",
        N_("“{file}” is of an older text: its mark is {mark}, in force is {now}"),
        N_("Print it anew with `loa print {subject}`, and take the old one down."),
    ),
    "sheet-gone": Entry(
        "content",
        N_("“{file}” is not in force: nothing that is approved has the mark {mark}"),
        N_("Take it down: its text was withdrawn, or it was never the ward's."),
    ),
    "sheet-changed": Entry(
        "content",
        N_(
            "“{file}” has the mark {mark}, which is in force, and is not as the program makes it: something was changed"
        ),
        N_("Do not use it; print it anew with `loa print {subject}`."),
    ),
    "posted-no-mark": Entry(
        "usage",
        N_("“{mark}” is no mark of a sheet"),
        N_("Copy it from the foot of the sheet, for example qd-1665.1.0a1b2c3d."),
    ),
    "posted-future": Entry(
        "usage",
        N_("A sheet cannot have been posted at {at}, which is still to come"),
        N_("Give the time it was really posted with --at."),
    ),
    "posted-replaced": Entry(
        "warning",
        N_("At {place} hangs {mark}, which is not in force any more; in force is {now}"),
        N_("Hang the new sheet and note it: loa posted MARK --place …; a sheet that only came down: with --down."),
    ),
    "print-no-time": Entry(
        "content",
        N_("Nothing that is approved fills {minutes} minutes of reading"),
        N_("Ask for another length, or approve more articles and rules."),
    ),
    "print-coarse": Entry(
        "warning",
        N_("“{picture}” is {pixels} pixels wide: on paper it would be coarse beyond {mm} mm"),
        N_("It is printed so wide, or left out below 60 mm; bring a larger picture: 750 pixels for A4."),
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
