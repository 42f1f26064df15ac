"""A sheet carries a mark that changes with its words, and a QR code that a telephone can read."""

from __future__ import annotations

import io
import re

import pytest
import zxingcpp
from PIL import Image

from loaphuong.print.marks import address_of, draw_qr, mark_of
from loaphuong.print.press import Press
from loaphuong.print.sheets import make_sheets
from tests.making import NOW, a_code
from tests.print.making import CODE, a_copy, named


def test_the_mark_names_text_version_and_digest() -> None:
    """qd-1665.1.1a2b3c4d: what it is of, how often it was approved, what was approved."""
    mark = mark_of(a_copy(), "qd-1665", (CODE,))
    assert re.fullmatch(r"qd-1665\.1\.[0-9a-f]{8}", mark.text)
    assert mark.approved_at == NOW


def test_other_words_have_another_mark() -> None:
    """A new approval of other words counts the version on and changes the digest; the same words keep it."""
    first = mark_of(a_copy(), "qd-1665", (CODE,))
    assert mark_of(a_copy(), "qd-1665", (CODE,)) == first
    second = mark_of(a_copy(approvals=2, digest="b" * 64), "qd-1665", (CODE,))
    assert (second.version, second.digest != first.digest) == (2, True)


def test_a_book_of_many_texts_has_one_mark() -> None:
    """It changes when any of them does."""
    codes = (a_code(), a_code("qd-522"))
    texts = (CODE, "quy-tac/qd-522")
    before = mark_of(a_copy(*codes), "so-tay", texts)
    after = mark_of(a_copy(*codes, digest="c" * 64), "so-tay", texts)
    assert before.version == 1
    assert before.digest != after.digest


def test_the_address_leads_to_the_line_that_answers() -> None:
    """The mark is in the question, the text in the fragment: the page answers with and without a script."""
    copy = a_copy()
    mark = mark_of(copy, "qd-1665", (CODE,))
    assert address_of(copy, mark) == f"https://phuong.example/in-an/?ban={mark.text}#qd-1665"


def test_the_code_is_svg_without_a_quiet_zone() -> None:
    """The sheet draws the white around it."""
    drawn = draw_qr("https://phuong.example/")
    assert drawn.startswith("<svg")
    assert "viewBox" in drawn


@pytest.mark.parametrize(
    "name", ["niem-yet/qd-1665-a4", "the/qd-1665-de-ban-1", "to-gap/qd-1665-gap-2", "niem-yet/qd-1665-a3-ngang"]
)
def test_a_camera_reads_the_sheet(name: str) -> None:
    """The QR code of a printed sheet, read from its picture by a decoder, is the address of its mark."""
    copy = a_copy()
    sheet = named(make_sheets(copy), name)
    picture = Press().compile(sheet, format="png", ppi=150)[0]
    found = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))
    assert {each.text for each in found} == {address_of(copy, sheet.mark)}
