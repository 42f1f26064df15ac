"""Reports: periods and deadlines, counts, and the three forms they are written in."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date, timedelta

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as some

from loaphuong.content.articles import Award, Correction
from loaphuong.content.genres import Genre
from loaphuong.core.problems import Stopped
from loaphuong.radio.log import Aired, Result
from loaphuong.report import document, period, writing
from loaphuong.report.gathering import Report, gather
from loaphuong.station.nouns import Reporting
from loaphuong.trust.registry import Withdrawal
from tests.making import NOW, a_code, a_content, a_programme, a_slot, a_station, an_article

REPORTING = Reporting((6, 5), (11, 15), "Nguyễn Văn Mẫu", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", ("UBND Quận", "Lưu: VT"))
STATION = a_station(reporting=REPORTING)
NOVEMBER = period.between(date(2026, 11, 1), date(2026, 11, 30))
SLOTS = [a_slot(f"2026-11-{day:02d}") for day in (3, 6, 10, 13, 17, 20)]


def line(index: int, result: Result = Result.WHOLE, seconds: float | None = 360.0) -> Aired:
    """A line of the log for one of SLOTS."""
    slot = SLOTS[index]
    return Aired(slot.name, slot.starts_at, "Chị Hoa", result, seconds, "ab", "", slot.starts_at)


def november() -> Report:
    """Four articles, six slots: three whole, one interrupted, one silent, one that nobody logged."""
    content = a_content(
        an_article("Một", award=Award("Giấy khen", "UBND phường")),
        an_article("Hai", model="chung-cu-van-hoa", residential_group="Tổ dân phố số 11"),
        an_article("Ba", section="nhac-nho", genre=Genre.NOTICE, residential_group="Tổ dân phố số 3"),
        an_article(
            "Bốn | năm", section="nhac-nho", genre=Genre.NOTICE, corrections=(Correction(date(2026, 11, 20), "a", "b"),)
        ),
        an_article("Cũ", published_at=NOW - timedelta(days=60)),
        codes=(a_code(rules=3),),
    )
    orders = [a_programme("mot", slot=slot) for slot in SLOTS]
    aired = [
        line(0, Result.SILENT),
        line(0),
        line(1),
        line(2, seconds=None),
        line(3, Result.INTERRUPTED, 100.0),
        line(4, Result.SILENT, None),
    ]
    gone = [Withdrawal("bai-cu", "Chị Hoa", NOW, "rút đồng ý"), Withdrawal("x", "y", NOW - timedelta(days=90), "")]
    return gather(NOVEMBER, content, orders, aired, SLOTS, gone)


def test_everything_is_counted_once() -> None:
    """The last line of a slot counts; what nobody logged was missed; other months are not in."""
    report = november()
    assert len(report.articles) == 4
    assert report.counts == (
        ("Chuyên mục", (("Guong tot", 2), ("Nhac nho", 2))),
        ("Thể loại", (("Gương người tốt, việc tốt", 2), ("Thông báo, nhắc nhở", 2))),
        ("Mô hình", (("Chung cư văn hóa", 1),)),
        ("Tổ dân phố", (("Tổ dân phố số 3", 1), ("Tổ dân phố số 11", 1))),
    )
    assert (len(report.planned), report.whole, report.interrupted) == (6, 3, 1)
    assert report.missed == (SLOTS[4].name, SLOTS[5].name)
    assert report.seconds == 360 + 360 + a_programme("mot").seconds + 100
    assert [entry.name for entry in report.withdrawals] == ["bai-cu"]
    assert [article.title for article, _ in report.corrections] == ["Bốn | năm"]
    assert report.awards == 1


def test_rules_are_covered_by_date() -> None:
    """Two of three rules were heard, on the days their bulletins were on air."""
    report = november()
    assert [len(rule.days) for rule in report.covered] == [4, 4, 0]
    assert report.rules_heard == 2
    assert [rule.rule for rule in report.covered if not rule.days] == ["qd-1665#r3"]
    rows = list(csv.reader(io.StringIO(writing.matrix(report.covered).decode("utf-8-sig"))))
    assert rows[0][4:] == ["03/11/2026", "06/11/2026", "10/11/2026", "13/11/2026"]
    assert rows[1][3:] == ["4", "x", "x", "x", "x"]
    assert rows[3][3:] == ["0", "", "", "", ""]


@pytest.mark.parametrize(
    ("name", "first", "last", "title"),
    [
        ("2026-6-thang", date(2025, 11, 16), date(2026, 6, 5), "6 tháng đầu năm 2026"),
        ("2026-nam", date(2025, 11, 16), date(2026, 11, 15), "năm 2026"),
    ],
)
def test_a_period_begins_after_the_last_report(name: str, first: date, last: date, title: str) -> None:
    """By the deadlines of station.toml."""
    found = period.parse(name, REPORTING)
    assert (found.first, found.last, found.title) == (first, last, title)


@pytest.mark.parametrize("name", ["2026", "2026-quy-1", "nam-2026", "", "0001-nam", "99999-nam"])
def test_an_unknown_period_is_a_usage_problem(name: str) -> None:
    """With the two forms that are known."""
    with pytest.raises(Stopped) as stopped:
        period.parse(name, REPORTING)
    assert stopped.value.problems[0].id == "period-unknown"


def test_a_period_that_ends_before_it_begins_is_named() -> None:
    """--from and --to in the wrong order."""
    with pytest.raises(Stopped):
        period.between(date(2026, 2, 1), date(2026, 1, 1))


@given(some.dates(date(2020, 1, 1), date(2035, 12, 31)))
def test_the_next_deadlines_are_ahead_and_in_order(today: date) -> None:
    """Two of them, today's counted."""
    one, two = period.due(REPORTING, today)
    assert today <= one.last < two.last
    assert (one.last.month, one.last.day) in {(6, 5), (11, 15)}


