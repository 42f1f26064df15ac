"""The whole way on a tiny ward: from Markdown to the page, its feeds and bulletins ready to air."""

from __future__ import annotations

import json
import shutil
import subprocess
from datetime import timedelta
from typing import TYPE_CHECKING

import feedparser
import pytest
from PIL import Image

from loaphuong.app.approve import approve
from loaphuong.app.build import Built, build
from loaphuong.app.verify import verify
from loaphuong.app.withdraw import withdraw
from loaphuong.core.digest import of_file
from loaphuong.core.problems import Stopped
from loaphuong.core.project import Project
from loaphuong.radio import booth, studio
from tests.app.ward import APPROVER, OFFICE, approve_all, edit, order_text, quiet, story, ward, write
from tests.making import NOW
from tests.package import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def built_at(root: Path, **shift: int) -> Built:
    """A build at NOW, or so much later."""
    return build(root, NOW + timedelta(**shift), 1, quiet)


def pages(root: Path) -> dict[str, bytes]:
    """Every file of the site."""
    site = root / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def built(finished: Path) -> tuple[Path, Built]:
    """The finished ward, and what a build of it tells."""
    return finished, built_at(finished)


def test_the_next_bulletins_are_ready(built: tuple[Path, Built]) -> None:
    """Two running orders are frozen and recorded, each within its bounds, its files as the manifest says."""
    root, made = built
    names = [order.slot.name for order, _ in made.recorded.bulletins]
    assert names == ["2026-11-27-1630", "2026-12-01-1630"]
    for order, episode in made.recorded.bulletins:
        assert (root / f"audio/programmes/{order.slot.name}.txt").is_file()
        media = episode.file("loa")
        assert media is not None
        assert 20 <= media.seconds <= 120
        manifest = json.loads((Project(root).packages / order.slot.name / "manifest.json").read_text(encoding="utf-8"))
        for name, facts in manifest["files"].items():
            assert (Project(root).packages / order.slot.name / name).stat().st_size == facts["bytes"]


def test_every_sentence_of_the_script_is_spoken(built: tuple[Path, Built]) -> None:
    """A bulletin has a cue for every sentence, in order, none overlapping."""
    _, made = built
    for _, episode in made.recorded.bulletins:
        starts = [cue.start_ms for cue in episode.cues]
        assert starts == sorted(starts)
        assert all(cue.end_ms > cue.start_ms for cue in episode.cues)
        assert episode.cues[0].written.startswith("Đây là Đài truyền thanh")
        assert "giọng tổng hợp" in episode.cues[-1].written


def test_feeds_parse_and_enclosures_are_exact(built: tuple[Path, Built]) -> None:
    """No feed has a bozo bit, and every enclosure exists with the length that the feed names."""
    root, _ = built
    found = 0
    for feed in sorted((root / "site").rglob("*.xml")):
        if feed.name in {"sitemap.xml", "opml.xml"}:
            continue
        parsed = feedparser.parse(feed.read_bytes())
        assert not parsed.bozo, feed
        for entry in parsed.entries:
            for enclosure in entry.enclosures:
                path = root / "site" / enclosure.href.split("/", 3)[3]
                assert path.stat().st_size == int(enclosure.length)
                found += 1
    assert found


def test_an_article_can_be_read_and_heard(built: tuple[Path, Built]) -> None:
    """Each published article has its page, its sound and its cues."""
    root, _ = built
    page = (root / "site/tin/quet-ngo/index.html").read_text(encoding="utf-8")
    assert "Sáng nào bà con cũng quét ngõ." in page
    assert (root / "site/audio/quet-ngo.mp3").is_file()
    assert (root / "site/audio/quet-ngo.vtt").is_file()


def test_a_second_build_records_nothing_and_changes_nothing(built_ward: Path) -> None:
    """The same content at the same time gives the same bytes, and nothing is recorded again."""
    root = built_ward
    before = pages(root)
    again = built_at(root)
    assert again.recorded.made == ()
    assert pages(root) == before


