"""Messages about records."""

from loaphuong.problems.entry import Entry

PAGE: dict[str, Entry] = {}
