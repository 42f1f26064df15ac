"""Reads the corpus: plain text files of broken, hostile and odd inputs, each with what must become of it.

    == what the case is about
    title: front matter that replaces or follows the ordinary one
    ---
    The body, where it is not the ordinary one.
    -> problem-id:line

`-> ok` says that nothing is wrong. A case is one article, content/guong-tot/bai.md; `@ path` begins another file below
content/, written whole, and problems of it are written `id path:line`. `⟨202E⟩` is a code point, `⟨xFF⟩` a byte and
`⟨ab×300⟩` three hundred times the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from tests.content.ward import LEAST

HERE = Path(__file__).parent
ARTICLE = "guong-tot/bai.md"
HEAD = {
    "title": "title: Bài thử",
    "summary": "summary: Tóm tắt.",
    "genre": "genre: guong",
    "published_at": "published_at: 20/11/2026 07:30",
    "author": "author: Ban biên tập",
}
BODY = "Bà con cùng nhau dọn ngõ."
ESCAPE = re.compile(r"⟨(?:x([0-9A-F]{2})|([0-9A-F]+)|((?:[^⟨⟩×])+)×(\d+))⟩")


@dataclass
class Case:
    """One input and the problems it must have, as `id path:line`."""

    name: str
    lines: list[str] = field(default_factory=list)
    files: dict[str, list[str]] = field(default_factory=dict)
    expected: list[str] = field(default_factory=list)

    def article(self) -> str:
        """The case's own article."""
        if self.lines and self.lines[0] == "WHOLE":
            return "\n".join(self.lines[1:])
        split = self.lines.index("---") if "---" in self.lines else len(self.lines)
        head, body = dict(HEAD), "\n".join(self.lines[split + 1 :]) or BODY
        last = ""
        for line in self.lines[:split]:
            key = line.partition(":")[0]
            if line[:1] in {" ", "-"} and last:
                head[last] += f"\n{line}"
            else:
                last = key if key not in head or key in HEAD else f"{key} {len(head)}"
                head[last] = line
        return "\n".join(["---", *(line for line in head.values() if not line.endswith(": ⌫")), "---", body, ""])

    def written(self) -> dict[str, bytes]:
        """The files of the ward, by their path below content/."""
        files = {**LEAST, ARTICLE: self.article(), **{name: "\n".join(lines) for name, lines in self.files.items()}}
        return {unescaped(name).decode(errors="surrogateescape"): unescaped(text) for name, text in files.items()}


def unescaped(text: str) -> bytes:
    """The bytes that a text of the corpus stands for."""
    found = b""
    place = 0
    for escape in ESCAPE.finditer(text):
        byte, point, repeated, times = escape.groups()
        found += text[place : escape.start()].encode()
        if byte:
            found += bytes([int(byte, 16)])
        elif point:
            found += chr(int(point, 16)).encode()
        else:
            found += (repeated * int(times)).encode()
        place = escape.end()
    return found + text[place:].encode()


def cases(name: str) -> list[Case]:
    """The cases of a file of the corpus."""
    found: list[Case] = []
    lines: list[str] = []
    for line in (HERE / name).read_text(encoding="utf-8").split("\n"):
        if line.startswith("== "):
            found.append(Case(line[3:]))
            lines = found[-1].lines
        elif not found:
            continue
        elif line.startswith("@ "):
            lines = found[-1].files.setdefault(line[2:], [])
        elif line.startswith("-> "):
            if line != "-> ok":
                found[-1].expected.append(placed(line[3:]))
        else:
            lines.append(line)
    for case in found:
        for text in (case.lines, *case.files.values()):
            while text and not text[-1]:
                text.pop()
    return found


def placed(expected: str) -> str:
    """`id:line` as `id path:line`."""
    id_, _, where = expected.partition(" ")
    if where:
        return f"{id_} content/{where}"
    id_, _, line = expected.partition(":")
    return f"{id_} content/{ARTICLE}" + (f":{line}" if line else "")
