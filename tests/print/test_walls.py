"""What hangs on a wall."""

from __future__ import annotations

from dataclasses import replace

from loaphuong.print.nouns import Ink
from loaphuong.print.sheets import make_sheets
from loaphuong.print.walls import make_chosen
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


def test_chosen_rules_hang_alone() -> None:
    """In the code's order, on four papers of a name that follows from the rules; the file tells which they are."""
    code = replace(a_code(), rules=some_rules(5))
    made = list(make_chosen(a_copy(code), Ink.COLOR, code, ("d3", "d1")))
    assert len({sheet.name for sheet in made}) == 4
    assert {sheet.chosen for sheet in made} == {("d1", "d3")}
    assert made == list(make_chosen(a_copy(code), Ink.COLOR, code, ("d1", "d3")))
    (rules,) = [group["rules"] for group in made[0].data["pages"][0][0]]
    assert [rule["text"][-1] for rule in rules] == ["1", "3"]


def test_a_code_hangs_beside_a_model_at_true_size() -> None:
    """Phông nhận diện: the middle, the criteria, the code, on both panels."""
    names = {sheet.name for sheet in make_sheets(a_copy()) if sheet.product == "phong"}
    model = {f"phong/chung-cu-van-hoa-{size}-{part}" for size in ("80x180", "120x240") for part in ("giua", "tieu-chi")}
    assert names == {*model, "phong/qd-1665-80x180-quy-tac", "phong/qd-1665-120x240-quy-tac"}