def test_an_edit_is_nowhere_until_it_is_approved(built_ward: Path) -> None:
    """The approved words stay on page, feeds and air; approved, the new ones take their place, in the bulletins too."""
    root = built_ward
    carried = {
        path.name
        for path in (root / "audio/programmes").glob("*.txt")
        if "quet-ngo" in path.read_text(encoding="utf-8")
    }
    assert carried
    before = pages(root)
    edit(root / "content/guong-tot/quet-ngo.md", "quét ngõ.", "quét sân.")
    made = built_at(root)
    assert pages(root) == before
    assert made.recorded.made == ()
    assert made.failures == ()
    assert "changed-since-approval" in {found.id for found in made.problems}
    approve_all(root)
    made = built_at(root)
    assert "quét sân".encode() in pages(root)["tin/quet-ngo/index.html"]
    assert {name.removesuffix(".txt") for name in carried} <= set(made.recorded.made)


BROKEN = [
    ("Mỗi nhà một việc", "Mỗi nhà một xyzw", "spoken-unread"),
    ("genre: guong", "genre: gương tốt", "field-choice"),
    ("illustrative: true", "image: {path: mat.png, alt: Ngõ}\nillustrative: true", "image-missing"),
    ("---\ntitle", "--\ntitle", "front-matter-missing"),
    ("author: Ban biên tập\n", "", "field-missing"),
]


@pytest.mark.parametrize(("old", "new", "told"), BROKEN, ids=[told for *_, told in BROKEN])
def test_a_broken_text_is_named_and_changes_nothing(built_ward: Path, old: str, new: str, told: str) -> None:
    """A mistake in an approved file, in a new one, in a draft: said with its file, and everything else is made."""
    root = built_ward
    before = pages(root)
    edit(root / "content/guong-tot/tuoi-cay.md", old, new)
    edit(story(root, "bai-moi", "Bài mới"), old, new)
    made = built_at(root)
    named = {found.where.path for found in made.problems if found.id == told}
    assert named == {"content/guong-tot/tuoi-cay.md", "content/guong-tot/bai-moi.md"}
    assert pages(root) == before
    assert named == {found.where.path for found in made.failures}


def test_a_file_that_is_gone_is_told_and_its_words_stay(built_ward: Path) -> None:
    """Deleting a file takes nothing back: that is a withdrawal, which needs no file."""
    root = built_ward
    before = pages(root)
    (root / "content/guong-tot/tuoi-cay.md").unlink()
    made = built_at(root)
    assert pages(root) == before
    assert "file-gone" in {found.id for found in made.problems}
    withdraw(root, NOW, "tuoi-cay", APPROVER, "Xin gỡ.")
    built_at(root)
    assert "Mỗi nhà".encode() not in pages(root)["tin/tuoi-cay/index.html"]


