"""content/synonyms.tsv."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.content.load import load as load_content
from loaphuong.content.synonyms import parse
from tests.content.loading import ids

if TYPE_CHECKING:
    from pathlib import Path


def test_groups():
    """A group a line; remarks, empty lines and cells, and what is said twice do not count."""
    groups, problems = parse("# ghi chú\nhẻm\tngõ\t\tngõ\n\nbãi giữa \t bãi nổi\n", "synonyms.tsv")
    assert groups == (("hẻm", "ngõ"), ("bãi giữa", "bãi nổi"))
    assert problems == ()


def test_a_line_that_is_no_group():
    """A single phrase, or one too long to be typed, is named with its line; the others count."""
    groups, problems = parse(f"hẻm ngõ\n{'x' * 61}\tngõ\nvứt\txả\n", "synonyms.tsv")
    assert groups == (("vứt", "xả"),)
    assert parse(f"{'x' * 60}\tngõ\n", "synonyms.tsv")[1] == ()
    assert [(found.id, found.where.line) for found in problems] == [("synonyms-line", 1), ("synonyms-line", 2)]


def test_they_are_read_with_the_rest(ward: Path):
    """A ward's file joins its content; without one nothing is wrong; what is wrong is told with everything else."""
    assert load_content(ward)[0].synonyms == ()
    path = ward / "content/synonyms.tsv"
    path.write_text("\ufeffhẻm\tngõ\r\n", encoding="utf-8")
    assert load_content(ward)[0].synonyms == (("hẻm", "ngõ"),)
    path.write_text("hẻm\n", encoding="utf-8")
    assert ids(ward) == ["synonyms-line content/synonyms.tsv:1"]
    path.write_bytes("hẻm\tngõ".encode("utf-16"))
    assert ids(ward)[0].startswith("not-utf8 content/synonyms.tsv")
