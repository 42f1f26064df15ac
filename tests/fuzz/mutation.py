"""Broken inputs made from sound ones: spans cut, doubled, moved, words of trouble put in, two seeds joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

LONGEST = 3_000
TROUBLE = (

    *("|", "\x00", "\x1b", "\u200b", "\u202e", "\u2028", "\ufeff", "\ud7ff", "\U0001f600", "a\u0301\u0323", "ﬁ", "²", "٣"),
    *("<script>", "<img src=x onerror=alert(1)>", "</", "<!--", "-->", "&#x41;", "&lt;", "<a href='javascript:x'>"),
    *("[a](javascript:x)", "[a](data:text/html,x)", "![](../../etc/passwd)", "[a]: <x>", "[^1]", "](", "![", "<http://a b>"),
    *("=1+1", "+84", "-1", "@x", "''", ",", ";", '""', "\t", "'=", "NaN", "inf", "-0", "1e999", "0x10", "9" * 400, "true", "null"),
    *("31/02/2026", "24/11/2026 25:61", "0000-00-00", "9999-12-31T23:59:59+14:00", "2026-11-24-1630", "1/1", "12/0", "99:99"),
    *("title: ", "summary: ", "people: ", "rules: ", "correction: ", "slug: ../x", "published_at: ", "image: {path: /etc/passwd}"),
    *('"hash": "', '"previous": "', '"act": "duyet"', '"entries": ', "[" * 60, "{" * 60, '{"a":' * 60, "- " * 60, "> " * 60),
    *("%", "{", "{name}", "{0}", "%s", "{{", "Nguyễn Văn A", "ông ", "UBND", "80/KH-UBND", "3,5 km", "https://x.vn/?a=1&b=2"),
    *("[[khung_gio]]\n", "[giong.x]\n", "weekday = ", '"""', "= ", "at = 16:30:00\n", "1979-05-27T07:32:00Z", "inf\n", "\\u0000"),
)  # fmt: skip


def mutate(random: Random, seeds: Sequence[str]) -> str:
    """One input: a seed, changed in a few places."""
    text = random.choice(seeds)
    for _ in range(random.choice((1, 1, 1, 2, 2, 3, 5, 8))):
        text = random.choice(CHANGES)(random, text, seeds)[:LONGEST]
    return text


def span(random: Random, text: str, longest: int = 40) -> tuple[int, int]:
    """Two places in a text, not far from each other."""
    start = random.randint(0, len(text))
    return start, min(len(text), start + random.randint(0, longest))


def cut(random: Random, text: str, _: Sequence[str]) -> str:
    """A span taken out."""
    start, end = span(random, text)
    return text[:start] + text[end:]


def double(random: Random, text: str, _: Sequence[str]) -> str:
    """A span said over and over."""
    start, end = span(random, text)
    return text[:end] + text[start:end] * random.choice((1, 2, 50)) + text[end:]


def trouble(random: Random, text: str, _: Sequence[str]) -> str:
    """A word of trouble put in, or put in place of a span."""
    start, end = span(random, text, random.choice((0, 0, 10)))
    return text[:start] + random.choice(TROUBLE) + text[end:]


def letter(random: Random, text: str, _: Sequence[str]) -> str:
    """Another letter in one place."""
    start, _end = span(random, text)
    code = random.choice((random.randrange(128), random.randrange(0x300), random.randrange(0xD7FF)))
    return text[:start] + chr(code) + text[start + 1 :]


def swap_lines(random: Random, text: str, _: Sequence[str]) -> str:
    """Two lines in each other's place, or a line indented."""
    lines = text.split("\n")
    first, second = random.randrange(len(lines)), random.randrange(len(lines))
    lines[first], lines[second] = random.choice(("", " ", "  ", "\t", "    ")) + lines[second], lines[first]
    return "\n".join(lines)


def join(random: Random, text: str, seeds: Sequence[str]) -> str:
    """The beginning of this and the end of another."""
    other = random.choice(seeds)
    return text[: random.randint(0, len(text))] + other[random.randint(0, len(other)) :]


CHANGES: tuple[Callable[[Random, str, Sequence[str]], str], ...] = (
    cut,
    double,
    trouble,
    trouble,
    letter,
    swap_lines,
    join,
)
