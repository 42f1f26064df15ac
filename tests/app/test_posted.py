"""`loa posted`: what hangs is noted, and a corrected text names the walls that still show the old one."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from loaphuong.app.plan import plan_ahead
from loaphuong.app.posted import marks_in_force, note_posting, posting_data, read_postings, to_replace
from loaphuong.app.publish import find_replaced
from loaphuong.app.report import bundle_up, report
from loaphuong.app.ward import load
from loaphuong.app.watch import look
from loaphuong.core.problems import Stopped
from loaphuong.print.posted import Posting, Replaced, list_hanging
from tests.app.ward import approve_all, edit, ward
from tests.making import NOW

if TYPE_CHECKING:
    from pathlib import Path


def test_a_correction_names_the_walls(tmp_path: Path) -> None:
    """In force until the text is approved anew; then the place, the old mark and the new one are told."""
    folder = ward(tmp_path / "phuong")
    before = load(folder, NOW)
    assert to_replace(before) == ()
    mark = marks_in_force(before)["noi-chung"]
    note_posting(folder, Posting("Nhà văn hóa tổ 5", mark, NOW, "Bà Bảy", "", "", NOW))
    assert to_replace(load(folder, NOW)) == ()
    code = folder / "content/quy-tac/noi-chung.md"
    edit(code, "title: ", "title: Bộ ")
    approve_all(folder)
    after = load(folder, NOW)
    (found,) = to_replace(after)
    values = dict(found.values)
    assert (found.warning, values["place"], values["mark"]) == (True, "Nhà văn hóa tổ 5", mark)
    assert values["now"] == marks_in_force(after)["noi-chung"] != mark
    # The desk page, `loa plan` and `loa watch` tell the same.
    assert find_replaced(after, ()) == (Replaced("Nhà văn hóa tổ 5", mark, values["now"], found.where.line),)
    assert found in plan_ahead(folder, NOW, NOW.date(), NOW.date()).problems
    assert found in look(folder, NOW)
    (hung,) = list_hanging(read_postings(folder, after))
    assert posting_data(hung, marks_in_force(after))["in_force"] is False


def test_an_inspection_is_given_a_bundle(tmp_path: Path) -> None:
    """`loa report --bundle`: one ZIP beside the report, of one code if asked; a code that is none is named."""
    folder = ward(tmp_path / "phuong")
    mark = marks_in_force(load(folder, NOW))["noi-chung"]
    note_posting(folder, Posting("Nhà văn hóa tổ 5", mark, NOW, "Bà Bảy", "", "", NOW))
    written = report(folder, NOW, None, None, None)
    assert "## Bản in đã niêm yết: 1" in written.markdown
    with ZipFile(folder / bundle_up(folder, NOW, written, "noi-chung")) as pack:
        assert mark in pack.read("da-niem-yet.csv").decode("utf-8-sig")
        assert any(name.endswith(".docx") for name in pack.namelist())
    with pytest.raises(Stopped) as stopped:
        bundle_up(folder, NOW, written, "qd-0")
    assert [found.id for found in stopped.value.problems] == ["unknown-text"]
