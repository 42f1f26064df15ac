"""How rules are spread over panels."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from loaphuong.content.nouns import Stance
from loaphuong.print.columns import split_evenly


def rule_texts(panels: list[list[dict[str, Any]]]) -> list[tuple[str, str]]:
    """Every rule with its place, in the order of the panels."""
    return [(group["place"], rule["text"]) for panel in panels for group in panel for rule in group["rules"]]


GROUPS = st.lists(
    st.builds(
        lambda place, stances: {
            "place": place,
            "rules": [
                {"text": f"{place} {at}{' nhé' * (9 * at % 40)}", "stance": stance} for at, stance in enumerate(stances)
            ],
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
