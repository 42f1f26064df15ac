"""A signed entry stands for its person's key, its place in the register and its time, and for nothing else."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from loaphuong.core.problems import Stopped
from loaphuong.core.project import Project
from loaphuong.trust import ledger, registry, registry_v1, signing
from loaphuong.trust.registry import Approval, Revocation, Unapproval, Withdrawal
from tests.making import HANOI, NOW

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from loaphuong.trust.registry import Entry

pytestmark = pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="ssh-keygen is not installed")
OFFICE = "Phó Chủ tịch UBND phường"
APPROVAL = Approval("con-ngo-sach", "a" * 64, "Lê Thị Bình", OFFICE, NOW)
LATER = replace(APPROVAL, digest="b" * 64, at=NOW + timedelta(hours=1))
GONE = Withdrawal("con-ngo-sach", "Lê Thị Bình", NOW + timedelta(hours=2), "Gia đình đề nghị")
OTHER = Approval("cau-thang", "c" * 64, "Lê Thị Bình", OFFICE, NOW + timedelta(hours=3))


def a_key(folder: Path, name: str) -> Path:
    """A new key without a passphrase."""
    path = folder / name
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(path)], check=True)
    return path


def public(key: Path) -> str:
    """Its public half."""
    return key.with_suffix(".pub").read_text(encoding="utf-8").strip()


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A project where Lê Thị Bình may sign in her office, and Trần Văn Nam in any."""
    lines = [f"le-thi-binh {public(a_key(tmp_path, 'le-thi-binh'))} Lê Thị Bình, {OFFICE}\n"]
    lines += [f"tran-van-nam {public(a_key(tmp_path, 'tran-van-nam'))}\n"]
    Project(tmp_path).signers.parent.mkdir()
    Project(tmp_path).signers.write_text("".join(lines), encoding="utf-8")
    return tmp_path


def note(root: Path, *entries: Entry, key: str = "le-thi-binh") -> None:
    """Sign and write entries, one after another."""
    for entry in entries:
        sign = signing.signer(root, root / key, entry, registry.register(()))
        registry.append(root, entry, sign=sign)


def holds(root: Path) -> tuple[dict[str, str], list[str]]:
    """The digest that holds of each text, and what is wrong."""
    known, problems = signing.keep_trusted(registry.read(root, HANOI)[0], root)
    found = {name: given.digest[0] for name in known.approvals if (given := known.find_approval(name))}
    return found, [problem.id for problem in problems]


def test_what_is_rightly_signed_holds(desk: Path) -> None:
    """Signed, written, read: the last approval of each text."""
    note(desk, APPROVAL, LATER, OTHER)
    assert holds(desk) == ({"con-ngo-sach": "b", "cau-thang": "c"}, [])


Rows = list[ledger.Row]
FORGERIES: dict[str, Callable[[Rows], Rows]] = {
    "another text": lambda rows: [replace(rows[0], cells=(*rows[0].cells[:2], "bai-khac", *rows[0].cells[3:]))],
    "another digest": lambda rows: [replace(rows[0], cells=(*rows[0].cells[:6], "d" * 64, rows[0].cells[7]))],
    "another time": lambda rows: [replace(rows[0], cells=("2026-11-21 09:00:01", *rows[0].cells[1:]))],
    "the newer words dropped": lambda rows: [rows[0], *rows[2:]],
    "the withdrawal dropped": lambda rows: [*rows[:2], rows[3]],
    "the older words put last": lambda rows: [*rows, rows[0]],
    "the order changed": lambda rows: [rows[1], rows[0], *rows[2:]],
}


@pytest.mark.parametrize("forge", FORGERIES.values(), ids=FORGERIES)
def test_a_chain_written_anew_is_noticed(desk: Path, forge: Callable[[Rows], Rows]) -> None:
    """Whoever may write the file but has no key can bind the lines again: no signature fits its place any more."""
    note(desk, APPROVAL, LATER, GONE, OTHER)
    rows, _ = registry.TABLE.read(desk)
    made: Rows = []
    for row in forge(list(rows)):
        follows = (made[-1].bond,) if made else ()
        made.append(replace(row, follows=follows, bond=ledger.bond(follows, row.cells)))
    registry.TABLE.write(desk, made)
    Project(desk).seen.unlink()
    assert registry.read(desk, HANOI)[1] == ()
    assert "signature-wrong" in holds(desk)[1]


