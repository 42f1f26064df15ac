"""The reader's own promises: lines and sentences, dialects, steps, whole documents, breaths."""

from __future__ import annotations

from itertools import pairwise

import pytest

from loaphuong.core.where import Where
from loaphuong.speech.spoken import Reader
from loaphuong.station.nouns import Dialect

READER = Reader()


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("02 Quy tắc", "hai quy tắc"),
        ("02 Quy tắc.", "hai quy tắc."),
        ("Ai? Tôi!", "ai? tôi!"),
        ("Một.\n\nHai", "một. hai"),
        ("Một\n\nHai", "một. hai"),
        ("Dài quá\nphải xuống dòng", "dài quá phải xuống dòng"),
        ("", ""),
        ("  \n\n ", ""),
        ("***", ""),
        ("---", ""),
    ],
)
def test_the_line_ends_as_it_was_written(written: str, line: str) -> None:
    """A fragment stays a fragment on the line."""
    assert READER.read(written).line == line


def test_sentences_are_complete() -> None:
    """Each sentence for the voice ends, and knows what it was written as."""
    reading = READER.read("UBND phường họp lúc 8h. Mời bà con tới dự", Where("a", 1))
    assert [(sentence.written, sentence.spoken.words) for sentence in reading.sentences] == [
        ("UBND phường họp lúc 8h.", "ủy ban nhân dân phường họp lúc tám giờ."),
        ("Mời bà con tới dự", "mời bà con tới dự."),
    ]


@pytest.mark.parametrize(
    "written",
    [
        "KT. CHỦ TỊCH ký",
        "Ở TP. Hà Nội, Q. Tây Hồ, P. Bạch Đằng",
        "GS.TS. Nguyễn Văn A nói",
        "Giá 1.250.000 đồng",
        "Ngày 25.01.2017 và 3.5 m",
        "Gửi về gopy@phuong.vn nhé",
        "Vào www.hanoi.gov.vn xem",
        "Mục 1.2.3 và v.v. như trên",
    ],
)
def test_no_sentence_ends_inside_a_token(written: str) -> None:
    """A point in an abbreviation, a number or an address ends nothing."""
    assert len(READER.read(f"{written}.").sentences) == 1


def test_a_long_list_of_clauses_gives_several_sentences() -> None:
    """At a semicolon after a long part the voice takes a full breath; the line keeps the comma."""
    text = f"{'một hai ba bốn năm ' * 3}; {'sáu bảy tám chín mười ' * 3}."
    reading = READER.read(text)
    assert len(reading.sentences) == 2
    assert reading.line.count(",") == 1


def test_a_long_clause_has_a_breath() -> None:
    """The breath is data: how many words come before it, and how long it is."""
    text = "cán bộ và nhân dân phường ta " * 5
    (sentence,) = READER.read(text).sentences
    words = sentence.spoken.words.split()
    assert sentence.spoken.breaths
    for before, silence_ms in sentence.spoken.breaths:
        assert 0 < before < len(words)
        assert silence_ms > 0


@pytest.mark.parametrize(
    ("written", "heard"),
    [
        (
            'Phong trào "Mỗi nhà một bình chữa cháy" của phường.',
            "phong trào | mỗi nhà một bình chữa cháy | của phường.",
        ),
        ("Cuộc thi “Ngõ nhà tôi sạch đẹp”.", "cuộc thi | ngõ nhà tôi sạch đẹp."),
        ("Vở «Bài ca giữ nước» diễn tối nay", "vở | bài ca giữ nước | diễn tối nay."),
        ("Phim “Mưa đỏ” chiếu tối nay.", "phim mưa đỏ chiếu tối nay."),
        ('"Sạch từ nhà ra ngõ", phường nhắc.', "sạch từ nhà ra ngõ, phường nhắc."),
        ('Tủ cao 5" đặt ở góc nhà', "tủ cao năm đặt ở góc nhà."),
    ],
)
def test_a_quoted_title_is_set_apart(written: str, heard: str) -> None:
    """A title of four words or more has a short silence before and after it, unless a comma or the end is there."""
    (sentence,) = Reader().read(written).sentences
    breaths = dict(sentence.spoken.breaths)
    words = sentence.spoken.words.split()
    assert " ".join(f"| {word}" if at in breaths else word for at, word in enumerate(words)) == heard


def test_a_long_sentence_with_commas_has_breaths_too() -> None:
    """No stretch between breaths is much longer than thirty syllables, and each breath is at a comma."""
    (sentence,) = READER.read("mời các tổ dân phố, chi hội phụ nữ, đoàn thanh niên, " * 6 + "cùng tham gia").sentences
    words = sentence.spoken.words.split()
    places = [0, *(before for before, _ in sentence.spoken.breaths), len(words)]
    assert len(places) > 3
    assert all(second - first <= 36 for first, second in pairwise(places))
    assert all(words[place - 1].endswith(",") for place in places[1:-1])


