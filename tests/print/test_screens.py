"""Slides for LED screens."""

from __future__ import annotations

import pytest

from loaphuong.print.sheets import make_sheets
from tests.print.making import a_copy


def test_letters_of_a_screen_follow_the_distance() -> None:
    """30 m away on a panel of 2.5 m: at least 120 mm of height, 4.8 % of the panel."""
    sheet = next(each for each in make_sheets(a_copy()) if each.product == "man-hinh")
    assert sheet.data["letter_share"] == pytest.approx(0.048)
    assert sheet.pixels == (1920, 1080)
