"""The product's words that mean the same."""

from __future__ import annotations

from importlib.resources import files

from loaphuong.content.synonyms import parse
from loaphuong.web.search import synonyms


def test_the_products_table_is_right():
    """Every line is a group, and none stands twice."""
    text = files("loaphuong.web.search").joinpath(synonyms.TABLE).read_text(encoding="utf-8")
    groups, problems = parse(text, synonyms.TABLE)
    assert problems == ()
    assert groups == synonyms.product_groups()
    assert len(set(groups)) == len(groups)
    assert ("hẻm", "ngõ", "kiệt", "ngách", "xóm") in groups
