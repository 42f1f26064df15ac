"""Sheets become files: only what is missing is made, and what nothing makes any more is taken away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from zipfile import ZipFile

from loaphuong.print.sheets import make_sheets
from loaphuong.print.workshop import forget, pack_bundles, print_sheets
from loaphuong.radio import studio
from tests.making import a_code
from tests.print.making import CODE, a_copy, some_rules

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from loaphuong.print.nouns import Sheet


def some_sheets(*beginnings: str) -> tuple[Sheet, ...]:
    """The sheets of a small ward whose names begin so."""
    return tuple(sheet for sheet in make_sheets(a_copy()) if sheet.name.startswith(beginnings))


def unseen(done: int, total: int) -> None:
    """A progress that nobody watches."""


def test_only_what_changed_is_made_again(tmp_path: Path) -> None:
    """The second run makes nothing; a file that was damaged, lost or whose words changed is made."""
    out = tmp_path / "in"
    some = some_sheets("niem-yet")
    first = print_sheets(some, out, unseen)
    assert (len(first.files), first.kept, first.problems) == (len(some), 0, ())
    assert print_sheets(some, out, unseen).kept == len(some)
    assert print_sheets(some, out, unseen, pictures=True).kept == 0
    assert print_sheets(some, out, unseen, pictures=True).kept == print_sheets(some, out, unseen).kept == len(some)
    (out / f"{some[0].name}.pdf").write_bytes(b"%PDF-hong")
    again = print_sheets(some, out, unseen)
    assert again.kept == len(some) - 1
    assert (out / f"{some[0].name}.pdf").read_bytes().startswith(b"%PDF-1")


def test_a_sheet_of_a_text_that_is_gone_is_erased(tmp_path: Path) -> None:
    """When all is printed, what nothing approved makes any more is taken away; what was there stays."""
    out = tmp_path / "in"
    known = some_sheets("niem-yet/qd-1665-a4", "the")
    print_sheets(known, out, unseen, only=True)
    before = {path.name for path in out.rglob("*.pdf")}
    print_sheets(known[:1], out, unseen, only=True)
    assert {path.name for path in out.rglob("*.pdf")} == {f"{known[0].name.rpartition('/')[2]}.pdf"} < before
    print_sheets(known[1:2], out, unseen)
    assert len(list(out.rglob("*.pdf"))) == 2


def test_bundles_are_packed_where_a_sheet_changed(tmp_path: Path) -> None:
    """The same zip is left as it is; a lost one is packed; a withdrawn text leaves none."""
    out = tmp_path / "in"
    some = some_sheets("niem-yet/qd-1665-a4")
    print_sheets(some, out, unseen)
    (path,) = pack_bundles(out, {"qd-1665": some})
    before = path.stat().st_mtime_ns
    assert pack_bundles(out, {"qd-1665": some}) == (path,)
    assert path.stat().st_mtime_ns == before
    with ZipFile(path) as pack:
        assert pack.namelist() == ["qd-1665-a4-ngang.pdf", "qd-1665-a4.pdf"]
    path.unlink()
    pack_bundles(out, {"qd-1665": some})
    print_sheets(some, out, unseen, only=True)
    assert path.is_file()
    assert forget(out, CODE) == ()
    assert not path.exists()


def test_a_slide_that_did_not_change_is_not_coded_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One rule more is one still more; pieces of films are in no list."""
    out = tmp_path / "in"
    (short,) = (each for each in make_sheets(a_copy(replace(a_code(), rules=some_rules(2)))) if each.pixels)
    (longer,) = (each for each in make_sheets(a_copy(replace(a_code(), rules=some_rules(3)))) if each.pixels)
    assert not any(path.name.startswith(".") for path in print_sheets([short], out, unseen).files[short.name])
    coded: list[int] = []
    real = studio.code_still

    def count(picture: bytes, seconds: int) -> bytes:
        coded.append(seconds)
        return real(picture, seconds)

    monkeypatch.setattr(studio, "code_still", count)
    print_sheets([longer], out, unseen)
    assert len(coded) == 1
    assert len(list(out.rglob("*.h264"))) == 4


def test_a_withdrawn_text_leaves_no_sheet(tmp_path: Path) -> None:
    """Every file that carries it goes, pictures too; a book of several texts goes with it."""
    out = tmp_path / "in"
    print_sheets(
        some_sheets("niem-yet/qd-1665-a4", "phong/chung-cu-van-hoa-80x180", "so-tay"), out, unseen, pictures=True
    )
    assert forget(out, CODE) == ()
    left = {path.parent.name for path in out.rglob("*.*") if path.is_file() and not path.name.startswith(".")}
    assert left == {"phong"}
    assert forget(out, CODE) == ()
