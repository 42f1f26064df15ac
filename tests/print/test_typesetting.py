"""Where lines may break."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaphuong.print.typesetting import BREAK, NO_BREAK, bind, typeset

CASES = [
    ("Xả rác", "Xả~rác"),
    ("Cửa quyền, hách dịch, gây khó khăn, phiền hà", "Cửa~quyền, hách~dịch, gây~khó~khăn, phiền~hà"),
    ("Chiếm dụng không gian chung", "Chiếm~dụng không~gian~chung"),
    ("Vũ khí, chất nổ trái phép", "Vũ~khí, chất~nổ trái~phép"),
    ("Người giữ chức vụ lãnh đạo", "Người giữ chức~vụ lãnh~đạo"),
    ("1665/QĐ-UBND · 10/03/2017 · UBND thành phố Hà Nội", "1665/QĐ-UBND~· 10/03/2017~· UBND~thành~phố~Hà~Nội"),
    ('Tiêu chí và "4 xin, 4 luôn" của tỉnh', "Tiêu~chí và “4~xin, 4 luôn” của~tỉnh"),
    ("Gửi về https://dichvucong.example/ho-so/tiep-nhan", "Gửi về https://|dichvucong.|example/|ho-|so/|tiep-|nhan"),
    ("", ""),
]


@pytest.mark.parametrize(("words", "bound"), CASES)
def test_what_is_read_at_once_stays_on_a_line(words: str, bound: str) -> None:
    """Compounds, pieces of a list, names between dots, the last two syllables; quotes are curved."""
    assert bind(words).replace(NO_BREAK, "~").replace(BREAK, "|") == bound


@given(st.text(st.sampled_from("aáb,·. quy tắc"), max_size=60))
def test_no_word_is_changed(words: str) -> None:
    """Law: only the kind of space differs, and binding again changes nothing."""
    once = bind(words)
    assert once.replace(NO_BREAK, " ").replace(BREAK, "") == words
    assert unicodedata.is_normalized("NFC", once)


def test_only_what_is_laid_out_is_bound() -> None:
    """Marks, addresses and keywords stay as they are; rules deep in the data are bound."""
    data = {"mark": "a b", "title": "Xả rác", "pages": [[{"rules": [{"text": "Xả rác", "stance": "nen"}]}]], "count": 8}
    assert typeset(data) == {
        "mark": "a b",
        "title": "Xả\u00a0rác",
        "pages": [[{"rules": [{"text": "Xả\u00a0rác", "stance": "nen"}]}]],
        "count": 8,
    }
