"""Where a rule of reading turns: the last case of one side and the first of the other."""

from __future__ import annotations

import re

import pytest

from loaphuong.speech.spoken import Reader
from loaphuong.speech.spoken.rules import codes, dates

SURE = [
    ("Bài thi đạt 8/10 điểm.", "bài thi đạt tám trên mười điểm."),
    ("Bài được 85/100 điểm.", "bài được tám mươi lăm trên một trăm điểm."),
    ("Chiếm 3/10 diện tích.", "chiếm ba phần mười diện tích."),
    ("Đã có điện từ 13.11.", "đã có điện từ ngày mười ba tháng mười một."),
    ("Cách ly từ 13-4.", "cách ly từ ngày mười ba tháng tư."),
    ("Họp từ 25-27/3.", "họp từ ngày hai mươi lăm đến hai mươi bảy tháng ba."),
    ("Đoạt giải II.", "đoạt giải nhì."),
    ("Ngày thứ 2, 7.", "ngày thứ hai, thứ bảy."),
    ("Lịch thứ 2, 8.", "lịch thứ hai, tám."),
]


@pytest.mark.parametrize(("written", "spoken"), SURE)
def test_what_is_sure(written: str, spoken: str) -> None:
    """Read so, and nothing is asked."""
    found = Reader().read(written)
    assert (found.line, found.doubts) == (spoken, ())


@pytest.mark.parametrize(
    ("written", "spoken", "other"),
    [
        ("Đã có điện từ 12.11.", "ngày mười hai tháng mười một", "mười hai mười một"),
        ("Cách ly từ 12-4.", "ngày mười hai tháng tư", "mười hai bốn"),
    ],
)
def test_what_is_doubted(written: str, spoken: str, other: str) -> None:
    """What may be a month as well is read as a day, and asked of."""
    (doubt,) = Reader().read(written).doubts
    assert (dict(doubt.values)["spoken"], dict(doubt.values)["other"]) == (spoken, other)


@pytest.mark.parametrize("written", ["27-25/3", "25-25/3", "25-27/13", "31-32/3"])
def test_what_are_no_days_of_one_month(written: str) -> None:
    """In their order, and each a day that there is."""
    found = re.fullmatch(r"(\d+)-(\d+)/(\d+)()", written)
    assert found is not None
    assert dates.days(found, None) is None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("written", "known"),
    [("QĐ-UBND", True), ("UBND", True), ("BC", True), ("A", False), ("Ubnd", False), ("a-b", False), ("A-B", False)],
)
def test_what_are_symbols_of_a_document(written: str, known: bool) -> None:
    """A kind of document, or an issuer of two capitals at least."""
    assert (codes.parse(written) is not None) is known
