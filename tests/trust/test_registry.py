"""The register of approvals: what is written is read, and nothing in it can be changed unseen."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaphuong.core.digest import digest
from loaphuong.core.problems import Stopped
from loaphuong.trust import registry, registry_v1
from loaphuong.trust.registry import Approval, Register, Withdrawal
from tests.making import HANOI, NOW
from tests.package import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from loaphuong.trust.registry import Entry


def an_approval(name: str = "con-ngo-sach", digest: str = "a" * 64, days: int = 0) -> Approval:
    """An approval by the vice-chair."""
    return Approval(name, digest, "Lê Thị Bình", "Phó Chủ tịch UBND phường", NOW + timedelta(days=days))


def a_withdrawal(name: str = "con-ngo-sach") -> Withdrawal:
    """A withdrawal asked for by the family."""
    return Withdrawal(name, "Lê Thị Bình", NOW, "Gia đình đề nghị")


FOUR = (an_approval(), an_approval("cau-thang", days=1), a_withdrawal(), an_approval("cau-thang", "b" * 64, days=2))


def write(root: Path, *entries: Entry) -> list[str]:
    """The lines of a register with these entries, its heading first."""
    registry.append(root, *entries)
    return (root / registry.PATH).read_text("utf-8").splitlines(keepends=True)


def ids(root: Path) -> list[str]:
    """What is wrong with a register."""
    return [found.id for found in registry.read(root, HANOI)[1]]


def test_no_file_is_an_empty_register(tmp_path: Path) -> None:
    """A ward that has approved nothing yet has no register."""
    assert registry.read(tmp_path, HANOI) == (Register(), ())


def test_what_is_appended_is_read(tmp_path: Path) -> None:
    """The last approval of a text counts, and a withdrawal ends it."""
    write(tmp_path, *FOUR[:2])
    write(tmp_path, *FOUR[2:])
    register, problems = registry.read(tmp_path, HANOI)
    assert (register.entries, problems) == (FOUR, ())
    assert register.find_approval("cau-thang") == FOUR[3]
    assert register.find_approval("con-ngo-sach") is None
    assert register.find_withdrawal("con-ngo-sach") == FOUR[2]


def test_old_lines_keep_every_byte(tmp_path: Path) -> None:
    """Appending changes nothing above."""
    before = write(tmp_path, *FOUR[:3])
    assert write(tmp_path, FOUR[3])[:-1] == before


@pytest.mark.parametrize("line", range(1, 5))
def test_a_removed_line_is_named(tmp_path: Path, line: int) -> None:
    """Each entry is missed when it is gone, and nothing is added to a damaged register."""
    lines = write(tmp_path, *FOUR)
    path = tmp_path / registry.PATH
    path.write_text("".join(lines[:line] + lines[line + 1 :]), encoding="utf-8")
    assert ids(tmp_path) == (["ledger-end-lost"] if line == 4 else ["ledger-lost"])
    before = path.read_bytes()
    with pytest.raises(Stopped):
        registry.append(tmp_path, an_approval("moi"))
    assert path.read_bytes() == before


def test_every_value_counts(tmp_path: Path) -> None:
    """Any letter of any entry, changed to another, is noticed."""
    lines = write(tmp_path, *FOUR)
    whole, first = "".join(lines), len(lines[0])
    for place in range(first, len(whole)):
        if whole[place].isalnum():
            mutant = whole[:place] + chr(ord(whole[place]) + 1) + whole[place + 1 :]
            (tmp_path / registry.PATH).write_text(mutant, encoding="utf-8")
            assert ids(tmp_path), place


@pytest.mark.parametrize(
    ("name", "digest", "act"),
    [("../../x", "a" * 64, "duyệt"), ("/etc/x", "", "gỡ"), ("a", "../../audio/lexicon", "duyệt"), ("a", "", "duyệt")],
)
def test_no_entry_leads_to_another_file(tmp_path: Path, name: str, digest: str, act: str) -> None:
    """A name or a digest that is a path cannot make a withdrawal delete what is not its own."""
    registry.TABLE.append(tmp_path, ("2026-11-21 09:00:00", act, name, "An", "", "", digest, ""))
    assert registry.read(tmp_path, HANOI)[0].entries == ()
    assert ids(tmp_path) == ["register-unreadable"]


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n\xff\xfe", b"{}\n", "Lúc,Việc\n".encode()])
def test_what_is_no_register_is_a_problem(tmp_path: Path, data: bytes) -> None:
    """A register wiped clean or overwritten by a picture is named, not taken for an empty one."""
    (tmp_path / "content").mkdir()
    (tmp_path / registry.PATH).write_bytes(data)
    assert set(ids(tmp_path)) & {"ledger-encoding", "ledger-columns"}


words = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=30).map(
    lambda text: registry.TABLE.columns[3].canonical(text)
)
names = st.from_regex(registry.NAME, fullmatch=True)
digests = st.from_regex(registry.DIGEST, fullmatch=True)
times = st.integers(0, 10**9).map(lambda seconds: NOW + timedelta(seconds=seconds))
entries = st.one_of(
    st.builds(Approval, names, digests, words, words, times, words),
    st.builds(Withdrawal, names, words, times, words),
)


@given(st.lists(entries, max_size=6), st.integers(0, 6))
@settings(max_examples=60)
def test_any_entries_survive_the_journey(tmp_path_factory: pytest.TempPathFactory, all_: list[Entry], cut: int) -> None:
    """Whatever names and signatures hold, two appends and a read give them back, formulas and quotes too."""
    root = tmp_path_factory.mktemp("register")
    registry.append(root, *all_[:cut])
    registry.append(root, *all_[cut:])
    register, problems = registry.read(root, HANOI)
    assert problems == ()
    assert register.entries == tuple(all_)


def a_register_of_the_first_form(root: Path, *entries: Entry) -> list[str]:
    """content/approvals.jsonl as earlier versions wrote it."""
    lines, last = [], registry_v1.START
    for entry in entries:
        fields = {"act": "duyet" if isinstance(entry, Approval) else "go", "name": entry.name}
        if isinstance(entry, Approval):
            fields |= {"digest": entry.digest, "by": entry.by, "title": entry.title, "at": entry.at.isoformat()}
            fields |= {"signature": entry.signature}
        else:
            fields |= {"by": entry.by, "at": entry.at.isoformat(), "why": entry.why}
        fields |= {"previous": last}
        last = digest(fields)
        lines.append(json.dumps(fields | {"hash": last}, ensure_ascii=False) + "\n")
    lines.append(json.dumps({"entries": len(entries), "seal": last}) + "\n")
    (root / "content").mkdir(exist_ok=True)
    (root / registry_v1.PATH).write_text("".join(lines), "utf-8")
    return lines


def test_a_register_of_the_first_form_is_read_and_grows(tmp_path: Path) -> None:
    """Its approvals stand as they were; the next act writes all of them in today's form."""
    a_register_of_the_first_form(tmp_path, *FOUR[:3])
    register, problems = registry.read(tmp_path, HANOI)
    assert (register.entries, problems) == (FOUR[:3], ())
    registry.append(tmp_path, FOUR[3])
    assert registry.read(tmp_path, HANOI)[0].entries == FOUR
    assert not (tmp_path / registry_v1.PATH).exists()