def test_a_picture_is_the_one_that_was_approved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exchanged before a build or while it runs, under whatever name: the approved bytes are shown."""
    root = ward(tmp_path)
    name = f"{'a' * 230}.png"
    picture, other = root / "content/guong-tot" / name, tmp_path / "khac.png"
    Image.new("RGB", (600, 400), "red").save(picture)
    Image.new("RGB", (600, 400), "blue").save(other)
    edit(root / "content/guong-tot/tuoi-cay.md", "Sáng nào", f"![Ngõ]({name})\n\nSáng nào")
    approve_all(root)
    speak = booth.record

    def exchange(*arguments: object, **named: object) -> object:
        picture.write_bytes(other.read_bytes())
        return speak(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(booth, "record", exchange)
    for _ in range(2):
        made = built_at(root)
        with Image.open(root / "site/anh/guong-tot" / name) as shown:
            assert shown.convert("RGB").getpixel((0, 0)) == (255, 0, 0)
    assert "changed-since-approval" in {found.id for found in made.problems}


def test_the_stations_own_words_are_approved_like_any_others(built_ward: Path) -> None:
    """A phrase, a name or a reading that nobody approved is neither said nor shown; approved, it is."""
    root = built_ward
    before = pages(root)
    edit(root / "audio/station.toml", "Xin cảm ơn và hẹn gặp lại", "Xin tạm biệt và hẹn gặp lại")
    edit(root / "audio/station.toml", 'name = "Nếp sống đẹp', 'name = "Nếp cũ')
    with (root / "audio/lexicon.tsv").open("a", encoding="utf-8") as lexicon:
        lexicon.write("Mỗi nhà\ttừng nhà\nQuét ngõ\tquét sân\n")
    made = built_at(root)
    assert pages(root) == before
    assert made.recorded.made == ()
    assert "changed-since-approval" in {found.id for found in made.problems}
    approve_all(root)
    made = built_at(root)
    assert set(made.recorded.made) > {"2026-11-27-1630", "quet-ngo"}
    said = " ".join(cue.spoken for _, episode in made.recorded.bulletins for cue in episode.cues)
    assert "từng nhà" in said
    assert "xin tạm biệt" in said
    assert "quét ngõ" not in said


def test_a_sound_of_the_station_is_the_approved_one(built_ward: Path) -> None:
    """Another jingle is not put on the air; until it is approved or taken back, nothing is made and the site stays."""
    root = built_ward
    before = pages(root)
    (root / "audio/jingles/nhac-cat.wav").write_bytes((root / "audio/jingles/nhac-hieu.wav").read_bytes())
    with pytest.raises(Stopped) as stopped:
        built_at(root)
    assert [(found.id, found.where.path) for found in stopped.value.problems] == [
        ("sound-not-approved", "audio/jingles/nhac-cat.wav")
    ]
    assert pages(root) == before


def test_a_damaged_recording_is_made_again(built_ward: Path) -> None:
    """Bytes changed in a package or a reading, or words in its manifest, digests mended: the same as before is made."""
    root = built_ward
    before = pages(root)
    project = Project(root)
    [package] = project.packages.glob("2026-11-27-*")
    [reading] = project.reading_cache.glob("quet-ngo-*")
    for mp3 in (*package.glob("*_web.mp3"), *reading.glob("*.mp3")):
        data = bytearray(mp3.read_bytes())
        data[5000:9000] = bytes(4000)
        mp3.write_bytes(data)
    [other] = project.packages.glob("2026-12-01-*")
    told = (other / "manifest.json").read_text("utf-8")
    (other / "manifest.json").write_text(told.replace("bà con", "bà son"), "utf-8")
    made = built_at(root)
    assert set(made.recorded.made) == {package.name, other.name, "quet-ngo"}
    assert [found.id for found in made.recorded.problems] == ["sound-damaged"] * 3
    assert pages(root) == before
    assert built_at(root).recorded.made == ()


def test_a_manifest_is_not_believed_for_itself(built_ward: Path) -> None:
    """A file exchanged together with what the manifest beside it says of it is no recording of ours."""
    [package] = Project(built_ward).packages.glob("2026-11-27-*")
    [mp3] = [path for path in package.glob("*.mp3") if "_web" not in path.name]
    before = of_file(mp3)
    mp3.write_bytes(mp3.read_bytes() + bytes(1))
    told = (package / "manifest.json").read_text("utf-8").replace(before, of_file(mp3))
    (package / "manifest.json").write_text(
        told.replace(f"{mp3.stat().st_size - 1},", f"{mp3.stat().st_size},"), "utf-8"
    )
    with pytest.raises(Stopped, match="verify-unrecorded"):
        verify(built_ward, NOW, package.name)


def test_damaged_pictures_are_drawn_again(built_ward: Path) -> None:
    """What is kept of cards and pictures tells by its name whether it is whole."""
    before = pages(built_ward)
    for card in Project(built_ward).card_cache.glob("*.png"):
        card.unlink()
        card.write_bytes(b"x")
    built_at(built_ward)
    assert pages(built_ward) == before


def test_a_draft_is_nowhere(built_ward: Path) -> None:
    """A draft is neither shown nor spoken and asks for no approval; a mistake in it is told and stops nothing."""
    root = built_ward
    draft = story(root, "ban-nhap", "Bản nháp riêng")
    edit(draft, "illustrative: true", "illustrative: true\nstatus: nhap")
    made = built_at(root)
    assert not any(b"ban-nhap" in data for data in pages(root).values())
    assert not any("ban-nhap" in found.where.path for found in made.problems)
    edit(draft, "genre: guong", "genre: gương tốt")
    made = built_at(root)
    assert [found.id for found in made.problems if "ban-nhap" in found.where.path] == ["field-choice"]
    assert made.failures == ()


def test_an_unapproved_ward_is_told_what_to_do(tmp_path: Path) -> None:
    """A ward where nobody has approved anything stops with the approvals it lacks, and makes nothing."""
    root = ward(tmp_path, approved=False)
    with pytest.raises(Stopped) as stopped:
        built_at(root)
    assert "home-not-approved" in {found.id for found in stopped.value.problems}
    assert not (root / "site").exists()


def test_a_full_disk_leaves_what_was_there(built_ward: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No space left: said so, exit code 3, the last good site untouched."""
    root = built_ward
    before = pages(root)
    story(root, "quet-ngo", "Quét ngõ", deed="quét ngõ và tưới cây")
    approve_all(root)

    def full(*_: object, **__: object) -> tuple[int, str]:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(studio.package, "write", full)
    made = built_at(root)
    assert "disk-full" in {found.id for found in made.problems}
    assert max(found.exit_code for found in made.problems) == 3
    assert {name: data for name, data in pages(root).items() if name.endswith(".mp3")}.keys() <= before.keys()


