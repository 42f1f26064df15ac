"""Cards that a glance takes in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from loaphuong.content.nouns import Stance
from loaphuong.print.cards import RULES_A_CARD, bundles
from tests.making import a_code
from tests.print.making import some_rules


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
