"""A table that only grows: two copies of it merge by git alone, and whatever is lost is missed."""

from __future__ import annotations

import csv
import io
import random
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaphuong.core.problems import Stopped
from loaphuong.trust import ledger
from loaphuong.trust.ledger import Column, Ledger, bond_of_first_form, csv_line, escape_cell, moment

if TYPE_CHECKING:
    from pathlib import Path

TABLE = Ledger("audio/so.csv", (Column("Lúc", moment), Column("Việc")), clock=0)


def note(root: Path, minute: int, what: str) -> None:
    """Write a line."""
    TABLE.append(root, (f"2026-11-24 16:{minute:02}", what))


def noted(root: Path) -> list[str]:
    """What the table says, in its order."""
    return [row.cells[1] for row in TABLE.read(root)[0]]


def ids(root: Path) -> list[str]:
    """What is wrong with the table."""
    return [found.id for found in TABLE.read(root)[1]]


def git(folder: Path, *arguments: str) -> str:
    """Run git as a clerk who never set anything up."""
    command = ["git", "-c", "user.name=An", "-c", "user.email=an@example.invalid", "-C", str(folder), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout


def commit(folder: Path) -> None:
    """Keep everything."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "x")


def two_clones(folder: Path) -> tuple[Path, Path]:
    """Two clones of a project whose table has one line."""
    first, second = folder / "mot", folder / "hai"
    first.mkdir()
    git(first, "init", "--quiet", "--initial-branch", "main")
    note(first, 0, "gốc")
    commit(first)
    git(folder, "clone", "--quiet", str(first), str(second))
    return first, second


def merge_at_random(clones: tuple[Path, Path], chance: random.Random) -> tuple[set[str], set[str]]:
    """Ten turns, each clone noting some lines and one taking the other's: what was noted, and what is there at last."""
    written = {"gốc"}
    for turn in range(10):
        for name, folder in zip("mh", clones, strict=True):
            for count in range(chance.randrange(3)):
                written.add(what := f"{name}{turn}-{count}")
                note(folder, turn, what)
            commit(folder)
        taker, giver = clones if chance.random() < 0.5 else clones[::-1]
        git(taker, "pull", "--quiet", "--no-rebase", "--no-edit", str(giver), "main")
        assert ids(taker) == []
    git(clones[0], "pull", "--quiet", "--no-rebase", "--no-edit", str(clones[1]), "main")
    assert ids(clones[0]) == []
    return written, set(noted(clones[0]))


@pytest.fixture
def clones(tmp_path: Path) -> tuple[Path, Path]:
    """Two clones, for a test."""
    return two_clones(tmp_path)


def test_two_clones_that_each_grew_merge_by_git_alone(clones: tuple[Path, Path]) -> None:
    """No conflict, nothing lost, in the order of the clock; and the next line follows both ends."""
    first, second = clones
    note(first, 2, "của một")
    commit(first)
    note(second, 1, "của hai")
    note(second, 3, "của hai nữa")
    commit(second)
    git(second, "pull", "--quiet", "--no-rebase", "--no-edit")
    assert (ids(second), noted(second)) == ([], ["gốc", "của hai", "của một", "của hai nữa"])
    note(second, 4, "sau")
    assert len(TABLE.read(second)[0][-1].follows) == 2
    assert (ids(second), noted(second)[-1]) == ([], "sau")


def test_clones_that_merge_again_and_again_lose_nothing(clones: tuple[Path, Path]) -> None:
    """Every line is there at the end; `python -m tests.bench trust` merges fifty ways."""
    written, found = merge_at_random(clones, random.Random(11))
    assert found == written


def test_a_copy_from_a_spreadsheet_merges_too(clones: tuple[Path, Path]) -> None:
    """One clone's table was saved with semicolons: both kinds of lines stand in one file, and all are read."""
    first, second = clones
    note(first, 2, "của một; hai, ba")
    file = first / TABLE.path
    out = io.StringIO()
    saved = csv.reader(io.StringIO(file.read_text("utf-8-sig")))
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(saved)
    file.write_text(out.getvalue(), "utf-8")
    commit(first)
    note(second, 1, "của hai")
    commit(second)
    git(second, "pull", "--quiet", "--no-rebase", "--no-edit")
    assert (ids(second), noted(second)) == ([], ["gốc", "của hai", "của một; hai, ba"])


@pytest.mark.parametrize("gone", range(5))
def test_a_lost_line_is_missed(tmp_path: Path, gone: int) -> None:
    """Each line, taken out of a table of two merged branches, is missed by what follows it or by the seal."""
    rows = {}
    for name, follows in {"a": "", "b": "a", "c": "b", "d": "a", "e": "d"}.items():
        before = tuple(rows[each].bond for each in follows)
        cells = (f"2026-11-24 16:0{len(rows)}", name)
        rows[name] = ledger.Row(cells, before, ledger.bond(before, cells), 0)
    TABLE.write(tmp_path, tuple(rows.values()))
    assert ids(tmp_path) == []
    lines = (tmp_path / TABLE.path).read_text("utf-8").splitlines(keepends=True)
    del lines[gone + 1]
    (tmp_path / TABLE.path).write_text("".join(lines), "utf-8")
    assert set(ids(tmp_path)) & {"ledger-lost", "ledger-end-lost"}
    with pytest.raises(Stopped):
        note(tmp_path, 9, "sau")


@given(st.permutations(range(6)), st.lists(st.integers(0, 5), max_size=3))
def test_the_table_is_a_set(order: list[int], twice: list[int]) -> None:
    """In whatever order the lines stand, and however often: it is the same table."""
    rows: list[ledger.Row] = []
    for number in range(6):
        follows = tuple(sorted(row.bond for row in rows[number // 2 : number])[:2])
        cells = (f"2026-11-24 16:0{number}", f"việc {number}")
        rows.append(ledger.Row(cells, follows, ledger.bond(follows, cells), 0))
    lines = [csv_line((*map(escape_cell, row.cells), " ".join(row.follows), row.bond)) for row in rows]
    seal = "\n".join(ledger.ends(rows))
    text = TABLE.header() + "".join(lines[each] for each in (*order, *twice))
    found, problems = TABLE.parse(text.encode(), seal)
    assert problems == ()
    assert [replace(row, line=0) for row in found] == rows


def a_table_of_the_first_form(*notes: str) -> tuple[str, str]:
    """A numbered table as earlier versions wrote it, and its seal."""
    before, lines = "", [csv_line(("Số", "Lúc", "Việc", "Mã nối"))]
    for number, what in enumerate(notes, 1):
        cells = (f"2026-11-24 16:0{number}", what)
        before = bond_of_first_form(before, number, cells)
        lines.append(csv_line((str(number), *cells, before)))
    return "".join(lines), f"{len(notes)} {before}\n"


def test_what_is_no_table_at_all_is_named_in_part() -> None:
    """A file of something else behind the heading does not fill the screen."""
    rows, problems = TABLE.parse((TABLE.header() + "a\n" * 9000).encode(), "")
    assert rows == ()
    assert 100 <= len(problems) < 110


def test_a_table_of_the_first_form_is_read_and_grows(tmp_path: Path) -> None:
    """Its lines stand as they were; the next line writes it in today's form."""
    text, seal = a_table_of_the_first_form("một", "hai", "ba")
    (tmp_path / "audio").mkdir()
    (tmp_path / TABLE.path).write_text(text, "utf-8")
    (tmp_path / TABLE.seal_path).write_text(seal, "utf-8")
    assert (ids(tmp_path), noted(tmp_path)) == ([], ["một", "hai", "ba"])
    note(tmp_path, 9, "bốn")
    assert (ids(tmp_path), noted(tmp_path)) == ([], ["một", "hai", "ba", "bốn"])
    assert "Nối sau" in (tmp_path / TABLE.path).read_text("utf-8")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda text, seal: (text.replace("hai", "hài"), seal), "ledger-tampered"),
        (lambda text, seal: ("".join(text.splitlines(keepends=True)[:-1]), seal), "ledger-end-lost"),
        (lambda text, _: (text, ""), "ledger-unsealed"),
        (lambda text, seal: (text, seal[:-3] + "00\n"), "ledger-end-lost"),
    ],
)
def test_a_table_of_the_first_form_is_held_to_its_rules(change: object, expected: str) -> None:
    """What was done to it is named before it is written anew."""
    text, seal = change(*a_table_of_the_first_form("một", "hai", "ba"))  # type: ignore[operator]
    assert [found.id for found in TABLE.parse(text.encode(), seal)[1]] == [expected]
