"""What is written for those who carry on the work is true of the code, and every page of it is found."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.package import PACKAGE, ROOT
from tests.test_borders import KEEPERS, LEANS

if TYPE_CHECKING:
    from pathlib import Path

DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
RECIPES = sorted((DOCS / "recipes").glob("*.md"))
CODE = re.compile(r"^( *)```.*?^\1```|`[^`\n]*`", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"(?<!\\)\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")
# `a/path` in backticks, of the code: of the project or of the package. A ward's own files may be there or not.
PATH = re.compile(r"`((?:scripts|tests|overrides|docs|[a-z]+)/[\w./*-]+)`")
ROOMS = {"scripts", "tests", "overrides", "docs", *LEANS} - {"content"}


def drawn() -> str:
    """The rooms and their arrows: a line a room, a mark below each room that it leans on."""
    width = max(map(len, LEANS))
    rows = [f"{'':<{width}}  {' '.join(LEANS)}"]
    for room, others in LEANS.items():
        marks = " ".join(("●" if other in others else "·").center(len(other)) for other in LEANS)
        rows.append(f"{room:<{width}}  {marks}".rstrip())
    return "\n".join(rows)


def test_the_drawing_is_the_code() -> None:
    """Rooms and arrows of docs/architecture.md are those that the borders hold the code to."""
    found = re.search(r"```rooms\n(.*?)\n?```", (DOCS / "architecture.md").read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    assert found[1] == drawn(), f"draw it so:\n{drawn()}"


def test_every_keeper_is_there() -> None:
    """A library is kept by a room or a module that exists."""
    places = [PACKAGE.joinpath(*keeper.split(".")) for keepers in KEEPERS.values() for keeper in keepers]
    assert [place for place in places if not place.is_dir() and not place.with_suffix(".py").is_file()] == []


def links(page: Path) -> list[str]:
    """A page's links to files of the project."""
    return [link for link in LINK.findall(CODE.sub("", page.read_text(encoding="utf-8"))) if "://" not in link]


def test_links_lead_somewhere() -> None:
    """Every link of a page to a file of the project."""
    lost = [(page.name, link) for page in PAGES for link in links(page) if not (page.parent / link).exists()]
    assert lost == []


def shelf(page: Path) -> Path:
    """The page that lists it."""
    listed_above = page.name == "README.md" or page.parent in {DOCS, DOCS / "recipes"}
    return (DOCS if listed_above else page.parent) / "README.md"


def test_every_page_is_listed() -> None:
    """A page that no other page of its shelf links to is found by nobody."""
    listed = {
        each: {(each.parent / link).resolve() for link in links(each)} | {each} for each in set(map(shelf, PAGES))
    }
    assert [page for page in PAGES if page not in listed[shelf(page)]] == []


@pytest.mark.parametrize("page", [*RECIPES, DOCS / "architecture.md"], ids=lambda page: page.name)
def test_paths_of_a_recipe_are_there(page: Path) -> None:
    """A path of the code that is named exists, in the project or in the package."""
    named = {path for path in PATH.findall(page.read_text(encoding="utf-8")) if path.split("/")[0] in ROOMS}
    missing = [path for path in sorted(named) if not any((*ROOT.glob(path), *PACKAGE.glob(path)))]
    assert missing == []


def test_docs_are_not_published() -> None:
    """The publication is written elsewhere, and the wheel carries the package alone."""
    assert "docs_dir: build/docs\n" in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert not [path for path in PACKAGE.rglob("*.md") if path.is_relative_to(DOCS)]
