"""Front matter is read as it was meant, every key with its line, and nothing is built that was not looked at."""

from __future__ import annotations

import pytest

from loaphuong.content import frontmatter
from loaphuong.content.frontmatter import FrontMatter, quote, read, replace_tabs
from loaphuong.core.problems import Stopped


def told(head: str) -> list[tuple[str, int]]:
    """What is wrong with a front matter, and on which line."""
    try:
        return [(found.id, found.where.line) for found in read(head, "content/a.md")[1]]
    except Stopped as stopped:
        return [(found.id, found.where.line) for found in stopped.problems]


def test_values_are_the_texts_that_were_written() -> None:
    """No number, date, truth or sixty is made of them; nothing is None, and quotes make it text."""
    head = 'a: 007\nb: 16:30\nc: no\nd: 2026-11-21\ne: ~\nf:\ng: "~"\nh: null\ni: [x, 1.0]\nj: {k: off}\n'
    assert read(head, "content/a.md")[0].values == {
        "a": "007",
        "b": "16:30",
        "c": "no",
        "d": "2026-11-21",
        "e": None,
        "f": None,
        "g": "~",
        "h": None,
        "i": ["x", "1.0"],
        "j": {"k": "off"},
    }


def test_every_key_knows_its_line() -> None:
    """Of the file, whose front matter begins on line 2; what has no line of its own has that of what is around it."""
    keys, _ = read("title: A\npeople:\n  - name: B\n    role: C\n  - name: D\n", "content/a.md")
    assert keys.lines == {
        "title": 2,
        "people": 3,
        "people.0": 4,
        "people.0.name": 4,
        "people.0.role": 5,
        "people.1": 6,
        "people.1.name": 6,
    }
    assert [keys.line(key) for key in ("people.1.role", "people.7", "genre", "")] == [6, 3, 1, 1]
    assert FrontMatter({}, {}).line("a.b") == 1


DEEPEST = "a: " + "[" * (frontmatter.DEPTH - 1) + "]" * (frontmatter.DEPTH - 1)
TOO_DEEP = DEEPEST.replace("[]", "[[x]]")


@pytest.mark.parametrize(
    ("head", "wrong"),
    [
        ("a: 1\na: 2\na: 3", [("key-repeated", 3), ("key-repeated", 4)]),
        ("a: b: c\nd: e: f", [("yaml-colon", 2), ("yaml-colon", 3)]),
        ("a: 1\n\tb: 2", [("yaml-tab", 3)]),
        ("a: &x 1\nb: *x", [("yaml-alias", 2)]),
        ("a: 1\nb: *x", [("yaml-alias", 3)]),
        ("a: !!int 1", [("yaml-tag", 2)]),
        ("? [a]\n: b", [("yaml-key", 2)]),
        ("- a", [("front-matter-odd", 2)]),
        ("", [("front-matter-odd", 2)]),
        ("a: 1\n--- b", [("front-matter-odd", 3)]),
        ('a: 1\nb: "x\nc: 2', [("yaml-quote", 3)]),
        ("a: [1", [("yaml-broken", 2)]),
        (DEEPEST, []),
        (TOO_DEEP, [("yaml-too-deep", 2)]),
        ("\n".join(f"k{n}: v" for n in range(frontmatter.NODES // 2 - 1)), []),
        (f"a: [{','.join('x' * (frontmatter.NODES + 1))}]", [("yaml-too-deep", 2)]),
    ],
)
def test_what_is_wrong_has_its_line(head: str, wrong: list[tuple[str, int]]) -> None:
    """All of it in one run, as far as it can be read."""
    assert told(head) == wrong


def test_the_first_of_two_counts() -> None:
    """And keeps its line."""
    keys, _ = read("a: 1\na: 2\n", "content/a.md")
    assert (keys.values, keys.lines) == ({"a": "1"}, {"a": 2})


def test_mending_ends() -> None:
    """So many colons are mended, no more: each costs a reading of the whole."""
    assert len(told("a: b: c\n" * frontmatter.MENDED)) == 2 * frontmatter.MENDED - 1  # and each key again is repeated
    assert told("".join(f"k{n}: b: c\n" for n in range(frontmatter.MENDED + 1)))[-1][0] == "yaml-broken"


@pytest.mark.parametrize(
    ("line", "quoted"),
    [
        ("title: Bài một: hai", 'title: "Bài một: hai"'),
        ("  - name: An: tổ 5  ", '  - name: "An: tổ 5"'),
        ('title: Nói "a": b\\c', 'title: "Nói \\"a\\": b\\\\c"'),
        ("title: “Một: hai”", 'title: "Một: hai"'),
        ("title: “Một”: “hai”", 'title: "“Một”: “hai”"'),
        ('title: "a": b', None),
        ("title: [a: b]", None),
        ("title", None),
        ("a: " + "b" * (frontmatter.LONGEST_LINE - 3), 'a: "' + "b" * (frontmatter.LONGEST_LINE - 3) + '"'),
        ("a: " + "b" * (frontmatter.LONGEST_LINE - 2), None),
    ],
)
def test_a_colon_in_a_text(line: str, quoted: str | None) -> None:
    """Is meant as text; what YAML reads in another way is left alone."""
    assert quote(line) == quoted


@pytest.mark.parametrize(
    ("line", "before", "mended"),
    [
        ("\tname: An", "people:", "  name: An"),
        ("\tname: An", "  - role: x", "  name: An"),
        ("\t\tname: An", "  people: ", "    name: An"),
        ("title:\tBài\tmột", "", "title: Bài một"),
        ("  name:\tAn", "people:", "  name: An"),
    ],
)
def test_a_tab(line: str, before: str, mended: str) -> None:
    """At the beginning it goes as deep as the line before, inside it is a blank."""
    assert replace_tabs(line, before) == mended
