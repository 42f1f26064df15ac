"""A place that an editor can open."""

from __future__ import annotations

import pytest

from loaphuong.core.where import Where, no_lines


@pytest.mark.parametrize(
    ("where", "shown"),
    [
        (Where("content/a.md", 7), "content/a.md:7"),
        (Where("content/a.md"), "content/a.md"),
        (Where("content/\x1b[2Ja.md", 1), "content/�[2Ja.md:1"),
    ],
)
def test_it_is_shown_as_editors_jump_to_it(where: Where, shown: str) -> None:
    """File and line; the file alone where it is meant as a whole; nothing in a name steers a terminal."""
    assert str(where) == shown


def test_what_was_not_read_from_a_file_has_no_lines() -> None:
    """And nobody can give it any."""
    assert dict(no_lines()) == {}
    with pytest.raises(TypeError):
        no_lines()["title"] = 1  # type: ignore[index]
