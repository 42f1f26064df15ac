"""audio/station.toml becomes the station, and every mistake in it a problem at its line."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaphuong import station
from loaphuong.core import forms
from loaphuong.station import toml_lines
from loaphuong.station.calendar import Calendar, Closure, MovedSlot
from loaphuong.station.nouns import Dialect, Pauses, Profile, Publisher, Reporting, Trust, VoiceSettings
from loaphuong.station.show import Planning, Words
from loaphuong.station.written import Voices, WrittenShow, WrittenSlot
from tests.package import FIXTURE

OWN = (FIXTURE / station.FILE).read_text(encoding="utf-8")
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
LEAST = """
[phuong]
name = "Phường"
authority = "Ủy ban"
parent = "Thành phố"
station_name = "Đài"
description = "Trang của phường."
site_url = "https://phuong.example"
email = "a@phuong.example"
phone = "024"
address = "Trụ sở"
[chuong_trinh]
name = "Bản tin"
[[khung_gio]]
weekday = "Chủ nhật"
at = "17h"
[lich]
closed = [{ on = "20/02/2027", why = "Sửa loa" }]
moved = [{ from = "24/11/2026 16:30", to = 2026-11-25T16:30:00 }]
opened = ["02/09/2027"]
[loi]
ident = "Đây là {station}."
date = "Hôm nay {weekday}, {date}."
contents = "{items}"
lead_in = "{title}"
part = "{title} {part}"
recap_part = "{previous} {title}"
rule = "{code}"
recap = "{items}"
correction = "{wrong} {right}"
repeat = "{date}"
sign_off = "Hết."
synthetic = ""
[giong]
announcers = ["may"]
[giong.may]
engine = "espeak"
label = "Máy"
synthetic = true
options = { rate = 150, slow = false, variety = "vi" }
[ban_phat.loa]
highpass_hz = 250
[ban_phat.web]
highpass_hz = 80
"""


def load(tmp_path: Path, text: str) -> tuple[object, list[str]]:
    """The station of a text, and what is wrong with it."""
    file = tmp_path / station.FILE
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    loaded, problems = station.load(tmp_path)
    return loaded, [f"{found.id}:{found.where.line}" for found in problems]


def test_a_whole_file_has_no_problems() -> None:
    """Settings that name everything are right, and each key knows its line."""
    loaded, problems = station.load(FIXTURE)
    assert not problems
    assert loaded is not None
    lines = OWN.split("\n")
    assert "16:30" in lines[loaded.at("khung_gio.1.at").line - 1]
    assert lines[loaded.at("giong.minh.engine").line - 1].startswith("engine")
    assert loaded.at("giong.minh.engine").line > loaded.at("giong.lan.engine").line


def test_what_is_left_out_has_the_usual_value(tmp_path: Path) -> None:
    """A short file is a whole station: rules of the place, pauses and planning stand by themselves."""
    (tmp_path / "audio").mkdir()
    (tmp_path / station.FILE).write_text(LEAST, encoding="utf-8")
    loaded, problems = station.load(tmp_path)
    assert not problems
    assert loaded is not None
    assert (loaded.main.bounds.minimum_seconds, loaded.main.bounds.maximum_seconds) == (300, 420)
    assert loaded.ward.site_url == "https://phuong.example/"
    assert [(slot.weekday, slot.at) for slot in loaded.main.slots] == [(6, time(17))]
    assert loaded.calendar.closed == (Closure(date(2027, 2, 20), "Sửa loa"),)
    assert loaded.calendar.opened == (date(2027, 9, 2),)
    moved = MovedSlot(datetime(2026, 11, 24, 16, 30, tzinfo=HANOI), datetime(2026, 11, 25, 16, 30, tzinfo=HANOI))
    assert loaded.calendar.moved == (moved,)
    assert loaded.voices[0].options == (("rate", "150"), ("slow", "false"), ("variety", "vi"))
    assert loaded.reporting.half_year == (6, 5)
    assert loaded.trust.require_approval


WEEKDAYS = [
    *[(spelling, 0) for spelling in ("thứ hai", "Thứ Hai", "THU HAI", "thứ 2", "T2", "hai")],
    *[(spelling, 5) for spelling in ("thứ bảy", "Thứ Bảy", "thu 7", "t7")],
    *[(spelling, 6) for spelling in ("chủ nhật", "Chủ Nhật", "chu nhat", "CN")],
]


@pytest.mark.parametrize(("spelling", "number"), WEEKDAYS)
def test_days_of_the_week_as_people_write_them(tmp_path: Path, spelling: str, number: int) -> None:
    """Accents, capitals and short forms do not matter."""
    loaded, wrong = load(tmp_path, LEAST.replace("Chủ nhật", spelling))
    assert not wrong
    assert loaded.main.slots[0].weekday == number


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    """Mistakes in five tables, and of a voice, are told in one run, in the order of lines."""
    text = (
        LEAST.replace('"Chủ nhật"', '"thứ chín"')
        .replace('"17h"', '"25:00"')
        .replace("synthetic = true", 'synthetic = "máy"')
        .replace("highpass_hz = 250", "highpass_hz = -1")
        .replace('phone = "024"', "phone = 24")
    )
    loaded, wrong = load(tmp_path, text)
    assert loaded is None
    assert wrong == ["field-type:10", "weekday-unknown:15", "date-impossible:16", "field-type:39", "field-range:42"]


def test_no_file_and_no_text_are_problems(tmp_path: Path) -> None:
    """A missing, empty or linked-away file has one problem each."""
    assert [found.id for found in station.load(tmp_path)[1]] == ["station-missing"]
    loaded, wrong = load(tmp_path, "")
    assert loaded is None
    assert set(wrong) == {"field-missing:1"}
    file = tmp_path / station.FILE
    file.unlink()
    file.symlink_to("/etc/hostname")
    assert [found.id for found in station.load(tmp_path)[1]] == ["path-outside"]
    file.unlink()
    file.mkdir()
    assert [found.id for found in station.load(tmp_path)[1]] == ["station-not-text"]


def test_words_that_look_like_keys_have_no_lines() -> None:
    """In a text of several lines nothing is a key."""
    text = 'a = """\nb = 1\n"""\n[t]\nb = 2\n'
    values, lines = toml_lines.parse(text, station.FILE)
    assert values["t"]["b"] == 2
    assert lines == {"a": 1, "t": 4, "t.b": 5}


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(st.integers(0, len(OWN)), st.text(st.characters(exclude_categories=["Cs"]), max_size=4)), max_size=3
    )
)
def test_any_change_ends_in_a_station_or_in_problems(changes: list[tuple[int, str]]) -> None:
    """No text of settings ends in an error; every problem names a line that is there."""
    text = OWN
    for place, letters in changes:
        text = text[:place] + letters + text[place + 1 :]
    with TemporaryDirectory() as folder:
        file = Path(folder) / station.FILE
        file.parent.mkdir()
        file.write_bytes(text.encode())
        loaded, problems = station.load(Path(folder))
    assert loaded or problems
    last = len(re.split(r"\r\n|\r|\n", text))
    assert all(0 <= found.where.line <= last and found.what and found.hint for found in problems)


def test_every_key_has_a_label() -> None:
    """Whoever makes a mistake is told of the field in words, beside its key."""
    tables = [Calendar, Closure, Dialect, MovedSlot, Pauses, Planning, Profile, Publisher, Reporting, Trust]
    for table in (*tables, VoiceSettings, Voices, Words, WrittenShow, WrittenSlot):
        assert [key for key, field in forms.keys(table).items() if not field.title] == [], table


def test_a_mistake_is_told_by_the_label(tmp_path: Path) -> None:
    """Giờ phát, not only khung_gio.1.at."""
    load(tmp_path, LEAST.replace('at = "17h"', 'at = "25:00"'))
    _, problems = station.load(tmp_path)
    assert "Giờ phát" in problems[0].what
