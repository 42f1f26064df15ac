"""Foreign names by their spelling: Dortmund is guessed as đốt mun, and told, so that a person confirms it.

The table says how letters sound in Vietnamese; a syllable is a consonant, a vowel and an ending that Vietnamese has.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from loaphuong.speech.spoken.lexicon import table
from loaphuong.speech.spoken.syllable import TONES, canonical

SHARP = "\u0301"
FRONT = "eêiy"


@cache
def sounds() -> dict[str, dict[str, str]]:
    """The tables by place in the syllable: `đầu`, `giữa`, `cuối`; letters → Vietnamese letters."""
    places: dict[str, dict[str, str]] = {"đầu": {}, "giữa": {}, "cuối": {}}
    for line in table("transcription").splitlines():
        if line and not line.startswith("#"):
            place, written, said = [*line.split("\t"), ""][:3]
            places[place][written] = said
    return places


@cache
def pattern(place: str) -> re.Pattern[str]:
    """Any letters of a table, the longest first."""
    return re.compile("|".join(sorted(sounds()[place], key=len, reverse=True)))


def fold_letters(word: str) -> str:
    """Small letters without foreign marks; ñ is nh, ç is x."""
    low = word.lower().replace("ñ", "nh").replace("ç", "x").replace("ß", "ss").replace("ø", "o").replace("ł", "l")
    return "".join(letter for letter in unicodedata.normalize("NFD", low) if not unicodedata.combining(letter))


def guess(word: str) -> str | None:
    """A name in Vietnamese syllables; None where its spelling gives none."""
    letters = re.sub(r"(?<=[aeiouy][^aeiouy])e$", "", fold_letters(word)) if len(word) > 4 else fold_letters(word)
    letters = re.sub(r"([bcdfgklmnprstz])\1", r"\1", letters)
    if not letters.isascii() or not letters.isalpha():
        return None
    parts = re.findall(r"[^aeiouy]+|y(?=[aeiou])|[aeiou]+y(?![aeiou])|[aeiou]+|y", letters)
    said: list[str] = []
    waiting = ""
    for place, part in enumerate(parts):
        vowel = part[0] in "aeiouy" and not (part == "y" and place + 1 < len(parts) and parts[place + 1][0] in "aeiou")
        if not vowel:
            waiting += part
            continue
        ending, onset = divide(waiting, first=not said)
        if ending:
            said[-1] += ending
        vowels = sounds()["giữa"]
        sound = vowels[part] if part in vowels else " ".join(vowels[letter] for letter in part)
        said.extend(syllables(onset, sound))
        waiting = ""
    last = pattern("cuối").match(waiting)
    if last and said:
        said[-1] += last[0]
    closed = [close(syllable) for syllable in said]
    return " ".join(filter(None, closed)) if said and all(syllable is not None for syllable in closed) else None


def divide(letters: str, *, first: bool) -> tuple[str, str]:
    """Consonants between two vowels: what ends the syllable before, what opens the next one."""
    if first:
        return "", letters
    for size in range(len(letters), 0, -1):
        onset = letters[-size:]
        if onset in sounds()["đầu"]:
            return letters[:-size], onset
    return letters, ""


def syllables(onset: str, vowel: str) -> list[str]:
    """An onset and what follows it: consonants that Vietnamese does not join get a syllable of their own."""
    said: list[str] = []
    while len(onset) > 1 and onset not in sounds()["đầu"]:
        found = pattern("đầu").match(onset)
        if not found:
            onset = onset[1:]
            continue
        said.append(f"{sounds()['đầu'][found[0]]}ờ")
        onset = onset[found.end() :]
    first, *rest = vowel.split()
    opening = "x" if onset == "c" and first[0] in FRONT else sounds()["đầu"].get(onset, onset)
    return [*said, join_consonant(opening, first), *rest]


def join_consonant(opening: str, vowel: str) -> str:
    """The spelling of a consonant before this vowel: k and c, g and gh, ng and ngh."""
    front = vowel[0] in FRONT
    match opening:
        case "c":
            opening = "k" if front else "c"
        case "g":
            opening = "gh" if front else "g"
        case "gi" if vowel[0] == "i":
            opening = "d"
        case "ng":
            opening = "ngh" if front else "ng"
        case "w":
            opening = ""
            vowel = {"a": "oa", "e": "oe", "ê": "uê", "i": "uy", "o": "uô", "ô": "uô", "u": "u"}.get(
                vowel[0], vowel[0]
            ) + vowel[1:]
        case "qu" if vowel[0] == "u":
            vowel = vowel[1:] or "ơ"
    return opening + vowel


@cache
def close(syllable: str) -> str | None:
    """A syllable with its foreign ending made one that Vietnamese has; None if nothing fits."""
    if canonical(syllable) == syllable:
        opened = f"{syllable[:-1]}ê"
        return opened if syllable[-1] == "e" and canonical(opened) == opened else syllable
    found = re.fullmatch(r"(.*[aăâeêioôơuưy])([a-z]*)", syllable)
    if not found:
        return None
    body, written = found[1], found[2]
    match = pattern("cuối").match(written)
    ending = sounds()["cuối"][match[0]] if match else ""
    # Peter, Walker.
    if body[-1] in "eê" and written.startswith("r"):
        # Before ơ the spelling of the consonant is another: manager is ma na gơ, tiktoker tích tô cơ.
        opening = {"gh": "g", "ngh": "ng", "k": "c", "u": ""}.get(body[:-1], body[:-1])
        body = f"{opening}ơ"
    for last in (ending, {"c": "ch", "ng": "nh"}.get(ending, ending), ""):
        for vowel in (body, body[:-1] + {"ê": "e", "e": "ê", "ô": "o", "o": "ô", "ơ": "ô"}.get(body[-1], body[-1])):
            tried = vowel + (SHARP if last in ("c", "ch", "p", "t") and not set(vowel) & set(TONES) else "") + last
            said = canonical(unicodedata.normalize("NFC", tried))
            if said:
                return said
    return None
