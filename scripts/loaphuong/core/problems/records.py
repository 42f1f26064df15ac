"""Messages about records: running orders, the broadcast log, holds."""

from loaphuong.core.messages import N_
from loaphuong.core.problems.entry import Entry

PAGE: dict[str, Entry] = {
    "order-encoding": Entry(
        "content",
        N_("This running order is not UTF-8 text"),
        N_("Save the file as UTF-8, or delete it to have the slot planned again."),
    ),
    "order-line": Entry(
        "content",
        N_("“{text}” is not a line of a running order"),
        N_("Write “name: value”, or “1. bai: title” for an item; delete the file to have the slot planned again."),
    ),
    "order-empty": Entry(
        "content",
        N_("This running order carries nothing"),
        N_("Delete the file to have the slot planned again."),
    ),
    "order-kind": Entry(
        "content",
        N_("“{word}” is not a kind of item"),
        N_("Use one of: {words}."),
    ),
    "order-number": Entry(
        "content",
        N_("The item is numbered {number}, but {expected} comes here"),
        N_("Number the items from 1 without gaps."),
    ),
    "order-field": Entry(
        "content",
        N_("“{field}: {value}” cannot be read"),
        N_("Use mã, phần (such as 1/3), giây (such as 92,1), vì, dấu."),
    ),
    "order-name": Entry(
        "content",
        N_("The file is named {expected}, but the running order says “{name}”"),
        N_("Write the slot's name in the line “Khung giờ”, or rename the file."),
    ),
    "order-time": Entry(
        "content",
        N_("“{value}” is not a time of broadcast"),
        N_("Write the line as “Phát lúc: Thứ Ba, 24/11/2026 16:30”."),
    ),
    "order-none": Entry(
        "usage",
        N_("There is no running order of {slot}"),
        N_("`loa record` fixes the next ones; `loa plan` lists the slots."),
    ),
    "order-twice": Entry(
        "content",
        N_("“{title}” is in the running order of {slot} and in that of {other}, as the same part"),
        N_("Delete one of the two running orders to have its slot planned again."),
    ),
    "order-closed": Entry(
        "content",
        N_("The slot {slot} has a running order, but nothing is broadcast then"),
        N_("Delete the running order, or put the slot back into the calendar of station.toml."),
    ),
    "order-show": Entry(
        "content",
        N_("The running order of {slot} is one of “{show}”, but the slot is one of “{expected}”"),
        N_("Correct the line “Chương trình”, or delete the running order to have the slot planned again."),
    ),
    "order-length": Entry(
        "warning",
        N_("The running order of {slot} takes {length}, but an edition lasts from {least} to {most}"),
        N_("Delete the running order to have the slot planned again, or add and take away items by hand."),
    ),
    "order-moved": Entry(
        "content",
        N_("The slot {slot} was moved to {at} after its running order was fixed"),
        N_("Delete the running order to have the slot planned and recorded again with the new day."),
    ),
    "ledger-encoding": Entry(
        "content",
        N_("The encoding of this file is not known"),
        N_("Save it from the spreadsheet as “CSV UTF-8”, or bring back the last committed version."),
    ),
    "ledger-columns": Entry(
        "content",
        N_("The file lacks the columns: {columns}"),
        N_("Bring back the last committed version of the file."),
    ),
    "ledger-cell": Entry(
        "content",
        N_("“{value}” does not fit the column “{column}”"),
        N_("Bring back the last committed version of the file; what is wrong is put right by a new line."),
    ),
    "ledger-tampered": Entry(
        "content",
        N_("This line was changed after it was written"),
        N_("Bring back the last committed version of the file; what is wrong is put right by a new line."),
    ),
    "ledger-lost": Entry(
        "content",
        N_("A line that was written before this one is missing"),
        N_("Bring back the lost line from git: nothing is ever removed from this file, not even in a merge."),
    ),
    "ledger-end-lost": Entry(
        "content",
        N_("The last lines that were written are missing"),
        N_("Bring back the lost lines from git: nothing is ever removed from this file, not even in a merge."),
    ),
    "ledger-rolled-back": Entry(
        "warning",
        N_("Lines that this machine has seen are missing: the file was put back to an older state"),
        N_("Take the newer state from git (`git pull`); if the older one is meant, delete .loa/seen."),
    ),
    "ledger-unsealed": Entry(
        "content",
        N_("The seal of this file, {seal}, is missing, so nobody can tell whether lines are missing"),
        N_("Bring back the last committed version of the file and of its seal."),
    ),
    "aired-future": Entry(
        "usage",
        N_("{at} has not come yet"),
        N_("Log a broadcast after it was aired; check the clock of this machine."),
    ),
    "aired-early": Entry(
        "usage",
        N_("{at} is before the slot {slot}, by more than an hour"),
        N_("Give the time it was really aired with --at, or another slot."),
    ),
    "clock-back": Entry(
        "environment",
        N_("The clock says {now}, but the last line was written at {last}"),
        N_("Set the clock of this machine right, then run the command again."),
    ),
    "aired-unlogged": Entry(
        "warning",
        N_("The bulletin of {slot} is not in the log: its articles will be broadcast again"),
        N_("Log it: loa aired {slot}, with --result “không phát” if it was not aired."),
    ),
    "hold-standing": Entry(
        "usage",
        N_("The slot {slot} is on hold already: {why}"),
        N_("`loa release {slot}` lets it air."),
    ),
    "hold-none": Entry(
        "usage",
        N_("The slot {slot} is not on hold"),
        N_("`loa plan` shows what is on hold."),
    ),
    "slot-past": Entry(
        "usage",
        N_("The slot {slot} is over"),
        N_("Choose a slot that is still to come: `loa plan` lists them."),
    ),
}
