"""The report as an administrative document."""

from __future__ import annotations

import io
from dataclasses import replace

from docx import Document

from loaphuong.report import document, writing
from loaphuong.report.gathering import gather
from tests.making import NOW, a_content
from tests.report.material import NOVEMBER, STATION, november


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
