"""Phiếu nhập bản tin: the fields in the order of the form, and what may not be entered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from loaphuong.radio.exports import entry_form
from loaphuong.radio.programme import Item
from loaphuong.station.entry_form import EntryForm, SpeakerSystem
from loaphuong.station.show import ItemKind
from tests.making import a_media_file, a_programme, a_station
from tests.radio.exports.material import FIRST, broadcasts

if TYPE_CHECKING:
    from loaphuong.radio.exports.entry_form import FilledForm

ORDER = a_programme("con-ngo-sach", "hai-cha-con", slot=FIRST)
FILE = a_media_file(seconds=361.4, true_peak_dbtp=-1.5)
FORM = EntryForm(
    creator="Trần Thị Trực", repeats=2, gap_seconds=30, systems=(SpeakerSystem("ip", "Cụm IP", kbps=64, times=2),)
)
STATION = a_station(entry_form=FORM)


def filled(order=ORDER) -> FilledForm:
    """The form of the first broadcast for the only system."""
    [system] = FORM.systems
    return entry_form.fill_in(broadcasts()[0], order, system, "a_ip.mp3", FILE, STATION, ("Lê Duyệt, Phó Chủ tịch",))


def test_the_fields_are_those_of_the_form_in_its_order() -> None:
    """Each with what is entered."""
    assert [(field.name, field.value) for field in filled().fields] == [
        ("Tên bản tin", 'Nếp sống đẹp, "phường ta"; #{giờ} – Thứ Sáu, 27/11/2026'),
        ("Loại bản tin", "Tệp âm thanh"),
        ("Tệp", "a_ip.mp3"),
        ("Mã SHA-256 của tệp", "0" * 64),
        ("Tăng âm lượng (dB)", "0"),
        ("Chế độ phát", "Trong ngày"),
        ("Ngày phát", "27/11/2026"),
        ("Giờ bắt đầu", "16:30"),
        ("Giờ kết thúc", "16:42:33"),
        ("Thứ trong tuần", "Thứ Sáu"),
        ("Số lần phát", "2"),
        ("Cách nhau (giây)", "30"),
        ("Cụm loa", "Toàn phường"),
        ("Mức ưu tiên", "Thông thường"),
        ("Lĩnh vực", "Văn hóa – xã hội"),
        ("Tóm tắt nội dung", "1. Con ngo sach; 2. Hai cha con; 3. Nhắc quy tắc"),
        ("Người tạo", "Trần Thị Trực"),
        ("Người duyệt", "Lê Duyệt, Phó Chủ tịch"),
    ]


def test_what_stands_beside_a_field() -> None:
    """Length, size and bit rate of the file, that it is said twice in it; a notice is no emergency by itself."""
    notes = {field.name: field.note for field in filled().fields}
    assert notes["Tệp"] == "6:01, 5,8 MB, 64 kbit/s"
    assert notes["Số lần phát"] == "trong tệp đã có 2 lượt"
    assert notes["Tăng âm lượng (dB)"].startswith("không tăng âm lượng")
    urgent = replace(ORDER, items=(*ORDER.items, Item(ItemKind.NOTICE, "Mất nước", ("mat-nuoc",))))
    found = {field.name: field for field in filled(urgent).fields}["Mức ưu tiên"]
    assert found.value == "Ưu tiên"
    assert "khẩn cấp do người có thẩm quyền" in found.note


@pytest.mark.parametrize(("peak", "most"), [(-1.5, 0), (-0.1, 0), (0.4, 0), (-2.0, 1), (-6.3, 5), (-40.0, 14)])
def test_no_boost_may_clip(peak: float, most: int) -> None:
    """A decibel is left below full scale; a system lifts by 14 dB at most."""
    assert entry_form.boost(replace(FILE, true_peak_dbtp=peak))[0] == most


def test_the_page_escapes_what_it_shows() -> None:
    """And names no place of this machine."""
    page = entry_form.form_page(broadcasts()[0], [filled()], STATION).decode()
    assert "&#34;phường ta&#34;" in page
    assert page.count('data-copy="') == len(filled().fields)
    assert 'href="a_ip.mp3"' in page
    listed = entry_form.list_page({"2026-11-27-1630/phieu-nhap.html": broadcasts()[0]}, STATION).decode()
    assert 'href="2026-11-27-1630/phieu-nhap.html"' in listed
