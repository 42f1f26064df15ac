"""`loa script`: what is read out, as long as it is heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaphuong.app.print import sheets_of
from loaphuong.app.script import make_sheet
from loaphuong.app.ward import load, load_packages
from loaphuong.core.vietnamese import minutes
from loaphuong.radio.newsroom import Newsroom
from tests.making import NOW

if TYPE_CHECKING:
    from pathlib import Path

SLOT = "2026-11-27-1630"


def test_a_script_is_as_long_as_its_recording(built_ward: Path) -> None:
    """The page to print and the sheet of the press are timed by the recorded bulletin, within 3 %."""
    ward = load(built_ward, NOW)
    heard = load_packages(ward)[SLOT].files[0][1].seconds
    script = make_sheet(Newsroom(ward), SLOT)
    assert script.seconds == pytest.approx(heard, rel=0.03)
    (sheet,) = (each for each in sheets_of(ward) if each.name == f"kich-ban/{SLOT}")
    assert minutes(heard) in sheet.data["ending"]
