"""Templates of the radio, and how words are made safe in each."""

from __future__ import annotations

from loaphuong.radio import rendering


def test_liquidsoap_strings_are_safe() -> None:
    """Quotes, backslashes, new lines and `#{…}` of a title are words, not code."""
    assert rendering.quote_for_liquidsoap('a"b\\c#{x}\n') == '"a\\"b\\\\c# {x} "'
