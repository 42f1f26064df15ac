"""Messages of `loa watch`: what somebody must be told of now."""

from loaphuong.core.messages import N_
from loaphuong.core.problems.entry import Entry

PAGE: dict[str, Entry] = {
    "watch-unrecorded": Entry(
        "content",
        N_("The slot {slot} ({at}) has no recording that may be played"),
        N_("Run `loa record {slot}`; if it is not to be broadcast: `loa hold {slot}`."),
    ),
    "watch-expiring": Entry(
        "content",
        N_("“{title}” ends on {day} and was in no bulletin"),
        N_("Put it into a slot: `loa insert`, or give it a later end."),
    ),
    "watch-unshown": Entry(
        "content",
        N_("Something was decided that page, desk, calendar and playlists do not show yet"),
        N_("Run `loa build`; until then tell whoever is on duty: a slot may be on hold, or a text withdrawn."),
    ),
    "watch-air": Entry(
        "content",
        N_("Something went wrong in the broadcast of {slot} ({at}): {fault}"),
        N_("Look at the loudspeakers and the player, and note it: `loa aired --from` with this file."),
    ),
    "watch-page-old": Entry(
        "content",
        N_("The page was made at {at}: it has not been built or brought out since"),
        N_("Run `loa build` and look at what it says; then look at how the site is brought out."),
    ),
    "watch-page-gone": Entry(
        "content",
        N_("The page does not tell its schedule: it is not there, or was never built"),
        N_("Run `loa build`; look whether the address and the network are right."),
    ),
    "watch-untold": Entry(
        "environment",
        N_("The message could not be sent by {way}: {reason}"),
        N_("Look at the network and at the environment variable {variable}."),
    ),
    "watch-unset": Entry(
        "usage",
        N_("To send by {way}, the environment variable {variable} must say how"),
        N_("Set it where only the one who runs `loa watch` reads it: {example}."),
    ),
}
