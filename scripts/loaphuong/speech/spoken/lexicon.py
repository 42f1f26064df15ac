"""The lexicon: abbreviations, loan words and names, written ⇥ spoken ⇥ condition ⇥ comment, one a line.

A written form with a small letter in it is known in any case; one in capitals only in capitals. Spaces around its
points, commas and hyphens do not matter. The conditions are in `conditions`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from loaphuong.core.vietnamese import modern, nfc
from loaphuong.core.where import Where
from loaphuong.speech.nouns import LexiconEntry
from loaphuong.speech.spoken import legacy
from loaphuong.speech.spoken.conditions import STRONG, condition_of, strictness
from loaphuong.speech.spoken.guard import foreign
from loaphuong.speech.spoken.lazy import Lazy

if TYPE_CHECKING:
    from loaphuong.core.problems import Problem
    from loaphuong.speech.spoken.conditions import Condition

ATOM = Lazy(r"[^\W\d_]+|\d+|\S")
JOINS = Lazy(r"\s*([,&/+])\s*|\s*([-–—])\s*|\s+")


LONGEST_WRITTEN = 100
HASTY = 3


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The station's own entries, in the order of the file."""

    entries: tuple[LexiconEntry, ...] = ()


def parse(text: str, path: str) -> tuple[Lexicon, tuple[Problem, ...]]:
    """The lexicon written in `text`, and all that is wrong with it; lines with a problem are left out."""
    # The catalogue is loaded when first needed: importing this room stays cheap.
    from loaphuong.core.problems import problem

    entries: list[LexiconEntry] = []
    problems: list[Problem] = []
    seen: dict[tuple[str, str], int] = {}
    plain = nfc(text.lstrip("\ufeff")).replace("\r\n", "\n").replace("\r", "\n")
    for number, line in enumerate(plain.split("\n"), 1):
        where = Where(path, number)
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        columns = [unquote(column.strip()) for column in line.split("\t")]
        written, spoken, condition = [*columns, "", "", ""][:3]
        entry = LexiconEntry(written, modern(spoken.lower()), condition, where)
        key = key_of(written), condition
        wrong = wrong_letters(line, where) or wrong_entry(entry, len(columns))
        if not wrong and key in seen:
            wrong = problem("lexicon-twice", where, written=written, line=seen[key])
        if wrong:
            problems.append(wrong)
        else:
            seen[key] = number
            entries.append(entry)
    return Lexicon(tuple(entries)), tuple(problems)


def wrong_letters(line: str, where: Where) -> Problem | None:
    """What is wrong with the letters of a line, before one looks at what they say."""
    from loaphuong.core.problems import problem

    old = legacy.recognise(line)
    if old:
        return problem("spoken-legacy", where, encoding=old.encoding, text=old.text.replace("\t", " ⇥ "))
    if not line.replace("\t", "").isprintable():
        return problem("spoken-unprintable", where, codes=hidden(line))
    return None


def wrong_entry(entry: LexiconEntry, columns: int) -> Problem | None:
    """What is wrong with an entry that was written in so many columns."""
    from loaphuong.core.problems import problem

    if len(entry.written) > LONGEST_WRITTEN:
        return problem("lexicon-long", entry.where, most=LONGEST_WRITTEN)
    if columns > 4:
        return problem("lexicon-columns", entry.where)
    if not entry.written or not entry.spoken:
        return problem("lexicon-empty", entry.where)
    if strange := foreign(entry.spoken):
        return problem("lexicon-syllable", entry.where, words=", ".join(strange))
    if condition_of(entry.condition) is None:
        return problem("lexicon-condition", entry.where, condition=entry.condition)
    return None


def hidden(line: str) -> str:
    """The first letters of a line that nobody can see, by their numbers."""
    found = (letter for letter in line if letter != "\t" and not letter.isprintable())
    return " ".join(f"U+{ord(letter):04X}" for letter in islice(found, 8))


def key_of(written: str) -> str:
    """What a written form is looked for as: one with a small letter in any case, one in capitals only so."""
    return written.lower() if any(letter.islower() for letter in written) else written


def unquote(cell: str) -> str:
    """A cell without the quotation marks that a spreadsheet puts around it."""
    return cell[1:-1].replace('""', '"').strip() if len(cell) > 1 and cell[0] == cell[-1] == '"' else cell


@lru_cache(maxsize=1)
def load_built_in() -> tuple[LexiconEntry, ...]:
    """The entries every station has; read from the package once."""
    entries: list[LexiconEntry] = []
    for name in ("abbreviations", "loanwords", "names"):
        entries.extend(parse(table(name), f"{name}.tsv")[0].entries)
    return tuple(entries)


