"""Text → tokens, from left to right: the lexicon first, then the rules in their order, then plain words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaphuong.core.vietnamese import modern, nfc
from loaphuong.speech.spoken import glosses
from loaphuong.speech.spoken.conditions import capitals, next_word, previous_word
from loaphuong.speech.spoken.lazy import Lazy
from loaphuong.speech.spoken.lexicon import small
from loaphuong.speech.spoken.numbers import LETTERS, letters
from loaphuong.speech.spoken.rule import Context, Doubtful, Kind, Token
from loaphuong.speech.spoken.rules import (
    BY_DIGIT,
    BY_LETTER,
    BY_SIGN,
    BY_SYMBOL,
    HEADS,
    POINTED,
    addresses,
    people,
    plates,
)
from loaphuong.speech.spoken.rules.plain import LETTERED
from loaphuong.speech.spoken.rules.plates import SYNTAX
from loaphuong.speech.spoken.syllable import CAPITALS, canonical, toneless
from loaphuong.speech.spoken.transcription import guess
from loaphuong.speech.spoken.typos import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable

    from loaphuong.speech.spoken.lexicon import Index
    from loaphuong.speech.spoken.numbers import Numbers
    from loaphuong.speech.spoken.rule import ReadingRule

# Letters: \w also holds ½ and ², which are no letters.
WORD = Lazy(r"[^\W\d_\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u209c\u2150-\u218b\u2460-\u249b]+")
NUMBER = Lazy(r"\d+")
# 100 .000 đ is a hundred thousand.
SPACED = Lazy(r"(?<=\d) \.(?=\d{3}(?!\d))")
TYPED = ((">=", "≥"), ("<=", "≤"), ("-:-", "-"))
POWER = Lazy(r"(?<=[A-Za-z])[²³]")
ROMAN_LETTERS = frozenset("IVXLCDM")
PARTS = Lazy(rf"[{CAPITALS}]{{2,}}(?![^\W\d_A-Z])|[{CAPITALS}\u00c0-\u00de]?[^\W\d_A-Z]+|[{CAPITALS}]")
FOREIGN_VOWELS = Lazy(r"[aeiou]+", re.IGNORECASE)
# Capitals of that many letters that have syllables are a word (KALMAEGI), fewer are an abbreviation (ABCD).
LONGEST_ABBREVIATION = 5
SHORTEST = 3
STUCK = 5
# phuonglonganh: syllables without their signs, written as one.
JOINED = 7
STORM = Lazy(r"(?<!\w)bão(?: số \d+)?[\s(,]*$")
# A/B are two letters.
HASTY = Lazy(r"(?:[a-zđ]/[A-Za-zĐđ]|[A-ZĐ]/[a-zđ])(?![\w/])")
ROADS = frozenset(("QL", "TL", "ĐT", "HL", "ĐH", "VĐ", "CT", "P", "Đ", "K"))
LONG_NUMBER = Lazy(r" \d{6,}(?!\w)")
SUSPECT = frozenset("@._/:-+0123456789²³")


def prepare(text: str) -> str:
    """The text in the form the rules know: NFC, plain spaces, hòa for hoà, m2 for m²."""
    text = SPACED.sub(".", modern(nfc(text)).translate(SPACES))
    for typed, meant in TYPED:
        text = text.replace(typed, meant)
    return POWER.sub(lambda found: "2" if found[0] == "²" else "3", text)


SPACES: dict[int, str] = {
    **dict.fromkeys((*range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " "),
    **dict.fromkeys((0x2010, 0x2011), "-"),
    **dict.fromkeys((0x00BA, 0x02DA), "°"),
    0x2012: "–",
    0x2015: "—",
    0x01C0: "|",
    0x2103: "°C",
    0x2126: "Ω",
    0x03BC: "µ",
}


def lower(text: str) -> str:
    """Lower case, letter for letter, also where a letter's lower case is two letters."""
    low = text.lower()
    return (
        low if len(low) == len(text) else "".join(one if len(one := letter.lower()) == 1 else letter for letter in text)
    )