def test_an_unsigned_approval_changes_nothing(desk: Path) -> None:
    """It is named, and the last signed one holds."""
    note(desk, APPROVAL)
    registry.append(desk, LATER)
    assert holds(desk) == ({"con-ngo-sach": "a"}, ["signature-missing"])


@pytest.mark.parametrize("key", ["tran-van-nam", "la"])
def test_an_untrusted_key_is_refused_at_once(desk: Path, key: str) -> None:
    """A colleague's, or a stranger's: nothing is recorded."""
    a_key(desk, "la")
    with pytest.raises(Stopped, match="key-not-trusted"):
        note(desk, APPROVAL, key=key)
    assert registry.read(desk, HANOI)[0].entries == ()


@pytest.mark.parametrize("by", ["Lê Thị Bính", "Le Thi Binh", "Lê-Thị-Bình", "Lê Thị Bình, Chủ tịch"])
def test_the_name_belongs_to_the_key(desk: Path, by: str) -> None:
    """Nobody signs as somebody whose name has the same letters without their marks."""
    with pytest.raises(Stopped, match="key-not-trusted"):
        note(desk, replace(APPROVAL, by=by))
    assert holds(desk) == ({}, [])
    note(desk, replace(APPROVAL, by="LÊ  THỊ BÌNH"))
    assert holds(desk) == ({"con-ngo-sach": "a"}, [])


LISTS: dict[str, Callable[[str], str]] = {
    "anyone": lambda line: line.replace("le-thi-binh", "*"),
    "two people": lambda line: line.replace("le-thi-binh", "le-thi-binh,tran-van-nam"),
    "quotes": lambda line: line.replace("le-thi-binh", '"le-thi-binh"'),
    "a certificate's": lambda line: line.replace("le-thi-binh", "le-thi-binh cert-authority"),
    "no key": lambda line: line.partition(" ")[0],
    "a byte order mark": lambda line: f"\ufeff{line}",
}


@pytest.mark.parametrize("write", LISTS.values(), ids=LISTS)
def test_a_line_of_the_list_is_one_person_with_one_key(desk: Path, write: Callable[[str], str]) -> None:
    """What `ssh-keygen` would take for several people, for anyone or for nobody is refused with its line."""
    lines = Project(desk).signers.read_text(encoding="utf-8").splitlines()
    Project(desk).signers.write_text(f"# ai ký\n\n{lines[1]}\n{write(lines[0])}\n", encoding="utf-8")
    with pytest.raises(Stopped, match="signers-line") as stopped:
        note(desk, APPROVAL)
    assert stopped.value.problems[0].where.line == 4


def test_the_list_may_come_from_any_machine(desk: Path) -> None:
    """Composed letters or not, line ends of Windows, a comment that `ssh-keygen` wrote."""
    known = Project(desk).signers
    text = unicodedata.normalize("NFD", known.read_text(encoding="utf-8")).replace("\n", "\r\n")
    known.write_bytes(text.encode())
    key = public(a_key(desk, "moi"))
    known.write_text(f"{text}pham-thi-hoa {key} hoa@may-tinh\n", encoding="utf-8", newline="")
    note(desk, APPROVAL)
    note(desk, replace(OTHER, by="Phạm Thị Hòa", title="Chủ tịch"), key="moi")
    assert holds(desk) == ({"con-ngo-sach": "a", "cau-thang": "c"}, [])


def test_a_clock_that_is_behind_is_told_at_once(desk: Path) -> None:
    """An approval of a time before the last line would not hold: nothing is recorded; a withdrawal is."""
    note(desk, OTHER)
    known, _ = registry.read(desk, HANOI)
    with pytest.raises(Stopped, match="clock-behind"):
        signing.signer(desk, desk / "le-thi-binh", APPROVAL, known)
    early = replace(GONE, at=NOW)
    registry.append(desk, early, sign=signing.signer(desk, desk / "le-thi-binh", early, known))
    assert registry.read(desk, HANOI)[0].find_withdrawal("con-ngo-sach")


