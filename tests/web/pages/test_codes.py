"""Codes of conduct, and the rule of a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from loaphuong.content.nouns import Stance
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


def test_a_code_is_listed_with_what_it_is(tmp_path: Path):
    """Its title, its address, its summary; each place with what to do and what not to do."""
    code = a_ward(2, pictures=False).content.codes[0]
    entry = codes.entry(code)
    assert (entry["title"], entry["summary"]) == (code.title, code.summary)
    assert entry["url"] == f"quy-tac/{code.slug}/"
    place = code.rules[0].place
    group = codes.group(code, place)
    for stance, lines in ((Stance.DO, group["do"]), (Stance.DONT, group["dont"])):
        told = [rule.id for rule in code.rules if rule.place == place and rule.stance is stance]
        assert [line["id"] for line in lines] == told
