"""A form or a decision is handed out where it is what it says, and not too large for a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaphuong.content import attachments
from loaphuong.core.where import Where

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("path", "is_one"), [("mau.pdf", True), ("../mau/MAU.PDF", True), ("mau.doc", False), ("pdf", False)]
)
def test_which_files_are_handed_out(path: str, is_one: bool) -> None:
    """By their ending, small or large."""
    assert attachments.is_attachment(path) is is_one


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        (b"%PDF-1.7\n", None),
        (b"x" * (attachments.LOOKED_AT - 5) + b"%PDF-1.7", None),
        (b"x" * (attachments.LOOKED_AT - 4) + b"%PDF-1.7", "attachment-broken"),
        (b"", "attachment-broken"),
        (b"PK\x03\x04", "attachment-broken"),
        (b"%PDF-".ljust(10_485_760), None),
        (b"%PDF-".ljust(10_485_761), "attachment-too-large"),
    ],
    ids=["opened at once", "within sight", "out of sight", "empty", "of another kind", "ten megabytes", "a byte more"],
)
def test_what_is_wrong_with_one(tmp_path: Path, data: bytes, wrong: str | None) -> None:
    """The sign of a PDF stands in its first kilobyte; ten megabytes are the most."""
    file = tmp_path / "mau.pdf"
    file.write_bytes(data)
    found = attachments.wrong(file, Where("content/a.md", 7), "mau.pdf")
    assert (found and (found.id, found.where.line)) == (wrong and (wrong, 7))


def test_one_that_cannot_be_read(tmp_path: Path) -> None:
    """Is named."""
    found = attachments.wrong(tmp_path / "mau.pdf", Where("content/a.md", 7), "mau.pdf")
    assert found is not None
    assert found.id == "file-unreadable"
