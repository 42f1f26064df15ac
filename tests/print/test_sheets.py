"""Which sheets a ward's texts make, and how their rules are laid out."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaphuong.content.nouns import Stance
from loaphuong.print.nouns import Ink
from loaphuong.print.sheets import PRODUCTS, RULES_A_CARD, bundles, label_of, make_sheets, split_evenly
from tests.making import a_code
from tests.print.making import a_copy, named, some_rules


def test_every_product_is_made_of_a_small_ward() -> None:
    """One code and one model give at least a sheet of each product, each with a name of its own."""
    sheets = make_sheets(a_copy())
    assert {sheet.product for sheet in sheets} == {product.key for product in PRODUCTS}
    assert Counter(sheet.name for sheet in sheets).most_common(1)[0][1] == 1


def test_each_place_of_a_code_can_hang_alone() -> None:
    """A code of one place is one posting on four papers; one of two places hangs place by place as well."""
    whole = {sheet.name for sheet in make_sheets(a_copy()) if sheet.product == "niem-yet"}
    assert whole == {f"niem-yet/qd-1665-{paper}" for paper in ("a4", "a3", "a4-ngang", "a3-ngang")}
    rules = (*some_rules(3, place="Vỉa hè"), *some_rules(2, place="Công viên"))
    one = named(make_sheets(a_copy(replace(a_code(), rules=rules))), "niem-yet/qd-1665-2-a4")
    assert one.title.endswith("Công viên")
    assert [group["place"] for column in one.data["pages"][0] for group in column] == ["Công viên"]


@pytest.mark.parametrize(("ink", "told"), [(Ink.COLOR, "color"), (Ink.LIGHT, "light"), (Ink.BLACK, "black")])
def test_the_ink_is_told_to_every_template(ink: Ink, told: str) -> None:
    """Screens alone keep their colours: they give light."""
    for sheet in make_sheets(a_copy(), ink):
        assert sheet.data["ink"] == ("color" if sheet.product == "man-hinh" else told)


def rule_texts(panels: list[list[dict[str, Any]]]) -> list[tuple[str, str]]:
    """Every rule with its place, in the order of the panels."""
    return [(group["place"], rule["text"]) for panel in panels for group in panel for rule in group["rules"]]


GROUPS = st.lists(
    st.builds(
        lambda place, stances: {
            "place": place,
            "rules": [{"text": f"{place} {at}", "stance": stance} for at, stance in enumerate(stances)],
        },
        st.sampled_from(["Vỉa hè", "Chợ", "Công viên", "Bến xe"]),
        st.lists(st.sampled_from([stance.value for stance in Stance]), min_size=1, max_size=20),
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda group: group["place"],
)


@given(GROUPS, st.integers(1, 6))
def test_no_rule_is_lost_or_doubled_between_panels(groups: list[dict[str, Any]], panels: int) -> None:
    """Whatever the split, each rule stands once, its place with it, and there are as many panels as asked."""
    made = split_evenly(groups, panels)
    assert len(made) == panels
    assert sorted(rule_texts(made)) == sorted((g["place"], r["text"]) for g in groups for r in g["rules"])


def test_panels_are_about_as_long() -> None:
    """Eighteen rules of one place on two panels: neither is twice the other."""
    rules = [{"text": f"{at}", "stance": Stance.DO.value if at < 9 else Stance.DONT.value} for at in range(18)]
    made = split_evenly([{"place": "Chợ", "rules": rules}], 2)
    assert [sum(len(group["rules"]) for group in panel) for panel in made] == [9, 9]


@pytest.mark.parametrize("count", [1, 5, 6, 11, 23])
def test_a_card_is_taken_in_at_a_glance(count: int) -> None:
    """No card has more than five rules, none is nearly empty beside a full one, and each says which stance it is of."""
    made = list(bundles(replace(a_code(), rules=some_rules(count)), "vi"))
    sizes = [len(rules) for _, rules in made]
    assert sum(sizes) == count
    assert max(sizes) <= RULES_A_CARD
    if count > RULES_A_CARD:
        for title, rules in made:
            word = "không nên" if rules[0].stance is Stance.DONT else "nên"
            assert title.endswith(f": {word}")
            assert len({rule.stance for rule in rules}) == 1


def test_letters_of_a_screen_follow_the_distance() -> None:
    """30 m away on a panel of 2.5 m: at least 120 mm of height, 4.8 % of the panel."""
    sheet = next(each for each in make_sheets(a_copy()) if each.product == "man-hinh")
    assert sheet.data["letter_share"] == pytest.approx(0.048)
    assert sheet.pixels == (1920, 1080)


def test_a_product_has_a_label() -> None:
    """What is not a product of the list is called by its key."""
    assert label_of("the") == "Card"
    assert label_of("ban-doc") == "ban-doc"
