"""What a Vietnamese syllable is: an onset, a rime, a tone; and where its tone mark stands.

A grammar, not a word list: it accepts every syllable that Vietnamese spelling allows, said or not, and nothing else.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

ONSETS = tuple(
    sorted(
        "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split(),  # noqa: SIM905 - a list of syllables is read as words
        key=len,
        reverse=True,
    )
)
RIMES = frozenset(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oep oet oi om on ong ooc oong
    op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uênh uêu ui um un ung uôc uôi uôm uôn uông uôt uơ up ut
    uy uya uych uyên uyêt uyn uynh uyp uyt uyu
    ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
    y yêm yên yêng yêt yêu
    """.split()  # noqa: SIM905
)
# After qu the glide is in the onset, so rimes that u would open are written without it.
RIMES_AFTER_QU = frozenset(
    """
    a ac ach ai an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ân âng ât âu ây e en eng eo et ê ên ênh êt êch êu
    i in inh it ich ôc ơ ơi ơn ơt y yên yêt ynh yt ych yn yu
    """.split()  # noqa: SIM905
)
ONSETS_BEFORE_Y = frozenset(("", "d", "h", "k", "l", "m", "n", "s", "t", "th", "v"))
FRONT = tuple("ieêy")
STOPS = ("c", "ch", "p", "t")
TONES = {"\u0300": "huyền", "\u0301": "sắc", "\u0303": "ngã", "\u0309": "hỏi", "\u0323": "nặng"}
CAPITALS = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
VOWELS = "aăâeêioôơuưy"


def toneless(word: str) -> tuple[str, str]:
    """The word without its tone mark, and the mark (empty for none, two or more if misspelled)."""
    parts = unicodedata.normalize("NFD", word)
    marks = "".join(letter for letter in parts if letter in TONES)
    if not marks:
        return word, ""
    return unicodedata.normalize("NFC", "".join(letter for letter in parts if letter not in TONES)), marks


def parts(base: str) -> tuple[str, str] | None:
    """Onset and rime of a toneless lower-case syllable, or None."""
    if base in RIMES:
        return "", base
    for onset in ONSETS:
        if base.startswith(onset):
            rime = base[len(onset) :]
            if fits(onset, rime):
                return onset, rime
    return None


def fits(onset: str, rime: str) -> bool:
    """Whether spelling joins this onset to this rime."""
    if onset == "qu":
        return rime in RIMES_AFTER_QU
    if rime not in RIMES:
        return False
    front = rime.startswith(FRONT)
    match onset:
        case "k" | "gh" | "ngh":
            return front and (onset == "k" or not rime.startswith("y"))
        case "c" | "ng":
            return not front
        case "g":
            return not front or rime.startswith("i")
    if rime.startswith("y"):
        return rime == "y" and onset in ONSETS_BEFORE_Y
    return True


def find_mark(rime: str) -> int:
    """The place of the letter of the rime that carries the tone mark, in the modern placement (hòa, ủy, hoàn)."""
    special = [place for place, letter in enumerate(rime) if letter in "ăâêôơư"]
    if special:
        return special[-1]
    vowels = [place for place, letter in enumerate(rime) if letter in VOWELS]
    if len(vowels) == 1 or vowels[-1] < len(rime) - 1:
        return vowels[-1]
    return vowels[len(vowels) // 2 - (len(vowels) == 2)]


@lru_cache(maxsize=20_000)
def canonical(word: str) -> str | None:
    """The syllable in lower case with its tone mark in the modern place; None if Vietnamese has no such syllable."""
    base, tone = toneless(word.lower())
    found = parts(base) if len(tone) < 2 else None
    if found is None:
        return None
    onset, rime = found
    if rime.endswith(STOPS) and tone not in ("\u0301", "\u0323"):
        return None
    if not tone:
        return base
    at = find_mark(rime) + 1
    return onset + unicodedata.normalize("NFC", rime[:at] + tone + rime[at:])
