"""Articles for a notice board: whole where they fit, with a picture that is fine enough and may be shown."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PIL import Image as Pillow
from pypdf import PdfReader

from loaphuong.content.articles import Channel, Image, Person
from loaphuong.core.where import Where
from loaphuong.print.notices import halve, make_notices
from loaphuong.print.nouns import Ink
from loaphuong.print.press import Press
from tests.making import an_article
from tests.print.making import a_copy

if TYPE_CHECKING:
    from loaphuong.print.nouns import Copy, Sheet

PRESS = Press()


def a_picture(width: int) -> bytes:
    """A plain JPEG so wide, with what a camera writes."""
    sink = io.BytesIO()
    exif = Pillow.Exif()
    exif[0x010F] = "Hãng máy ảnh"
    Pillow.new("RGB", (width, width // 2), "green").save(sink, "JPEG", exif=exif)
    return sink.getvalue()


def copy_with(width: int, *channels: Channel) -> Copy:
    """What may be printed: an article with a picture so wide, of somebody who agreed to these channels."""
    person = Person("Nguyễn Thị Thử", "cư dân", channels, "PDY-1", where=Where("x"))
    shown = an_article(image=Image("content/anh/ngo.jpg", "Con ngõ", "Ảnh minh họa"), people=(person,))
    data = a_picture(width)
    return replace(a_copy(articles=(shown,)), picture=lambda path: data if path == "content/anh/ngo.jpg" else None)


def words_of(sheet: Sheet) -> str:
    """What can be read in the file."""
    read = PdfReader(io.BytesIO(PRESS.print(sheet)[f"{sheet.name}.pdf"]))
    assert len(read.pages) == 1
    return " ".join(read.pages[0].extract_text().split())


def test_an_article_is_whole_where_it_fits() -> None:
    """Title, summary, body, its genre and that it is made up; a long one shows its summary and where the rest is."""
    (sheet,) = make_notices(a_copy(), Ink.COLOR)
    said = words_of(sheet)
    for words in (
        "Con ngõ sạch mỗi sớm mai",
        "mỗi nhà một việc nhỏ",
        "Chiều thứ Bảy cả ngõ cùng dọn.",
        "CHUYỆN MINH HỌA",
    ):
        assert words in said, words
    (long,) = make_notices(a_copy(articles=(an_article(body="Cả ngõ cùng dọn mỗi chiều. " * 400),)), Ink.COLOR)
    said = words_of(long)
    assert "mỗi nhà một việc nhỏ" in said
    assert "Cả ngõ cùng dọn mỗi chiều." not in said
    assert "Quét mã để đọc và nghe cả bài" in said


@pytest.mark.parametrize(
    ("width", "ids", "mm"), [(1600, [], 180.0), (300, ["print-coarse"], 76.2), (200, ["print-coarse"], 0)]
)
def test_a_picture_is_no_wider_than_its_pixels_allow(width: int, ids: list[str], mm: float) -> None:
    """300 pixels are a small picture, fewer are none; how wide it could be is told with the line of the picture."""
    (sheet,) = make_notices(copy_with(width, Channel.PRINT, Channel.PHOTO), Ink.COLOR)
    assert [note.id for note in sheet.notes] == ids
    assert sheet.data["picture_width_mm"] == mm
    assert ("Ảnh minh họa" in words_of(sheet)) == bool(mm)


@pytest.mark.parametrize(
    ("channels", "sheets", "shown"),
    [((Channel.WEB,), 0, False), ((Channel.PRINT,), 1, False), ((Channel.PRINT, Channel.PHOTO), 1, True)],
)
def test_nobody_is_shown_who_did_not_agree(channels: tuple[Channel, ...], sheets: int, shown: bool) -> None:
    """Paper is asked for, and pictures are asked for beside it."""
    made = list(make_notices(copy_with(900, *channels), Ink.COLOR))
    assert len(made) == sheets
    assert all(bool(sheet.data["picture"]) == shown for sheet in made)


def test_a_heading_stays_with_what_it_stands_over() -> None:
    """Columns are about as long as each other and none ends with a heading; nothing is lost."""
    parts = [{"text": "x" * 50, "heading": at == 2, "item": False} for at in range(6)]
    left, right = halve(parts)
    assert [*left, *right] == parts
    assert not left[-1]["heading"]
    assert halve([]) == []
