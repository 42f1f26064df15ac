"""Vietnamese for the page: normal form, folding, slugs, dates and numbers."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaphuong.core import vietnamese
from tests.making import HANOI

LETTERS = "aáàảãạăắằẳẵặâấầẩẫậbcdđeéèẻẽẹêếềểễệghiíìỉĩịklmnoóòỏõọôốồổỗộơớờởỡợpqrstuúùủũụưứừửữựvxyýỳỷỹỵ"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_every_letter_folds_to_ascii(form: str) -> None:
    """Each letter, small or great, composed or not, becomes what a phone without accents types."""
    folded = {letter: vietnamese.fold(unicodedata.normalize(form, letter)) for letter in LETTERS + LETTERS.upper()}
    assert {letter: plain for letter, plain in folded.items() if not re.fullmatch("[a-z]", plain)} == {}


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Con ngõ sạch mỗi sớm mai", "con-ngo-sach-moi-som-mai"),
        ("Quy tắc ứng xử: 02 điều!", "quy-tac-ung-xu-02-dieu"),
        ("Đường Đê La Thành", "duong-de-la-thanh"),
        ("  --Hoà/hòa--  ", "hoa-hoa"),
        ("UBND TP. Hà Nội – 5635/UBND-KGVX", "ubnd-tp-ha-noi-5635-ubnd-kgvx"),
        ("日本", ""),
        ("", ""),
    ],
)
def test_slugs(text: str, slug: str) -> None:
    """Words of ASCII joined by hyphens, nothing at the ends."""
    assert vietnamese.slugify(text) == slug


@given(st.text())
def test_a_slug_is_its_own_slug(text: str) -> None:
    """Whatever is given, the slug is safe in a path and stays what it is."""
    slug = vietnamese.slugify(text)
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*|", slug)
    assert vietnamese.slugify(slug) == slug


@given(st.text())
def test_normal_form_is_stable(text: str) -> None:
    """Normalised twice is normalised once; composed and decomposed are one."""
    once = vietnamese.nfc(text)
    assert vietnamese.nfc(once) == once
    assert "\u00a0" not in once
    assert vietnamese.nfc(unicodedata.normalize("NFD", text)) == once


@given(st.text())
def test_folding_knows_no_accents(text: str) -> None:
    """Composed and decomposed fold alike, and folding twice changes nothing."""
    once = vietnamese.fold(text)
    assert vietnamese.fold(unicodedata.normalize("NFD", text)) == vietnamese.fold(unicodedata.normalize("NFC", text))
    assert vietnamese.fold(once) == once


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (16, "Thứ Hai"),
        (17, "Thứ Ba"),
        (18, "Thứ Tư"),
        (19, "Thứ Năm"),
        (20, "Thứ Sáu"),
        (21, "Thứ Bảy"),
        (22, "Chủ nhật"),
    ],
)
def test_weekdays(day: int, name: str) -> None:
    """A week of November 2026."""
    assert vietnamese.weekday(date(2026, 11, day)) == name


def test_dates_as_the_ward_writes_them() -> None:
    """Day first, and the bar before the time."""
    assert vietnamese.day(date(2026, 2, 5)) == "05/02/2026"
    assert vietnamese.moment(datetime(2020, 2, 26, 11, 16, tzinfo=HANOI)) == "26/02/2020 | 11:16"


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, "0:00"), (9.6, "0:10"), (59.6, "1:00"), (65, "1:05"), (365.4, "6:05"), (3600, "60:00")]
)
def test_minutes(seconds: float, shown: str) -> None:
    """Minutes and seconds of a bulletin."""
    assert vietnamese.minutes(seconds) == shown


@pytest.mark.parametrize(("value", "shown"), [(0, "0"), (999, "999"), (1250000, "1.250.000"), (-5000, "-5.000")])
def test_numbers(value: int, shown: str) -> None:
    """Points between the thousands."""
    assert vietnamese.number(value) == shown


def test_modern_keeps_length_and_capitals() -> None:
    """The text is as long as before, letter by letter."""
    text = "HOÀ Bình, Uỷ ban, quý, khoẻ khoắn"
    assert vietnamese.modern(text) == "HÒA Bình, Ủy ban, quý, khỏe khoắn"
    assert len(vietnamese.modern(text)) == len(text)
