"""Files are whole or absent, folders change places at once, two commands do not work at the same time."""

from __future__ import annotations

import errno
import multiprocessing
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from loaphuong.core import files
from loaphuong.core.problems import ExitCode, Stopped
from loaphuong.core.project import Project
from loaphuong.core.where import Where

if TYPE_CHECKING:
    from collections.abc import Callable

DISK_FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def names(folder: Path) -> list[str]:
    """Everything in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    """Whatever is missing on the way is made, and nothing else is left."""
    files.write_text(tmp_path / "a" / "b.txt", "Con ngõ\n")
    assert (tmp_path / "a" / "b.txt").read_bytes() == "Con ngõ\n".encode()
    assert names(tmp_path / "a") == ["b.txt"]


def test_a_file_with_the_same_bytes_is_left_alone(tmp_path: Path) -> None:
    """What did not change keeps its time stamp, so that nothing is built anew for it."""
    path = tmp_path / "a.txt"
    files.write_text(path, "một")
    os.utime(path, (1, 1))
    files.write_text(path, "một")
    assert path.stat().st_mtime == 1
    files.write_text(path, "hai")
    assert path.stat().st_mtime > 1


def test_a_failed_block_leaves_the_old_file(tmp_path: Path) -> None:
    """An error on the way is passed on; the old words stand and no temporary file is left."""
    path = tmp_path / "a.txt"
    files.write_text(path, "cũ")

    def half() -> None:
        with files.replacement(path) as beside:
            beside.write_text("nửa")
            raise ValueError("giữa chừng")

    with pytest.raises(ValueError, match="giữa chừng"):
        half()
    assert path.read_text(encoding="utf-8") == "cũ"
    assert names(tmp_path) == ["a.txt"]


def test_a_public_folder_is_read_by_all(tmp_path: Path) -> None:
    """Files and folders that a narrow umask kept to their maker; what is open stays as it is."""
    (page := tmp_path / "site/tin/index.html").parent.mkdir(parents=True)
    page.write_text("x", encoding="utf-8")
    for path in (page, page.parent, page.parent.parent):
        path.chmod(0o600 if path.is_file() else 0o700)
    files.let_all_read(tmp_path / "site")
    assert all(path.stat().st_mode & 0o004 for path in (page, page.parent, page.parent.parent))
    assert not page.stat().st_mode & 0o022


def test_json_of_others_is_json_or_none() -> None:
    """What is nested without end is no JSON, as what is broken."""
    assert files.parse_json(b'{"a": [1]}') == {"a": [1]}
    for broken in ("", "{", "[" * 100_000):
        with pytest.raises(ValueError):  # noqa: PT011 - what the callers catch
            files.parse_json(broken)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EDQUOT, "disk-full"),
        (errno.EACCES, "not-writable"),
        (errno.EROFS, "not-writable"),
    ],
)
def test_a_disk_that_refuses_is_the_environments_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, expected: str
) -> None:
    """A full or read-only disk is named; the old file stands."""
    path = tmp_path / "a.txt"
    files.write_text(path, "cũ")

    def refuse(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(Stopped, match=expected) as stopped:
        files.write_text(path, "mới")
    assert stopped.value.problems[0].exit_code is ExitCode.ENVIRONMENT
    assert path.read_text(encoding="utf-8") == "cũ"
    assert names(tmp_path) == ["a.txt"]


def test_a_folder_that_is_a_file_is_said(tmp_path: Path) -> None:
    """Where no folder can be made, that is the message."""
    (tmp_path / "a").write_text("")
    with pytest.raises(Stopped, match="not-writable"):
        files.write_text(tmp_path / "a" / "b.txt", "x")


def test_a_link_in_the_place_of_a_file_is_replaced_not_followed(tmp_path: Path) -> None:
    """A link that leads out of the project does not make the command write there."""
    outside = tmp_path / "ngoai.txt"
    outside.write_text("của người khác")
    place = tmp_path / "du-an" / "a.txt"
    place.parent.mkdir()
    place.symlink_to(outside)
    files.write_text(place, "của ta")
    assert outside.read_text() == "của người khác"
    assert not place.is_symlink()


@pytest.mark.parametrize(
    ("path", "expected"),
    [("a.txt", True), ("b/../a.txt", True), ("../x", False), ("out", False), ("out/passwd", False)],
)
def test_what_lies_inside(tmp_path: Path, path: str, expected: bool) -> None:
    """Dots and links are followed before it is said whether a path is the project's."""
    root = tmp_path / "du-an"
    root.mkdir()
    (root / "out").symlink_to(tmp_path)
    assert files.inside(root, root / path) is expected


