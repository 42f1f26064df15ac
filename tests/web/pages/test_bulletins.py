"""The desk and the schedule: what is on air stands there until it is over."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from loaphuong.core.problems import problem
from loaphuong.core.where import Where
from loaphuong.radio.programme import Item
from loaphuong.station.show import ALONE, Bounds, ItemKind
from loaphuong.web.edition import Bulletin
from loaphuong.web.pages import bulletins
from tests.making import a_programme, a_slot, an_article, an_edition, an_episode
from tests.web.pages.reading import indexed, meta, published

if TYPE_CHECKING:
    from pathlib import Path

SLOT = a_slot("2026-11-24")
NEXT = a_slot("2026-11-27")


def shown(page: str, since_start: timedelta, root: Path) -> dict[str, Any]:
    """What a page shows so long after SLOT began; SLOT and NEXT are recorded."""
    article = an_article()
    edition = an_edition(article)
    bulletins = tuple(Bulletin(a_programme(article.slug, slot=slot), an_episode(slot.name)) for slot in (SLOT, NEXT))
    edition = replace(edition, now=SLOT.starts_at + since_start, bulletins=bulletins, upcoming=(SLOT, NEXT))
    found = meta(published(edition, root)[f"{page}/index.md"])["loa"]
    assert isinstance(found, dict)
    return found


ON_AIR = [(-60, [SLOT, NEXT]), (0, [SLOT, NEXT]), (6, [SLOT, NEXT]), (60, [NEXT])]


@pytest.mark.parametrize(("minutes", "slots"), ON_AIR)
def test_a_bulletin_stays_on_the_desk_while_it_is_heard(minutes: int, slots: list[Any], tmp_path: Path) -> None:
    """Before it begins and while it lasts, not an hour later; the schedule says the same."""
    desk = shown("ban-truc", timedelta(minutes=minutes), tmp_path)
    assert [each["name"] for each in desk["slots"]] == [slot.name for slot in slots]
    schedule = shown("lich-phat", timedelta(minutes=minutes), tmp_path)
    assert [each["name"] for each in schedule["coming"]] == [slot.name for slot in slots]


def test_a_slot_ends_after_its_bulletin(tmp_path: Path) -> None:
    """Not before the longest bulletin is over, and within the session."""
    edition = an_edition()
    first = shown("ban-truc", timedelta(0), tmp_path)["slots"][0]
    lasts = (datetime.fromisoformat(first["ends"]) - SLOT.starts_at).total_seconds()
    assert edition.station.main.bounds.maximum_seconds <= lasts <= edition.station.calendar.session_max_seconds


def test_a_bulletin_tells_who_reads_it_by_their_labels(tmp_path: Path):
    """Residents see what a voice is, not what station.toml calls it."""
    edition = an_edition()
    [page] = [text for path, text in published(edition, tmp_path).items() if "2026-11-20-1630" in path]
    assert "Giọng một" in page
    assert '"lan"' not in page.split('"transcript"')[0]


def test_a_bulletin_names_its_urgent_notice(tmp_path: Path) -> None:
    """Residents see the notice first; a second correction is no second part."""
    slot = a_slot("2026-11-20")
    order = a_programme("con-ngo", slot=slot)
    notice = Item(ItemKind.NOTICE, "Mất nước tối nay", ("mat-nuoc",), seconds=30)
    wrong = Item(ItemKind.CORRECTION, "Cải chính: Con ngõ", ("con-ngo",), 2, 2, seconds=15)
    order = replace(order, items=(*order.items[:2], notice, wrong, *order.items[2:]))
    edition = an_edition(bulletins=(Bulletin(order, None),))
    index = indexed(edition, tmp_path)
    assert bulletins.card(index, edition.bulletins[0])["summary"] == "Mất nước tối nay · Con ngo"
    views = bulletins.items(index, edition.bulletins[0])
    assert [view["part"] for view in views] == [None] * 4


def test_the_desk_names_who_speaks_for_whom(tmp_path: Path) -> None:
    """By their labels, with how many sentences; a voice that station.toml has no more by its name."""
    stood = an_episode(SLOT.name, stand_ins=(("lan", "cu", 2),))
    edition = an_edition(bulletins=(Bulletin(a_programme(slot=SLOT), stood),))
    [slot] = meta(published(edition, tmp_path)["ban-truc/index.md"])["loa"]["slots"]
    assert slot["stand_ins"] == ["“cu” đọc thay “Giọng một” 2 câu: hãy nghe trước khi phát."]


def test_the_desk_says_what_to_do(tmp_path: Path) -> None:
    """With the one command for all bulletins that nobody noted."""
    unlogged = problem("aired-unlogged", Where("audio/log.csv"), count=2, slots="2026-11-17-1630, 2026-11-20-1630")
    [task] = meta(published(an_edition(to_do=(unlogged,)), tmp_path)["ban-truc/index.md"])["loa"]["tasks"]
    assert "2026-11-17-1630" in task["what"]
    assert "loa aired --all" in task["hint"]


def test_an_urgent_notice_of_its_own_stands_among_the_bulletins(tmp_path: Path) -> None:
    """Under its own name, in the main show's list; it is not what the home page plays as the newest bulletin."""
    slot = replace(a_slot("2026-11-20"), show=ALONE)
    notice = Bulletin(a_programme(slot=slot), an_episode(slot.name))
    edition = an_edition(bulletins=(notice,))
    index, main = indexed(edition, tmp_path), edition.station.main
    assert bulletins.name(index, notice).startswith("Thông báo khẩn")
    assert edition.list_recorded(main) == (notice,)
    assert edition.latest is None


def test_how_long_a_show_is(tmp_path: Path) -> None:
    """In whole minutes, under its name where there are several."""
    edition = an_edition()
    index, main = indexed(edition, tmp_path), edition.station.main
    assert bulletins.length(index, main) == "5–7 phút"
    assert bulletins.length(index, replace(main, bounds=Bounds(60, 119, 90))) == "1–1 phút"
    second = replace(main, key="thong-bao", name="Thông báo hằng ngày", bounds=Bounds(120, 240, 180))
    both = replace(edition, station=replace(edition.station, shows=(main, second)))
    assert bulletins.length(indexed(both, tmp_path), second) == "Thông báo hằng ngày 2–4 phút"
