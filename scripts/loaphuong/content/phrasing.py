"""A rule as a sentence for neighbours, the same to the ear and to the eye: never a bare vice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaphuong.content.nouns import Stance

if TYPE_CHECKING:
    from loaphuong.content.nouns import Rule

STANCES = {Stance.DO: "Nên", Stance.DONT: "Không"}
# What is a sentence for neighbours as it stands.
ASKS = re.compile(r"(?:không|nên|luôn|hãy|cấm|nghiêm cấm|đừng|phải|cần|xin)\b", re.IGNORECASE)


def phrase_rule(rule: Rule) -> str:
    """A rule as a sentence: what not to do begins with Không."""
    text = (rule.spoken or rule.text).rstrip(" .")
    if ASKS.match(text):
        return f"{text[:1].upper()}{text[1:]}."
    first = text.split()[0]
    begun = text if first.isupper() and len(first) > 1 else f"{text[:1].lower()}{text[1:]}"
    return f"{STANCES[rule.stance]} {begun}."
