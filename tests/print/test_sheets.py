"""Which sheets a ward's texts make."""

from __future__ import annotations

from collections import Counter

import pytest

from loaphuong.print.nouns import Ink
from loaphuong.print.sheets import PRODUCTS, label_of, make_sheets
from tests.print.making import a_copy


def test_every_product_is_made_of_a_small_ward() -> None:
    """One code and one model give at least a sheet of each product, each with a name of its own."""
    sheets = make_sheets(a_copy())
    assert {sheet.product for sheet in sheets} == {product.key for product in PRODUCTS}
    assert Counter(sheet.name for sheet in sheets).most_common(1)[0][1] == 1


@pytest.mark.parametrize("ink", Ink)
def test_the_ink_is_told_to_every_template(ink: Ink) -> None:
    """Screens alone keep their colours: they give light."""
    for sheet in make_sheets(a_copy(), ink):
        assert sheet.data["ink"] == (Ink.COLOR if sheet.product == "man-hinh" else ink)


def test_a_product_has_a_label() -> None:
    """What is not a product of the list is called by its key."""
    assert label_of("the") == "Card"
    assert label_of("ban-doc") == "ban-doc"
