"""Messages about building the site."""

from loaphuong.core.messages import N_
from loaphuong.core.problems.entry import Entry

PAGE = {
    "site-warning": Entry(
        "content",
        N_("The site generator says: {said}"),
        N_("Mend what it names; the last good site still stands."),
    ),
    "site-config": Entry(
        "environment",
        N_("The site's settings cannot be used: {said}"),
        N_("Restore `mkdocs.yml` and `overrides/` from the project's history."),
    ),
    "site-audio-missing": Entry(
        "content",
        N_("A page needs “{path}”, and it is not there"),
        N_("Run `loa record`, then build again; the last good site still stands."),
    ),
    "feeds-not-public": Entry(
        "warning",
        N_("{count} feeds are new here and cannot be read at {site} yet, so their hub was not told"),
        N_("Bring the site out, then run `loa ping`."),
    ),
    "hub-untold": Entry(
        "warning",
        N_("The hub {hub} could not be told that feeds are new: {reason}"),
        N_("Readers find it when they look next. Once the network is right, run `loa ping`."),
    ),
    "port-busy": Entry(
        "environment",
        N_("The preview cannot use {host}:{port}: {reason}"),
        N_("Close the preview that is open, or choose another port: loa serve --port 8001"),
    ),
}
