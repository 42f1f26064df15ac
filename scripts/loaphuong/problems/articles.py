"""Messages about articles."""

from loaphuong.problems.entry import Entry

PAGE: dict[str, Entry] = {}
