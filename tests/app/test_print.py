"""`loa print`: what is approved, on paper; what is there already is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaphuong.app.print import choose_rules, print_for_site, read_for, select, sheets_of, with_seal
from loaphuong.app.ward import load
from loaphuong.core.problems import Stopped
from tests.app.ward import approve_all, edit, quiet, ward
from tests.making import NOW

if TYPE_CHECKING:
    from pathlib import Path

    from loaphuong.print.nouns import Sheet

RULE = "Bỏ rác"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The fixture ward, approved."""
    return ward(tmp_path / "phuong")


def sheets(folder: Path) -> tuple[Sheet, ...]:
    """All that can be printed of it now."""
    return sheets_of(load(folder, NOW))


def sheets_named(known: tuple[Sheet, ...], names: list[str]) -> tuple[Sheet, ...]:
    """The sheets that names mean."""
    return select(known, names)[0]


def test_a_name_means_a_product_a_text_or_a_sheet(folder: Path) -> None:
    """By product, by slug with or without ending, by the register's name, by the beginning of a sheet's name."""
    known = sheets(folder)
    assert {each.product for each in sheets_named(known, ["the"])} == {"the"}
    assert {each.mark.subject for each in sheets_named(known, ["noi-chung.md"])} == {"noi-chung"}
    assert sheets_named(known, ["quy-tac/noi-chung"]) == tuple(
        each for each in known if "quy-tac/noi-chung" in each.texts
    )
    a4 = ["niem-yet/noi-chung-a4", "niem-yet/noi-chung-a4-ngang"]
    assert [each.name for each in sheets_named(known, a4[:1])] == a4
    with pytest.raises(Stopped) as stopped:
        sheets_named(known, ["noi-chug"])
    (found,) = stopped.value.problems
    assert (found.id, dict(found.values)["closest"].split(", ")[0]) == ("print-unknown", "noi-chung")


def test_rules_are_chosen_by_their_ids(folder: Path) -> None:
    """A rule or a code that is none is told with the nearest; a length that nothing fills is told too."""
    ward = load(folder, NOW)
    (code,) = (each for each in ward.public.codes if each.slug == "noi-chung")
    first = code.rules[0].id
    assert {sheet.chosen for sheet in choose_rules(ward, [f"noi-chung#{first}"])} == {(first,)}
    for asked, closest in ((f"noi-chung#{first}x", first), ("noi-chug#x", "noi-chung"), ("noi-chung#", "")):
        with pytest.raises(Stopped) as stopped:
            choose_rules(ward, [asked])
        (found,) = stopped.value.problems
        assert found.id == "print-unknown"
        assert closest in dict(found.values)["closest"]
    with pytest.raises(Stopped) as stopped:
        read_for(ward, 30)
    assert [found.id for found in stopped.value.problems] == ["print-no-time"]


def test_an_edit_is_not_printed_until_it_is_approved(folder: Path) -> None:
    """The sheet keeps the approved words and their mark; after the approval it has the new ones, counted on."""
    code = folder / "content/quy-tac/noi-chung.md"
    before = sheets_named(sheets(folder), ["niem-yet/noi-chung-a4"])[0]
    first = before.data["pages"][0][0][0]["rules"][0]["text"]
    edit(code, first, f"{first} nhé")
    assert sheets_named(sheets(folder), ["niem-yet/noi-chung-a4"])[0] == before
    approve_all(folder)
    after = sheets_named(sheets(folder), ["niem-yet/noi-chung-a4"])[0]
    assert after.data["pages"][0][0][0]["rules"][0]["text"] == f"{first} nhé"
    assert (after.mark.version, after.mark.digest != before.mark.digest) == (before.mark.version + 1, True)


def test_room_for_a_seal_is_left_when_asked(folder: Path) -> None:
    """On every form of the sheet."""
    sheet = sheets_named(sheets(folder), ["niem-yet/noi-chung-a4"])[0]
    sealed = with_seal(sheet)
    assert not sheet.data["seal"]
    assert all(data["seal"] for data in (sealed.data, *sealed.roomier))


def test_the_site_offers_files_pictures_and_bundles(folder: Path) -> None:
    """Every offer has its file and its picture; marks answer for what is made at the office as well."""
    edit(folder / "audio/station.toml", "on_site = false", "on_site = true")
    offers, marks, linked, problems = print_for_site(load(folder, NOW), quiet)
    assert problems == ()
    for offer in offers:
        assert linked[f"in-an/{offer.file}"].stat().st_size == offer.bytes
        assert linked[f"in-an/{offer.picture}"].read_bytes().startswith(b"\x89PNG")
    assert "in-an/noi-chung.zip" in linked
    assert {mark.subject for mark in marks} >= {"noi-chung", "so-tay"}


def test_a_station_may_keep_its_paper_to_itself(folder: Path) -> None:
    """`on_site = false`: nothing is made for the page."""
    assert print_for_site(load(folder, NOW), quiet) == ((), (), {}, ())
