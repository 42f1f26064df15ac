"""A signed approval stands for its approver's key, and for nothing else."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from loaphuong.core.problems import Stopped
from loaphuong.trust import registry, signing
from loaphuong.trust.registry import Approval
from tests.making import HANOI, NOW

if TYPE_CHECKING:
    from pathlib import Path

needs_ssh = pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="ssh-keygen is not installed")
APPROVAL = Approval("con-ngo-sach", "a" * 64, "Lê Thị Bình", "Phó Chủ tịch UBND phường", NOW)


def a_key(folder: Path, name: str) -> Path:
    """A new key without a passphrase."""
    path = folder / name
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(path)], check=True)
    return path


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A project where Lê Thị Bình and Trần Văn Nam may sign."""
    lines = []
    for name in ("le-thi-binh", "tran-van-nam"):
        public = a_key(tmp_path, name).with_suffix(".pub").read_text(encoding="utf-8")
        lines.append(f"{name} {public}")
    (tmp_path / "content").mkdir()
    (tmp_path / signing.SIGNERS).write_text("".join(lines), encoding="utf-8")
    return tmp_path


def ids(approval: Approval, root: Path) -> list[str]:
    """What is wrong with a signature."""
    return [found.id for found in signing.verify(approval, root)]


@needs_ssh
def test_a_signature_survives_the_register(desk: Path) -> None:
    """Signed, written, read: it still is the approver's."""
    registry.append(desk, signing.sign(APPROVAL, desk / "le-thi-binh"))
    register, problems = registry.read(desk, HANOI)
    assert problems == ()
    assert signing.trusted(register, desk) == (register, ())


@needs_ssh
@pytest.mark.parametrize(
    "change",
    [
        {"name": "bai-khac"},
        {"digest": "b" * 64},
        {"by": "Trần Văn Nam"},
        {"title": "Chủ tịch UBND phường"},
        {"at": NOW + timedelta(seconds=1)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_an_altered_statement_is_nobodys(desk: Path, change: dict[str, Any]) -> None:
    """Every word of the statement is under the signature, even when the chain is written anew."""
    assert ids(replace(signing.sign(APPROVAL, desk / "le-thi-binh"), **change), desk) == ["signature-wrong"]


@needs_ssh
def test_another_approvers_key_does_not_count(desk: Path) -> None:
    """A colleague with a key of their own cannot sign in another's name, nor can a stranger."""
    assert ids(signing.sign(APPROVAL, desk / "tran-van-nam"), desk) == ["signature-wrong"]
    assert ids(signing.sign(APPROVAL, a_key(desk, "la")), desk) == ["signature-wrong"]


@needs_ssh
def test_what_is_not_rightly_signed_does_not_hold(desk: Path) -> None:
    """Unsigned approvals are held back, forged ones stop the work; the others stay."""
    good = signing.sign(APPROVAL, desk / "le-thi-binh")
    bad = replace(good, name="bai-xau")
    bare = replace(APPROVAL, name="bai-tran")
    register, problems = signing.trusted(registry.register([good, bad, bare]), desk)
    assert list(register.approvals) == ["con-ngo-sach"]
    assert {found.id: found.warning for found in problems} == {"signature-missing": True, "signature-wrong": False}


@pytest.mark.parametrize(
    "signature", ["x", "-oProxyCommand=x", f"{signing.BEGIN}\n%%\n{signing.END}", f"{signing.BEGIN}"]
)
@needs_ssh
def test_nonsense_is_no_signature(desk: Path, signature: str) -> None:
    """Whatever stands in the register's field is only ever read as a signature."""
    assert ids(replace(APPROVAL, signature=signature), desk) == ["signature-wrong"]


@needs_ssh
@pytest.mark.parametrize("by", ["-f /etc/passwd", "*", "!", "", "tran-van-nam,*", "Ông\nBà"])
def test_a_name_cannot_be_an_option_or_a_pattern(desk: Path, by: str) -> None:
    """The approver's name reaches `ssh-keygen` as plain letters only."""
    signed = signing.sign(replace(APPROVAL, by=by), desk / "le-thi-binh")
    assert ids(signed, desk) == ["signature-wrong"]


@needs_ssh
def test_without_a_list_of_signers_nothing_holds(desk: Path) -> None:
    """A missing content/allowed_signers is said, not passed over."""
    signed = signing.sign(APPROVAL, desk / "le-thi-binh")
    (desk / signing.SIGNERS).unlink()
    (found,) = signing.verify(signed, desk)
    assert "allowed_signers" in dict(found.values)["reason"]


@needs_ssh
def test_a_key_that_cannot_sign_stops_the_approval(desk: Path) -> None:
    """No key, or a file that is none: nothing is recorded, the reason is shown."""
    with pytest.raises(Stopped, match="signing-failed"):
        signing.sign(APPROVAL, desk / "khong-co")
    with pytest.raises(Stopped, match="signing-failed"):
        signing.sign(APPROVAL, desk / signing.SIGNERS)


def test_a_machine_without_ssh_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment is named, not the content."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Stopped, match="no-ssh-keygen") as stopped:
        signing.sign(APPROVAL, tmp_path / "key")
    assert stopped.value.problems[0].exit_code == 3
