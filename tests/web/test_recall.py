"""What was withdrawn leaves the pages of what was broadcast."""

from __future__ import annotations

from loaphuong.trust import registry
from loaphuong.trust.registry import Register, Withdrawal
from loaphuong.web import recall
from loaphuong.web.edition import Bulletin
from tests.making import NOW, a_programme, a_slot, an_episode


def test_a_bulletin_that_said_a_withdrawn_text_is_not_heard_again() -> None:
    """Its page loses the item and the recording; other bulletins stay as they are."""
    said, other = a_programme("con-ngo", "cau-thang"), a_programme("cau-thang", slot=a_slot("2026-11-27"))
    both = (Bulletin(said, an_episode()), Bulletin(other, an_episode()))
    register = registry.register([Withdrawal("con-ngo", "Lê Thị Bình", NOW, "")])
    first, second = recall.leave_out_withdrawn(both, register)
    assert first.episode is None
    assert "con-ngo" not in {ref for item in first.programme.items for ref in item.refs}
    assert "cau-thang" in {ref for item in first.programme.items for ref in item.refs}
    assert second == both[1]
    assert recall.leave_out_withdrawn(both, Register()) == both
