"""Laws of reading that hold for every text."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaphuong.speech.spoken import Reader
from loaphuong.speech.spoken.guard import foreign
from loaphuong.speech.spoken.numbers import Numbers
from loaphuong.station.nouns import Dialect
from tests.speech.spoken.reading import value
from tests.speech.spoken.test_cases import rows

if TYPE_CHECKING:
    from pathlib import Path

READER = Reader()
NUMBERS = Numbers(Dialect())
PIECES = st.sampled_from(
    [
        "UBND",
        "TP.",
        "Q.",
        "P.",
        "Đ/c",
        "CB,CC,VC",
        "QĐ",
        "522/QĐ-UBND",
        "04-CTr/TU",
        "ngày",
        "tháng",
        "quý",
        "thứ",
        "từ",
        "đến",
        "năm",
        "số",
        "của",
        "Điều",
        "khoản",
        "điểm",
        "a",
        "b",
        "25/01/2017",
        "5/6",
        "30/4",
        "1/2",
        "19h30",
        "7:00",
        "5-7",
        "-5",
        "3,5",
        "1.250.000",
        "50.000đ",
        "1tr2",
        "10k",
        "%",
        "°C",
        "km/h",
        "m2",
        "kg",
        "XV",
        "IV",
        "II",
        "VI",
        "02",
        "100%",
        "(nếu",
        "có)",
        "“Năm",
        "không”",
        "-",
        "–",
        "/",
        ":",
        ";",
        ",",
        ".",
        "...",
        "?",
        "!",
        "&",
        "+",
        "=",
        "hoà",
        "khoẻ",
        "uỷ",
        "quy",
        "hòa",
        "thuận",
        "phường",
        "Bạch",
        "Đằng",
        "LED",
        "camera",
        "Zalo",
        "XYZ",
        "½",
        "2³",
        "024.3825.1234",
        "gọi",
        "113",
        "ha",
        "Ha",
        "HA",
        "12A",
        "T7",
        "CN",
        "x",
        "đ/ngày",
        "và",
        "hoặc",
    ]
)
SENTENCES = st.lists(PIECES, min_size=1, max_size=12).map(" ".join)
ADDRESSES = ("@", "://", "www", ".vn", ".com")


@given(st.text(max_size=120))
@settings(max_examples=120)
def test_any_text_is_read_or_reported(text: str) -> None:
    """Any Unicode text gives legal words or a problem, never a crash, and never a digit."""
    reading = READER.read(text)
    for sentence in reading.sentences:
        if not any(sign in text.lower() for sign in ADDRESSES) and not reading.problems:
            assert not foreign(sentence.spoken.words)
        assert not any(letter.isdecimal() for letter in sentence.spoken.words)
    READER.explain(text)
    READER.document(text)


@given(SENTENCES)
@settings(max_examples=150)
def test_spoken_text_reads_as_itself(text: str) -> None:
    """What is said can be read again, and is said the same."""
    said = READER.read(text).line
    assert READER.read(said).line == said


@pytest.mark.parametrize("table", sorted({row[0] for row in rows()} - {"address"}))
def test_cases_read_as_themselves(table: str) -> None:
    """The spoken side of every case reads as itself."""
    spoken = [row[3] for row in rows() if row[0] == table and not any(sign in row[2] for sign in ADDRESSES)]
    assert [READER.read(said).line for said in spoken] == spoken


@given(st.one_of(st.integers(0, 9999), st.integers(0, 10**18), st.integers(0, 18).map(lambda power: 10**power)))
@settings(max_examples=100)
def test_numbers_come_back(number: int) -> None:
    """0 to 10^18 in words, read back by another reader, are the same number."""
    assert value(NUMBERS.cardinal(number)) == number
    assert READER.read(f"có {number} người").line == f"có {NUMBERS.cardinal(number)} người"


@given(st.integers(0, 10**12))
@settings(max_examples=100)
def test_southern_numbers_come_back(number: int) -> None:
    """The other dialect says the same numbers."""
    assert value(Numbers(Dialect("ngàn", "lẻ", "mùng", "bốn")).cardinal(number)) == number


@given(SENTENCES)
@settings(max_examples=100)
def test_forms_of_the_same_letters_read_alike(text: str) -> None:
    """NFC and NFD, a plain and a hard space read alike."""
    said = READER.read(text).line
    assert READER.read(unicodedata.normalize("NFD", text)).line == said
    assert READER.read(text.replace(" ", "\u00a0")).line == said


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hoà", "hòa"),
        ("khoẻ", "khỏe"),
        ("uỷ", "ủy"),
        ("Toả", "Tỏa"),
        ("THUỶ", "THỦY"),
        ("quý", "quý"),
        ("toàn", "toàn"),
    ],
)
def test_both_tone_places_read_alike(old: str, new: str) -> None:
    """The old and the new place of the tone mark are one word."""
    assert READER.read(old).line == READER.read(new).line == new.lower()


@given(SENTENCES, SENTENCES)
@settings(max_examples=100)
def test_paragraphs_are_read_one_by_one(first: str, second: str) -> None:
    """Two paragraphs are read as the one and then the other."""
    both = READER.read(f"{first}\n\n{second}")
    apart = READER.read(first).sentences + READER.read(second).sentences
    assert [sentence.spoken for sentence in both.sentences] == [sentence.spoken for sentence in apart]


def test_problem_is_on_its_line(tmp_path: Path) -> None:
    """A problem names the line of its token, also inside a paragraph."""
    from loaphuong.core.where import Where

    found = READER.read("Dòng một\ndòng hai xyzw\n\nqwrt", Where("a.md", 10)).problems
    assert [(problem.where.line, dict(problem.values)["token"]) for problem in found] == [(11, "xyzw"), (13, "qwrt")]


HEAVY = ("a.", "*", "_*", "[a](", "`", "1.1.", "<!--", "![", "A1-", "w-", "a@", "1/", "5-3 ", "1.000.")


@pytest.mark.parametrize("piece", [*HEAVY, "9", "1,", "12/QĐ-UBND "])
def test_much_of_the_same_is_no_trap(piece: str) -> None:
    """A long row of the same sign is read or reported like any other text."""
    reading = READER.read(piece * 500)
    assert not any(letter.isdecimal() for letter in reading.line)


@pytest.mark.parametrize("tail", ["", "%", " m2", "đ", "tr2", ",5", "/2026", "h30", "°", "/QĐ-UBND"])
def test_very_long_numbers_are_read_digit_by_digit(tail: str) -> None:
    """No number is too long to be read."""
    READER.read("9" * 5000 + tail)
