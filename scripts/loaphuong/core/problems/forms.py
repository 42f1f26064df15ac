"""Messages about the fields a person fills in, in front matter and in station.toml."""

from loaphuong.core.messages import N_
from loaphuong.core.problems.entry import Entry

PAGE = {
    "key-unknown": Entry(
        "content",
        N_("“{key}” is not a key this file may have"),
        N_("Remove the line, or use one of: {known}."),
    ),
    "key-misspelt": Entry(
        "content",
        N_("“{key}” is not a key this file may have"),
        N_("Write “{suggestion}” instead of “{key}”."),
    ),
    "field-missing": Entry(
        "content",
        N_("{field} is missing"),
        N_("Add a line such as `{example}`."),
    ),
    "field-empty": Entry(
        "content",
        N_("{field} is empty"),
        N_("Write it after “{key}”, or remove the line if the text needs none."),
    ),
    "field-blank": Entry(
        "content",
        N_("{field} is empty, and no text can do without it"),
        N_("Write it after “{key}”."),
    ),
    "field-too-long": Entry(
        "content",
        N_("{field} is too long: {length} characters, the most is {limit}"),
        N_("Shorten it; what it says in full belongs in the body."),
    ),
    "field-too-many": Entry(
        "content",
        N_("{field} has too many entries: {length}, the most is {limit}"),
        N_("Keep the ones that matter."),
    ),
    "field-type": Entry(
        "content",
        N_("{field} should be {expected}, but “{value}” is written"),
        N_("Write it like this: `{example}`."),
    ),
    "field-format": Entry(
        "content",
        N_("{field}: “{value}” is not written as it should be"),
        N_("Write it like {example}."),
    ),
    "field-choice": Entry(
        "content",
        N_("{field} cannot be “{value}”"),
        N_("Choose one of: {choices}."),
    ),
    "field-range": Entry(
        "content",
        N_("{field} is {value}, which is out of range"),
        N_("Write a number that is {bound}."),
    ),
    "date-unreadable": Entry(
        "content",
        N_("{field}: “{value}” is not written as a date or time"),
        N_("Write it like {example}."),
    ),
    "date-impossible": Entry(
        "content",
        N_("{field}: there is no such day or time as “{value}”"),
        N_("Look at the calendar and correct it; the form is {example}."),
    ),
}
