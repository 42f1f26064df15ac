"""The lexicon: what a clerk may write in it, what is wrong with a line, which entry wins."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaphuong.core.where import Where
from loaphuong.speech.nouns import LexiconEntry
from loaphuong.speech.spoken import Lexicon, Reader
from loaphuong.speech.spoken.lexicon import load_built_in, parse, table

if TYPE_CHECKING:
    from pathlib import Path

PATH = "audio/lexicon.tsv"


def reader(text: str) -> Reader:
    """A reader with these lines above the built-in table."""
    lexicon, problems = parse(text, PATH)
    assert not problems
    return Reader(lexicon)


def test_lines_become_entries() -> None:
    """Comments and blank lines are left out; columns are trimmed; the byte-order mark and NFD do no harm."""
    lexicon, problems = parse("\ufeff# ghi chú\n\nXYZ\tích y dét \ttrước số\tghi chú\n", PATH)
    assert not problems
    assert lexicon == Lexicon((LexiconEntry("XYZ", "ích y dét", "trước số", Where(PATH, 3)),))


@pytest.mark.parametrize(
    ("line", "id"),
    [
        ("XYZ", "lexicon-empty"),
        ("\tích", "lexicon-empty"),
        ("XYZ\techo", "lexicon-syllable"),
        ("XYZ\tích 1", "lexicon-syllable"),
        ("XYZ\tích\tsau này", "lexicon-condition"),
        ("XYZ\tích\ttrước:", "lexicon-condition"),
        ("XYZ\tích\t\tghi chú\tthừa", "lexicon-columns"),
        ("ABC\ta\nABC\tbê", "lexicon-twice"),
        ("Zalo\tda lô\nzalo\tda lo", "lexicon-twice"),
        ("AB\x00C\ta", "spoken-unprintable"),
        ("Uû ban\tuû ban nh©n d©n", "spoken-legacy"),
        (f"{'9' * 100_000}\ta", "lexicon-long"),
    ],
)
def test_a_wrong_line_is_reported_and_left_out(line: str, id: str) -> None:  # noqa: A002 - the catalogue's word
    """Each mistake has a problem of its own at its own line; the good lines stay."""
    lexicon, problems = parse(f"# đầu\nTDX\ttổ\n{line}\n", PATH)
    assert [problem.id for problem in problems] == [id]
    assert problems[0].where == Where(PATH, 3 + line.count("\n"))
    assert lexicon.entries[0].written == "TDX"


def test_all_mistakes_are_reported_at_once() -> None:
    """One run names them all."""
    _, problems = parse("A B\nXYZ\tzzz\nQ\ta\tb\n", PATH)
    assert [problem.where.line for problem in problems] == [1, 2, 3]


@pytest.mark.parametrize(
    ("entry", "written", "spoken"),
    [
        ("TDP\ttổ tự quản", "TDP số 5", "tổ tự quản số năm"),
        ("Bếp Xanh\tbếp xanh của phường", "bếp xanh", "bếp xanh của phường"),
        ("XYZW\tâu cơ", "xyzw", ""),
        ("K.\tkhu\ttrước tên riêng", "K. Thành Công", "khu thành công"),
        ("CTV\tcộng tác viên\ttrước: phường, quận", "CTV phường", "cộng tác viên phường"),
        ("XT\txe tải\tsau: cấm, hạn chế", "cấm XT vào giờ cao điểm", "cấm xe tải vào giờ cao điểm"),
        ("XT\txe tải\tsau số", "5 XT", "năm xe tải"),
        ("XT\txe tải\ttrước số", "XT 5", "xe tải năm"),
        ("CAM\tca mờ\tkhông hoa", "CAM KẾT", "cam kết"),
        ("A,B-C\ta bê xê", "A, B - C", "a bê xê"),
        ("5S\tnăm ét", "mô hình 5S", "mô hình năm ét"),
        ("KT\tkỹ thuật\tkhông sau: phòng", "tổ KT", "tổ kỹ thuật"),
        ("(((\tmở ngoặc", "(((", "mở ngoặc"),
    ],
)
def test_an_entry_is_read(entry: str, written: str, spoken: str) -> None:
    """The station's line is used, where its condition holds, before the built-in one."""
    assert reader(entry).read(written).line == spoken


def test_the_longest_entry_wins() -> None:
    """Whatever the order of the lines."""
    assert reader("XY\tích y\nXY AB\tích y và a bê").read("XY AB").line == "ích y và a bê"


def test_an_unknown_token_says_what_to_add() -> None:
    """The problem names the token; with the line added, it reads."""
    reading = Reader().read("Mô hình xyzw", Where("bai.md", 7))
    assert [(problem.id, str(problem.where), dict(problem.values)["token"]) for problem in reading.problems] == [
        ("spoken-unread", "bai.md:7", "xyzw")
    ]
    assert reading.line == ""
    assert reader("xyzw\tích tê").read("Mô hình xyzw").line == "mô hình ích tê"


@pytest.mark.parametrize("name", ["abbreviations", "loanwords", "names"])
def test_built_in_tables_are_sound(name: str) -> None:
    """They are held to the same rules as a station's."""
    assert parse(table(name), name)[1] == ()


def test_built_in_forms_are_found() -> None:
    """Every built-in form without a condition reads as its own line says."""
    read = Reader().read
    wrong = [
        (entry.written, entry.spoken, read(entry.written).line)
        for entry in load_built_in()
        if not entry.condition and read(entry.written).line.rstrip(".") != entry.spoken
    ]
    known = {entry.written for entry in load_built_in() if entry.condition}
    assert [row for row in wrong if row[0] not in known] == []


def test_no_table_is_empty(tmp_path: Path) -> None:
    """Each table holds at least fifty lines."""
    for name in ("abbreviations", "loanwords", "names", "documents", "issuers", "units"):
        assert sum(1 for line in table(name).splitlines() if line and not line.startswith("#")) >= 50


@pytest.mark.parametrize("reading", ["hoá giải", "Hòa giải", '"hòa giải"'])
def test_a_reading_is_taken_as_a_clerk_types_it(reading: str) -> None:
    """The older place of the tone, a capital, a spreadsheet's quotation marks: all the same reading."""
    found, problems = parse(f"HG\t{reading}\n", "audio/lexicon.tsv")
    assert not problems
    assert found.entries[0].spoken in {"hóa giải", "hòa giải"}
