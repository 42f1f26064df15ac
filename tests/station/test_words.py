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
name = "Chiều"
[chuong_trinh.loi]
ident = "Xin chào."
[giong.lan]
engine = "espeak"
label = "Giọng một"
options = { variety = "vi" }
[[khung_gio]]
weekday = "thứ ba"
""")
SAID = {
    "phuong.name": "Phường thử",
    "chuong_trinh.0.name": "Sáng",
    "chuong_trinh.1.name": "Chiều",
    "chuong_trinh.1.loi.ident": "Xin chào.",
    "giong.lan.label": "Giọng một",
}


def test_what_is_said_or_shown_is_a_word() -> None:
    """Names, phrases and labels, in any show; engines, days and bounds are settings."""
    assert words.flatten(VALUES) == SAID


def test_other_words_take_their_place_and_new_ones_leave() -> None:
    """A phrase that nobody approved is taken out; settings stay as they are written; a show that is gone stays gone."""
    values = copy.deepcopy(VALUES)
    values["phuong"]["motto"] = "Chưa ai duyệt"
    del values["chuong_trinh"][1]
    words.impose(values, SAID | {"phuong.name": "Phường cũ"})
    assert values["phuong"] == {"name": "Phường cũ", "demonstration": True}
    assert values["chuong_trinh"] == [{"name": "Sáng", "maximum_seconds": 300}]
    assert values["giong"]["lan"]["engine"] == "espeak"


def test_a_station_with_its_own_words_is_itself() -> None:
    """Taking the words out of a file and putting them back changes nothing."""
    assert station.load(FIXTURE, station.written_words(FIXTURE)) == station.load(FIXTURE)
