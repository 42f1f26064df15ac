"""Where two readings are possible and little decides, both are shown; where the words decide, nothing is asked."""

from __future__ import annotations

import pytest

from loaphuong.core.where import Where
from loaphuong.speech.nouns import LexiconEntry
from loaphuong.speech.spoken import Lexicon, Reader

READER = Reader()


@pytest.mark.parametrize(
    ("written", "token", "said", "other"),
    [
        ("tối 8-12 có mưa", "8-12", "tám tháng mười hai", "tám đến mười hai"),
        ("Bên ta 4-2 bên bạn", "4-2", "bốn hai", "bốn đến hai"),
        ("nộp quỹ đợt 3/5", "3/5", "ba phần năm", "ngày ba tháng năm"),
        ("xong trước T6", "T6", "thứ sáu", "tháng sáu"),
        ("Phòng VH&TT", "VH&TT", "văn hóa và thông tin", "văn hóa và thể thao"),
    ],
)
def test_both_readings_are_shown(written: str, token: str, said: str, other: str) -> None:
    """With the token and its line; the text is read all the same."""
    reading = READER.read(written, Where("bai.md", 7))
    (found,) = reading.doubts
    assert dict(found.values) == {"token": token, "spoken": said, "other": other}
    assert (found.id, found.warning, found.where.line) == ("spoken-doubt", True, 7)
    assert said in reading.line


@pytest.mark.parametrize(
    "written",
    [
        "sáng 23-11",
        "dịp 2-9",
        "ngày 4-4",
        "1/3 số hộ",
        "thắng 4-2",
        "Phường ta 4-2 phường bạn",
        "sáng T6",
        "ngày 5/6",
        "đường 19/8",
        "từ 5-7 phút",
    ],
)
def test_what_is_plain_is_not_asked(written: str) -> None:
    """A day of twenty-three is no score, a share of households no day."""
    assert READER.read(written).doubts == ()


def test_a_line_of_the_lexicon_settles_a_doubt() -> None:
    """So does writing it in full."""
    own = Reader(Lexicon((LexiconEntry("VH&TT", "văn hóa và thông tin"),)))
    assert own.read("Phòng VH&TT").doubts == ()
    assert READER.read("tối ngày 8 tháng 12").doubts == ()
