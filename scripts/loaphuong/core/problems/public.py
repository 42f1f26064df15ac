"""Messages about what is public after an urgent act: what still shows or says what held before."""

from loaphuong.core.messages import N_
from loaphuong.core.problems.entry import Entry

PAGE: dict[str, Entry] = {
    "still-public": Entry(
        "environment",
        N_("The decision is noted, but this still shows what held before it: {reason}"),
        N_("Tell the broadcast staff at once; mend what is told here, then run `loa build`."),
    ),
    "still-plays": Entry(
        "content",
        N_("The recording of {slot} in this folder does not say what holds now; no list, calendar or page names it"),
        N_("Do not play it: record the slot again with `loa record {slot}` and give out the new file."),
    ),
    "player-reads-old": Entry(
        "warning",
        N_("A player that loaded a list from this folder before now plays what it loaded then"),
        N_(
            "Load the list again on the machine that plays, and copy it anew to every stick;"
            " Liquidsoap's script needs nothing."
        ),
    ),
}
