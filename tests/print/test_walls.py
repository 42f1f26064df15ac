"""What hangs on a wall."""

from __future__ import annotations

from dataclasses import replace

from loaphuong.print.sheets import make_sheets
from tests.making import a_code
from tests.print.making import a_copy, named, some_rules


def test_each_place_of_a_code_can_hang_alone() -> None:
    """A code of one place is one posting on four papers; one of two places hangs place by place as well."""
    whole = {sheet.name for sheet in make_sheets(a_copy()) if sheet.product == "niem-yet"}
    assert whole == {f"niem-yet/qd-1665-{paper}" for paper in ("a4", "a3", "a4-ngang", "a3-ngang")}
    rules = (*some_rules(3, place="Vỉa hè"), *some_rules(2, place="Công viên"))
    one = named(make_sheets(a_copy(replace(a_code(), rules=rules))), "niem-yet/qd-1665-2-a4")
    assert one.title.endswith("Công viên")
    assert [group["place"] for column in one.data["pages"][0] for group in column] == ["Công viên"]
