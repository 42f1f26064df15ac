"""Old addresses lead to the new."""

from __future__ import annotations

from dataclasses import replace

from loaphuong.web.discovery import redirects
from loaphuong.web.edition import Bulletin
from tests.making import a_programme, a_slot, an_article, an_edition, an_episode
from tests.web.discovery.reading import SLUG


def test_redirects():
    """An old slug leads to the new address; what exists is never shadowed."""
    other = an_article("Bài khác", aliases=(SLUG, "ten-cu", "ten-cu-hon"))
    edition = an_edition(an_article(), other)
    found = redirects.render(edition)
    assert set(found) == {"tin/ten-cu/index.html", "tin/ten-cu-hon/index.html", "_redirects"}
    assert b'content="0; url=https://phuong.example/tin/bai-khac/"' in found["tin/ten-cu/index.html"]
    assert found["_redirects"] == b"/tin/ten-cu/ /tin/bai-khac/ 301\n/tin/ten-cu-hon/ /tin/bai-khac/ 301\n"
    assert redirects.render(an_edition()) == {}


def test_the_earlier_sounds_of_a_bulletin_lead_to_the_one_it_has():
    """Every address it had, the first one without a sum; back at an earlier sound none leads to itself."""
    slot = a_slot("2026-11-20")
    bulletin = Bulletin(a_programme(slot=slot), an_episode(slot.name), earlier=("a" * 64, "b" * 64))
    place = f"/phat-thanh/{slot.name}/{slot.name}"
    rules = redirects.render(an_edition(bulletins=(bulletin,)))["_redirects"].decode()
    assert rules == f"{place}.mp3 {place}-00000000.mp3 302\n{place}-bbbbbbbb.mp3 {place}-00000000.mp3 302\n"
    back = replace(bulletin, earlier=("a" * 64, "0" * 64, "b" * 64))
    assert back.audio == bulletin.audio
    assert [old.removeprefix(place[1:]) for old in back.audio_before] == [".mp3", "-bbbbbbbb.mp3"]
