"""Pictures are looked at before anything decodes them."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from loaphuong.content.load import load as load_content
from tests.content.ward import ARTICLE, write

if TYPE_CHECKING:
    from pathlib import Path


def picture(kind: str = "PNG", size: tuple[int, int] = (40, 30)) -> bytes:
    """A small picture."""
    sink = BytesIO()
    Image.new("RGB", size, "teal").save(sink, kind)
    return sink.getvalue()


def bomb(width: int, height: int) -> bytes:
    """A PNG of few bytes that says it has very many pixels."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 100)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )


CASES = [
    ("anh.png", picture(), None),
    ("anh.jpg", picture("JPEG"), None),
    ("anh.JPEG", picture("JPEG"), None),
    ("anh.webp", picture("WEBP"), None),
    ("anh.png", picture("JPEG"), "image-misnamed"),
    ("anh.gif", picture("GIF"), "image-kind"),
    ("anh.bmp", picture("BMP"), "image-kind"),
    ("anh.png", picture("GIF"), "image-broken"),
    ("anh.png", picture()[:20], "image-broken"),
    ("anh.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "image-broken"),
    ("anh.png", bomb(8000, 8000), "image-too-wide"),
    ("anh.png", bomb(60_000, 60_000), "image-too-wide"),
    ("anh.png", picture() + b"\0" * 10_000_000, "image-too-large"),
]


@pytest.mark.parametrize(("name", "data", "wrong"), CASES, ids=[f"{name}-{wrong}" for name, _, wrong in CASES])
def test_a_picture_is_right_or_has_its_problem(tmp_path: Path, name: str, data: bytes, wrong: str | None) -> None:
    """Of an article's own picture and of one in its body the same is said, at its line."""
    article = ARTICLE.replace("author:", f"image: {{path: {name}, alt: Ngõ}}\nauthor:") + f"\n![Ngõ]({name})\n"
    write(tmp_path, {"guong-tot/bai.md": article, f"guong-tot/{name}": data})
    content, problems = load_content(tmp_path)
    told = [(found.id, found.where.line) for found in problems]
    assert told == ([(wrong, 6), (wrong, 11)] if wrong else [])
    if not wrong:
        image = content.articles[0].image
        assert image is not None
        assert image.path == f"content/guong-tot/{name}"


@pytest.mark.parametrize("written", ["../anh/ngo.png", "content/anh/ngo.png", "../guong-tot/../anh/ngo.png"])
def test_a_picture_is_named_from_the_file_or_from_the_project(tmp_path: Path, written: str) -> None:
    """Both ways of writing lead to one path."""
    article = ARTICLE.replace("author:", f"image: {{path: {written}, alt: Ngõ}}\nauthor:")
    write(tmp_path, {"guong-tot/bai.md": article, "anh/ngo.png": picture()})
    content, problems = load_content(tmp_path)
    assert not problems
    assert content.articles[0].image is not None
    assert content.articles[0].image.path == "content/anh/ngo.png"
