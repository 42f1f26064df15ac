"""How results look on a terminal: aligned, short, in the reader's language; JSON for machines."""

from loaphuong.app.show.planning import plan, sheet
from loaphuong.app.show.results import built, checks, history, recorded, reported, status, steps
from loaphuong.app.show.words import done, exit_code, notice, problems, progress, unexpected

__all__ = [
    "built",
    "checks",
    "done",
    "exit_code",
    "history",
    "notice",
    "plan",
    "problems",
    "progress",
    "recorded",
    "reported",
    "sheet",
    "status",
    "steps",
    "unexpected",
]
