"""What comes out of the press: whole, accessible, the same each time; what cannot be printed is told by its line."""

from __future__ import annotations

import io
import unicodedata
from dataclasses import replace

import pytest
from PIL import Image
from pypdf import PdfReader

from loaphuong.core.problems import Stopped
from loaphuong.core.where import Where
from loaphuong.print.nouns import FileKind, Ink
from loaphuong.print.press import Press
from loaphuong.print.sheets import make_sheets
from loaphuong.print.workshop import is_hidden
from tests.making import a_code
from tests.print.making import a_copy, named, some_rules

BEGINNINGS = {"pdf": b"%PDF", "png": b"\x89PNG", "epub": b"PK\x03\x04", "mp4": b"\x00\x00\x00 ftyp"}
PRESS = Press()
LONG = "Giữ gìn cảnh quan, môi trường, không phá cây xanh, hoa cỏ, không tự ý thay đổi hiện trạng vỉa hè và lòng đường"


def pdf(name: str, **changes: object) -> PdfReader:
    """A sheet of a small ward, read back."""
    sheet = named(make_sheets(a_copy(replace(a_code(), **changes))), name)  # type: ignore[arg-type]
    return PdfReader(io.BytesIO(PRESS.print(sheet)[f"{name}.pdf"]))


def test_every_template_is_printed_in_every_ink() -> None:
    """A sheet of each template: a page of the right kind, as many files as its forms."""
    for ink in Ink:
        for sheet in {
            sheet.template: sheet for sheet in make_sheets(a_copy(replace(a_code(), rules=some_rules(2))), ink)
        }.values():
            if ink is not Ink.COLOR and FileKind.PDF not in sheet.forms:
                continue
            made = PRESS.print(sheet)
            shown = {name: data for name, data in made.items() if not is_hidden(name)}
            assert {name.rpartition(".")[2] for name in shown} == set(sheet.forms)
            for name, data in shown.items():
                assert data[:8].startswith(BEGINNINGS[name.rpartition(".")[2]]), name


def test_the_same_sheet_is_the_same_bytes() -> None:
    """Two presses, one time: one file."""
    sheet = named(make_sheets(a_copy()), "niem-yet/qd-1665-a4")
    assert PRESS.print(sheet) == Press().print(sheet)


@pytest.mark.parametrize("name", ["niem-yet/qd-1665-a4", "niem-yet/qd-1665-a3-ngang", "the/qd-1665-90x55-1"])
def test_a_picture_for_the_page_is_light(name: str) -> None:
    """However long or wide the sheet, it fits a square that a phone shows sharply, in few colours."""
    data = PRESS.preview(named(make_sheets(a_copy(replace(a_code(), rules=some_rules(4)))), name))
    with Image.open(io.BytesIO(data)) as picture:
        assert (max(picture.size), picture.mode) == (480, "P")
    assert len(data) < 30_000


def test_words_can_be_read_out_of_the_file() -> None:
    """Text comes out composed, in order, with the title, the mark and every rule."""
    read = pdf("niem-yet/qd-1665-a4", rules=some_rules(4))
    text = " ".join("".join(page.extract_text() for page in read.pages).split())
    assert text == unicodedata.normalize("NFC", text)
    for words in ("Quy tắc ứng xử nơi công cộng", "Giữ gìn vệ sinh chung 0", "NÊN", "KHÔNG NÊN", "qd-1665.1."):
        assert words in text, words


def test_the_file_says_what_it_is() -> None:
    """Title, language, tags, and the standards it keeps: PDF/UA-1 and PDF/A-2a."""
    read = pdf("niem-yet/qd-1665-a4")
    root = read.trailer["/Root"]
    assert read.metadata is not None
    assert read.metadata.title == "Quy tắc ứng xử nơi công cộng"
    assert str(root["/Lang"]).startswith("vi")  # type: ignore[index]
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    described = root["/Metadata"].get_object().get_data().decode()  # type: ignore[index]
    assert "pdfuaid:part" in described
    assert "<pdfaid:part>2</pdfaid:part>" in described
    assert "loa-phuong:qd-1665.1." in described


