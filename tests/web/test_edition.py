"""What residents hear first."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from loaphuong.web.edition import Bulletin
from tests.making import a_programme, a_slot, an_article, an_edition, an_episode

FIRST, SECOND = a_slot("2026-11-20"), a_slot("2026-11-24")
SECONDS = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("now", "heard"),
    [
        (FIRST.starts_at - SECONDS, FIRST),
        (FIRST.starts_at, FIRST),
        (SECOND.starts_at - SECONDS, FIRST),
        (SECOND.starts_at, SECOND),
        (SECOND.starts_at + timedelta(days=9), SECOND),
    ],
)
def test_the_latest_is_the_last_on_air(now: object, heard: object) -> None:
    """From its first second; before any was, the first that is ready."""
    article = an_article()
    bulletins = tuple(Bulletin(a_programme(article.slug, slot=slot), an_episode(slot.name)) for slot in (SECOND, FIRST))
    latest = replace(an_edition(article), now=now, bulletins=bulletins).latest
    assert latest is not None
    assert latest.programme.slot == heard


def test_nothing_recorded_is_nothing_to_hear() -> None:
    """No edition is the latest."""
    article = an_article()
    assert an_edition(article, bulletins=(Bulletin(a_programme(article.slug, slot=FIRST), None),)).latest is None
