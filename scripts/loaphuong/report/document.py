"""The report as an editable .docx on the administrative page of Nghị định 30/2020/NĐ-CP.

A4; margins 20 mm above and below, 30 mm left, 15 mm right; Times New Roman 14; quốc hiệu and tiêu ngữ; number and date
left open for the clerk; nơi nhận and the signature block; page numbers at the top from the second page on.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from loaphuong.core import archive
from loaphuong.core.characters import harmless
from loaphuong.core.vietnamese import day, number
from loaphuong.report.writing import broadcasts, by_code, tables
from loaphuong.station.organisations import find_ended

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from loaphuong.report.gathering import Report
    from loaphuong.station.nouns import Station

FONT = "Times New Roman"
SIZE, SMALL, SMALLER = Pt(14), Pt(13), Pt(12)
LEFT, CENTRE, BOTH = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
COMMITTEE = "Ủy ban nhân dân "
BLANK = "…" * 12


def render(report: Report, station: Station, now: datetime) -> bytes:
    """The document."""
    document = Document()
    page(document)
    letterhead(document, station, now)
    heading(document, report, station)
    body(document, report, station)
    signature(document, station, now)
    properties = document.core_properties
    properties.author = properties.last_modified_by = station.ward.authority
    properties.title = f"Báo cáo tin, bài và phát thanh {report.period.title}"
    properties.language = "vi-VN"
    properties.comments = ""
    properties.created = properties.modified = now.replace(tzinfo=None)
    stream = io.BytesIO()
    document.save(stream)
    return repack(stream.getvalue())


def repack(data: bytes) -> bytes:
    """The same files, without the time of writing: equal reports are equal bytes."""
    with zipfile.ZipFile(io.BytesIO(data)) as given:
        return archive.pack((name, given.read(name)) for name in given.namelist())


def page(document: Any) -> None:
    """Paper, margins, type, and the page number."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, SIZE
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    style.paragraph_format.space_after = style.paragraph_format.space_before = Pt(0)
    style.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
    top = section.header.paragraphs[0]
    top.alignment = CENTRE
    run = top.add_run()
    run.font.size = SMALL
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)  # noqa: SLF001 - python-docx has no fields of its own


def put(paragraph: Any, text: str, *, size: Any = None, bold: bool = False, italic: bool = False) -> Any:
    """A run at the end of a paragraph."""
    run = paragraph.add_run(harmless(text))
    run.bold, run.italic = bold, italic
    if size is not None:
        run.font.size = size
    return run


def line(cell: Any, text: str, *, first: bool = False, align: Any = CENTRE, **look: Any) -> Any:
    """A paragraph of a table cell; the first one is there already."""
    paragraph = cell.paragraphs[0] if first else cell.add_paragraph()
    paragraph.alignment = align
    put(paragraph, text, **look)
    return paragraph


def draw_rule(paragraph: Any, indent: Any) -> None:
    """Make an empty paragraph a short line, as under the name of the office."""
    look = paragraph.paragraph_format
    look.left_indent = look.right_indent = indent
    look.line_spacing, look.space_after = Pt(4), Pt(8)
    borders = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "auto")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    paragraph._p.get_or_add_pPr().append(borders)  # noqa: SLF001 - python-docx has no borders of its own


def set_size(table: Any, widths: Sequence[Any]) -> None:
    """Fix the widths of a table's columns, and keep each row on one page."""
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for index, width in enumerate(widths):
        table.columns[index].width = width
        for cell in table.columns[index].cells:
            cell.width = width
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - as above


def columns(document: Any, *widths: Any) -> Any:
    """A row of cells without lines."""
    table = document.add_table(rows=1, cols=len(widths))
    set_size(table, widths)
    return table.rows[0].cells