def test_who_ends_an_approval_without_a_key_is_named(desk: Path) -> None:
    """Nobody silences a text unseen: the act holds, as a withdrawal does, and is named until it is approved again."""
    note(desk, APPROVAL)
    registry.append(desk, Unapproval("con-ngo-sach", "Ai đó", NOW + timedelta(minutes=1), "im đi"))
    assert holds(desk) == ({}, ["signature-missing"])
    note(desk, LATER)
    assert holds(desk) == ({"con-ngo-sach": "b"}, [])


def test_the_office_belongs_to_the_key(desk: Path) -> None:
    """Nobody signs as the chair with the key of the vice-chair."""
    with pytest.raises(Stopped, match="key-not-trusted"):
        note(desk, replace(APPROVAL, title="Chủ tịch UBND phường"))
    note(desk, replace(APPROVAL, by="Trần Văn Nam", title="Chủ tịch UBND phường"), key="tran-van-nam")


@pytest.mark.parametrize("by", ["-f /etc/passwd", "*", "!", "", "tran-van-nam,*", "Ông Bà"])
def test_a_name_cannot_be_an_option_or_a_pattern(desk: Path, by: str) -> None:
    """A person's name reaches `ssh-keygen` as plain letters only."""
    with pytest.raises(Stopped, match="key-not-trusted"):
        note(desk, replace(APPROVAL, by=by))


def test_an_approval_outlives_its_key(desk: Path) -> None:
    """What was signed while the key was valid holds; later the key signs nothing, and no clock can be put back."""
    note(desk, APPROVAL)
    signers = Project(desk).signers
    line = signers.read_text("utf-8")
    signers.write_text(line.replace("le-thi-binh ", 'le-thi-binh valid-before="20261122" ', 1), "utf-8")
    assert holds(desk) == ({"con-ngo-sach": "a"}, [])
    with pytest.raises(Stopped, match="key-not-trusted"):
        note(desk, replace(LATER, at=NOW + timedelta(days=3)))
    late = replace(OTHER, by="Trần Văn Nam", at=NOW + timedelta(days=5))
    note(desk, late, key="tran-van-nam")
    note(desk, LATER)
    assert holds(desk) == ({"con-ngo-sach": "a", "cau-thang": "c"}, ["signature-wrong"])


def test_a_key_is_taken_back_from_here_on(desk: Path) -> None:
    """What the revocation follows holds; what comes after does not, nor what stands beside it with an earlier time."""
    note(desk, APPROVAL)
    rows, _ = registry.TABLE.read(desk)
    key = signing.fingerprint(public(desk / "le-thi-binh").split()[1])
    note(desk, LATER)
    stolen, _ = registry.TABLE.read(desk)
    registry.TABLE.write(desk, rows)
    Project(desk).seen.unlink()
    note(desk, Revocation("le-thi-binh", key, "Trần Văn Nam", NOW, "Mất máy"), key="tran-van-nam")
    assert holds(desk) == ({"con-ngo-sach": "a"}, [])
    note(desk, LATER, OTHER)
    assert holds(desk) == ({"con-ngo-sach": "a"}, ["key-revoked", "key-revoked"])
    registry.TABLE.write(desk, [*registry.TABLE.read(desk)[0], stolen[1]])
    assert holds(desk) == ({"con-ngo-sach": "a"}, ["key-revoked"] * 3)


def test_a_revocation_holds_unsigned_and_a_new_key_signs_on(desk: Path) -> None:
    """Taking a key back is never the unsafe thing: it is named until someone signs one; a fresh key is another one."""
    note(desk, APPROVAL)
    key = signing.fingerprint(public(desk / "le-thi-binh").split()[1])
    registry.append(desk, Revocation("le-thi-binh", key, "Trần Văn Nam", NOW, "Mất máy"))
    note(desk, LATER)
    assert holds(desk) == ({"con-ngo-sach": "a"}, ["signature-missing", "key-revoked"])
    with Project(desk).signers.open("a", encoding="utf-8") as file:
        file.write(f"le-thi-binh {public(a_key(desk, 'moi'))} Lê Thị Bình, {OFFICE}\n")
    note(desk, replace(LATER, digest="d" * 64), key="moi")
    assert holds(desk)[0] == {"con-ngo-sach": "d"}


