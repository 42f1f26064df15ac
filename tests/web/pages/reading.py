"""The publication as files, and their front matter read back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import yaml

from loaphuong.web import pages
from loaphuong.web.pages.index import SiteIndex
from loaphuong.web.pages.pictures import Pictures
from tests.web.pages.ward import bound

if TYPE_CHECKING:
    from pathlib import Path

    from loaphuong.web.edition import Edition


def published(edition: Edition, root: Path) -> dict[str, str]:
    """Every file of the publication, by its path."""
    docs = root / "build/docs"
    assert pages.write(replace(edition, pictures=bound(root)), root, docs) == ()
    return {path.relative_to(docs).as_posix(): path.read_text() for path in docs.rglob("*.md")}


def indexed(edition: Edition, root: Path) -> SiteIndex:
    """The edition, indexed."""
    return SiteIndex(edition, Pictures(root, root / "build/pictures", bound(root)))


def meta(text: str) -> dict[str, object]:
    """The front matter of a file, as the generator reads it."""
    found = yaml.load(text.split("\n---\n")[0].removeprefix("---\n"), yaml.CSafeLoader)
    assert isinstance(found, dict)
    return found
