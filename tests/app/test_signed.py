"""A ward that asks for signatures: nobody ends that who may not sign, and a key is taken back by an act."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from loaphuong.app.approve import approve
from loaphuong.app.revoke import revoke
from loaphuong.app.ward import load
from loaphuong.core.problems import Stopped
from loaphuong.core.project import Project
from loaphuong.trust.approval.words import WORDS
from tests.app.ward import APPROVER, OFFICE, edit, story, ward
from tests.making import NOW

if TYPE_CHECKING:
    from pathlib import Path

    from loaphuong.radio.ward import Ward

pytestmark = pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="ssh-keygen is not installed")
ARTICLES = ("thap-den", "tuoi-cay")
ASKS = ("require_signature = false", "require_signature = true")


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ward whose words, home and two articles are signed; its key lies beside it."""
    root = tmp_path_factory.mktemp("signed") / "phuong"
    ward(root, approved=False)
    edit(Project(root).station, *ASKS)
    key = root.with_name("key")
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(key)], check=True)
    Project(root).signers.parent.mkdir()
    Project(root).signers.write_text(f"nguoi-duyet-thu {key.with_suffix('.pub').read_text('utf-8')}", "utf-8")
    approve(root, NOW, [WORDS, "index", "guong-tot/index", *ARTICLES], APPROVER, OFFICE, key=key)
    return root


@pytest.fixture
def signed_ward(signed: Path, tmp_path: Path) -> Path:
    """A copy to work in."""
    return shutil.copytree(signed, tmp_path / "phuong")


def public(found: Ward) -> set[str]:
    """The articles that residents may see."""
    return {article.slug for article in found.public.articles}


def test_signatures_are_not_ended_by_an_edit(signed_ward: Path) -> None:
    """Neither the switch for signatures nor the one for approvals publishes a word that nobody signed."""
    root = signed_ward
    story(root, "bai-la", "Bài lạ")
    edit(Project(root).station, *reversed(ASKS))
    edit(Project(root).station, "require_approval = true", "require_approval = false")
    found = load(root, NOW)
    assert public(found) == set(ARTICLES)
    assert "signatures-turned-off" in {each.id for each in found.problems}
    with pytest.raises(Stopped, match="signature-required"):
        approve(root, NOW, ["bai-la"], APPROVER, OFFICE)


def test_who_may_sign_may_end_it(signed_ward: Path, signed: Path) -> None:
    """The station's words, approved and signed without the demand, are the last word on it."""
    root = signed_ward
    edit(Project(root).station, *reversed(ASKS))
    approve(root, NOW, [WORDS], APPROVER, OFFICE, key=signed.with_name("key"))
    assert "signatures-turned-off" not in {each.id for each in load(root, NOW).problems}
    approve(root, NOW, ["quet-ngo"], APPROVER, OFFICE)
    assert public(load(root, NOW)) == {*ARTICLES, "quet-ngo"}


def test_lost_words_do_not_end_it(signed_ward: Path) -> None:
    """Whoever takes away what was approved, and the list of signers with it, gets nothing published."""
    root = signed_ward
    edit(Project(root).station, *reversed(ASKS))
    shutil.rmtree(Project(root).approved)
    assert "signatures-turned-off" in {each.id for each in load(root, NOW).problems}
    Project(root).signers.unlink()
    found = load(root, NOW)
    assert (public(found), "signers-missing" in {each.id for each in found.errors}) == (set(), True)


def test_a_key_is_taken_back(signed_ward: Path, signed: Path) -> None:
    """What was signed before stays public; the key signs nothing more, and who has none is told."""
    root, key = signed_ward, signed.with_name("key")
    with pytest.raises(Stopped, match="signer-unknown"):
        revoke(root, NOW, "Trần Văn Nam", APPROVER, "Mất máy", key)
    [taken] = revoke(root, NOW, APPROVER, APPROVER, "Mất máy", key)
    assert len(taken) == 64
    assert public(load(root, NOW)) == set(ARTICLES)
    with pytest.raises(Stopped, match="key-not-trusted"):
        approve(root, NOW, ["quet-ngo"], APPROVER, OFFICE, key=key)
    with pytest.raises(Stopped, match="signer-unknown"):
        revoke(root, NOW, APPROVER, APPROVER, "Mất máy", key)
