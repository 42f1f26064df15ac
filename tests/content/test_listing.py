"""Which files of content/ are read: those of the project, wherever links lead."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from loaphuong.content.listing import DEPTH, below, find_misnamed
from loaphuong.content.load import load as load_content
from loaphuong.core.where import Where
from tests.content.loading import ids
from tests.content.ward import ARTICLE, write

if TYPE_CHECKING:
    from pathlib import Path

    from loaphuong.core.problems import Problem


def test_links_that_leave_the_project_are_not_followed(ward: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A file, a folder or a picture that is a link to elsewhere is named, not read."""
    outside = tmp_path_factory.mktemp("outside")
    (outside / "secret.md").write_text(ARTICLE)
    (ward / "content/guong-tot/la.md").symlink_to(outside / "secret.md")
    (ward / "content/ngoai").symlink_to(outside)
    (ward / "content/guong-tot/anh.png").symlink_to(outside / "secret.md")
    assert ids(ward) == [
        "path-outside content/guong-tot/anh.png",
        "path-outside content/guong-tot/la.md",
        "path-outside content/ngoai",
    ]
    assert "la" not in [article.slug for article in load_content(ward)[0].articles]


def test_links_in_circles_end(ward: Path) -> None:
    """A folder that links to its parent and a file that links to itself are named, and reading ends."""
    (ward / "content/guong-tot/vong").symlink_to(ward / "content")
    (ward / "content/guong-tot/tu-minh.md").symlink_to(ward / "content/guong-tot/tu-minh.md")
    found = ids(ward)
    assert "path-outside content/guong-tot/vong" in found
    assert any(each.endswith("content/guong-tot/tu-minh.md") for each in found)
    assert len(found) == 2


def test_a_link_inside_the_project_is_read(ward: Path) -> None:
    """An article may be a link to another place of the project."""
    (ward / "kho.md").write_text(ARTICLE)
    (ward / "content/guong-tot/bai-ba.md").symlink_to(ward / "kho.md")
    assert ids(ward) == []


def test_a_pipe_is_not_waited_for(ward: Path) -> None:
    """What is no ordinary file is named instead of read for ever."""
    os.mkfifo(ward / "content/guong-tot/ong.md")
    assert ids(ward) == ["file-odd content/guong-tot/ong.md"]


def test_a_folder_named_like_an_article_is_a_folder(ward: Path) -> None:
    """Only files are articles."""
    (ward / "content/guong-tot/bai-ba.md").mkdir()
    assert ids(ward) == []


def test_folders_have_a_bound(tmp_path: Path) -> None:
    """What lies deeper than anyone puts it is named, not walked."""
    problems: list[Problem] = []
    deepest = tmp_path.joinpath("content", *(f"s{n}" for n in range(DEPTH)), "bai.md")
    write(tmp_path, {deepest.relative_to(tmp_path / "content").as_posix(): ARTICLE}, {})
    assert list(below(tmp_path, tmp_path / "content", problems)) == [deepest]
    assert problems == []
    (deepest.parent / "sau").mkdir()
    list(below(tmp_path, tmp_path / "content", problems))
    assert [(found.id, found.where.path) for found in problems] == [
        ("file-astray", (deepest.parent / "sau").relative_to(tmp_path).as_posix())
    ]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("con.jpg", "file-windows"),
        ("ngo?.jpg", "file-windows"),
        ("ngo.jpg.txt", None),
        ("ngo - Copy.jpg", None),
        ("ngo - Copy.md", "file-copy"),
        ("ngo\n.jpg", "file-name"),
        ("ngo.jpg", None),
    ],
)
def test_of_a_picture_only_what_no_disk_can_keep_is_told(tmp_path: Path, name: str, told: str | None) -> None:
    """A copy of a text is told; a picture may be called what it likes where every system can keep it."""
    found = find_misnamed(tmp_path / name, frozenset({"ngo.md", "ngo.jpg"}), Where(f"content/{name}"))
    assert (found and found.id) == told