def test_the_folder_of_sound_may_lie_on_another_disk(tmp_path: Path) -> None:
    """What `audio` leads to is the project's, and nothing beside it."""
    root, other = tmp_path / "du-an", tmp_path / "dia-khac" / "am"
    root.mkdir()
    other.mkdir(parents=True)
    (root / "audio").symlink_to(other)
    assert files.inside(root, root / "audio/station.toml")
    assert not files.inside(root, root / "audio/../b.toml")


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_what_is_no_utf8_is_told_by_its_place(mark: bytes) -> None:
    """Line, column and byte, counted without the mark at the head of the file."""
    assert files.decode(mark + "ngõ".encode(), Where("a.md")) == "ngõ"
    with pytest.raises(Stopped) as stopped:
        files.decode(mark + "ngõ\nab".encode() + b"\xff", Where("a.md"))
    (found,) = stopped.value.problems
    assert (found.id, str(found.where)) == ("not-utf8", "a.md:2")
    assert dict(found.values) == {"byte": "0xFF", "column": "3"}


@pytest.mark.parametrize(
    ("kept", "read"),
    [
        (lambda data: data, b"sound"),
        (lambda data: data[:-1], None),
        (lambda data: data[:20], None),
        (lambda data: data + b"!", None),
        (lambda data: b"LOA2" + data[4:], None),
        (lambda data: data[:0], None),
    ],
)
def test_what_a_cache_keeps_is_whole_or_a_miss(
    tmp_path: Path, kept: Callable[[bytes], bytes], read: bytes | None
) -> None:
    """A sealed entry is given back as it was written; cut, grown, of another kind or empty, it is not there."""
    path = tmp_path / "entry"
    files.write_sealed(path, b"LOA1", b"sound")
    path.write_bytes(kept(path.read_bytes()))
    found = files.read_sealed(path, b"LOA1")
    assert (None if found is None else bytes(found)) == read
    assert files.read_sealed(tmp_path / "none", b"LOA1") is None


@pytest.mark.parametrize("linked", [True, False])
def test_sound_joins_by_link_or_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, linked: bool) -> None:
    """A hard link where the disk allows it, a copy where not; an older file there gives way."""
    source, target = tmp_path / "a.mp3", tmp_path / "site" / "a.mp3"
    source.write_bytes(b"mp3")
    files.write_bytes(target, b"old")
    if not linked:

        def refuse(*_: object) -> None:
            raise OSError(errno.EXDEV, "")

        monkeypatch.setattr(os, "link", refuse)
    files.link(source, target)
    assert target.read_bytes() == b"mp3"
    assert (target.stat().st_ino == source.stat().st_ino) is linked


def test_a_sound_that_cannot_join_is_said(tmp_path: Path) -> None:
    """A source that vanished is a message, not a traceback."""
    with pytest.raises(Stopped, match="not-writable"):
        files.link(tmp_path / "khong-co.mp3", tmp_path / "site" / "a.mp3")


def a_folder(path: Path, text: str) -> Path:
    """A folder with one page."""
    files.write_text(path / "index.html", text)
    return path


@pytest.mark.parametrize("at_once", [True, False])
@pytest.mark.parametrize("before", [True, False])
def test_a_folder_takes_the_place_of_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: bool, before: bool
) -> None:
    """With and without the system's exchange, with and without an old folder: the fresh one stands, alone."""
    if not at_once:
        monkeypatch.setattr(sys, "platform", "win32")
    fresh, current = a_folder(tmp_path / "fresh", "mới"), tmp_path / "site"
    if before:
        a_folder(current, "cũ")
    files.swap(fresh, current)
    assert (current / "index.html").read_text(encoding="utf-8") == "mới"
    assert names(tmp_path) == ["site"]


def test_a_swap_goes_behind_a_link(tmp_path: Path) -> None:
    """What a link leads to is replaced, and the link stays a link."""
    served = a_folder(tmp_path / "noi-khac" / "phuc-vu", "cũ")
    link = tmp_path / "site"
    link.symlink_to(served)
    files.swap(a_folder(tmp_path / "fresh", "mới"), link)
    assert link.is_symlink()
    assert [path.read_text() for path in sorted(served.iterdir())] == [
        path.read_text() for path in sorted(a_folder(tmp_path / "mau", "mới").iterdir())
    ]
    assert [path.name for path in served.parent.iterdir()] == ["phuc-vu"]


def test_a_swap_that_fails_leaves_the_old_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing to put in place: the old folder stands where it stood."""
    monkeypatch.setattr(sys, "platform", "win32")
    current = a_folder(tmp_path / "site", "cũ")
    with pytest.raises(Stopped, match="not-writable"):
        files.swap(tmp_path / "khong-co", current)
    assert names(tmp_path) == ["site"]
    assert names(current) == ["index.html"]


@pytest.mark.skipif(sys.platform not in {"linux", "darwin"}, reason="the system has no exchange")
def test_nobody_ever_sees_half_a_site(tmp_path: Path) -> None:
    """While folders change places over and over, another process always finds a site."""
    current = a_folder(tmp_path / "site", "0")
    stop = tmp_path / "stop"
    watch = f"""
from pathlib import Path
site, stop = Path({str(current)!r}), Path({str(stop)!r})
print("ready", flush=True)
while not stop.exists():
    site.stat()
