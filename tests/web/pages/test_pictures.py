"""Pictures: only those of the ward, small, without what a camera writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image as Pillow

from loaphuong.core.digest import of_file
from loaphuong.web.pages.links import LinkLeader
from loaphuong.web.pages.pictures import Pictures
from tests.web.pages.ward import bound, picture

if TYPE_CHECKING:
    from pathlib import Path


def test_a_missing_picture_is_a_problem(prose: LinkLeader):
    """It is left out, and named."""
    prose.html("![mất](../anh/mat.jpg)")
    assert [(found.id, found.where.path) for found in prose.pictures.problems] == [
        ("picture-not-approved", "content/anh/mat.jpg")
    ]


@pytest.mark.parametrize("path", ["content/anh/../../../ngoai.jpg", "content/anh/lien-ket.jpg", "content/anh/gia.jpg"])
def test_no_picture_from_elsewhere(tmp_path: Path, path: str):
    """A path or a link out of the project, or a file that is no picture, is not shown."""
    root = tmp_path / "project"
    picture(root)
    picture(tmp_path)
    (root / "content/anh/lien-ket.jpg").symlink_to(tmp_path / "content/anh/ngo.jpg")
    (root / "content/anh/gia.jpg").write_text("<svg onload='x'/>")
    (tmp_path / "ngoai.jpg").write_bytes((root / "content/anh/ngo.jpg").read_bytes())
    pictures = Pictures(root, root / "build/pictures", bound(root))
    assert pictures.show(path) is None
    [found] = pictures.problems
    assert found.id == ("picture-unreadable" if path.endswith("gia.jpg") else "picture-not-approved")


def test_what_a_camera_writes_is_gone(tmp_path: Path):
    """Turned upright, made smaller, without place or maker."""
    path = tmp_path / "content/anh/may.jpg"
    path.parent.mkdir(parents=True)
    exif = Pillow.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Máy ảnh"
    Pillow.new("RGB", (2000, 1000), "red").save(path, exif=exif)
    pictures = Pictures(tmp_path, tmp_path / "build/pictures", bound(tmp_path))
    shown = pictures.show("content/anh/may.jpg")
    assert shown is not None
    assert (shown.width, shown.height) == (1000, 2000)
    pictures.place(tmp_path / "docs")
    with Pillow.open(tmp_path / "docs/anh/anh/may.jpg") as made:
        assert made.size == (1000, 2000)
        assert not made.getexif()
    assert sorted(each.name for each in (tmp_path / "docs/anh/anh").iterdir()) == [
        "may-1000.webp",
        "may-480.webp",
        "may-960.webp",
        "may.jpg",
    ]


def test_an_unchanged_picture_is_not_encoded_again(tmp_path: Path):
    """What the shelf has is linked."""
    picture(tmp_path)
    for _ in range(2):
        pictures = Pictures(tmp_path, tmp_path / "build/pictures", bound(tmp_path))
        pictures.show("content/anh/ngo.jpg")
        pictures.place(tmp_path / "docs")
    kept = {path.stat().st_mtime_ns for path in (tmp_path / "build/pictures").iterdir()}
    placed = {path.stat().st_mtime_ns for path in (tmp_path / "docs/anh/anh").iterdir()}
    assert kept == placed


def test_a_huge_picture_is_refused(tmp_path: Path):
    """Before it is decoded."""
    path = tmp_path / "content/anh/to.png"
    path.parent.mkdir(parents=True)
    Pillow.new("1", (9000, 9000)).save(path)
    pictures = Pictures(tmp_path, tmp_path / "build/pictures", bound(tmp_path))
    assert pictures.show("content/anh/to.png") is None
    assert "9000 × 9000" in pictures.problems[0].what


def test_a_form_is_handed_out_as_it_was_approved(tmp_path: Path) -> None:
    """A PDF keeps its bytes; one that is not the approved one is not handed out."""
    path = tmp_path / "content/tep/mau-don.pdf"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"%PDF-1.4 mot")
    approved = {"content/tep/mau-don.pdf": of_file(path)}
    pictures = Pictures(tmp_path, tmp_path / "build/pictures", approved)
    prose = LinkLeader({}, pictures, "content/guong-tot/bai.md", "tin/bai/")
    assert prose.link("../tep/mau-don.pdf") == "../../tep/tep/mau-don.pdf"
    assert pictures.attach("content/tep/mau-don.pdf") == 12
    pictures.place(tmp_path / "docs")
    assert (tmp_path / "docs/tep/tep/mau-don.pdf").read_bytes() == path.read_bytes()
    path.write_bytes(b"%PDF-1.4 hai")
    changed = Pictures(tmp_path, tmp_path / "build/pictures", approved)
    prose = LinkLeader({}, changed, "content/guong-tot/bai.md", "tin/bai/")
    assert prose.link("../tep/mau-don.pdf") is None
    assert [found.id for found in changed.problems] == ["picture-not-approved"]
