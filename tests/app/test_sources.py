"""Every word that is shown or said has an approver: whatever is written anywhere else in a ward is nowhere public."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from loaphuong.app.approve import approve
from loaphuong.app.build import build
from loaphuong.app.export import export
from loaphuong.app.hold import hold
from loaphuong.app.record import record
from loaphuong.app.ward import load
from loaphuong.core.problems import Stopped
from loaphuong.core.project import Project
from loaphuong.trust.approval.words import WORDS
from tests.app.ward import APPROVER, OFFICE, edit, quiet, story, ward, write
from tests.making import NOW

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SLOT, LATER = "2026-11-27-1630", "2026-12-01-1630"
STRANGE = "lời lạ"


def station(old: str, new: str) -> Callable[[Path], None]:
    """Something else in station.toml."""
    return lambda root: edit(Project(root).station, old, new)


def order(root: Path, old: str, new: str) -> None:
    """Something else in a running order that is to come."""
    edit(Project(root).programmes / f"{SLOT}.txt", old, new)


def manifest(root: Path) -> None:
    """Other words in what a package says of itself, the seal beside it written anew."""
    folder = Project(root).packages / SLOT
    told = json.loads((folder / "manifest.json").read_text("utf-8"))
    told["episode"]["chapters"][-1]["title"] = STRANGE
    told["episode"]["cues"][-1]["written"] = STRANGE
    (folder / "manifest.json").write_text(json.dumps(told), "utf-8")


def seals(root: Path) -> None:
    """The same, and every seal beside the packages taken away."""
    manifest(root)
    for path in (Project(root).packages / ".made").iterdir():
        path.unlink()
    (Project(root).packages / ".made").rmdir()


def first_title(root: Path) -> str:
    """The line of the first article in a running order."""
    lines = (Project(root).programmes / f"{SLOT}.txt").read_text("utf-8").splitlines()
    return next(line for line in lines if ". bai: " in line)


SOURCES: dict[str, Callable[[Path], object]] = {
    "an article nobody approved": lambda root: story(root, "la", f"Một {STRANGE}"),
    "an edit of an approved one": lambda root: edit(
        root / "content/guong-tot/quet-ngo.md", "title:", f"title: Một {STRANGE} #"
    ),
    "a section's name": lambda root: edit(root / "content/guong-tot/index.md", "title:", f"title: {STRANGE} #"),
    "a rule": lambda root: edit(root / "content/quy-tac/noi-chung.md", "text:", f"text: {STRANGE} #"),
    "the home page": lambda root: edit(root / "content/index.md", "title:", f"title: {STRANGE} #"),
    "a file that is no text of the ward": lambda root: write(root, "content/guong-tot/la.txt", STRANGE),
    "the title of a running order": lambda root: order(root, first_title(root), f"3. bai: {STRANGE}"),
    "the title of its ident": lambda root: order(root, "Lời xướng", STRANGE),
    "its cluster": lambda root: order(root, "Cụm loa: Toàn phường", f"Cụm loa: {STRANGE}"),
    "why an item is in it": lambda root: order(root, "vì: ", f"vì: {STRANGE} "),
    "the name of the station": station("Đài truyền thanh phường Ngõ Sen", STRANGE),
    "a phrase": station("Xin cảm ơn", STRANGE),
    "a voice's label": station("Giọng đọc một", STRANGE),
    "the cluster of a slot": station('cluster = "Toàn phường"', f'cluster = "{STRANGE}"'),
    "why a day is without": station("closed = []", f'closed = [{{ on = "15/12/2026", why = "{STRANGE}" }}]'),
    "the recipients of reports": station("Sở Văn hóa và Thể thao", STRANGE),
    "a reading": lambda root: edit(Project(root).lexicon, "\n", f"\nSen\t{STRANGE}\n"),
    "what a package says of itself": manifest,
    "a package without its seal": seals,
    "a note in the log": lambda root: write(root, "audio/note.txt", STRANGE),
}
# What stops everything until someone answers for it, and the product's own.
STOPPING: dict[str, Callable[[Path], object]] = {
    "a template of the ward's own": lambda root: write(root, "overrides/partials/footer.html", STRANGE),
    "the settings of the site": lambda root: write(root, "mkdocs.yml", f"INHERIT: station.yml\nsite_name: {STRANGE}\n"),
    "a crest": lambda root: Project(root).crest.write_bytes(b"PNG"),
    "a jingle": lambda root: (Project(root).jingles / "la.wav").write_bytes(b"RIFF"),
}


def leaks(root: Path) -> list[str]:
    """Every file for residents, staff or players that holds the strange words."""
    places = ("site", Project.exports, Project.packages)
    found = [path for place in places for path in (root / place).rglob("*") if path.is_file()]
    return [path.relative_to(root).as_posix() for path in found if STRANGE.encode() in path.read_bytes()]


def test_what_nobody_answers_for_is_nowhere(built_ward: Path) -> None:
    """All of them at once: page, feeds, cards, search, calendar, sound, captions, sheets and lists have none of it."""
    root = built_ward
    export(root, NOW)
    for plant in SOURCES.values():
        plant(root)
    build(root, NOW, 1, quiet)
    record(root, NOW, [SLOT, LATER], 1, quiet)
    export(root, NOW)
    assert leaks(root) == []


@pytest.mark.parametrize("plant", STOPPING.values(), ids=STOPPING)
def test_what_cannot_be_told_apart_stops_the_build(built_ward: Path, plant: Callable[[Path], object]) -> None:
    """A template or a tune is approved as a whole, by its bytes: until then nothing is made with it."""
    root = built_ward
    plant(root)
    with pytest.raises(Stopped, match="sound-not-approved"):
        build(root, NOW, 1, quiet)
    assert leaks(root) == []
    approve(root, NOW, [WORDS], APPROVER, OFFICE)
    assert "sound-not-approved" not in {found.id for found in load(root, NOW).errors}


@pytest.mark.parametrize("name", ["audio/lexicon.tsv", "audio/log.csv", "content/approvals.csv"])
def test_what_cannot_be_read_is_named(tmp_path: Path, name: str) -> None:
    """A folder in the place of a file, or a file that another user owns, is told with its cure."""
    root = ward(tmp_path, approved=False)
    (root / name).unlink(missing_ok=True)
    (root / name).mkdir(parents=True)
    assert name in {each.where.path for each in load(root, NOW).problems if each.id == "file-unreadable"}


def test_a_reason_has_the_name_of_who_decided(built_ward: Path) -> None:
    """Why a slot is on hold is shown: it stands in a table that only grows, with who decided it."""
    root = built_ward
    export(root, NOW)
    hold(root, NOW, SLOT, STRANGE, "Cán bộ trực")
    assert "site/lich-phat.ics" in leaks(root)
    assert not [path for path in leaks(root) if path.startswith(Project.packages)]
    assert "Cán bộ trực" in Project(root).holds.read_text("utf-8")
