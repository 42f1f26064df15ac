"""Messages about files of content/ that are left out: their names, their kind, words that nobody has written yet."""

from loaphuong.core.messages import N_
from loaphuong.core.problems.entry import Entry

PAGE = {
    "file-astray": Entry(
        "content",
        N_("This file lies where no page is made from it"),
        N_("Move it to content/<section>/<name>.md: one folder is one section."),
    ),
    "file-name": Entry(
        "content",
        N_("The name of this file has signs that cannot be shown"),
        N_("Rename it with the letters a–z, digits and hyphens."),
    ),
    "file-windows": Entry(
        "content",
        N_("No computer with Windows can keep a file named “{name}”"),
        N_("Rename it to “{suggestion}”, and name it so where a text shows or links it."),
    ),
    "file-ending": Entry(
        "content",
        N_("“{name}” is not read: its name must end in .md"),
        N_("Rename it to “{suggestion}”; where Windows hides the ending, save it anew as “All files”."),
    ),
    "file-copy": Entry(
        "content",
        N_("“{name}” is a copy of “{original}”, so it is left out"),
        N_("Take over what is right of it into “{original}” and delete it; a text of its own needs a name of its own."),
    ),
    "file-copy-alone": Entry(
        "content",
        N_("“{name}” is called as a copy is, so it is left out"),
        N_("Rename it to “{original}”, or delete it."),
    ),
    "file-twin": Entry(
        "content",
        N_("“{name}” and “{other}” differ by capital letters alone: on Windows and macOS they are one file"),
        N_("Take over what is right of this one into “{other}” and delete it, or give it another name."),
    ),
    "merge-marker": Entry(
        "content",
        N_("Two versions of this file were put together and nobody has chosen: “{sign}”"),
        N_("Keep the right words and delete the lines that begin with <<<<<<<, ======= and >>>>>>>."),
    ),
    "not-written": Entry(
        "content",
        N_("“{text}” is what `loa new` wrote as an example"),
        N_("Put the article's own words in its place; until then leave “status: nhap”."),
    ),
    "placeholder": Entry(
        "content",
        N_("“{text}” looks like words that only keep a place"),
        N_("Put the article's own words in its place; until then leave “status: nhap”."),
    ),
    "file-odd": Entry(
        "content",
        N_("This is not an ordinary file"),
        N_("Replace it by a text file, or remove it."),
    ),
}