def test_a_link_out_of_the_project_is_refused(built_ward: Path, tmp_path: Path) -> None:
    """A file of content/ that leads elsewhere is named and not read."""
    root = built_ward
    outside = write(tmp_path, "ngoai.md", "---\ntitle: Ngoài\n---\nLời riêng.\n")
    (root / "content/guong-tot/ngoai.md").symlink_to(outside)
    made = built_at(root)
    assert any(found.where.path == "content/guong-tot/ngoai.md" for found in made.problems)
    assert not any("Lời riêng".encode() in data for data in pages(root).values())


def test_two_builds_at_once_do_not_meet(tmp_path: Path) -> None:
    """While one `loa` works, another says so and leaves."""
    from loaphuong.core import files

    root = ward(tmp_path)
    with files.lock(root), pytest.raises(Stopped) as stopped:
        built_at(root)
    assert [found.id for found in stopped.value.problems] == ["busy"]


def test_a_bulletin_that_cannot_be_filled_again_is_not_published_as_it_was(built_ward: Path) -> None:
    """Its articles were taken back and nothing takes their place: no page, no sound."""
    root = built_ward
    for slug in ("quet-ngo", "thap-den", "nhuong-duong"):
        withdraw(root, NOW, slug, APPROVER, "Xin gỡ.")
    edit(root / "content/guong-tot/tuoi-cay.md", "illustrative: true", "illustrative: true\nbroadcast: false")
    approve(root, NOW, ["tuoi-cay"], APPROVER, OFFICE)
    made = built_at(root)
    assert "slot-shortfall" in {found.id for found in made.problems}
    assert not [name for name in pages(root) if name.startswith(("phat-thanh/2026", "ban-truc/2026"))]


def test_a_frozen_running_order_stays_when_articles_are_added(built_ward: Path) -> None:
    """What was fixed for a slot is aired, whatever is written afterwards."""
    root = built_ward
    before = order_text(root, "2026-11-27-1630"), order_text(root, "2026-12-01-1630")
    story(root, "aaa-bai-moi", "Bài mới")
    approve_all(root)
    built_at(root)
    assert (order_text(root, "2026-11-27-1630"), order_text(root, "2026-12-01-1630")) == before


def test_a_build_changes_no_committed_file(built_ward: Path, tmp_path: Path) -> None:
    """In a clone of what was committed a build leaves nothing to commit; a week later, new running orders alone."""
    origin, clone = built_ward, tmp_path / "clone"
    shutil.copy(ROOT / ".gitignore", origin)
    git(origin, "init", "--quiet")
    git(origin, "add", "--all")
    git(origin, "-c", "user.name=Thử", "-c", "user.email=thu@example.vn", "commit", "--quiet", "--message", "Phường")
    git(tmp_path, "clone", "--quiet", str(origin), str(clone))
    shutil.copytree(Project(origin).cache, Project(clone).cache)
    built_at(clone, hours=1)
    assert git(clone, "status", "--porcelain") == ""
    built_at(clone, days=7)
    changes = git(clone, "status", "--porcelain", "--untracked-files=all").splitlines()
    assert changes
    assert all(line.startswith(f"?? {Project.programmes}/") for line in changes)


def git(folder: Path, *arguments: str) -> str:
    """What git says in a folder."""
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout
