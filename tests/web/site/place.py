"""A folder to build in: the project's settings and templates beside a ward of the tests."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from loaphuong.web import pages, site
from tests.package import ROOT as PROJECT
from tests.web.pages.ward import picture

if TYPE_CHECKING:
    from pathlib import Path

    from loaphuong.web.edition import Edition


def settle(root: Path) -> Path:
    """Lay the settings and templates down; gives the docs folder."""
    root.mkdir(parents=True, exist_ok=True)
    shutil.copy(PROJECT / "mkdocs.yml", root)
    shutil.copytree(PROJECT / "overrides", root / "overrides", dirs_exist_ok=True)
    picture(root)
    return root / "build/docs"


def build(edition: Edition, root: Path, **more: object) -> Path:
    """The whole site of an edition."""
    docs = settle(root)
    pages.write(edition, root, docs)
    audio, extra = more.pop("audio", {}), more.pop("extra", {})
    site.build(root, docs, root / "site", edition.now, audio, extra, **more)
    return root / "site"
