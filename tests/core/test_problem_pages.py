"""docs/problems/ tells of every problem what it is and what cures it; it is made of the catalogue and of the corpus.

`python -m tests.core.test_problem_pages` writes it anew.
"""

from __future__ import annotations

import re
import tempfile
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from loaphuong import station
from loaphuong.content.load import load as load_content
from loaphuong.core.files import write_text
from loaphuong.core.messages import tr
from loaphuong.core.problems.catalogue import CATALOGUE
from tests.content.ward import write
from tests.core.example_values import SPECIAL, USUAL
from tests.corpus.reading import cases
from tests.corpus.test_station import changed
from tests.package import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from loaphuong.core.problems import Problem
    from tests.corpus.reading import Case

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


def excerpt(text: str, line: int, problem: Problem) -> str:
    """The file around a line, and what is told of it."""
    lines = text.split("\n")
    first = max(line - AROUND, 1)
    piece = [f"{first + at:>3}  {each}".rstrip() for at, each in enumerate(lines[first - 1 : line + AROUND])]
    told = f"`{problem.where}`: {literal(problem.what)}  \n→ {literal(problem.hint)}"
    return "\n".join(["```text", *piece, "```", "", told])


def inputs() -> Iterator[tuple[str, Callable[[Path], str]]]:
    """Files of the corpus that have one problem, the shortest first: its id, and what lays them down and tells it."""
    every = [case for name in ("front_matter.txt", "bodies.txt", "files.txt") for case in cases(name)]
    for case in sorted(every, key=lambda case: (len(case.files), len(case.article()), case.name)):
        if len(case.expected) == 1 and "⟨" not in case.article():
            yield case.expected[0].split()[0], partial(tell_content, case)
    for case in sorted(cases("station.txt"), key=lambda case: (len("".join(case.lines)), case.name)):
        if len(case.expected) == 1 and "⟨" not in "".join(case.lines):
            yield case.expected[0].split()[0], partial(tell_station, case)


def tell_content(case: Case, folder: Path) -> str:
    """The example that a case of content/ gives."""
    write(folder, case.written())
    (problem,) = load_content(folder)[1]
    return excerpt((folder / problem.where.path).read_text(encoding="utf-8"), problem.where.line, problem)


def tell_station(case: Case, folder: Path) -> str:
    """The example that changed settings give."""
    text, _ = changed(case)
    file = folder / station.FILE
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    (problem,) = station.load(folder)[1]
    return excerpt(text, problem.where.line, problem)


@cache
def examples() -> dict[str, str]:
    """Of the problems that the corpus has alone in a readable file: that file around the line, and what is told."""
    found: dict[str, str] = {}
    for id_, tell in inputs():
        if id_ in found:
            continue
        with tempfile.TemporaryDirectory() as folder:
            try:
                found[id_] = tell(Path(folder))
            except (OSError, UnicodeError):  # what is told of is no file, or no text
                continue
    return found


def page(id_: str) -> str:
    """A problem's page."""
    entry = CATALOGUE[id_]
    parts = [f"# {id_}", KINDS[entry.kind], f"> {shown(entry.what)}", f"**Cách sửa.** {shown(entry.hint)}"]
    if id_ in examples():
        parts += ["## Ví dụ", examples()[id_]]
    elif names := set(VALUE.findall(entry.what + entry.hint)):
        values = {name: SPECIAL.get(id_, {}).get(name) or USUAL.get(name, f"‹{name}›") for name in names}
        told = (literal(tr(text).format_map(values)) for text in (entry.what, entry.hint))
        parts += ["## Ví dụ", "  \n→ ".join(told)]
    return "\n\n".join(parts) + "\n"


def index() -> str:
    """All of them."""
    head = "# Các lỗi và cách sửa\n\nMỗi lỗi `loa` báo có một trang. Thư mục này do phần mềm ghi; đừng sửa tay.\n"
    rows = [
        f"| [{id_}]({id_}.md) | {shown(CATALOGUE[id_].what).replace('|', chr(92) + '|')} |" for id_ in sorted(CATALOGUE)
    ]
    return "\n".join([head, "| Mã | Điều được báo |", "|-|-|", *rows]) + "\n"


def test_every_page_is_as_the_catalogue_has_it() -> None:
    """`make docs` writes them anew."""
    kept = {id_: (FOLDER / f"{id_}.md").read_text(encoding="utf-8") for id_ in CATALOGUE}
    assert kept == {id_: page(id_) for id_ in CATALOGUE}


def test_every_page_is_of_a_problem() -> None:
    """None is left of a problem that is no more, and the index lists all."""
    assert {path.stem for path in FOLDER.iterdir()} == {*CATALOGUE, "README"}
    assert (FOLDER / "README.md").read_text(encoding="utf-8") == index()


def test_every_value_has_an_example() -> None:
    """Where the corpus shows no input, `tests/core/example_values.py` says what a value may be."""
    missing = {
        id_: set(VALUE.findall(entry.what + entry.hint)) - USUAL.keys() - SPECIAL.get(id_, {}).keys()
        for id_, entry in CATALOGUE.items()
        if id_ not in examples()
    }
    assert {id_: values for id_, values in missing.items() if values} == {}


def test_no_value_is_made_up_for_nothing() -> None:
    """Each value of an example is one of its problem."""
    rest = {
        id_: set(VALUE.findall(entry.what + entry.hint)) for id_, entry in CATALOGUE.items() if id_ not in examples()
    }
    assert {id_: values.keys() - rest[id_] for id_, values in SPECIAL.items() if values.keys() - rest[id_]} == {}


if __name__ == "__main__":
    for path in FOLDER.glob("*.md"):
        path.unlink()
    for each in CATALOGUE:
        write_text(FOLDER / f"{each}.md", page(each))
    write_text(FOLDER / "README.md", index())
