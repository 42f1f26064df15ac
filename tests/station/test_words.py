"""The words of station.toml, told apart from its settings."""

from __future__ import annotations

import copy
import tomllib

from loaphuong import station
from loaphuong.station import words
from tests.package import FIXTURE

VALUES = tomllib.loads("""
[phuong]
name = "Phường thử"
demonstration = true
[[chuong_trinh]]
name = "Sáng"
maximum_seconds = 300
[[chuong_trinh]]
enabled = false
key = "dem"
name = "Đêm"
[[chuong_trinh]]
key = "chieu"
name = "Chiều"
edition = "Buổi chiều"
[chuong_trinh.loi]
ident = "Xin chào."
[giong.lan]
engine = "espeak"
label = "Giọng một"
options = { variety = "vi" }
[[khung_gio]]
weekday = "thứ ba"
at = "16.30"
cluster = "Toàn phường"
[lich]
closed = [{ on = "24/12/2026", why = "Sửa loa" }, { on = "25/12/2026", why = "Chưa ai duyệt" }]
""")
SAID = {
    "phuong.name": "Phường thử",
    "chuong_trinh.name": "Sáng",
    "chuong_trinh:chieu.name": "Chiều",
    "chuong_trinh:chieu.edition": "Buổi chiều",
    "chuong_trinh:chieu.loi.ident": "Xin chào.",
    "giong.lan.label": "Giọng một",
    "khung_gio.[thứ ba 16.30].cluster": "Toàn phường",
    "lich.closed.[24/12/2026].why": "Sửa loa",
    "lich.closed.[25/12/2026].why": "Chưa ai duyệt",
}


def test_what_is_said_or_shown_is_a_word() -> None:
    """Names, phrases and labels, in any show on the air; engines, days and bounds are settings."""
    assert words.flatten(VALUES) == SAID


def test_other_words_take_their_place_and_new_ones_leave() -> None:
    """A phrase that nobody approved is taken out; settings stay as they are written; a show that is gone stays gone."""
    values = copy.deepcopy(VALUES)
    values["phuong"]["motto"] = "Chưa ai duyệt"
    del values["chuong_trinh"][1:]
    values["khung_gio"].insert(0, {"weekday": "thứ hai", "cluster": "Chưa ai duyệt"})
    approved = {key: text for key, text in SAID.items() if "25/12" not in key}
    words.impose(values, approved | {"phuong.name": "Phường cũ"})
    assert values["phuong"] == {"name": "Phường cũ", "demonstration": True}
    assert values["chuong_trinh"] == [{"name": "Sáng", "maximum_seconds": 300}]
    assert values["giong"]["lan"]["engine"] == "espeak"
    assert [slot.get("cluster") for slot in values["khung_gio"]] == [None, "Toàn phường"]
    assert [day["why"] for day in values["lich"]["closed"]] == ["Sửa loa", "nghỉ phát"]


def test_a_station_with_its_own_words_is_itself() -> None:
    """Taking the words out of a file and putting them back changes nothing."""
    assert station.load(FIXTURE, station.written_words(FIXTURE)) == station.load(FIXTURE)


def test_where_a_show_stands_in_the_file_does_not_matter() -> None:
    """The words are those of a show, not of its place; one table or several, approved is approved."""
    values = copy.deepcopy(VALUES)
    values["chuong_trinh"].reverse()
    assert words.flatten(values) == SAID
    values["chuong_trinh"] = values["chuong_trinh"][2]
    assert words.flatten(values)["chuong_trinh.name"] == "Sáng"
    words.impose(values, {"chuong_trinh.name": "Sớm"})
    assert values["chuong_trinh"]["name"] == "Sớm"
