"""Messages about files and folders."""

from loaphuong.core.messages import N_
from loaphuong.core.problems.entry import Entry

PAGE = {
    "path-outside": Entry(
        "content",
        N_("“{path}” leads out of the project"),
        N_("Use a path inside the project, without “..” and without links to other places."),
    ),
    "disk-full": Entry(
        "environment",
        N_("The disk is full: “{path}” could not be written"),
        N_(
            "Free some space (`loa prune` clears old recordings), then run the command again; nothing was half-written."
        ),
    ),
    "not-writable": Entry(
        "environment",
        N_("“{path}” cannot be written: {reason}"),
        N_("Check the rights of the folder, then run the command again; nothing was half-written."),
    ),
    "busy": Entry(
        "environment",
        N_("Another `loa` is at work in this project"),
        N_("Wait until it has finished, then run the command again."),
    ),
}
