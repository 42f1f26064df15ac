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
    "order-refs": Entry(
        "content",
        N_("“{title}” does not name the one text that it reads"),
        N_("Write the text's name after “mã:”: one for an article, one or more for rules, none for fixed words."),
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
    "order-unread": Entry(
        "warning",
        N_("The running order of {slot} cannot be read: it is set aside as {file}, and the slot is planned anew"),
        N_("To have it as it was, mend the file there and put it back under its old name; else delete it."),
    ),
    "order-aside": Entry(
        "warning",
        N_("The running order of {slot} is set aside: {why}"),
        N_("If the slot is to be broadcast, put it back into the calendar of station.toml: its order comes back."),
    ),
    "slot-given-up": Entry(
        "warning",
        N_("The slot {slot}, which was opened for a notice, falls away: {why}"),
        N_("Nothing has to be done; the schedule, the calendar and the playlists say so."),
    ),
    "slot-near": Entry(
        "usage",
        N_("At {at} the slot {slot} is on air or about to be: no slot of its own is opened"),
        N_("Put the notice into that slot: `loa insert {name} {slot} --twice`, or wait until it is over."),
    ),
    "slot-quiet": Entry(
        "warning",
        N_("At {at} nothing is broadcast as a rule, from {latest} to {earliest}"),
        N_("If it can wait, take it back: `loa insert {name} {slot} --back`; who decided stands in audio/holds.csv."),
    ),
    "order-left": Entry(
        "warning",
        N_("“{title}” is no longer in the bulletin of {slot}: {why}"),
        N_("Look at the new running order: loa plan --why."),
    ),
    "order-came": Entry(
        "warning",
        N_("“{title}” came into the bulletin of {slot}: {why}"),
        N_("Look at the new running order: loa plan --why."),
    ),
    "order-refused": Entry(
        "content",
        N_("“{title}” would have to leave the bulletin of {slot}: {why}; the order and the last recording stay"),
        N_("Approve the text again, or take it back: loa insert … --back for a notice, loa withdraw for an article."),
    ),
    "order-length": Entry(
        "warning",
        N_("The running order of {slot} takes {length}, but an edition lasts from {least} to {most}"),
        N_("Delete the running order to have the slot planned again, or add and take away items by hand."),
    ),
    "order-moved": Entry(
        "warning",
        N_("The slot {slot} was moved to {at}: its bulletin says the new day"),
        N_("Nothing has to be done; the schedule, the calendar and the playlists have the new time."),
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
        "warning",
        N_("The clock says {now}, but the last line of the log was written at {last}"),
        N_("Look at the clock of this machine; if the line is wrong, a further line of its slot puts it right."),
    ),
    "aired-unlogged": Entry(
        "warning",
        N_("Not in the log are {count} bulletins, taken as heard for now: {slots}"),
        N_("Log them all as aired: loa aired --all; one that was not: loa aired SLOT --result “không phát”."),
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
    "insert-none": Entry(
        "usage",
        N_("“{name}” was not inserted into {slot}"),
        N_("`loa plan --why` shows what each slot carries, and why."),
    ),
    "insert-no-room": Entry(
        "content",
        N_("“{title}” does not fit into the bulletin of {slot}: nothing was changed"),
        N_("Shorten it, choose another slot, or take another notice back: loa insert … --back."),
    ),
    "slot-past": Entry(
        "usage",
        N_("The slot {slot} is over"),
        N_("Choose a slot that is still to come: `loa plan` lists them."),
    ),
}
