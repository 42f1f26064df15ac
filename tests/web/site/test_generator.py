"""MkDocs, kept quiet and made strict."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaphuong.core.problems import Stopped
from loaphuong.web import site
from tests.making import NOW, an_edition
from tests.web.site.place import build, settle

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.mark.parametrize(
    ("break_it", "expected"),
    [
        (lambda root: (root / "build/docs/gop-y/index.md").unlink(), "site-warning"),
        (lambda root: (root / "mkdocs.yml").write_text("theme: {name: khong-co}"), "site-config"),
        (lambda root: (root / "build/station.yml").unlink(), "site-config"),
        (lambda root: (root / "build/theme/page.html").write_text("{% extends 'khong-co.html' %}"), "site-config"),
    ],
)
def test_the_last_good_site_stands(tmp_path: Path, break_it: Callable[[Path], object], expected: str):
    """When the generator is not content, or a sound is missing, nothing is put in place."""
    folder = build(an_edition(), tmp_path)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    break_it(tmp_path)
    with pytest.raises(Stopped) as stopped:
        site.build(tmp_path, tmp_path / "build/docs", folder, NOW, {}, {})
    assert {found.id for found in stopped.value.problems} == {expected}
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_settings_come_from_beside_the_docs(tmp_path: Path):
    """A preview elsewhere has settings of its own."""
    docs = settle(tmp_path)
    elsewhere = tmp_path / "build/preview/docs"
    from loaphuong.web import pages

    pages.write(an_edition(), tmp_path, elsewhere)
    site.build(tmp_path, elsewhere, tmp_path / "shown", NOW, {}, {})
    assert "Phường Bạch Đằng" in (tmp_path / "shown/index.html").read_text()
    assert not docs.exists()
