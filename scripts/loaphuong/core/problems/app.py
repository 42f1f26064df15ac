"""Messages about the command and the stair as a whole."""

from loaphuong.core.messages import N_
from loaphuong.core.problems.entry import Entry

PAGE = {
    "no-project": Entry(
        "usage",
        N_("There is no ward here: {landmark} was not found in this folder or above it"),
        N_("Go into the project's folder, or name it: loa --project FOLDER …"),
    ),
    "control-argument": Entry(
        "usage",
        N_("There is an invisible control character in what was given: {codes}"),
        N_("Type the words by hand instead of pasting them."),
    ),
    "bad-epoch": Entry(
        "usage",
        N_("SOURCE_DATE_EPOCH is “{value}”, which is not a number of seconds"),
        N_("Unset it, or give the seconds since 1970."),
    ),
    "not-an-article": Entry(
        "usage",
        N_("“{name}” is neither a slot nor an article"),
        N_("Name a slot as 2026-11-24-1630, or an article by its title or its slug."),
    ),
    "new-section": Entry(
        "usage",
        N_("There is no section “{section}” for articles"),
        N_("Choose one of: {sections}. Nearest: {closest}"),
    ),
    "new-title": Entry(
        "usage",
        N_("The title “{title}” has no letter to name a file after"),
        N_("Give the article a title in words."),
    ),
    "new-taken": Entry(
        "usage",
        N_("There is, or was, an article named “{slug}”"),
        N_("Give this one another title, or open the file that is there; an address is never used twice."),
    ),
    "settle-unsaid": Entry(
        "usage",
        N_("A warning is settled by someone, for a reason: one of the two is empty"),
        N_("Write --why “…” and --by “…”."),
    ),
    "settle-nothing": Entry(
        "usage",
        N_("There is no warning about “{name}” that could be settled"),
        N_("`loa check NAME` shows them; what must be mended cannot be settled."),
    ),
    "insert-unapproved": Entry(
        "usage",
        N_("“{name}” cannot be put into a slot: no approved article has this name"),
        N_("Write it with `loa new`, have it approved with `loa approve`, then insert it."),
    ),
    "slot-empty": Entry(
        "content",
        N_("The slot {slot} carries nothing: it is on hold, or there is nothing to fill it with"),
        N_("`loa plan --why` tells what is missing."),
    ),
    "say-too-long": Entry(
        "usage",
        N_("At most {limit} KB are read at once: this line and those after it were not"),
        N_("Give the rest in another call; a whole article is read by `loa say --article NAME`."),
    ),
    "nothing-to-say": Entry(
        "usage",
        N_("There is nothing to say"),
        N_("Give the words: loa say --wav FILE “…”"),
    ),
    "signature-required": Entry(
        "usage",
        N_("This station asks for signed approvals"),
        N_("Name your SSH key: loa approve --key FILE …"),
    ),
    "verify-unrecorded": Entry(
        "content",
        N_("The slot {slot} has not been recorded here, so there is nothing to compare with"),
        N_("Record it first: loa record {slot}"),
    ),
    "verify-no-file": Entry(
        "usage",
        N_("There is no slot and no file “{name}”"),
        N_("Name a slot as 2026-11-24-1630, or the path of the file to verify."),
    ),
    "no-content": Entry(
        "content",
        N_("The folder content/ has no article that may be published"),
        N_("Write one with `loa new`, have it approved with `loa approve`, then run the command again."),
    ),
    "timer-failed": Entry(
        "content",
        N_("The build of {at} by the timer failed: {reason}"),
        N_("Mend what it names, then `loa build`; residents still see the page as it was."),
    ),
    "unexpected": Entry(
        "environment",
        N_("Something went wrong that `loa` does not know: {reason}"),
        N_("Nothing was half-written. The details are in {path}; send that file to whoever looks after the program."),
    ),
}