def letterhead(document: Any, station: Station, now: datetime) -> None:
    """The office on the left, the country on the right; number and day left open."""
    office, country = columns(document, Mm(68), Mm(97))
    authority = station.ward.authority
    upper, lower = (COMMITTEE.strip(), authority.removeprefix(COMMITTEE)) if COMMITTEE in authority else ("", authority)
    if upper:
        line(office, upper.upper(), first=True, size=SMALL, bold=True)
    line(office, lower.upper(), first=not upper, size=SMALL, bold=True)
    draw_rule(office.add_paragraph(), Mm(22))
    line(office, "Số:       /BC-UBND", size=SMALL)
    line(country, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", first=True, size=SMALLER, bold=True)
    line(country, "Độc lập - Tự do - Hạnh phúc", size=SMALL, bold=True)
    draw_rule(country.add_paragraph(), Mm(15))
    place = station.ward.name.removeprefix("Phường ").removeprefix("Xã ")
    line(country, f"{place}, ngày      tháng      năm {now.year}", size=SMALL, italic=True)


def heading(document: Any, report: Report, station: Station) -> None:
    """Báo cáo, and of what."""
    title = document.add_paragraph()
    title.alignment = CENTRE
    title.paragraph_format.space_before = Pt(18)
    put(title, "BÁO CÁO", bold=True)
    about = document.add_paragraph()
    about.alignment = CENTRE
    what = "Kết quả tuyên truyền trên trang thông tin và hệ thống truyền thanh"
    put(about, f"{what} {ward_in_sentence(station)}", bold=True)
    again = document.add_paragraph()
    again.alignment = CENTRE
    put(again, report.period.title, bold=True)
    draw_rule(document.add_paragraph(), Mm(62))


def ward_in_sentence(station: Station) -> str:
    """phường Bạch Đằng, inside a sentence."""
    name = station.ward.name
    return name[:1].lower() + name[1:]


def paragraph(document: Any, text: str, *, bold: bool = False) -> Any:
    """A paragraph of the body: both edges straight, the first line indented."""
    made = document.add_paragraph()
    made.alignment = BOTH
    made.paragraph_format.first_line_indent = Mm(12.7)
    made.paragraph_format.space_after = Pt(6)
    made.paragraph_format.keep_with_next = bold
    put(made, text, bold=bold)
    return made


def grid(document: Any, head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A ruled table, its head repeated on each page."""
    shown = [[str(entry) for entry in row] for row in rows]
    table = document.add_table(rows=1 + len(shown), cols=len(head))
    table.style = "Table Grid"
    set_size(table, (Mm(165 - 28 * (len(head) - 1)), *[Mm(28)] * (len(head) - 1)))
    repeat = OxmlElement("w:tblHeader")
    repeat.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)  # noqa: SLF001 - python-docx cannot repeat a head
    for row_index, (row, texts) in enumerate(zip(table.rows, [list(head), *shown], strict=True)):
        for index, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            align = LEFT if row_index and not index else CENTRE
            line(cell, text, first=True, align=align, size=SMALL, bold=row_index == 0)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def body(document: Any, report: Report, station: Station) -> None:
    """What was done, in numbers; what only people can say is left open."""
    period = report.period
    days = f"từ ngày {day(period.first)} đến ngày {day(period.last)}"
    when = period.title if period.title == days else f"{period.title} ({days})"
    paragraph(
        document,
        f"Thực hiện chế độ báo cáo, {station.ward.authority} báo cáo kết quả tuyên truyền {when} như sau:",
    )
    paragraph(document, "I. KẾT QUẢ THỰC HIỆN", bold=True)
    paragraph(document, "1. Tin, bài trên trang thông tin", bold=True)
    awards = f", trong đó có {report.awards} bài về gương được khen thưởng" if report.awards else ""
    paragraph(document, f"Trong kỳ đã đăng {number(len(report.articles))} tin, bài{awards}.")
    for title, counts in tables(report):
        grid(document, (title, "Số tin, bài"), counts)
    paragraph(document, "2. Phát thanh", bold=True)
    paragraph(
        document,
        f"Theo lịch có {len(report.planned)} bản tin; phát đủ {report.whole}, gián đoạn {report.interrupted}, "
        f"không phát {len(report.missed)}; tổng thời lượng đã phát {number(round(report.seconds / 60))} phút.",
    )
    grid(document, ("Bản tin", "Số lượng"), broadcasts(report))
    paragraph(document, "3. Tuyên truyền các bộ quy tắc ứng xử", bold=True)
    paragraph(document, f"Đã nhắc trên loa {report.rules_heard} trên {len(report.covered)} điều của các bộ quy tắc.")
    if report.covered:
        grid(document, ("Bộ quy tắc", "Đã nhắc", "Số điều"), by_code(report.covered))
    if report.posted:
        paragraph(document, f"Đã niêm yết {sum(count for _, count in report.posted)} bản in.")
        grid(document, ("Văn bản", "Số bản"), report.posted)
    paragraph(document, "4. Cải chính và gỡ bài", bold=True)
    paragraph(document, f"Cải chính {len(report.corrections)} nội dung; gỡ {len(report.withdrawals)} bài.")
    for article, correction in report.corrections:
        paragraph(document, f"- Ngày {day(correction.on)}, bài “{article.title}”: {correction.right}")
    paragraph(document, "II. KHÓ KHĂN, HẠN CHẾ", bold=True)
    paragraph(document, BLANK)
    paragraph(document, "III. NHIỆM VỤ TRỌNG TÂM THỜI GIAN TỚI", bold=True)
    paragraph(document, BLANK)
    paragraph(document, f"Trên đây là báo cáo của {station.ward.authority}./.")


def list_recipients(station: Station, now: datetime) -> tuple[str, ...]:
    """Who receives the report: those that still are."""
    return tuple(
        name for name in station.reporting.recipients if not find_ended(station.organisations, name, now.date())
    )


def signature(document: Any, station: Station, now: datetime) -> None:
    """Nơi nhận on the left; who signs, for whom, on the right, with room for the seal."""
    left, right = columns(document, Mm(80), Mm(85))
    line(left, "Nơi nhận:", first=True, align=LEFT, size=SMALLER, bold=True, italic=True)
    recipients = list_recipients(station, now)
    for index, recipient in enumerate(recipients):
        end = "." if index == len(recipients) - 1 else ";"
        line(left, f"- {recipient}{end}", align=LEFT, size=Pt(11))
    titles = station.reporting.signer_title.splitlines() or [""]
    lines = ["TM. ỦY BAN NHÂN DÂN", *titles] if COMMITTEE in station.ward.authority else titles
    for index, text in enumerate(lines):
        line(right, text.upper(), first=index == 0, bold=True)
    for _ in range(4):
        line(right, "")
    line(right, station.reporting.signer, bold=True)
