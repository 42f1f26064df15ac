"""What of it a site offers, and all sheets of a text in one bundle."""

from __future__ import annotations

import io
import zipfile

from loaphuong.print.offers import OFFERED, bundle, list_offered
from loaphuong.print.sheets import make_sheets
from tests.print.making import a_copy


def test_a_site_offers_paper_for_everybody() -> None:
    """Postings, backdrops, cards, leaflets, the handbook; what is made for one place is made at the office."""
    assert {sheet.product for sheet in list_offered(make_sheets(a_copy()))} == OFFERED


def test_a_bundle_is_the_same_bytes_whatever_the_order() -> None:
    """And holds each file whole."""
    given = {"b.pdf": b"%PDF-2", "a.pdf": b"%PDF-1"}
    made = bundle(given)
    assert made == bundle(dict(reversed(given.items())))
    with zipfile.ZipFile(io.BytesIO(made)) as pack:
        assert {name: pack.read(name) for name in pack.namelist()} == given
