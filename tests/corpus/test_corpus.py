"""Every broken, hostile and odd input has its expected end: the right problem at the right line, or none."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from loaphuong.content.load import load as load_content
from loaphuong.core import markup
from tests.content.ward import write
from tests.corpus.reading import cases

if TYPE_CHECKING:
    from pathlib import Path

TABLES = ("front_matter.txt", "bodies.txt", "files.txt")
CASES = [case for table in TABLES for case in cases(table)]


@pytest.mark.parametrize("table", TABLES)
def test_each_input_has_its_problems(table: str, tmp_path: Path) -> None:
    """All problems of an input and no others, each at its own line."""
    wrong = {}
    for number, case in enumerate(cases(table)):
        folder = tmp_path / str(number)
        folder.mkdir()
        write(folder, case.written())
        _, problems = load_content(folder)
        assert all(found.what and found.hint and "{" not in found.id for found in problems), case.name
        if (told := sorted(f"{found.id} {found.where}" for found in problems)) != sorted(case.expected):
            wrong[case.name] = told, sorted(case.expected)
    assert wrong == {}


def test_the_corpus_is_large_and_its_cases_have_names_of_their_own() -> None:
    """The corpus grows; two cases of one name would hide one another."""
    names = [case.name for case in CASES]
    assert len(names) == len(set(names)) >= 150


class Elements(HTMLParser):
    """The elements and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[tuple[str, str]] = set()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Gather them."""
        self.found |= {(tag, "")} | {(tag, name) for name, _ in attrs}
        self.addresses += [value or "" for name, value in attrs if name in {"href", "src"}]


def test_nothing_harmful_reaches_a_page() -> None:
    """Whatever a body holds, its HTML has only allowed elements and addresses."""
    allowed = {(tag, "") for tag in markup.TAGS} | {("a", "rel")}
    allowed |= {(tag, name) for tag, names in markup.ATTRIBUTES.items() for name in names}
    for case in CASES:
        body = case.article().partition("\n---\n")[2]
        if markup.intricate(body):
            continue
        page = Elements()
        page.feed(markup.html(body))
        assert page.found <= allowed, case.name
        for address in page.addresses:
            assert markup.Reference(address, "", 1).scheme in {"", *markup.SCHEMES}, case.name
