"""How words are compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaphuong.core.vietnamese import fold, nfc
from loaphuong.web.search.words import plain, terms, words


@pytest.mark.parametrize(
    ("typed", "compared"),
    [
        ("Hoà giải", "hòa giải"),
        ("hòa giải", "hòa giải"),
        ("UỶ BAN", "ủy ban"),
        ("thoẻ", "thỏe"),
        ("hoàn thuỷ", "hoàn thủy"),
        ("quý, quỷ, quỳ", "quý, quỷ, quỳ"),
        ("Đường phố", "đường phố"),
        ("u\u031b\u0301ng xu\u031b\u0309", "ứng xử"),
        ("khoẻ khoắn", "khỏe khoắn"),
    ],
)
def test_plain(typed: str, compared: str):
    """Case, composition and the place of the tone do not matter."""
    assert plain(typed) == compared


def test_words():
    """Letters and digits; punctuation and underscores part them."""
    assert words("Quyết định 1665/QĐ-UBND: “nên_làm”!") == ["quyết", "định", "1665", "qđ", "ubnd", "nên", "làm"]


def test_terms():
    """Words as they are, neighbours without accents; a sentence's end parts neighbours."""
    assert list(terms("Vỉa hè sạch. Đẹp!")) == ["vỉa", "hè", "sạch", "via he", "he sach", "đẹp"]


@given(st.text(max_size=60))
def test_laws_of_comparing(text: str):
    """Comparing twice changes nothing more, and never changes which bare letters stand there."""
    assert plain(plain(text)) == plain(text)
    assert fold(plain(text)) == fold(nfc(text))
