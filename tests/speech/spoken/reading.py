"""What the tests of this room share: the seeds, an independent reader of number words, what espeak-ng says."""

from __future__ import annotations

import json
import re
import subprocess
import sys

from loaphuong.speech.voices.respelling import respell
from tests.package import ROOT

SEEDS = tuple(sorted((ROOT / "tests" / "speech" / "spoken" / "seeds").glob("*.txt")))
DIGITS = {
    "không": 0,
    "một": 1,
    "mốt": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "năm": 5,
    "lăm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
}
SCALES = (("tỷ", 10**9), ("triệu", 10**6), ("nghìn", 1000), ("ngàn", 1000), ("trăm", 100))


def value(words: str) -> int:
    """The number that words say, read by splitting at the greatest scale; ValueError if they say none."""
    parts = words.split()
    for name, worth in SCALES:
        if name in parts:
            at = len(parts) - 1 - parts[::-1].index(name)
            high, low = parts[:at], parts[at + 1 :]
            return value(" ".join(high)) * worth + (value(" ".join(low)) if low else 0)
    if parts and parts[0] in ("linh", "lẻ"):
        parts = parts[1:]
    match parts:
        case ["mười"]:
            return 10
        case ["mười", unit]:
            return 10 + DIGITS[unit]
        case [tens, "mươi"]:
            return DIGITS[tens] * 10
        case [tens, "mươi", unit]:
            return DIGITS[tens] * 10 + DIGITS[unit]
        case [unit]:
            return DIGITS[unit]
    raise ValueError(words)


ESPEAK = """
import ctypes, json, sys
import espeakng_loader
lib = ctypes.CDLL(espeakng_loader.get_library_path())
lib.espeak_Initialize(2, 0, espeakng_loader.get_data_path().encode(), 0)
lib.espeak_SetVoiceByName(b"vi")
lib.espeak_TextToPhonemes.restype = ctypes.c_char_p
lib.espeak_TextToPhonemes.argtypes = [ctypes.POINTER(ctypes.c_char_p), ctypes.c_int, ctypes.c_int]
said = []
for text in json.load(sys.stdin):
    left, found = ctypes.c_char_p(text.encode()), []
    while left.value:
        found.append((lib.espeak_TextToPhonemes(ctypes.byref(left), 1, 2) or b"").decode())
    said.append(" ".join(found))
json.dump(said, sys.stdout)
"""


def phonemes(texts: list[str]) -> list[str]:
    """What the Vietnamese voice of espeak-ng makes of each text, in IPA, from a fresh process; `(en)` marks English."""
    done = subprocess.run(
        [sys.executable, "-c", ESPEAK], input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    return list(json.loads(done.stdout))


VOWEL = re.compile(r"[aeiouyɛɔəɐɪʊɨɯɤʌɑɜ]")


def faulty(words: list[str]) -> list[tuple[str, str]]:
    """The words that are given to the voice and come out in English or without a vowel, with their phonemes."""
    said = zip(words, phonemes([respell(word) for word in words]), strict=True)
    return [(word, sound) for word, sound in said if "(en)" in sound or not VOWEL.search(sound)]
