"""Codes of conduct, and the rule of a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from loaphuong.web.pages import codes
from tests.making import NOW
from tests.web.pages.reading import indexed
from tests.web.pages.ward import a_ward

if TYPE_CHECKING:
    from pathlib import Path


def test_each_rule_has_its_day(tmp_path: Path):
    """All rules of the packs that remind are shown in turn, one a day."""
    edition = a_ward(2, pictures=False)
    total = sum(len(code.rules) for code in edition.content.codes)
    told = codes.of_the_days(indexed(edition, tmp_path))
    assert len({each["url"] for each in told}) == total
    later = codes.of_the_days(indexed(replace(edition, now=NOW + timedelta(days=3)), tmp_path))
    assert later[0] == told[3], "whenever the page is built, a day has its rule"
    assert codes.of_the_days(indexed(replace(edition, content=replace(edition.content, codes=())), tmp_path)) == []
