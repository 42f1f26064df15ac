"""Messages about station."""

from loaphuong.problems.entry import Entry

PAGE: dict[str, Entry] = {}
