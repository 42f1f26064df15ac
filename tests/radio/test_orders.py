"""Running orders: written for people, read back the same, and what is wrong with one is at its line."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from loaphuong.radio import orders
from loaphuong.radio.programme import Item, Programme
from loaphuong.station.show import Bounds, ItemKind
from tests.making import HANOI, a_programme, a_show, a_slot

if TYPE_CHECKING:
    from pathlib import Path

PATH = "audio/programmes/2026-11-24-1630.txt"
EXPECTED = """\
# Trình tự phát sóng, chốt trước khi thu. Sửa tay xong, chạy `loa check`.
Khung giờ: 2026-11-24-1630
Phát lúc: Thứ Ba, 24/11/2026 16:30
Cụm loa: Toàn phường
Dự kiến: 3:30

1. loi_xuong: Lời xướng
   giây: 15,0

2. gioi_thieu: Giới thiệu nội dung
   giây: 20,0

3. bai: Con ngo sach
   mã: con-ngo-sach
   giây: 120,0

4. quy_tac: Nhắc quy tắc
   mã: qd-1665#r1, qd-1665#r2
   giây: 40,0

5. chao_ket: Chào kết
   giây: 15,0
"""


def test_a_running_order_reads_like_a_page() -> None:
    """The file is Vietnamese, one item a block, and says the same thing when read back."""
    programme = a_programme("con-ngo-sach")
    assert orders.render(programme) == EXPECTED
    assert orders.parse(EXPECTED, PATH, HANOI) == (programme, ())


def test_a_serial_a_repeat_and_a_reason_survive() -> None:
    """Part, parts, reason, digest and the slot that is repeated come back."""
    item = Item(ItemKind.ARTICLE, "Bài dài: kỳ hai", ("bai-dai",), 2, 3, 92.5, "ab12", "phần 2 trên 3, nối buổi trước")
    programme = Programme(a_slot(), (item,), "2026-11-20-1630")
    assert orders.parse(orders.render(programme), PATH, HANOI) == (programme, ())


def test_a_moved_slot_keeps_name_and_time() -> None:
    """The name is the planned time, the time is the real one."""
    slot = replace(a_slot(), starts_at=a_slot().starts_at + timedelta(days=1))
    programme = a_programme("con-ngo-sach", slot=slot)
    assert orders.parse(orders.render(programme), PATH, HANOI)[0] == programme


@pytest.mark.parametrize(
    ("old", "new", "line", "expected"),
    [
        ("3. bai: Con ngo sach", "3. bài hát: Con ngo sach", 13, "order-kind"),
        ("3. bai: Con ngo sach", "3. nhac: Con ngo sach", 13, "order-kind"),
        ("4. quy_tac", "5. quy_tac", 17, "order-number"),
        ("giây: 120,0", "giây: hai phút", 15, "order-field"),
        ("giây: 120,0", "giây: nan", 15, "order-field"),
        ("   mã: con-ngo-sach", "   phần: 3/2", 14, "order-field"),
        ("   mã: con-ngo-sach", "   màu: đỏ", 14, "order-field"),
        ("   mã: con-ngo-sach\n", "", 13, "order-refs"),
        ("   mã: con-ngo-sach", "   mã: con-ngo-sach, quet-ngo", 13, "order-refs"),
        ("Khung giờ: 2026-11-24-1630", "Khung giờ: 2026-11-27-1630", 2, "order-name"),
        ("24/11/2026 16:30", "24/13/2026 16:30", 3, "order-time"),
        ("Cụm loa: Toàn phường", "Cụm loa Toàn phường", 4, "order-line"),
    ],
)
def test_what_is_broken_is_named_at_its_line(old: str, new: str, line: int, expected: str) -> None:
    """Each mistake of a hand is one problem with the line it is on."""
    assert old in EXPECTED
    programme, problems = orders.parse(EXPECTED.replace(old, new, 1), PATH, HANOI)
    assert programme is None
    assert [(found.id, found.where.line) for found in problems if found.id == expected] == [(expected, line)]
    assert all(found.what and found.hint for found in problems)


def test_all_mistakes_are_named_at_once() -> None:
    """A file with three mistakes gives three problems."""
    broken = EXPECTED.replace("3. bai", "3. nhac").replace("20,0", "x").replace("24/11/2026 16:30", "mai")
    assert {found.id for found in orders.parse(broken, PATH, HANOI)[1]} == {"order-kind", "order-field", "order-time"}


def test_what_is_no_order_at_all_is_named_in_part() -> None:
    """A file of something else does not fill the screen."""
    found, problems = orders.parse("a\n" * 9000, PATH, HANOI)
    assert found is None
    assert 100 <= len(problems) < 110


def test_an_empty_file_carries_nothing() -> None:
    """A head alone is no bulletin."""
    assert orders.parse(EXPECTED.split("\n\n")[0], PATH, HANOI)[1][0].id == "order-empty"


def test_a_frozen_order_is_read_back(tmp_path: Path) -> None:
    """The same order may be written twice; a changed one takes its place."""
    orders.freeze(tmp_path, a_programme("mot"))
    orders.freeze(tmp_path, a_programme("mot"))
    assert orders.read(tmp_path, HANOI) == ((a_programme("mot"),), ())
    orders.freeze(tmp_path, a_programme("hai"))
    assert orders.read(tmp_path, HANOI)[0] == (a_programme("hai"),)


def test_reading_names_every_broken_file_and_keeps_the_rest(tmp_path: Path) -> None:
    """One order in another encoding does not hide the others."""
    orders.freeze(tmp_path, a_programme("mot"))
    (tmp_path / orders.FOLDER / "2026-11-27-1630.txt").write_bytes("Khung giờ".encode("utf-16"))
    (tmp_path / orders.FOLDER / "2026-12-01-1630.txt").write_text("lung tung", "utf-8")
    found, problems = orders.read(tmp_path, HANOI)
    assert [programme.slot.name for programme in found] == ["2026-11-24-1630"]
    assert {problem.where.path.rpartition("/")[2] for problem in problems} == {
        "2026-11-27-1630.txt",
        "2026-12-01-1630.txt",
    }


WORDS = some.text(max_size=40).map(
    lambda text: orders.one_line(unicodedata.normalize("NFC", text).replace("\xa0", " "))
)
REF = some.from_regex(r"[a-z0-9][a-z0-9-]{0,20}(#[a-z0-9]+)?", fullmatch=True)


def items_of(kind: ItemKind) -> some.SearchStrategy[Item]:
    """Any item of a kind, with as many texts as it may name."""
    fewest, most = (1, 5) if kind in orders.LISTS else (1, 1) if kind in orders.NAMED else (0, 0)
    return some.builds(
        Item,
        kind=some.just(kind),
        title=WORDS,
        refs=some.lists(REF, min_size=fewest, max_size=most).map(tuple),
        parts=some.integers(1, 9),
        seconds=some.integers(0, 9000).map(lambda tenths: tenths / 10),
        digest=some.from_regex(r"[0-9a-f]{0,64}", fullmatch=True),
        why=WORDS,
    ).flatmap(lambda item: some.builds(replace, some.just(item), part=some.integers(1, item.parts)))


ITEMS = some.sampled_from(ItemKind).flatmap(items_of)


@settings(max_examples=40)
@given(some.lists(ITEMS, min_size=1, max_size=5), some.none() | some.just("2026-11-20-1630"), WORDS)
def test_every_running_order_comes_back(items: list[Item], repeat_of: str | None, cluster: str) -> None:
    """Written and read is the same, for any titles, reasons and clusters."""
    programme = Programme(replace(a_slot(), cluster=cluster), tuple(items), repeat_of)
    text = orders.render(programme)
    assert orders.parse(text, PATH, HANOI) == (programme, ())
    assert orders.parse(text.replace("\n", "\r\n"), PATH, HANOI) == (programme, ())


@given(some.text(max_size=300))
def test_no_text_breaks_the_reader(text: str) -> None:
    """Whatever stands in the file is an order or problems."""
    programme, problems = orders.parse(text, PATH, HANOI)
    assert (programme is None) == bool(problems)


def test_an_order_keeps_its_show() -> None:
    """The bulletin is what no line names; another show stands in the file, and comes back."""
    order = replace(a_programme("mot"), slot=replace(a_slot(), show="thong-bao"))
    text = orders.render(order)
    assert "\nChương trình: thong-bao\n" in text
    again, wrong = orders.parse(text, orders.path_of(order.slot.name), HANOI)
    assert wrong == ()
    assert again is not None
    assert again.slot.show == "thong-bao"
    assert "Chương trình" not in orders.render(a_programme("mot"))


def test_an_order_of_another_length_is_named() -> None:
    """Fixed while the show was longer: told, with what it takes and what an edition may take."""
    order = a_programme("mot", "hai")
    fitting = a_show(bounds=Bounds(round(order.seconds) - 10, round(order.seconds) + 10, round(order.seconds)))
    assert list(orders.check_length(order, fitting)) == []
    (found,) = orders.check_length(order, a_show(bounds=Bounds(60, 120, 90)))
    assert (found.id, found.warning) == ("order-length", True)
