"""The register of approvals: what is written is read, and nothing in it can be changed unseen."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaphuong.core.problems import Stopped
from loaphuong.trust import registry
from loaphuong.trust.registry import Approval, Register, Withdrawal
from tests.making import NOW
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


def write(path: Path, *entries: Entry) -> list[str]:
    """The lines of a register with these entries."""
    registry.append(path, *entries)
    return path.read_text(encoding="utf-8").split("\n")[:-1]


def ids(path: Path) -> list[tuple[str, int]]:
    """What is wrong with a register: id and line."""
    return [(found.id, found.where.line) for found in registry.read(path)[1]]


def test_no_file_is_an_empty_register(tmp_path: Path) -> None:
    """A ward that has approved nothing yet has no register."""
    assert registry.read(tmp_path / "approvals.jsonl") == (Register(), ())


def test_what_is_appended_is_read(tmp_path: Path) -> None:
    """The last approval of a text counts, and a withdrawal ends it."""
    path = tmp_path / "approvals.jsonl"
    write(path, *FOUR[:2])
    appended = registry.append(path, *FOUR[2:])
    register, problems = registry.read(path)
    assert (register, problems) == (appended, ())
    assert register.entries == FOUR
    assert register.approved("cau-thang") == FOUR[3]
    assert register.approved("con-ngo-sach") is None
    assert register.withdrawn("con-ngo-sach") == FOUR[2]


def test_old_lines_keep_every_byte(tmp_path: Path) -> None:
    """Appending changes nothing above the seal."""
    path = tmp_path / "approvals.jsonl"
    before = write(path, *FOUR[:3])
    after = write(path, FOUR[3])
    assert after[:3] == before[:3]
    assert len(after) == 5


def test_windows_line_ends_do_not_matter(tmp_path: Path) -> None:
    """Git may write CRLF on the clerk's machine; the register still holds and still grows."""
    path = tmp_path / "approvals.jsonl"
    write(path, *FOUR[:2])
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert registry.read(path)[0].entries == FOUR[:2]
    assert registry.append(path, FOUR[2]).entries == FOUR[:3]
    assert registry.read(path)[0].entries == FOUR[:3]


@pytest.mark.parametrize("gone", range(5))
def test_a_removed_line_is_named(tmp_path: Path, gone: int) -> None:
    """Each entry, and the seal, is missed when it is gone."""
    path = tmp_path / "approvals.jsonl"
    lines = write(path, *FOUR)
    path.write_text("\n".join(lines[:gone] + lines[gone + 1 :]) + "\n", encoding="utf-8")
    expected = {0: ("register-broken", 1), 1: ("register-broken", 2), 2: ("register-broken", 3)}
    assert expected.get(gone, ("register-cut", 4)) in ids(path)


@pytest.mark.parametrize("first", range(4))
@pytest.mark.parametrize("second", range(5))
def test_swapped_lines_are_named(tmp_path: Path, first: int, second: int) -> None:
    """No two lines can change places."""
    path = tmp_path / "approvals.jsonl"
    lines = write(path, *FOUR)
    if first == second:
        return
    lines[first], lines[second] = lines[second], lines[first]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert ids(path)


def test_an_altered_entry_is_named(tmp_path: Path) -> None:
    """Another approver's name under an old approval is seen, with the line and whose it is."""
    path = tmp_path / "approvals.jsonl"
    lines = write(path, *FOUR)
    lines[1] = lines[1].replace("Lê Thị Bình", "Lê Thị Bính")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    register, problems = registry.read(path)
    assert [(found.id, found.where.line) for found in problems] == [("register-altered", 2)]
    assert "cau-thang" in dict(problems[0].values)["entry"]
    assert register.entries == FOUR[:1]


def test_every_byte_counts(tmp_path: Path) -> None:
    """Any byte of the register, changed to another, is noticed."""
    path = tmp_path / "approvals.jsonl"
    write(path, *FOUR[:2])
    whole = path.read_bytes()
    for place in range(len(whole)):
        for mutant in {whole[place] ^ 1, 0x20, 0x0A} - {whole[place]}:
            path.write_bytes(whole[:place] + bytes([mutant]) + whole[place + 1 :])
            seen = ids(path)
            assert seen, (place, mutant)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "{}",
        "[]",
        "null",
        "{",
        '{"act": "duyet"}',
        '{"act": "khac", "name": "a", "by": "b", "at": "2026-11-21T09:00:00+07:00", "previous": "", "hash": ""}',
        '{"act": "go", "name": "a", "by": "b", "at": "hôm nay", "why": "", "previous": "", "hash": ""}',
        '{"act": "go", "name": "a", "by": "b", "at": "2026-11-21T09:00:00", "why": "", "previous": "", "hash": ""}',
        '{"act": "go", "name": "\\ud800", "by": "b", "at": "2026-11-21T09:00:00+07:00", "why": "", "previous": "", "hash": ""}',
        '{"act": "go", "name": "../../x", "by": "b", "at": "2026-11-21T09:00:00+07:00", "why": "", "previous": "", "hash": ""}',
        '{"act": "go", "name": "/etc/x", "by": "b", "at": "2026-11-21T09:00:00+07:00", "why": "", "previous": "", "hash": ""}',
        "[" * 100_000,
        "9" * 5_000,
    ],
)
def test_a_line_that_is_no_entry_is_named(tmp_path: Path, line: str) -> None:
    """Whatever stands there, the line is named and nothing breaks."""
    path = tmp_path / "approvals.jsonl"
    lines = write(path, *FOUR)
    path.write_text("\n".join([lines[0], line, *lines[1:]]) + "\n", encoding="utf-8")
    assert ("register-unreadable", 2) in ids(path)


