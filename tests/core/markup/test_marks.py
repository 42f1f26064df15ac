"""Links, pictures, code and raw HTML of a body, each with its line."""

from __future__ import annotations

import pytest

from loaphuong.core.markup.marks import Mark, Reference, marks, references

BODY = """Xem [quy tắc](../quy-tac/a.md#r1) và `mã`
ở <b>đây</b>.

![Con ngõ](ngo.png) [![Sân](san.png)](b.md)

<div>
khối
</div>

- Một [`lệnh`](c.md)
"""


def test_each_mark_has_its_line() -> None:
    """In the order they stand, also after a soft break; a picture or code in a link says what the link says."""
    assert list(marks(BODY, 10)) == [
        Reference("../quy-tac/a.md#r1", "quy tắc", 10),
        Reference("mã", "", 10, Mark.CODE),
        Reference("<b>", "", 11, Mark.HTML),
        Reference("</b>", "", 11, Mark.HTML),
        Reference("ngo.png", "Con ngõ", 13, Mark.IMAGE),
        Reference("b.md", "Sân", 13),
        Reference("san.png", "Sân", 13, Mark.IMAGE),
        Reference("<div>\nkhối\n</div>", "", 15, Mark.HTML),
        Reference("c.md", "lệnh", 19),
        Reference("lệnh", "", 19, Mark.CODE),
    ]


def test_references_are_links_and_pictures() -> None:
    """From line 1 unless told otherwise."""
    assert [(found.target, found.line, found.image) for found in references(BODY)] == [
        ("../quy-tac/a.md#r1", 1, False),
        ("ngo.png", 4, True),
        ("b.md", 4, False),
        ("san.png", 4, True),
        ("c.md", 10, False),
    ]


@pytest.mark.parametrize(
    ("target", "scheme"),
    [
        ("../a.md", ""),
        ("a.md#x:y", ""),
        ("https://x.vn", "https"),
        ("MAILTO:a@b.vn", "mailto"),
        ("//x.vn/a", "https"),
        ("java\tscript:alert(1)", "javascript"),
        (" \x01javascript:alert(1)", "javascript"),
        ("svn+ssh:x", "svn+ssh"),
        ("9a:b", ""),
    ],
)
def test_where_a_browser_would_go(target: str, scheme: str) -> None:
    """Blanks and controls are skipped, as browsers do; the scheme is small."""
    assert Reference(target, "", 1).scheme == scheme
