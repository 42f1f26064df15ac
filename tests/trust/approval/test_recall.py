"""What an approval proves of a file, and what a withdrawal cannot reach."""

from __future__ import annotations

import pytest

from loaphuong.core.where import Where
from loaphuong.trust import approval, registry
from loaphuong.trust.registry import Approval, Withdrawal
from tests.making import NOW
from tests.trust.approval.material import BY


def test_what_a_withdrawal_cannot_reach() -> None:
    """Aired bulletins, handed-out recordings, prints, copies, history: each with what to do."""
    found = approval.list_unreachable("con-ngo", ["2026-11-17-1630"], ["2026-11-24-1630"])
    assert [each.id for each in found] == [
        "left-aired",
        "left-delivered",
        "left-printed",
        "left-copied",
        "left-history",
    ]
    assert all(each.warning and each.hint for each in found)


@pytest.mark.parametrize(
    ("sha256", "made_from", "expected"),
    [
        ("a", [("x", "d1"), ("x", "d1"), ("y", "d2")], []),
        ("c", [("x", "d1")], ["verify-unknown-file"]),
        ("a", [("x", "d9")], ["verify-not-approved"]),
        ("a", [("z", "d1")], ["verify-not-approved"]),
        ("b", [("gone", "d3")], ["verify-withdrawn"]),
        ("c", [("x", "d9"), ("gone", "d3")], ["verify-unknown-file", "verify-not-approved", "verify-withdrawn"]),
    ],
)
def test_a_recording_is_the_approved_one(sha256: str, made_from: list[tuple[str, str]], expected: list[str]) -> None:
    """A file on a stick is proven by its hash, the digests it was made from, and the register."""
    known = [("x", "d1"), ("x", "d4"), ("y", "d2"), ("gone", "d3")]
    entries = [Approval(name, digest, *BY, NOW) for name, digest in known]
    register = registry.register([*entries, Withdrawal("gone", BY[0], NOW, "")])
    found = approval.verify(sha256, {"a", "b"}, made_from, register, Where("usb/ban-tin.mp3"))
    assert [each.id for each in found] == expected