@pytest.mark.parametrize("line", range(5))
@pytest.mark.parametrize("junk", ["", "{}\n", "null\n", "{\n", "[" * 10_000 + "\n", '{"act": "go", "name": 1}\n'])
def test_a_damaged_register_of_the_first_form_is_not_taken_over(tmp_path: Path, line: int, junk: str) -> None:
    """A line lost or overwritten is named; nothing is approved on top of it, and the file stays for whoever looks."""
    lines = a_register_of_the_first_form(tmp_path, *FOUR)
    text = "".join([*lines[:line], junk, *lines[line + 1 :]])
    (tmp_path / registry_v1.PATH).write_text(text, "utf-8")
    assert ids(tmp_path)
    with pytest.raises(Stopped):
        registry.append(tmp_path, an_approval("moi"))
    assert (tmp_path / registry_v1.PATH).read_text("utf-8") == text


@pytest.mark.parametrize("count", [1, 3, 7, 20])
def test_a_killed_approval_leaves_a_whole_register(tmp_path: Path, count: int) -> None:
    """Whenever the process dies, every entry that was written stands and nothing is torn."""
    code = """
import sys
from pathlib import Path
from loaphuong.trust import registry
from tests.trust.test_registry import an_approval
while True:
    registry.append(Path(sys.argv[1]), an_approval())
    print(".", flush=True)
"""
    command = [sys.executable, "-c", code, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as writer:
        assert writer.stdout is not None
        for _ in range(count):
            writer.stdout.readline()
        writer.kill()
    register, problems = registry.read(tmp_path, HANOI)
    assert problems == ()
    assert len(register.entries) >= count
    registry.append(tmp_path, an_approval("sau"))
    assert len(registry.read(tmp_path, HANOI)[0].entries) > count
