"""Messages about what is published."""

from loaphuong.core.messages import N_
from loaphuong.core.problems.entry import Entry

PAGE = {
    "picture-unreadable": Entry(
        "content",
        N_("This picture cannot be shown: {reason}"),
        N_("Save it again as JPEG, PNG or WebP, at most 40 million pixels, then put it back in its place."),
    ),
    "page-clash": Entry(
        "content",
        N_("Two pages want the same address “{address}”"),
        N_("Give one of them another `slug`."),
    ),
}
