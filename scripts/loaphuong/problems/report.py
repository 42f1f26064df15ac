"""Messages about reports and exports."""

from loaphuong.problems.entry import Entry

PAGE: dict[str, Entry] = {}
