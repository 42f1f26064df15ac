"""A file as text, whatever its bytes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from loaphuong.content import source
from loaphuong.content.load import load as load_content
from loaphuong.core.files import TEXT_BYTES
from loaphuong.core.problems import Stopped
from tests.content.loading import FULL, ids
from tests.content.ward import ARTICLE, write

if TYPE_CHECKING:
    from pathlib import Path


def test_the_same_text_in_any_encoding_of_lines_and_letters_is_the_same_article(tmp_path: Path) -> None:
    """Windows line ends, a BOM and decomposed letters make no difference to the digest of an article."""
    import unicodedata

    plain = load_content(write(tmp_path / "a", {"guong-tot/b.md": FULL.replace("topic: ngo-sach\n", "")}))[0]
    odd = "\ufeff" + unicodedata.normalize("NFD", FULL.replace("topic: ngo-sach\n", "")).replace("\n", "\r\n")
    assert load_content(write(tmp_path / "b", {"guong-tot/b.md": odd}))[0].articles == plain.articles


@pytest.mark.skipif(getattr(os, "geteuid", int)() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_named(ward: Path) -> None:
    """Missing rights are a problem with a cure."""
    (ward / "content/guong-tot/bai-mot.md").chmod(0)
    assert ids(ward) == ["file-unreadable content/guong-tot/bai-mot.md"]


PROSE = ("a" * 99 + "\n") * 700


@pytest.mark.parametrize(
    ("more", "wrong"),
    [
        ("a\n" * (source.FILE_LINES - ARTICLE.count("\n") - 1), []),
        ("a\n" * (source.FILE_LINES - ARTICLE.count("\n")), ["file-too-long"]),
        (PROSE[: TEXT_BYTES - len(ARTICLE.encode())], []),
        (PROSE[: TEXT_BYTES - len(ARTICLE.encode()) + 1], ["file-too-large"]),
    ],
    ids=["most lines", "one line more", "most bytes", "one byte more"],
)
def test_a_file_has_its_bounds(tmp_path: Path, more: str, wrong: list[str]) -> None:
    """Each line costs the parser time, however short it is, and so does each byte."""
    path = tmp_path / "content/guong-tot/bai.md"
    path.parent.mkdir(parents=True)
    path.write_bytes(ARTICLE.encode() + more.encode())
    try:
        source.read(tmp_path, path)
        found: list[str] = []
    except Stopped as stopped:
        found = [each.id for each in stopped.problems]
    assert found == wrong