def scan(text: str, index: Index, numbers: Numbers) -> list[Token]:
    """The tokens of a block of prepared text, in order; what no rule can read is of the class UNREAD."""
    context = Context(text, lower(text), numbers, index)
    tokens = context.tokens
    at, length, opened = 0, len(text), -1
    while at < length:
        letter = text[at]
        if letter.isspace():
            at += 1
            continue
        word = WORD.match(text, at)
        token = (
            _word(context, at, word[0]) if word else _number(context, at) if letter.isdecimal() else _sign(context, at)
        )
        tokens.append(token)
        at = token.end
        if letter == "(" and token.end == token.start + 1:
            opened = len(tokens) - 1
        elif letter == ")" and opened >= 0:
            glosses.settle(context, opened)
            opened = -1
    return tokens


def _word(context: Context, at: int, word: str) -> Token:
    end = at + len(word)
    low = context.low[at:end]
    syllable = canonical(word)
    following = context.text[end : end + 1]
    joined = following.isdecimal() or (following in SUSPECT and context.text[end + 1 : end + 2].strip() != "")
    plain = syllable is not None and low not in HEADS and not (word.isupper() and ROMAN_LETTERS.issuperset(word))
    token = (
        (_apply_rules(context, at, addresses.RULES) if joined else None)
        or (
            _apply_rules(context, at, POINTED)
            if (word.isupper() or (len(word) == 2 and following == ".")) and _is_pointed(context, at, word, following)
            else None
        )
        or (_entry(context, at, low) if low in context.index.known else None)
        or (_hasty(context, at) if following == "/" and len(word) == 1 else None)
        or (_apply_rules(context, at, BY_LETTER) if joined or not plain else None)
    )
    if token:
        return token
    if syllable is None or (len(word) == 2 and _alone_in_capitals(context, at, end)):
        return _unknown(context, at, end)
    return Token(at, end, syllable, Kind.WORD, "syllable")


def _is_pointed(context: Context, at: int, word: str, following: str) -> bool:
    """Whether capitals may begin something longer than an entry of the lexicon: Q.T., HS-2026-0117, ĐT 427."""
    if following in {".", "-", "_", "+"} or word in ROADS:
        return True
    if following == " " and len(word) < 3 and LONG_NUMBER.match(context.text, at + len(word)):
        return context.before(plates.NUMBER_OF, at, 24) is not None
    return word.isascii() and context.before(SYNTAX, at, 24) is not None


def _hasty(context: Context, at: int) -> Token | None:
    """Đ/v, t/g: letters that stand for words, and nobody knows for which."""
    found = HASTY.match(context.text, at)
    return Token(at, found.end(), "", Kind.UNREAD, "") if found else None


def _unknown(context: Context, at: int, end: int) -> Token:
    """What is no syllable and in no table: told by the text itself, an abbreviation in small letters, initials."""
    word = context.text[at:end]
    told = glosses.find_gloss(context, at, end)
    if told is not None:
        return Token(at, end, told, Kind.ABBREVIATION, "gloss")
    # ubnd, and Ubnd, as a telephone writes it at the head of a line.
    known = small().get(word.lower()) if word[1:].islower() else None
    if known:
        return Token(at, end, known, Kind.ABBREVIATION, f"lexicon: {word.upper()}")
    if (
        len(word) == 2
        and not word.isupper()
        and not context.text[max(0, at - 2) : at].strip().isdecimal()
        and word.upper() in context.index.shorthand
    ):
        return Token(at, end, context.index.shorthand[word.upper()], Kind.GUESS, f"lexicon: {word.upper()}")
    token = _apply_rules(context, at, (LETTERED,)) if word.isupper() else None
    if token:
        return token
    token = _apply_rules(context, at, plates.LETTERED) if word.isupper() else None
    if token:
        return token
    if word.isupper() and word.isalpha() and len(word) < 5 and people.person(context, at):
        return Token(at, end, letters(word), Kind.LETTER, "initials")
    guessed = guess_storm(context, at, word) or guessed_word(word)
    if guessed:
        return Token(at, end, guessed, Kind.GUESS, "transcription")
    return Token(at, end, "", Kind.UNREAD, "")


def guess_storm(context: Context, at: int, word: str) -> str | None:
    """Bão YAGI is said as a word."""
    called = word.isascii() and context.before(STORM, at, 16) and FOREIGN_VOWELS.search(word)
    return guess(word) if called else None


