"""docs/problems/ tells of every problem what it is and what cures it; it is made of the catalogue and of the corpus.

`python -m tests.core.test_problem_pages` writes it anew.
"""

from __future__ import annotations

import re
import tempfile
from functools import cache
from pathlib import Path

import pytest

from loaphuong.content.load import load as load_content
from loaphuong.core.files import write_text
from loaphuong.core.messages import tr
from loaphuong.core.problems.catalogue import CATALOGUE
from tests.content.ward import write
from tests.corpus.reading import cases
from tests.package import ROOT

FOLDER = ROOT / "docs" / "problems"
KINDS = {
    "content": "Lỗi trong bài viết hoặc bảng ghi: phải sửa rồi mới xuất bản được.",
    "station": "Lỗi trong thiết lập đài: phải sửa rồi mới làm việc được.",
    "usage": "Lệnh gọi chưa đúng: không có gì bị thay đổi.",
    "environment": "Máy này thiếu hoặc hỏng một thứ cần cho việc này.",
    "warning": "Nhắc để xem lại: không ngăn việc xuất bản.",
}
VALUE = re.compile(r"\{(\w+)\}")
MARKS = re.compile(r"`[^`]*`|([\[\]<>*&])")
AROUND = 2


def shown(message: str) -> str:
    """A message for people; what each case fills in stands in ‹›."""
    return literal(VALUE.sub(r"‹\1›", tr(message)))


def literal(text: str) -> str:
    """Words that Markdown shows as they are; what is code already stays."""
    return MARKS.sub(lambda found: f"\\{found[1]}" if found[1] else found[0], text)


@cache
def examples() -> dict[str, str]:
    """Of the problems that the corpus has alone in a readable file: that file around the line, and what is told."""
    found: dict[str, str] = {}
    every = [case for name in ("front_matter.txt", "bodies.txt") for case in cases(name)]
    for case in sorted(every, key=lambda case: (len(case.article()), case.name)):
        article = case.article()
        if len(case.expected) != 1 or "⟨" in article or case.files:
            continue
        id_ = case.expected[0].split()[0]
        if id_ in found:
            continue
        with tempfile.TemporaryDirectory() as folder:
            write(Path(folder), case.written())
            (problem,) = load_content(Path(folder))[1]
        lines = article.split("\n")
        first = max(problem.where.line - AROUND, 1)
        piece = [f"{first + at:>3}  {line}" for at, line in enumerate(lines[first - 1 : problem.where.line + AROUND])]
        told = f"`{problem.where}`: {literal(problem.what)}  \n→ {literal(problem.hint)}"
        found[id_] = "\n".join(["```text", *(line.rstrip() for line in piece), "```", "", told])
    return found


def page(id_: str) -> str:
    """A problem's page."""
    entry = CATALOGUE[id_]
    parts = [f"# {id_}", KINDS[entry.kind], f"> {shown(entry.what)}", f"**Cách sửa.** {shown(entry.hint)}"]
    if id_ in examples():
        parts += ["## Ví dụ", examples()[id_]]
    return "\n\n".join(parts) + "\n"


def index() -> str:
    """All of them."""
    head = "# Các lỗi và cách sửa\n\nMỗi lỗi `loa` báo có một trang. Thư mục này do phần mềm ghi; đừng sửa tay.\n"
    rows = [
        f"| [{id_}]({id_}.md) | {shown(CATALOGUE[id_].what).replace('|', chr(92) + '|')} |" for id_ in sorted(CATALOGUE)
    ]
    return "\n".join([head, "| Mã | Điều được báo |", "|-|-|", *rows]) + "\n"


@pytest.mark.parametrize("id_", sorted(CATALOGUE))
def test_a_page_is_as_the_catalogue_has_it(id_: str) -> None:
    """`make docs` writes it anew."""
    assert (FOLDER / f"{id_}.md").read_text(encoding="utf-8") == page(id_)


def test_every_page_is_of_a_problem() -> None:
    """None is left of a problem that is no more, and the index lists all."""
    assert {path.stem for path in FOLDER.iterdir()} == {*CATALOGUE, "README"}
    assert (FOLDER / "README.md").read_text(encoding="utf-8") == index()


if __name__ == "__main__":
    for path in FOLDER.glob("*.md"):
        path.unlink()
    for each in CATALOGUE:
        write_text(FOLDER / f"{each}.md", page(each))
    write_text(FOLDER / "README.md", index())
