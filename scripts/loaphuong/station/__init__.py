"""audio/station.toml → Station, with every problem of it at once.

`load` reads and `require` stops where there is none; `located` knows the line of each key, `schema` types the tables,
`checks` compares what stands in several.
"""

from loaphuong.station.load import FILE, load, require, written_words

__all__ = ["FILE", "load", "require", "written_words"]
