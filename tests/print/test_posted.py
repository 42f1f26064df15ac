"""The log of what hangs where: it grows, it is one of the house's ledgers, and it tells what to replace."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from loaphuong.core.problems import Stopped
from loaphuong.print import posted
from loaphuong.print.posted import Posting
from tests.making import HANOI, NOW

if TYPE_CHECKING:
    from pathlib import Path

OLD, NEW, OTHER = "qd-1665.1.0a1b2c3d", "qd-1665.2.99999999", "qd-522.1.12345678"


def a_posting(mark: str = OLD, place: str = "Trụ sở phường", **changes: object) -> Posting:
    """A sheet that was hung just now."""
    line = Posting(place, mark, NOW, "Bà Bảy", "anh-1.jpg", "cạnh cửa", NOW)
    return replace(line, **changes)  # type: ignore[arg-type]


def test_lines_come_back_as_they_were_noted(tmp_path: Path) -> None:
    """In order, with every cell; odd letters and formulas are words."""
    lines = [
        a_posting(),
        a_posting(down=True),
        a_posting(OTHER, '=1+1; "Nhà văn hóa", tổ 5', by="@x", photo="", note=""),
    ]
    for line in lines:
        posted.append(tmp_path, line)
    read, problems = posted.read(tmp_path, HANOI)
    assert problems == ()
    assert [replace(line, line=0) for line in read] == lines


@pytest.mark.parametrize(
    ("line", "id_"),
    [
        (a_posting("qd-1665"), "posted-no-mark"),
        (a_posting("../../x.1.0a1b2c3d"), "posted-no-mark"),
        (a_posting(at=NOW + timedelta(hours=1)), "posted-future"),
    ],
)
def test_what_cannot_be_true_is_not_noted(tmp_path: Path, line: Posting, id_: str) -> None:
    """No line is written."""
    with pytest.raises(Stopped) as stopped:
        posted.append(tmp_path, line)
    assert [found.id for found in stopped.value.problems] == [id_]
    assert posted.read(tmp_path, HANOI) == ((), ())


def test_the_last_sheet_of_a_place_is_what_hangs() -> None:
    """A new sheet of the same text takes the place of the old one; other texts and other places stay."""
    first, second = a_posting(), a_posting(NEW)
    beside, elsewhere = a_posting(OTHER), a_posting(place="Nhà văn hóa tổ 5")
    assert set(posted.list_hanging([first, beside, elsewhere, second])) == {second, beside, elsewhere}


def test_what_was_taken_down_hangs_no_more() -> None:
    """A withdrawn text is no trouble once its sheet is down; hung again it is."""
    hung, down = a_posting(), a_posting(down=True)
    assert posted.list_hanging([hung, down]) == ()
    assert posted.list_replaced([hung, down], {}) == ()
    assert [each.place for each in posted.list_replaced([hung, down, hung], {})] == ["Trụ sở phường"]


def test_what_is_not_in_force_must_be_replaced() -> None:
    """A corrected text names the new mark, a withdrawn one has none; what is in force is not mentioned."""
    hung = [a_posting(line=2), a_posting(OTHER, line=3), a_posting(NEW, "Nhà văn hóa tổ 5", line=4)]
    found = posted.to_replace(hung, {"qd-1665": NEW})
    assert [(each.id, each.where.line, dict(each.values)["now"]) for each in found] == [
        ("posted-replaced", 2, NEW),
        ("posted-replaced", 3, "–"),
    ]
