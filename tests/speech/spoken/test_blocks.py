"""What an article's text shows, paragraph by paragraph, and what of it is never said."""

from __future__ import annotations

import pytest

from loaphuong.speech.spoken.blocks import document


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Một <!-- nhắc --> hai.", ["Một hai."]),
        ("Một <!-- nhắc hai.", ["Một <!-- nhắc hai."]),
        ("Một.\n\n```\nmã\n```\n\nHai.", ["Một.", "Hai."]),
        ("Một.\n\n```\nmã\n\nHai.", ["Một."]),
        ("Một.\n\n~~~\nmã\n~~~\n\nHai.", ["Một.", "Hai."]),
        ("Một <script>x()</script> hai.", ["Một hai."]),
        ("Một <b>hai</b> ba.", ["Một hai ba."]),
        ("Một `mã` hai.", ["Một hai."]),
        ("Xem [quy tắc](a.md) nhé.", ["Xem quy tắc nhé."]),
        ("Một ![ngõ](a.png) hai.", ["Một hai."]),
        ("Một[^1] hai[2] ba.", ["Một hai ba."]),
        ("Một &amp; hai.", ["Một & hai."]),
    ],
)
def test_what_is_said(text: str, said: list[str]) -> None:
    """Remarks, code, programs and pictures are not; what stands after them is."""
    assert [" ".join(block.text.split()) for block in document(text)] == said


def test_lines_stay_what_they_were() -> None:
    """What is left out leaves its lines, counted from 0."""
    text = "Một.\n\n<!--\nnhắc\n-->\n\nHai.\n\n```\nmã\n```\n\nBa."
    assert [(block.text, block.line) for block in document(text)] == [("Một.", 0), ("Hai.", 6), ("Ba.", 12)]
