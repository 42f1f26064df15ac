"""What every template is told."""

from __future__ import annotations

import pytest

from loaphuong.print.words import document_of, to_grey
from tests.making import a_code


@pytest.mark.parametrize(
    ("colour", "grey"),
    [("#000000", "#000000"), ("#fff", "#ffffff"), ("#86291a", "#3c3c3c"), ("#F4C76B", "#cacaca")],
)
def test_black_and_white_has_no_colour(colour: str, grey: str) -> None:
    """Each colour of a drawing becomes the grey of its lightness; what is no colour stays."""
    assert to_grey(f'<path id="#a1" fill="{colour}"/>') == f'<path id="#a1" fill="{grey}"/>'


def test_a_code_names_its_document() -> None:
    """Number, day, issuer; what is not known is left out."""
    assert document_of(a_code()) == "1665/QĐ-UBND · 10/03/2017 · UBND thành phố Hà Nội"
    assert document_of(a_code(number=None, issued_on=None, issuer="UBND phường")) == "UBND phường"
