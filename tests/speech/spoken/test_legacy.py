"""Text from before Unicode is known by its words and shown as it should be."""

from __future__ import annotations

import pytest

from loaphuong.speech.spoken import Reader
from loaphuong.speech.spoken.legacy import recognise


@pytest.mark.parametrize(
    ("written", "encoding", "meant"),
    [
        ("Uû ban nh©n d©n ph­êng th«ng b¸o", "TCVN3", "Uỷ ban nhân dân phường thông báo"),
        ("§Ò nghÞ bµ con tæng vÖ sinh", "TCVN3", "Đề nghị bà con tổng vệ sinh"),
        ("UÛy ban nhaân daân phöôøng thoâng baùo", "VNI", "Ủy ban nhân dân phường thông báo"),
        ("Ñeà nghò baø con toång veä sinh", "VNI", "Đề nghị bà con tổng vệ sinh"),
    ],
)
def test_the_encoding_and_the_words(written: str, encoding: str, meant: str) -> None:
    """TCVN3 has one letter for one, VNI a letter and its mark."""
    assert recognise(written) == (encoding, meant)


@pytest.mark.parametrize(
    "written", ["Ủy ban nhân dân phường", "Café São Paulo", "Noël à Paris", "Mời bà con, xin cảm ơn", ""]
)
def test_unicode_is_left_alone(written: str) -> None:
    """Signs that other languages have too make no old encoding."""
    assert recognise(written) is None


def test_one_problem_a_paragraph() -> None:
    """It says the encoding and the words, and asks nobody for twenty lines of the lexicon."""
    (found,) = Reader().read("Uû ban nh©n d©n ph­êng th«ng b¸o: mêi bµ con ®Õn häp").problems
    assert found.id == "spoken-legacy"
    assert dict(found.values) == {"encoding": "TCVN3", "text": "Uỷ ban nhân dân phường thông báo: mời bà con đến họp"}
