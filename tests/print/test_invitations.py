"""The posting that leads to nghe-lai/: its code, its words, its times, and what changes its mark."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from loaphuong.core.problems import Stopped
from loaphuong.print.invitations import list_times, make_invitations
from loaphuong.print.marks import address_of
from loaphuong.print.nouns import Ink
from loaphuong.print.press import Press
from loaphuong.station.show import SlotRule
from loaphuong.trust.approval.words import WORDS
from loaphuong.trust.registry import Approval, register
from tests.making import NOW, a_station
from tests.print.making import a_copy

if TYPE_CHECKING:
    from loaphuong.print.nouns import Copy

PRESS = Press()
PAGE = "https://phuong.example/nghe-lai/"
HALF_PAST_SIX, HALF_PAST_FOUR = time(6, 30), time(16, 30)


def copy_with(name: str = "Nếp sống đẹp phường ta", cluster: str = "Toàn phường", at: time = HALF_PAST_FOUR) -> Copy:
    """What may be printed of a ward whose show has this name and these times, and whose words were approved."""
    slots = (SlotRule(4, at, cluster), SlotRule(1, at, cluster))
    words = Approval(WORDS, "a" * 64, "Người duyệt thử", "Phó Chủ tịch", NOW)
    return replace(a_copy(), station=a_station(name=name, slots=slots), register=register((words,)))


@pytest.mark.parametrize("ink", Ink)
def test_both_codes_are_read_and_the_large_one_leads_to_the_page(ink: Ink) -> None:
    """In every ink, on both papers: the page to listen again, and the page that answers for the sheet."""
    copy = copy_with()
    for sheet in make_invitations(copy, ink):
        picture = Image.open(io.BytesIO(PRESS.compile(sheet, format="png", ppi=100)[0]))
        found = sorted(zxingcpp.read_barcodes(picture), key=lambda code: code.position.top_left.y)
        assert [code.text for code in found] == [PAGE, address_of(copy, sheet.mark)], sheet.name
        wide = found[0].position.top_right.x - found[0].position.top_left.x
        assert wide > picture.width * 0.3


def test_its_words_can_be_read_out_of_an_accessible_file() -> None:
    """Times, steps, address and mark in the order they are read; PDF/UA with a text for each code; dated."""
    first, second = make_invitations(copy_with(), Ink.COLOR)
    assert (first.paper.key, second.paper.key, first.made_at) == ("a4", "a3", NOW)
    assert first.texts == (WORDS,)
    data = PRESS.print(first)["nghe-lai/nghe-lai-a4.pdf"]
    (page,) = PdfReader(io.BytesIO(data)).pages
    said = " ".join(page.extract_text().replace("\u200b", "").split())
    at = -1
    for words in (
        *("Nghe lại bản tin", "Nếp sống đẹp phường ta", "Bản tin của bảy ngày qua", "phuong.example/nghe-lai/"),
        *("Mở máy ảnh của điện thoại", "Chạm vào dòng chữ", "“Đọc lời bản tin”", "hoặc gọi 024.0000.0000"),
        *("16:30 | Thứ Ba, Thứ Sáu · Toàn phường", first.mark.text),
    ):
        at, before = said.find(words), at
        assert at > before, words
    assert b"pdfuaid:part" in data


def test_the_mark_changes_with_what_stands_on_the_sheet() -> None:
    """Other times, another name: another mark; another approval of the same words: the same."""
    marks = [
        next(make_invitations(copy, Ink.COLOR)).mark.text
        for copy in (
            copy_with(),
            replace(copy_with(), register=register(())),
            copy_with("Tin phường"),
            copy_with(at=HALF_PAST_SIX),
        )
    ]
    assert marks[0] == marks[1]
    assert len(set(marks)) == 3


def test_times_are_a_line_for_each_hour_and_cluster() -> None:
    """Days in order; the whole ward where no cluster is named."""
    show = replace(
        a_station().main,
        slots=(
            *(SlotRule(day, HALF_PAST_FOUR, "Cụm 1") for day in (4, 1)),
            SlotRule(4, HALF_PAST_FOUR, "Cụm 2"),
            SlotRule(6, HALF_PAST_SIX),
        ),
    )
    assert list(list_times(show)) == ["06:30 | Chủ nhật", "16:30 | Thứ Ba, Thứ Sáu · Cụm 1", "16:30 | Thứ Sáu · Cụm 2"]


@pytest.mark.parametrize(
    ("name", "cluster", "problem"),
    [
        ("Chương trình nếp sống văn minh đô thị của bà con " * 2, "Các tổ dân phố dọc bờ sông " * 3, ""),
        ("Nếp sống", "Cụm dài " * 400, "print-overflow"),
        ("Nếp sống 👍", "Cụm 1", "print-glyph"),
        ("Nếp sống", "Cụm 👍", "print-glyph"),
    ],
)
def test_what_the_settings_say_fits_or_is_told(name: str, cluster: str, problem: str) -> None:
    """Long names are whole; what fits nowhere or cannot be drawn is told by the settings' file."""
    sheet = next(make_invitations(copy_with(name.strip(), cluster.strip()), Ink.COLOR))
    if not problem:
        (page,) = PdfReader(io.BytesIO(PRESS.print(sheet)[f"{sheet.name}.pdf"])).pages
        assert cluster.replace(" ", "") in "".join(page.extract_text().split())
        return
    with pytest.raises(Stopped) as stopped:
        PRESS.print(sheet)
    assert [found.id for found in stopped.value.problems][:1] == [problem]
    assert stopped.value.problems[0].where.path == "audio/station.toml"
