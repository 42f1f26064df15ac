"""Names of copies, of what cloud drives leave, and of what Windows cannot keep."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaphuong.content import filenames
from loaphuong.core.where import Where

COPIES = [
    "ngo-sach - Copy.md",
    "ngo-sach - Copy (2).md",
    "ngo-sach - Bản sao.md",
    "ngo-sach copy.md",
    "ngo-sach copy 3.md",
    "Copy of ngo-sach.md",
    "Bản sao của ngo-sach.md",
    "ngo-sach (1).md",
    "ngo-sach(2).md",
    "ngo-sach (copy).md",
    "ngo-sach (3rd copy).md",
    "ngo-sach (bản sao).md",
    "ngo-sach (Nam's conflicted copy 2026-11-20).md",
    "ngo-sach (conflicted copy 2026-11-20 101010).md",
    "ngo-sach (Bản sao xung đột của máy A 2026-11-20).md",
    "ngo-sach [conflicted].md",
    "ngo-sach.sync-conflict-20261120-101010-ABCDEFG.md",
    "ngo-sach.conflict.md",
    "ngo-sach_DiskStation_Nov-20-1010-2026_Conflict.md",
    "ngo-sach-DESKTOP-1A2B3C4.md",
    "ngo-sach-LAPTOP-9XYZ8-2.md",
]
OWN = [
    "ngo-sach.md",
    "ngo-sach-2.md",
    "copy.md",
    "ban-sao-giay-to.md",
    "xung-dot-o-cong-truong.md",
    "ngo 2.md",
    "win-win-2026.md",
]


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_is_told_by_its_name(name: str) -> None:
    """Windows, macOS, Linux, browsers and the usual cloud drives: each leads to the original."""
    assert filenames.original(name) == "ngo-sach.md"


@pytest.mark.parametrize("name", OWN)
def test_a_name_of_its_own_is_no_copy(name: str) -> None:
    """What only sounds like one is an article."""
    assert filenames.original(name) is None


def test_a_number_behind_a_blank_is_a_copy_beside_its_original() -> None:
    """macOS and iCloud number copies so."""
    assert filenames.original("ngo 2.md", ["ngo.md"]) == "ngo.md"


@pytest.mark.parametrize(
    "name", ["con.md", "CON.png", "aux", "lpt1.tar.gz", "com0.md", "a:b.md", "hoi?.md", "cuoi.", "cach "]
)
def test_what_windows_cannot_keep_is_named(name: str) -> None:
    """Devices, signs, and ends that it drops; what is proposed instead can be kept."""
    found = filenames.wrong(name, (), Where("content/x"))
    assert found
    assert found.id == "file-windows"
    assert filenames.wrong(filenames.safe(name), (), Where("content/x")) is None


@settings(max_examples=40)
@given(st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*\.md", fullmatch=True))
def test_no_address_is_taken_for_a_copy(name: str) -> None:
    """Every name that an article may have is its own, devices apart."""
    assert filenames.is_device(name) or filenames.wrong(name, (), Where("content/x")) is None


def test_of_twins_one_stays() -> None:
    """Two names that differ by case alone: the one in small letters is read."""
    names = ["Ngo.md", "ngo.md"]
    assert [bool(filenames.wrong(name, names, Where("content/x"))) for name in names] == [True, False]