def test_markdown_says_it_all() -> None:
    """Headings, tables, the list of articles, what was missed."""
    text = writing.markdown(november(), STATION)
    assert "## Tin, bài đã đăng: 4" in text
    assert "| Nhac nho | 2 |" in text
    assert "Không phát: 2026-11-17-1630, 2026-11-20-1630." in text
    assert "nhắc trên loa: 2/3" in text
    assert "Bốn \\| năm" in text


def test_the_table_holds_each_number_once() -> None:
    """One row a number; no row twice."""
    rows = list(csv.reader(io.StringIO(writing.table(november()).decode("utf-8-sig"))))
    assert rows[0] == ["Nhóm", "Mục", "Số lượng"]
    assert ["Phát thanh", "Gián đoạn", "1"] in rows
    keys = [tuple(row[:2]) for row in rows]
    assert len(keys) == len(set(keys))


def words(data: bytes) -> str:
    """All words of a .docx, tables included."""
    opened = Document(io.BytesIO(data))
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in opened.paragraphs), *cells])


def test_the_document_is_an_administrative_page() -> None:
    """A4, the margins and the type of Nghị định 30/2020, quốc hiệu, number, recipients, signature."""
    data = document.render(november(), STATION, NOW)
    opened = Document(io.BytesIO(data))
    section = opened.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert 20 <= round(section.top_margin.mm) <= 25
    assert 30 <= round(section.left_margin.mm) <= 35
    assert 15 <= round(section.right_margin.mm) <= 20
    assert opened.styles["Normal"].font.name == "Times New Roman"
    text = words(data)
    for said in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "ỦY BAN NHÂN DÂN",
        "PHƯỜNG BẠCH ĐẰNG",
        "Số:       /BC-UBND",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Nguyễn Văn Mẫu",
        "- Lưu: VT.",
        "phát đủ 3, gián đoạn 1, không phát 2",
        "2 trên 3 điều",
    ):
        assert said in text


def test_the_same_report_is_the_same_bytes() -> None:
    """In every form."""
    assert document.render(november(), STATION, NOW) == document.render(november(), STATION, NOW)
    assert writing.table(november()) == writing.table(november())


def test_an_empty_period_is_a_report_too() -> None:
    """A new ward, no codes, an office that is no committee: every form is written."""
    nothing = gather(NOVEMBER, a_content(codes=(), articles=()), (), (), ())
    station = replace(STATION, ward=replace(STATION.ward, authority="Đài truyền thanh phường"))
    assert "đã đăng: 0" in writing.markdown(nothing, station)
    assert writing.table(nothing)
    assert "TM. ỦY BAN" not in words(document.render(nothing, station, NOW))
