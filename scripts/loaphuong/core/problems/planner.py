"""Messages about the calendar, the plan and running orders."""

from loaphuong.core.messages import N_
from loaphuong.core.problems.entry import Entry

PAGE: dict[str, Entry] = {
    "calendar-country": Entry(
        "station",
        N_("The holidays of “{country}” are not known"),
        N_("Write a two-letter country code such as “VN”, or remove the line to broadcast on holidays."),
    ),
    "calendar-session": Entry(
        "station",
        N_("A bulletin may last {seconds} s, but a session no more than {most} s"),
        N_("Lower maximum_seconds, or raise session_max_seconds if the rules of the place allow it."),
    ),
    "calendar-quiet": Entry(
        "station",
        N_("A slot at {at} is in the quiet hours: the station broadcasts from {earliest} to {latest}"),
        N_("Choose a time in between, or change earliest and latest."),
    ),
    "calendar-weekend": Entry(
        "station",
        N_("The slot at {at} is on a Saturday or Sunday, when the station is silent"),
        N_("Choose a working day, or set weekend = true."),
    ),
    "calendar-overlap": Entry(
        "station",
        N_("The slots {one} and {other} overlap"),
        N_("Move one of them: a bulletin lasts up to maximum_seconds."),
    ),
    "calendar-moved-onto": Entry(
        "station",
        N_("The slot {slot} is moved to {to}, when {other} is on air"),
        N_("Write another time in “to”, at least {minutes} minutes away, or move {other} out of the way as well."),
    ),
    "calendar-sessions": Entry(
        "station",
        N_("{day} has {count} sessions, more than {most} a day"),
        N_("Remove a slot, or raise sessions_per_day if the rules of the place allow it."),
    ),
    "calendar-moved-unknown": Entry(
        "station",
        N_("There is no slot {slot} to move"),
        N_("Write the day and time of a weekly slot in “from”."),
    ),
    "calendar-moved-twice": Entry(
        "station",
        N_("The slot {slot} is moved twice"),
        N_("Keep one of the two lines."),
    ),
    "calendar-moved-closed": Entry(
        "station",
        N_("The slot {slot} is moved to {to}, when the station is closed: {why}"),
        N_("Move it to an open day."),
    ),
    "slot-unknown": Entry(
        "usage",
        N_("There is no slot “{slot}”"),
        N_("`loa plan` lists the slots; a name looks like 2026-11-24-1630."),
    ),
    "slot-shortfall": Entry(
        "content",
        N_("The bulletin of {slot} cannot be filled: it lacks {lacks}; {why}"),
        N_("Write or approve articles of these kinds, or let heard ones air again sooner (rest_days)."),
    ),
    "material-short": Entry(
        "warning",
        N_("After {slots} slots nothing is new, sooner than in {weeks} weeks; the next {ahead} weeks lack {lacks}"),
        N_("Write or approve articles of these kinds; until then bulletins repeat what was heard."),
    ),
    "expires-unheard": Entry(
        "warning",
        N_("“{title}” holds until {day}, and no bulletin before that carries it: {why}"),
        N_("Put it into a slot by hand (loa insert), shorten it, or let it hold for longer."),
    ),
    "month-short": Entry(
        "warning",
        N_("{month} has {count} bulletins, fewer than the {minimum} a month that were promised"),
        N_("Add a slot, move one from a closed day, or lower monthly_minimum."),
    ),
    "paragraph-too-long": Entry(
        "warning",
        N_("This paragraph alone takes {minutes}, longer than a part of a serial may ({most})"),
        N_("Split the paragraph, so that the article can be broadcast in parts."),
    ),
}
