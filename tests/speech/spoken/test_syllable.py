"""The grammar of syllables: what Vietnamese spelling allows, and where its tone marks stand."""

from __future__ import annotations

import pytest

from loaphuong.speech.spoken.syllable import canonical

LEGAL = (
    "a á ơ ở y ý ủy nghiêng ngoằn ngoèo khuỷu khuya quýt quốc quyển quỳnh quăng gì gìn giếng giữa giặt già giạ xoong "
    "thuở huơ khoác khoắng loắt choắt tuýp huỳnh nguyễn nguýt chuếnh choáng yếu yểng kỷ lý mỹ tỷ sỹ vy hy đắc mướp "
    "rượu hươu nguều xẻng oản ếch xuềnh uẩn"
)
ILLEGAL = (
    "led pano camera web kon đắk plei kạn zalo fan ubnd cb gêm nge ci gep gết ngi ka ko qa quu at ac tat mat tac mập̀ "
    "ii aa uu wi job bz oăm̃x hoaf nhh ngng ơng ôông tchi x đ 汉 é́"
)


def test_legal_syllables() -> None:
    """Each stands as it is written, in small letters."""
    assert [canonical(word) for word in LEGAL.split()] == LEGAL.split()
    assert [canonical(word) for word in LEGAL.upper().split()] == LEGAL.split()


def test_illegal_syllables() -> None:
    """Spelling does not allow these."""
    assert [word for word in ILLEGAL.split() if canonical(word) is not None] == []


@pytest.mark.parametrize(
    ("written", "placed"),
    [
        ("hoà", "hòa"),
        ("khoẻ", "khỏe"),
        ("uỷ", "ủy"),
        ("hòan", "hoàn"),
        ("hoàn", "hoàn"),
        ("qúy", "quý"),
        ("gíup", "giúp"),
        ("thủơ", "thuở"),
        ("mía", "mía"),
        ("miá", "mía"),
        ("ngòai", "ngoài"),
        ("chúyên", "chuyến"),
        ("tiếng", "tiếng"),
        ("Ngủyên", "nguyển"),
    ],
)
def test_the_tone_mark_has_one_place(written: str, placed: str) -> None:
    """Wherever the mark was put, it is set in the modern place."""
    assert canonical(written) == placed