"""
    with subprocess.Popen([sys.executable, "-c", watch], stdout=subprocess.PIPE) as watcher:
        assert watcher.stdout is not None
        watcher.stdout.readline()
        for turn in range(200):
            files.swap(a_folder(tmp_path / "fresh", str(turn)), current)
        stop.touch()
        assert watcher.wait(timeout=30) == 0


def test_a_killed_run_is_swept_up(tmp_path: Path) -> None:
    """Temporary files go, a folder put aside comes back if its place is empty, the rest is not touched."""
    files.write_text(tmp_path / "content" / "a.md", "a")
    files.write_text(tmp_path / "content" / f"{files.UNFINISHED}a.x.md", "nửa")
    a_folder(tmp_path / f"{files.UNFINISHED}site.old", "cũ")
    a_folder(tmp_path / "build", "b")
    a_folder(tmp_path / f"{files.UNFINISHED}build.old", "cũ")
    with files.lock(tmp_path):
        pass
    Project(tmp_path).lock.unlink(missing_ok=True)
    assert names(tmp_path) == ["build", "content", "site"]
    assert names(tmp_path / "content") == ["a.md"]
    assert (tmp_path / "build" / "index.html").read_text() == "b"


def test_a_sweep_does_not_follow_links(tmp_path: Path) -> None:
    """A link with an unfinished name goes; what it leads to stays."""
    kept = a_folder(tmp_path / "ngoai", "x")
    root = tmp_path / "du-an"
    root.mkdir()
    (root / f"{files.UNFINISHED}x").symlink_to(kept)
    files.sweep(root)
    assert names(root) == []
    assert names(kept) == ["index.html"]


def hold(root: Path, held: multiprocessing.synchronize.Event) -> None:
    """Take the lock and keep it for good."""
    with files.lock(root):
        held.set()
        signal.pause()


def test_the_second_command_says_so(tmp_path: Path) -> None:
    """While one works the other is told; when the first is killed, nothing is left behind of its lock."""
    context = multiprocessing.get_context("spawn")
    held = context.Event()
    first = context.Process(target=hold, args=(tmp_path, held))
    first.start()
    assert held.wait(30)
    with pytest.raises(Stopped, match="busy"), files.lock(tmp_path):
        pass
    first.kill()
    first.join()
    with files.lock(tmp_path, wait_seconds=5):
        pass


def test_a_lock_is_given_back(tmp_path: Path) -> None:
    """An error in the block does not keep the next command out, which is out while the block lasts."""
    entered: list[bool] = []

    def enter() -> None:
        try:
            with files.lock(tmp_path):
                entered.append(True)
        except Stopped:
            entered.append(False)

    def fail() -> None:
        with files.lock(tmp_path):
            enter()
            raise ValueError("x")

    with pytest.raises(ValueError, match="x"):
        fail()
    enter()
    assert entered == [False, True]


def test_a_project_that_cannot_be_locked_is_said(tmp_path: Path) -> None:
    """A project that is no folder is a message."""
    (tmp_path / "a").touch()
    with pytest.raises(Stopped, match="not-writable"), files.lock(tmp_path / "a"):
        pass


def test_a_short_act_comes_between_the_steps_of_long_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It asks, long work lets go at its next step and goes on when nobody asks any more; all of them get their turn."""
    monkeypatch.setattr(files, "ASKS_SECONDS", 0.1)
    done: list[int] = []

    def act(number: int) -> None:
        with files.lock(tmp_path, files.PATIENCE_SECONDS):
            done.append(number)

    with ThreadPoolExecutor(5) as pool:
        with files.lock(tmp_path):
            acts = [pool.submit(act, number) for number in range(5)]
            while not Project(tmp_path).waiting.exists():
                assert done == []
            with pytest.raises(files.GaveWay):
                files.give_way(tmp_path)
        files.let_pass(tmp_path)
        for each in acts:
            each.result()
    assert sorted(done) == [0, 1, 2, 3, 4]
    with files.lock(tmp_path):
        files.give_way(tmp_path)


def test_long_work_begins_again_after_those_it_gave_way_to(tmp_path: Path) -> None:
    """It waits for nobody at first, and for others once it gave way."""
    waited = []

    def work(patience: float) -> str:
        waited.append(patience)
        if len(waited) == 1:
            raise files.GaveWay
        return "xong"

    assert files.take_turns(tmp_path, work) == "xong"
    assert waited == [0, files.PATIENCE_SECONDS]


def test_what_is_read_only_is_erased_too_and_what_is_in_use_is_told(tmp_path: Path) -> None:
    """A folder goes with all it holds; the child that is to go last stays while another stays."""
    folder = tmp_path / "goi"
    (folder / "trong").mkdir(parents=True)
    for name in ("manifest.json", "a.mp3", "trong/b.mp3"):
        (folder / name).write_text("x", encoding="utf-8")
        (folder / name).chmod(0o400)
    (folder / "trong").chmod(0o500)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "unlink", busy)
        assert files.erase(folder, last="manifest.json") == (folder / "a.mp3", folder / "trong/b.mp3")
    assert {path.name for path in folder.rglob("*")} == {"manifest.json", "a.mp3", "trong", "b.mp3"}
    assert files.erase(folder, last="manifest.json") == ()
    assert not folder.exists()
    assert files.erase(folder) == ()


def busy(path: Path, missing_ok: bool = False) -> None:
    """Another program plays it."""
    raise PermissionError(13, "in use")