def guessed_word(word: str) -> str | None:
    """What is in no table, by its letters, part by part where capitals part it: BachDang, ABC; None for a typo."""
    whole = spell(word) if word.isupper() else None
    if whole:
        return whole
    # trc, vcb: letters without a vowel that nobody knows.
    if word.islower() and word.replace("đ", "d").isascii() and len(word) <= SHORTEST and not set(word) & set("aeiouy"):
        return letters(word) if len(word) > 1 else None
    strange = not word.isascii()
    stuck = split_words(word) if strange and len(word) >= STUCK else None
    if stuck:
        return stuck
    if (word.islower() and (strange or len(word) < 3)) or ((strange or word.islower()) and suggestion(word)):
        return None
    joined = addresses.divide(word) if word.islower() and len(word) >= JOINED else None
    if joined:
        return " ".join(joined)
    said = [spell(part) or canonical(part) or transcribe(part) for part in PARTS.findall(word)]
    return None if None in said else " ".join(filter(None, said))


def spell(part: str) -> str | None:
    """Capitals by the names of their letters, and a letter by itself; None for what is a word."""
    if (len(part) > 1 and not part.isupper()) or not LETTERS.keys() >= set(part.lower()):
        return None
    if len(part) > LONGEST_ABBREVIATION and len(FOREIGN_VOWELS.findall(part)) > 1:
        return None
    return letters(part)


def split_words(word: str) -> str | None:
    """Two words whose space was lost, ngườivà, where they part in one way only and each has its signs."""
    parts = [(word[:at], word[at:]) for at in range(2, len(word) - 1)]
    found = [(canonical(one), canonical(other)) for one, other in parts if not one.isascii() and not other.isascii()]
    whole = [f"{one} {other}" for one, other in found if one and other]
    return whole[0] if len(whole) == 1 else None


def transcribe(part: str) -> str | None:
    """A foreign word by its spelling; one without a vowel is spelled if a capital begins it: Hb."""
    if FOREIGN_VOWELS.search(part):
        return guess(part)
    return letters(part) if part.isascii() and part[0].isupper() and len(part) < LONGEST_ABBREVIATION else None


def _alone_in_capitals(context: Context, at: int, end: int) -> bool:
    """Two capitals without a tone among small letters, CA or ĐA, are an abbreviation and no word: never guessed."""
    word = context.text[at:end]
    if not word.isupper() or toneless(word)[1] or context.text.isupper():
        return False
    return not (capitals(next_word(context.text, end)) or capitals(previous_word(context.text, at)))


def _number(context: Context, at: int) -> Token:
    found = NUMBER.match(context.text, at)
    digits = found[0] if found else context.text[at]
    return (
        (_entry(context, at, digits) if digits in context.index.known else None)
        or (_apply_rules(context, at, BY_DIGIT) if digits.isascii() else None)
        or Token(at, at + len(digits), "", Kind.UNREAD, "")
    )


def _sign(context: Context, at: int) -> Token:
    sign = context.text[at]
    return (
        (_entry(context, at, sign) if sign in context.index.known else None)
        or _apply_rules(context, at, BY_SIGN.get(sign, BY_SYMBOL))
        or Token(at, at + 1, "", Kind.UNREAD, "")
    )


def _entry(context: Context, at: int, atom: str) -> Token | None:
    hit = context.index.find(context.text, at, atom)
    if not hit:
        return None
    told = context.glosses.get(context.text[at : hit.end])
    spoken = glosses.unsaid(context, at, told or hit.spoken)
    other = "" if told or not spoken else context.index.otherwise(hit)
    return Token(at, hit.end, spoken, Kind.ABBREVIATION, f"lexicon: {hit.entry.written}", other)


def _apply_rules(context: Context, at: int, rules: Iterable[ReadingRule]) -> Token | None:
    for rule in rules:
        found = rule.pattern.match(context.text, at)
        if found and found.end() > at:
            said = rule.read(found, context)
            if isinstance(said, Doubtful):
                return Token(at, found.end(), said.spoken, rule.kind, rule.name, said.other)
            if said is not None:
                return Token(at, found.end(), said, rule.kind, rule.name)
    return None