def test_no_entry_leads_to_another_file(tmp_path: Path) -> None:
    """A digest that is a path cannot make a withdrawal delete what is not its own."""
    path = tmp_path / "approvals.jsonl"
    lines = [registry.written(an_approval(digest="../../audio/lexicon"), registry.START)]
    lines.append(registry.seal(1, lines[0].rpartition('"hash": "')[2].removesuffix('"}')))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    register, _ = registry.read(path)
    assert register.entries == ()
    assert ("register-unreadable", 1) in ids(path)


def test_an_emptied_register_is_noticed(tmp_path: Path) -> None:
    """A file wiped clean is not the same as no file yet."""
    path = tmp_path / "approvals.jsonl"
    path.write_bytes(b"")
    assert ids(path) == [("register-cut", 1)]


def test_bytes_that_are_no_text_are_a_problem(tmp_path: Path) -> None:
    """A register overwritten by a picture is unreadable, not a traceback."""
    path = tmp_path / "approvals.jsonl"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\xff\xfe")
    assert ids(path) == [("register-unreadable", 0)]
    with pytest.raises(Stopped, match="register-unreadable"):
        registry.append(path, FOUR[0])


def test_a_damaged_register_takes_no_more(tmp_path: Path) -> None:
    """Nothing is appended to what cannot be trusted, and the file stays as it is for whoever looks."""
    path = tmp_path / "approvals.jsonl"
    lines = write(path, *FOUR)
    path.write_text("\n".join(lines[1:]) + "\n", encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(Stopped, match="register-broken"):
        registry.append(path, an_approval("moi"))
    assert path.read_bytes() == before


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
names = st.from_regex(registry.NAME, fullmatch=True)
digests = st.from_regex(registry.DIGEST, fullmatch=True)
times = st.datetimes(timezones=st.just(NOW.tzinfo)).map(lambda at: at.replace(fold=0))
entries = st.one_of(
    st.builds(Approval, names, digests, words, words, times, words),
    st.builds(Withdrawal, names, words, times, words),
)


@given(st.lists(entries, max_size=6), st.integers(0, 6))
@settings(max_examples=60, deadline=None)
def test_any_entries_survive_the_journey(tmp_path_factory: pytest.TempPathFactory, all_: list[Entry], cut: int) -> None:
    """Whatever names, line separators and signatures hold, two appends and a read give them back."""
    path = tmp_path_factory.mktemp("register") / "approvals.jsonl"
    registry.append(path, *all_[:cut])
    registry.append(path, *all_[cut:])
    register, problems = registry.read(path)
    assert problems == ()
    assert [registry.written(entry, "") for entry in register.entries] == [registry.written(e, "") for e in all_]


def test_the_approved_form_is_kept_and_erased(tmp_path: Path) -> None:
    """What was approved can be shown later, until the text is withdrawn; a damaged copy is none."""
    name = registry.keep(tmp_path, "Con ngõ sạch\n")
    register = registry.register([an_approval(digest=name), an_approval("khac", registry.keep(tmp_path, "Khác\n"))])
    assert registry.kept(tmp_path, name) == "Con ngõ sạch\n"
    assert registry.kept(tmp_path, "f" * 64) is None
    (tmp_path / registry.KEPT / f"{name}.txt").write_text("Con ngõ bẩn\n", encoding="utf-8")
    assert registry.kept(tmp_path, name) is None
    registry.forget(tmp_path, register, "con-ngo-sach")
    registry.forget(tmp_path, register, "con-ngo-sach")
    assert [path.stem for path in (tmp_path / registry.KEPT).iterdir()] == [register.entries[1].digest]


@pytest.mark.parametrize("count", [1, 3, 7, 20])
def test_a_killed_approval_leaves_a_whole_register(tmp_path: Path, count: int) -> None:
    """Whenever the process dies, every entry that was written stands and nothing is torn."""
    path = tmp_path / "approvals.jsonl"
    code = """
import sys
from pathlib import Path
from loaphuong.trust import registry
from tests.trust.test_registry import an_approval
while True:
    registry.append(Path(sys.argv[1]), an_approval())
    print(".", flush=True)
"""
    root = ROOT
    with subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, cwd=root) as writer:
        assert writer.stdout is not None
        for _ in range(count):
            writer.stdout.readline()
        writer.kill()
    register, problems = registry.read(path)
    assert problems == ()
    assert len(register.entries) >= count
    assert len(registry.append(path, an_approval("sau")).entries) > count
