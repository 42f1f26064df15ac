"""The lexicon: abbreviations, loan words and names, written ⇥ spoken ⇥ condition ⇥ comment, one a line.

A written form with a small letter in it is known in any case; one in capitals only in capitals. Spaces around its
points, commas and hyphens do not matter. The conditions, joined by `;`:

- `trước tên riêng`: a name follows (Q. Tây Hồ) · `trước chức danh`: a title follows (Q. Chủ tịch)
- `trước số`, `sau số`: a number follows, or stands before
- `trước: a, b`, `sau: a, b`: one of these words follows, or stands before · `không sau: a, b`: none of them does
- `gần: a, b`: one of these words stands within some sixty letters on either side
- `không hoa`: the words beside it are not in capitals (CA phường, but CA NGỢI)
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
from loaphuong.speech.spoken.guard import foreign
from loaphuong.speech.spoken.lazy import Lazy
from loaphuong.speech.spoken.syllable import canonical

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaphuong.core.problems import Problem

    Condition = Callable[[str, int, int], bool]

ATOM = Lazy(r"[^\W\d_]+|\d+|\S")
JOINS = Lazy(r"\s*([,&/+])\s*|\s*([-–—])\s*|\s+")
NEXT_WORD = Lazy(r"[\s“\"(]*([^\W\d_]+)")
PREVIOUS_WORD = Lazy(r"([^\W\d_]+)\W*$")
NUMBER_NEXT = Lazy(r"\s*(?:số\s*)?(?:\d|[IVX]{1,4}(?!\w|\s?/))")
PREVIOUS_NUMBER = Lazy(r"\d\s*$")
TITLES = Lazy(
    r"\s*(?:(?:phó|quyền|nguyên)\s+)?(?:chủ tịch|bí thư|trưởng|giám đốc|tổng|chánh|hiệu trưởng|viện trưởng|cục trưởng|"
    r"vụ trưởng|chủ nhiệm|thủ trưởng|đội trưởng|tổ trưởng|hội trưởng|phó|ủy viên|thư ký|bộ trưởng|thống đốc|cvp|ct)\b",
    re.IGNORECASE,
)


LONGEST_WRITTEN = 100
NEAR = 60


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


def capitals(word: str) -> bool:
    """Whether it is a word in capitals, not an abbreviation: TP and UBND say nothing of the words beside them."""
    return len(word) > 1 and word.isupper() and canonical(word) is not None


def next_word(text: str, end: int) -> str:
    """The word after a place; nothing at the end."""
    found = NEXT_WORD.match(text, end)
    return found[1] if found else ""


def previous_word(text: str, start: int) -> str:
    """The word before a place; nothing at the beginning."""
    found = PREVIOUS_WORD.search(text[max(0, start - 40) : start])
    return found[1] if found else ""


def _before_name(text: str, start: int, end: int) -> bool:  # noqa: ARG001 - the shape of a condition
    word = next_word(text, end)
    return word[:1].isupper() and not set(word) <= set("IVX") and not TITLES.match(text, end)


def _before_title(text: str, start: int, end: int) -> bool:  # noqa: ARG001
    return bool(TITLES.match(text, end))


def _before_number(text: str, start: int, end: int) -> bool:  # noqa: ARG001
    return bool(NUMBER_NEXT.match(text, end))


def _after_number(text: str, start: int, end: int) -> bool:  # noqa: ARG001
    return bool(PREVIOUS_NUMBER.search(text[max(0, start - 5) : start]))


def _small(text: str, start: int, end: int) -> bool:
    return not (capitals(next_word(text, end)) or capitals(previous_word(text, start)))


NAMED: dict[str, Condition] = {
    "trước tên riêng": _before_name,
    "trước chức danh": _before_title,
    "trước số": _before_number,
    "sau số": _after_number,
    "không hoa": _small,
}


@lru_cache(maxsize=512)
def condition_of(text: str) -> Condition | None:
    """The test a condition asks for; None if there is no such condition."""
    tests: list[Condition] = []
    for part in filter(None, (part.strip() for part in text.split(";"))):
        head, colon, tail = part.partition(":")
        listed = "|".join(re.escape(word.strip()) for word in tail.split(",") if word.strip())
        if part in NAMED:
            tests.append(NAMED[part])
        elif colon and listed and head.strip() == "trước":
            follows = re.compile(rf"\W*(?:{listed})(?!\w)", re.IGNORECASE)
            tests.append(lambda text, _, end, follows=follows: bool(follows.match(text, end)))  # type: ignore[misc]
        elif colon and listed and head.strip() in ("sau", "không sau"):
            stands = re.compile(rf"(?<!\w)(?:{listed})\W*$", re.IGNORECASE)
            after = head.strip() == "sau"
            tests.append(
                lambda text, start, _, stands=stands, after=after: (  # type: ignore[misc]
                    bool(stands.search(text[max(0, start - 40) : start])) is after
                )
            )
        elif colon and listed and head.strip() == "gần":
            near = re.compile(rf"(?<!\w)(?:{listed})(?!\w)", re.IGNORECASE)
            tests.append(
                lambda text, start, end, near=near: bool(  # type: ignore[misc]
                    near.search(text[max(0, start - NEAR) : start]) or near.search(text[end : end + NEAR])
                )
            )
        else:
            return None
    return lambda text, start, end: all(test(text, start, end) for test in tests)


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
    exact = not any(letter.islower() for letter in written)
    return re.compile(pattern, 0 if exact else re.IGNORECASE)


def strictness(condition: str) -> int:
    """Which of several entries for one written form is asked first: one beside named words, then any condition."""
    return 0 if ":" in condition else 1 if condition else 2


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
        return "" if hit.entry.condition else self.ambiguous.get(hit.entry.written, "")

    @cached_property
    def ambiguous(self) -> dict[str, str]:
        """The first other meaning of each abbreviation that has several."""
        found: dict[str, str] = {}
        for rows in self.known.values():
            plain = {known.entry.written: known.entry.spoken for known in reversed(rows) if not known.entry.condition}
            for known in rows:
                entry = known.entry
                if entry.condition and plain.get(entry.written, entry.spoken) != entry.spoken:
                    found.setdefault(entry.written, entry.spoken)
        return found

    @cached_property
    def shorthand(self) -> dict[str, str]:
        """Spoken forms of the entries without a condition, by what is written, for codes and compounds."""
        return {
            known.entry.written: known.entry.spoken
            for rows in self.known.values()
            for known in reversed(rows)
            if not known.entry.condition
        }