def test_the_list_is_the_owners(desk: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Where a machine knows the owner, a line that someone else adds makes every signature worthless."""
    owner = a_key(tmp_path_factory.mktemp("owner"), "owner")
    note(desk, APPROVAL)
    Project(desk).private.mkdir(exist_ok=True)
    Project(desk).owner.write_text(public(owner), "utf-8")
    assert signing.must_sign(desk, asked=False)
    assert holds(desk) == ({}, ["signers-not-owners"])
    signers = str(Project(desk).signers)
    subprocess.run(["ssh-keygen", "-q", "-Y", "sign", "-f", str(owner), "-n", signing.LIST, signers], check=True)
    assert holds(desk) == ({"con-ngo-sach": "a"}, [])
    with Project(desk).signers.open("a", encoding="utf-8") as file:
        file.write(f"le-thi-binh {public(a_key(desk, 'la'))}\n")
    assert holds(desk) == ({}, ["signers-not-owners"])


def test_a_list_in_content_is_not_believed(desk: Path) -> None:
    """Where every editor may write."""
    note(desk, APPROVAL)
    Project(desk).content.mkdir(exist_ok=True)
    Project(desk).signers_v1.write_text("x", "utf-8")
    assert holds(desk) == ({}, ["signers-in-content"])
    Project(desk).signers_v1.unlink()
    Project(desk).signers.unlink()
    assert holds(desk) == ({}, ["signers-missing"])


def test_a_register_put_back_is_noticed(desk: Path) -> None:
    """The newest lines cut off with their seal: this machine has seen them."""
    note(desk, APPROVAL)
    files = [desk / name for name in (registry.PATH, registry.TABLE.seal_path)]
    before = [file.read_bytes() for file in files]
    note(desk, LATER)
    for file, data in zip(files, before, strict=True):
        file.write_bytes(data)
    assert [found.id for found in registry.read(desk, HANOI)[1]] == ["ledger-rolled-back"]


def test_a_signature_of_the_first_form_holds_until_a_new_one_follows(desk: Path) -> None:
    """Entries signed by earlier versions stand in their place; copied behind newer ones they say nothing."""
    said = "\n".join(
        ["loa-phuong 1", APPROVAL.name, APPROVAL.digest, APPROVAL.by, APPROVAL.title, APPROVAL.at.isoformat(), ""]
    )
    command = ["ssh-keygen", "-Y", "sign", "-f", str(desk / "le-thi-binh"), "-n", signing.NAMESPACE]
    armoured = subprocess.run(command, input=said.encode(), capture_output=True, check=True).stdout.decode()
    row = registry_v1.row(
        {"act": "duyet", "name": APPROVAL.name, "digest": APPROVAL.digest, "by": APPROVAL.by, "title": APPROVAL.title,
         "at": APPROVAL.at.isoformat(), "signature": armoured.strip()}
    )  # fmt: skip
    registry.TABLE.append(desk, row)
    assert holds(desk) == ({"con-ngo-sach": "a"}, [])
    note(desk, LATER)
    registry.TABLE.append(desk, row)
    assert holds(desk) == ({"con-ngo-sach": "b"}, ["signature-wrong"])


def test_a_key_that_cannot_sign_stops_the_approval(desk: Path) -> None:
    """No key, or a file that is none: nothing is recorded, the reason is shown."""
    for key in ("khong-co", Project.signers):
        with pytest.raises(Stopped, match="signing-failed"):
            note(desk, APPROVAL, key=key)


def test_a_machine_without_ssh_is_told_so(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment is named, not the content."""
    monkeypatch.setenv("PATH", str(desk))
    with pytest.raises(Stopped, match="no-ssh-keygen") as stopped:
        note(desk, APPROVAL)
    assert stopped.value.problems[0].exit_code == 3