def test_what_follows_a_label_ends_at_its_semicolon() -> None:
    """Time, place and the rest of a notice are said one by one."""
    sentences = READER.read("Thời gian: 8h; địa điểm: nhà văn hóa; thành phần: toàn dân").sentences
    assert [sentence.spoken.words for sentence in sentences] == [
        "thời gian, tám giờ.",
        "địa điểm, nhà văn hóa.",
        "thành phần, toàn dân.",
    ]


@pytest.mark.parametrize("text", ["(" * 400_000, "bà con phường ta " * 25_000, "9" * 100_000, "(a" * 30_000])
def test_a_paragraph_without_end_is_refused(text: str) -> None:
    """It is no prose: one problem, at once."""
    assert [found.id for found in READER.read(text).problems] == ["spoken-too-long"]


def test_a_control_character_is_named() -> None:
    """It is never printed as it is."""
    (found,) = READER.read("bà\x00 con").problems
    assert (found.id, dict(found.values)) == ("spoken-unprintable", {"codes": "U+0000"})


@pytest.mark.parametrize(
    ("dialect", "written", "line"),
    [
        (Dialect(thousand="ngàn"), "1.250 người", "một ngàn hai trăm năm mươi người"),
        (Dialect(zero_tens="lẻ"), "105 hộ", "một trăm lẻ năm hộ"),
        (Dialect(first_days="mùng"), "ngày 5/6", "ngày mùng năm tháng sáu"),
        (Dialect(first_days="mùng"), "ngày 15/6", "ngày mười lăm tháng sáu"),
        (Dialect(four="bốn"), "tháng 4", "tháng bốn"),
        (Dialect(four="bốn"), "24 hộ", "hai mươi bốn hộ"),
        (Dialect(thousand="ngàn"), "10k", "mười ngàn"),
        (Dialect(thousand="ngàn", zero_tens="lẻ"), "năm 2005", "năm hai ngàn không trăm lẻ năm"),
    ],
)
def test_dialects(dialect: Dialect, written: str, line: str) -> None:
    """The station says how numbers sound."""
    assert Reader(dialect=dialect).read(written).line == line


def test_steps_tell_class_and_rule() -> None:
    """Token by token: written, class, rule, spoken."""
    assert [tuple(map(str, step)) for step in READER.explain("TP. họp 19h30 ngày 5/6")] == [
        ("TP.", "abbreviation", "lexicon: TP.", "thành phố"),
        ("họp", "word", "syllable", "họp"),
        ("19h30", "time", "clock with letters", "mười chín giờ ba mươi phút"),
        ("ngày", "word", "syllable", "ngày"),
        ("5/6", "date", "day and month", "năm tháng sáu"),
    ]


def test_steps_name_what_is_not_read() -> None:
    """The class of an unknown token says so."""
    assert [step.kind for step in READER.explain("xyzw")] == ["unread"]


DOCUMENT = """Số: 80/KH-UBND

## **KẾ HOẠCH**

1. Niêm yết tại trụ sở cơ



quan, đơn vị.

- UBND phường chủ trì;

12

#### **Nơi nhận:**

- Lưu VT.

**KT. CHỦ TỊCH
PHÓ CHỦ TỊCH**
"""


def test_a_whole_document() -> None:
    """Page numbers, recipients and signature are silent; a paragraph cut by a page break is whole again."""
    assert READER.document(DOCUMENT).line == (
        "kế hoạch số tám mươi của ủy ban nhân dân. kế hoạch. một là niêm yết tại trụ sở cơ quan, đơn vị. "
        "ủy ban nhân dân phường chủ trì"
    )


@pytest.mark.parametrize("written", ["xyzw", "một kqxz", "đuợcx", "Ω≅", "汉字"])
def test_nothing_is_guessed(written: str) -> None:
    """What is neither a word nor known is a problem, and the line is empty."""
    reading = READER.read(written)
    assert [problem.id for problem in reading.problems] == ["spoken-unread"] * len(reading.problems)
    assert reading.problems
    assert reading.line == ""


@pytest.mark.parametrize("written", ["AN TOÀN", "TU DƯỠNG", "AN", "Ở ĐÂU", "VI PHẠM", "LÀ AI"])
def test_words_in_capitals_are_words(written: str) -> None:
    """A heading in capitals reads as it would in small letters."""
    assert READER.read(written).line == written.lower()


def test_a_question_inside_a_sentence_does_not_end_it() -> None:
    """What is quoted may end in a question mark while the sentence goes on."""
    [sentence] = Reader().read("Cháu hỏi: “Bác lên tầng mấy ạ?”, dù cháu chỉ với tới nút tầng 3.").sentences
    assert sentence.spoken.words == "cháu hỏi, bác lên tầng mấy ạ, dù cháu chỉ với tới nút tầng ba."
