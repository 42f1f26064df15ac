"""Syllables that espeak-ng says without a vowel or in English, written another way that it says right.

Found by saying every syllable that Vietnamese spelling allows; `tests/speech/voices` says them again.
"""

from __future__ import annotations

import re

from loaphuong.core.digest import digest

ANOTHER_WAY = {
    "qui": "quy",
    "quin": "quyn",
    "quinh": "quynh",
    "gi": "di",
    "gim": "dim",
    "gin": "din",
    "ginh": "dinh",
    "veo": "ve o",
    "buy": "bui",
    "buya": "bu ia",
    "buyn": "bu in",
    "buynh": "bu inh",
    "buyên": "bu yên",
    "gii": "di",
    "giim": "dim",
    "giin": "din",
    "giinh": "dinh",
    "quyu": "quy u",
    "quýu": "quý u",
    "quỳu": "quỳ u",
    "quỵu": "quỵ u",
    "quỷu": "quỷ u",
    "quỹu": "quỹ u",
}
FAULTY = re.compile(rf"\b(?:{'|'.join(ANOTHER_WAY)})\b")

# Part of who speaks: what was said by another table is not taken for what this one says.
FINGERPRINT = digest(ANOTHER_WAY)[:8]


def respell(words: str) -> str:
    """What is given to espeak-ng, and to voices that use its phonemes, for these words."""
    return FAULTY.sub(lambda found: ANOTHER_WAY[found[0]], words)