@lru_cache(maxsize=1)
def small() -> dict[str, str]:
    """Built-in abbreviations of three letters or more as hasty writers type them: ubnd, hđnd."""
    return {
        entry.written.lower(): entry.spoken
        for entry in reversed(load_built_in())
        if not entry.condition and len(entry.written) > 2 and entry.written.isupper() and entry.written.isalpha()
    }


def table(name: str) -> str:
    """The text of one of the tables of this package."""
    from importlib.resources import files

    return files("loaphuong.speech.spoken").joinpath("tables", f"{name}.tsv").read_text(encoding="utf-8")


class Hit(NamedTuple):
    """An entry found in the text."""

    end: int
    spoken: str
    entry: LexiconEntry


class Known:
    """An entry ready to be looked for."""

    __slots__ = ("entry", "pattern", "test")

    def __init__(self, entry: LexiconEntry) -> None:
        self.entry = entry
        self.pattern: re.Pattern[str] | None = None
        self.test: Condition | None = None

    def match(self, text: str, at: int) -> Hit | None:
        if self.pattern is None:
            self.pattern, self.test = compile_form(self.entry.written), condition_of(self.entry.condition)
        found = self.pattern.match(text, at)
        if not found or (self.test and not self.test(text, at, found.end())):
            return None
        return Hit(found.end(), self.entry.spoken, self.entry)


def compile_form(written: str) -> re.Pattern[str]:
    """A pattern for a written form, loose about spaces and hyphens."""
    pattern, at = "", 0
    for join in JOINS.finditer(written):
        pattern += re.escape(written[at : join.start()])
        sign = r"[-–—]" if join[2] else re.escape(join[1]) if join[1] else ""
        pattern += rf"\s*{sign}\s*" if sign else r"\s+"
        at = join.end()
    pattern += re.escape(written[at:])
    if written[-1].isalnum():
        pattern += r"(?!\w)"
    # hs and Hs, but HS is another.
    if written.islower() and written.isalpha() and len(written) < HASTY:
        return re.compile(f"[{written[0]}{written[0].upper()}]{pattern[1:]}")
    # Ng. is a family; ng. a person in short.
    short = len(written) <= HASTY and written[-1] == "."
    exact = short or not any(letter.islower() for letter in written)
    return re.compile(pattern, 0 if exact else re.IGNORECASE)


class Index:
    """Entries by their first letters, longest and strictest first; earlier sources win."""

    def __init__(self, *sources: tuple[LexiconEntry, ...]) -> None:
        self.known: dict[str, list[Known]] = {}
        ranked = [
            (-len(entry.written), strictness(entry.condition), rank, Known(entry))
            for rank, source in enumerate(sources)
            for entry in source
        ]
        # A station's own line replaces the built-in one of the same written form.
        own = {entry.written for entry in sources[0]} if len(sources) > 1 else set()
        for *_, rank, known in sorted(ranked, key=lambda row: row[:3]):
            if rank and known.entry.written in own:
                continue
            first = ATOM.match(known.entry.written)
            if first:
                self.known.setdefault(first[0].lower(), []).append(known)

    def find(self, text: str, at: int, atom: str) -> Hit | None:
        """The entry that stands at a place of the text, whose first letters, in lower case, are `atom`."""
        for known in self.known.get(atom, ()):
            hit = known.match(text, at)
            if hit:
                return hit
        return None

    def otherwise(self, hit: Hit) -> str:
        """What else an abbreviation can mean where no word beside it decided; empty if nothing."""
        if STRONG.search(hit.entry.condition):
            return ""
        return next((said for said in self.ambiguous.get(hit.entry.written, ()) if said != hit.spoken), "")

    @cached_property
    def ambiguous(self) -> dict[str, list[str]]:
        """The meanings of each abbreviation in capitals that has several, the plain one first."""
        found: dict[str, list[str]] = {}
        for rows in self.known.values():
            for known in sorted(rows, key=lambda known: bool(known.entry.condition)):
                entry = known.entry
                if entry.written.isupper() and entry.spoken not in found.setdefault(entry.written, []):
                    found[entry.written].append(entry.spoken)
        return {written: said for written, said in found.items() if len(said) > 1}

    @cached_property
    def shorthand(self) -> dict[str, str]:
        """Spoken forms of the entries without a condition, by what is written, for codes and compounds."""
        return {
            known.entry.written: known.entry.spoken
            for rows in self.known.values()
            for known in reversed(rows)
            if not known.entry.condition
        }
