"""A file as text, whatever its bytes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from loaphuong.content.load import load as load_content
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


def test_a_file_of_very_many_lines_is_named(tmp_path: Path) -> None:
    """Each line costs the parser time, however short it is."""
    write(tmp_path, {"guong-tot/bai.md": ARTICLE + "a\n" * 5000})
    _, problems = load_content(tmp_path)
    assert "file-too-long" in {found.id for found in problems}
