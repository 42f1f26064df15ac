"""Messages about reports and exports."""

from loaphuong.core.messages import N_
from loaphuong.core.problems.entry import Entry

PAGE: dict[str, Entry] = {
    "period-unknown": Entry(
        "usage",
        N_("“{name}” is not a reporting period"),
        N_("Write 2026-6-thang for the first half of a year, 2026-nam for a year, or use --from and --to."),
    ),
    "period-reversed": Entry(
        "usage",
        N_("The period from {first} to {last} ends before it begins"),
        N_("Give the earlier day with --from and the later one with --to."),
    ),
}
