"""The address that a new article is given by its title."""

from __future__ import annotations

import pytest

from loaphuong.app.new import NAME_CHARACTERS, free, shorten

FITS = "-".join(["ngo"] * (NAME_CHARACTERS // 4))  # ngo-ngo-…, one sign less than may be


@pytest.mark.parametrize(
    ("slug", "shown"),
    [
        ("ngo-sach", "ngo-sach"),
        (f"{FITS}s", f"{FITS}s"),
        (f"{FITS}-a", FITS),
        (f"{FITS}st", FITS.rpartition("-")[0]),
        ("a" * (NAME_CHARACTERS + 5), "a" * NAME_CHARACTERS),
    ],
)
def test_a_long_address_ends_with_a_word(slug: str, shown: str) -> None:
    """Cut between words where there are any; what fits stays whole to its last sign."""
    assert shorten(slug) == shown


def test_a_device_of_windows_is_no_address() -> None:
    """Nor is a folder of the site's own."""
    assert [free(slug) for slug in ("con", "tin", "con-ngo")] == ["con-1", "tin-1", "con-ngo"]