@pytest.mark.parametrize(
    ("name", "width_mm", "height_mm"),
    [
        ("niem-yet/qd-1665-a4", 210, 297),
        ("niem-yet/qd-1665-a3-ngang", 420, 297),
        ("phong/chung-cu-van-hoa-80x180-tieu-chi", 820, 1820),
        ("pano/bang-ron-400x80/qd-1665", 4040, 840),
        ("so-tay/so-tay-a6", 105, 148),
    ],
)
def test_paper_is_true_to_size(name: str, width_mm: int, height_mm: int) -> None:
    """In millimetres, bleed included."""
    box = pdf(name).pages[0].mediabox
    assert (round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4)) == (width_mm, height_mm)


@pytest.mark.parametrize(("count", "paper"), [(1, "a4"), (26, "a4-ngang"), (60, "a4")])
def test_nothing_is_cut_off(count: int, paper: str) -> None:
    """However many rules: on one sheet or more, every one can be read in the file and lies on the paper."""
    read = pdf(f"niem-yet/qd-1665-{paper}", rules=some_rules(count, "Không để xe lấn lối đi chung"))
    found = " ".join(" ".join(page.extract_text().split()) for page in read.pages)
    assert all(f"Không để xe lấn lối đi chung {at}" in found for at in range(count))


def test_what_fits_nowhere_is_told_by_its_longest_line() -> None:
    """A rule that no card can hold: the file and line of that rule, and how much too long it is."""
    long = replace(some_rules(1)[0], text=" ".join([LONG] * 9), where=Where("content/quy-tac/qd-1665.md", 14))
    sheet = named(make_sheets(a_copy(replace(a_code(), rules=(long,)))), "the/qd-1665-90x55-1")
    with pytest.raises(Stopped) as stopped:
        PRESS.print(sheet)
    (found,) = stopped.value.problems
    assert (found.id, found.where) == ("print-overflow", Where("content/quy-tac/qd-1665.md", 14))


@pytest.mark.parametrize("letter", ["😀", "漢", "ש", "ก"])
def test_a_letter_that_cannot_be_drawn_is_told_by_its_line(letter: str) -> None:
    """Never a blank where a word should be: the line, and the letter."""
    first, second = some_rules(2)
    odd = replace(second, text=f"Bỏ rác {letter} đúng chỗ")
    sheet = named(make_sheets(a_copy(replace(a_code(), rules=(first, odd)))), "niem-yet/qd-1665-a4")
    with pytest.raises(Stopped) as stopped:
        PRESS.print(sheet)
    (found,) = stopped.value.problems
    assert (found.id, found.where) == ("print-glyph", odd.where)
    assert letter in dict(found.values)["letters"]


def test_a_screen_is_drawn_pixel_by_pixel() -> None:
    """One slide for the title and one a rule, each of the panel's size."""
    sheet = next(
        each for each in make_sheets(a_copy(replace(a_code(), rules=some_rules(3)))) if each.product == "man-hinh"
    )
    made = PRESS.print(sheet)
    pictures = {name: data for name, data in made.items() if name.endswith(".png")}
    assert list(pictures) == [f"{sheet.name}-{at:02d}.png" for at in range(1, 5)]
    assert {Image.open(io.BytesIO(data)).size for data in pictures.values()} == {(1920, 1080)}
    assert made[f"{sheet.name}.mp4"][4:8] == b"ftyp"


def test_typst_code_in_a_rule_is_words() -> None:
    """What an editor writes is data: markup, functions and files in it are printed as they stand."""
    evil = '#read("base.typ") $x$ *đậm* @ref #panic("x")'
    read = pdf("niem-yet/qd-1665-a4", rules=(replace(some_rules(1)[0], text=evil),))
    assert "#read(“base.typ”)" in " ".join(read.pages[0].extract_text().split())


def test_without_a_press_the_cure_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A ward that did not install it is told how, and gets no traceback."""
    monkeypatch.setattr("loaphuong.print.press.is_missing", lambda: True)
    with pytest.raises(Stopped) as stopped:
        Press().print(named(make_sheets(a_copy()), "niem-yet/qd-1665-a4"))
    assert [found.id for found in stopped.value.problems] == ["print-no-press"]


def test_forms_are_those_that_are_asked_for() -> None:
    """The handbook is a PDF and an EPUB."""
    sheet = named(make_sheets(a_copy()), "so-tay/so-tay-a5")
    assert sheet.forms == (FileKind.PDF, FileKind.EPUB)
    assert set(PRESS.print(sheet)) == {"so-tay/so-tay-a5.pdf", "so-tay/so-tay-a5.epub"}
