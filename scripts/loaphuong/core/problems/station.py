"""Messages about audio/station.toml."""

from loaphuong.core.messages import N_
from loaphuong.core.problems.entry import Entry

PAGE = {
    "station-missing": Entry(
        "station",
        N_("The station's settings are missing"),
        N_("Copy audio/station.toml from the project's first version and fill in your ward."),
    ),
    "format-newer": Entry(
        "station",
        N_("The project is of format {number}; this program knows formats 1 to {known}"),
        N_("Install the newer version of the program that wrote it; nothing was changed."),
    ),
    "station-unreadable": Entry(
        "station",
        N_("The station's settings cannot be read: {reason}"),
        N_("Check the rights of the file."),
    ),
    "station-not-text": Entry(
        "station",
        N_("The station's settings are not a UTF-8 text of at most 64 KB"),
        N_("Save the file with the encoding UTF-8 (Unicode)."),
    ),
    "toml-broken": Entry(
        "station",
        N_("The settings cannot be understood near “{line}”"),
        N_('Write key = "text", key = 5 or key = true: text in straight quotes, names without accents, each key once.'),
    ),
    "weekday-unknown": Entry(
        "station",
        N_("“{value}” is not a day of the week"),
        N_("Write one of: {days}."),
    ),
    "language-unknown": Entry(
        "station",
        N_("The page has no words in the language “{value}”"),
        N_("Write one of: {languages}."),
    ),
    "bounds-reversed": Entry(
        "station",
        N_("{key} ({low}) does not fit {other} ({high})"),
        N_("Swap or correct the two: {key} comes before {other}."),
    ),
    "zone-unknown": Entry(
        "station",
        N_("There is no time zone “{zone}”"),
        N_('Write time_zone = "Asia/Ho_Chi_Minh".'),
    ),
    "zone-differs": Entry(
        "station",
        N_("Two shows live in two time zones: {zone} and {other}"),
        N_("A station has one time zone: keep one line time_zone."),
    ),
    "show-none": Entry(
        "station",
        N_("No show is on the air"),
        N_("Take away enabled = false from one of them."),
    ),
    "show-key-twice": Entry(
        "station",
        N_("The shows “{other}” and “{show}” have the same key “{key}”"),
        N_('Write a key of its own, such as key = "thong-bao": it stands in addresses and names of files.'),
    ),
    "show-genre": Entry(
        "station",
        N_("“{genre}” is no genre of articles"),
        N_("Write a genre as in the front matter of an article: {known}."),
    ),
    "show-segments": Entry(
        "station",
        N_("The segments of “{show}” cannot be a show: articles are missing, or a segment stands twice"),
        N_('Name each segment once, “{article}” among them: phan = ["loi_xuong", "bai", "chao_ket"].'),
    ),
    "announcer-unknown": Entry(
        "station",
        N_("There is no voice “{voice}”"),
        N_("Write the name of a voice described under [giong.<name>]: {choices}."),
    ),
    "fallback-circle": Entry(
        "station",
        N_("The fallbacks go in a circle: {voices}"),
        N_("Remove one “fallback”, so that the last voice has none."),
    ),
    "placeholder-unknown": Entry(
        "station",
        N_("The phrase “{phrase}” has {name}, which nothing fills"),
        N_("In this phrase one may use: {known}."),
    ),
    "placeholder-broken": Entry(
        "station",
        N_("The phrase “{phrase}” has a brace without its partner"),
        N_("Braces stand only around a name to be filled in: {known}."),
    ),
    "profile-missing": Entry(
        "station",
        N_("The master [ban_phat.{use}] is missing"),
        N_("Describe it: at least highpass_hz, such as 250 for “loa” and 80 for “web”."),
    ),
    "system-twice": Entry(
        "station",
        N_("Two loudspeaker systems have the key “{key}”"),
        N_("Give each entry of systems a key of its own: it stands in the names of its files."),
    ),
    "band-narrow": Entry(
        "station",
        N_("The band from {low} Hz to {high} Hz leaves no voice"),
        N_("lowpass_hz is several times highpass_hz: 7000 and 250 suit a horn."),
    ),
    "organisation-ended": Entry(
        "warning",
        N_("“{name}” ended on {day}, and is still named under “{key}”"),
        N_("Write what it is called today; what it was called before stays in [[co_quan]]."),
    ),
    "recipient-ended": Entry(
        "warning",
        N_("“{name}” ended on {day}, so the report is not addressed to it"),
        N_("Name who receives reports today under “recipients” of [bao_cao]."),
    ),
}
