"""Shows in station.toml: what each takes from the station, where its settings stand, and what cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaphuong import station
from loaphuong.radio import shows
from loaphuong.station.show import ItemKind
from tests.package import FIXTURE

if TYPE_CHECKING:
    from pathlib import Path

    from loaphuong.core.problems import Problem
    from loaphuong.station.nouns import Station

SINGLE = (FIXTURE / station.FILE).read_text(encoding="utf-8")
HEAD = "[chuong_trinh]"
SECOND = """[[chuong_trinh]]
key = "thong-bao"
name = "Thông báo"
minutes = [1, 2]
khung_gio = [{ weekday = ["thứ hai", "thứ tư"], at = "06:30" }]

[chuong_trinh.len_chuong_trinh]
rest_days = 3

[chuong_trinh.loi]
ident = "Mời bà con nghe {programme}."

"""


def load(root: Path, text: str) -> tuple[Station | None, tuple[Problem, ...]]:
    """The station of a text."""
    file = root / station.FILE
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return station.load(root)


def several(*tables: str) -> str:
    """The fixture's station, its show as the first of several."""
    return SINGLE.replace(HEAD, f"[{HEAD}]").replace("[lich]", f"{''.join(tables)}[lich]", 1)


def test_one_table_and_one_of_several_are_the_same(tmp_path: Path) -> None:
    """Today's file, and the same one with its show as the only one of a list."""
    one, several_of_one = (load(tmp_path, text)[0] for text in (SINGLE, several()))
    assert one == several_of_one
    assert one is not None
    assert (one.main.key, one.main.segments) == ("ban-tin", tuple(ItemKind))


def test_a_show_takes_from_the_station_what_it_does_not_say(tmp_path: Path) -> None:
    """Words and planning key by key, announcers and segments whole; slots never."""
    loaded, problems = load(tmp_path, several(SECOND))
    assert not problems
    assert loaded is not None
    main, second = loaded.shows
    assert second.words.ident == "Mời bà con nghe {programme}."
    assert second.words.sign_off == main.words.sign_off
    assert (second.planning.rest_days, second.planning.reminder_rules) == (3, main.planning.reminder_rules)
    assert (second.announcers, second.segments) == (main.announcers, main.segments)
    assert [(rule.weekday, f"{rule.at:%H:%M}") for rule in second.slots] == [(0, "06:30"), (2, "06:30")]
    assert loaded.show("thong-bao") is second
    assert loaded.show("khong-con") is main


def test_each_setting_knows_its_line(tmp_path: Path) -> None:
    """A show's own line where it has one, else that of the station's table."""
    text = several(SECOND)
    loaded, _ = load(tmp_path, text)
    assert loaded is not None
    main, second = loaded.shows
    lines = text.split("\n")
    assert lines[second.at("loi.ident").line - 1] == 'ident = "Mời bà con nghe {programme}."'
    assert lines[main.at("loi.ident").line - 1].startswith('ident = "Đây là')
    assert second.at("loi.sign_off") == main.at("loi.sign_off")
    assert lines[second.at(f"{second.slots[0].key}.at").line - 1].startswith("khung_gio = [")
    assert lines[main.at(f"{main.slots[1].key}.at").line - 1] == 'at = "16:30"'


DAYS = [("hằng ngày", False, 5), ("Hàng ngày", True, 7), ("ngày thường", True, 5), ("CN", True, 1)]


@pytest.mark.parametrize(("days", "weekend", "count"), DAYS)
def test_many_days_in_one_word(days: str, weekend: bool, count: int, tmp_path: Path) -> None:
    """Every day means every day on which the station speaks."""
    text = several(SECOND.replace('["thứ hai", "thứ tư"]', f'"{days}"'))
    loaded, problems = load(tmp_path, text.replace("weekend = false", f"weekend = {str(weekend).lower()}"))
    assert not problems
    assert loaded is not None
    assert len(loaded.shows[1].slots) == count


LENGTHS = [
    ("minutes = [3, 4]", (180, 240, 210)),
    ("minutes = [1.5, 2]", (90, 120, 105)),
    ("minutes = [5, 7]\naim_seconds = 330", (300, 420, 330)),
    ("minutes = [5, 7]\nmaximum_seconds = 400", (300, 400, 350)),
    ("", (300, 420, 360)),
]


