"""A folder to build in: settings and theme are the product's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.web import pages, site
from tests.web.pages.ward import picture

if TYPE_CHECKING:
    from pathlib import Path

    from loaphuong.web.edition import Edition


def settle(root: Path) -> Path:
    """Lay the picture down that articles show; gives the docs folder."""
    picture(root)
    return root / "build/docs"


def build(edition: Edition, root: Path, **more: object) -> Path:
    """The whole site of an edition."""
    docs = settle(root)
    pages.write(edition, root, docs)
    audio, extra = more.pop("audio", {}), more.pop("extra", {})
    site.build(root, docs, root / "site", edition.now, audio, extra, **more)
    return root / "site"
