"""Messages about what players say they played."""

from loaphuong.core.messages import N_
from loaphuong.core.problems.entry import Entry

PAGE: dict[str, Entry] = {
    "plays-unreadable": Entry(
        "usage",
        N_("The file of what was played cannot be read: {reason}"),
        N_("Write the path as the desk page or the player saved it."),
    ),
    "plays-unknown": Entry(
        "content",
        N_("This file says in no known way what was played"),
        N_(
            "Known are the record of the desk page, the log of the Liquidsoap script of `loa export`, and a CSV with a"
            " column of when each play began and one of the file, the end or the length."
        ),
    ),
    "plays-entry": Entry(
        "content",
        N_("Entry {number} of the record cannot be read: “{key}”"),
        N_("Save the record from the desk page again; nothing was noted."),
    ),
    "plays-line": Entry(
        "content",
        N_("“{line}” has no time that can be read"),
        N_("Write when it began as 24/11/2026 16:30:02, the length as 6:01, or take the line out; nothing was noted."),
    ),
    "plays-none": Entry(
        "content",
        N_("Nothing in this file is a bulletin of this station"),
        N_("Look whether it is the file of the right day; bulletins are known by the names of their files."),
    ),
}