@pytest.mark.parametrize(("lines", "expected"), LENGTHS)
def test_minutes_or_seconds(lines: str, expected: tuple[int, int, int], tmp_path: Path) -> None:
    """How long an edition is, is one setting; the aim is in the middle unless it is said."""
    loaded, problems = load(tmp_path, several(SECOND.replace("minutes = [1, 2]", lines)))
    assert not problems
    assert loaded is not None
    bounds = loaded.shows[1].bounds
    assert (bounds.minimum_seconds, bounds.maximum_seconds, bounds.aim_seconds) == expected


WRONG = [
    ('key = "thong-bao"\n', "", "show-key-twice", "[[chuong_trinh]]"),
    ('key = "thong-bao"', 'key = "2026"', "field-format", 'key = "2026"'),
    ("minutes = [1, 2]", "minutes = [2, 1]", "bounds-reversed", "minutes = [2, 1]"),
    ("minutes = [1, 2]", "minutes = [1, 2, 3]", "field-too-many", "minutes = [1, 2, 3]"),
    ("minutes = [1, 2]", 'phan = ["loi_xuong"]', "show-segments", 'phan = ["loi_xuong"]'),
    ("minutes = [1, 2]", 'phan = ["bai", "bai"]', "show-segments", 'phan = ["bai", "bai"]'),
    ("minutes = [1, 2]", 'phan = ["bai", "nhac"]', "field-choice", 'phan = ["bai", "nhac"]'),
    ("minutes = [1, 2]", 'announcers = ["hoa"]', "announcer-unknown", 'announcers = ["hoa"]'),
    ("minutes = [1, 2]", 'time_zone = "Asia/Tokyo"', "zone-differs", 'time_zone = "Asia/Tokyo"'),
    ("minutes = [1, 2]", "minuts = [1, 2]", "key-misspelt", "minuts = [1, 2]"),
    ("rest_days = 3", "minimum_items = 9\nmaximum_items = 2", "bounds-reversed", "minimum_items = 9"),
    ("rest_days = 3", "rest_day = 3", "key-misspelt", "rest_day = 3"),
    ("{programme}", "{chuong_trinh}", "placeholder-unknown", 'ident = "Mời bà con nghe {chuong_trinh}."'),
    ('at = "06:30"', 'at = "25:00"', "date-impossible", "khung_gio = ["),
    ('khung_gio = [{ weekday = ["thứ hai", "thứ tư"], at = "06:30" }]\n', "", "field-missing", "[[chuong_trinh]]"),
]


@pytest.mark.parametrize(("old", "new", "expected", "line"), WRONG)
def test_what_cannot_be(old: str, new: str, expected: str, line: str, tmp_path: Path) -> None:
    """One mistake in the second show is one problem, at its line, with a cure."""
    assert old in SECOND
    text = several(SECOND.replace(old, new))
    loaded, problems = load(tmp_path, text)
    assert loaded is None
    (found,) = problems
    assert found.id == expected
    assert text.split("\n")[found.where.line - 1].startswith(line)
    assert found.hint


def test_a_mistake_in_a_shared_table_is_told_once(tmp_path: Path) -> None:
    """Both shows take it; it stands in one place."""
    _, problems = load(tmp_path, several(SECOND).replace("{station}. Mời", "{dai}. Mời"))
    assert [found.id for found in problems] == ["placeholder-unknown"]
    _, problems = load(tmp_path, several(SECOND).replace('recap = "Bà con vừa nghe: {items}."', 'recap = "{dai}"'))
    assert [found.id for found in problems] == ["placeholder-unknown"]


def test_some_show_is_on_the_air(tmp_path: Path) -> None:
    """A station with every show disabled is none."""
    _, problems = load(tmp_path, SINGLE.replace(HEAD, f"{HEAD}\nenabled = false"))
    assert [found.id for found in problems] == ["show-none"]


def test_a_show_names_genres_there_are(tmp_path: Path) -> None:
    """A genre that no article can have is pointed out with the nearest that one can."""
    planning = 'rest_days = 3\ngenres = ["thong-bao"]\nwants = { gương = "gương" }'
    loaded, problems = load(
        tmp_path, several(SECOND.replace("rest_days = 3", planning.replace("gương =", '"guongg" =')))
    )
    assert not problems
    assert loaded is not None
    found = list(shows.check(loaded))
    assert [(each.id, dict(each.values)["known"]) for each in found] == [
        ("show-genre", "thong_bao"),
        ("show-genre", "guong"),
    ]
