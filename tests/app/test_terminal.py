"""The command in any pipe: no letter that it lacks stops it, nothing that is said through it steers a terminal."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import unicodedata
from typing import TYPE_CHECKING

import pytest

from loaphuong.app import cli, terminal
from tests.app.ward import edit, ward

if TYPE_CHECKING:
    from pathlib import Path

NARROW = ("cp1252", "cp1258", "cp437", "ascii")
SENTENCE = "✓ Mọi thứ đều ổn → “Bà Đặng”…"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ward in a folder as people name them, with a mistake in it."""
    folder = ward(tmp_path_factory.mktemp("nơi này") / "Dự án loa phường (bản 1)")
    edit(folder / "content/guong-tot/quet-ngo.md", "genre: guong", "genre: gươngg")
    return folder


def loa(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The command as a program of its own, in a folder."""
    given = {**os.environ, **environment}
    return subprocess.run(
        [sys.executable, "-m", "loaphuong.app.cli", *arguments],
        cwd=folder,
        env=given,
        capture_output=True,
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize(
    ("encoding", "written"),
    [
        ("utf-8", SENTENCE),
        ("cp1258", "+ Mọi thứ đều ổn -> “Bà Đặng”…"),
        ("cp1252", "+ Moi thu dêu ôn -> “Bà Dang”…"),
        ("cp437", '+ Moi thu dêu ôn -> "Bà Dang"...'),
        ("ascii", '+ Moi thu deu on -> "Ba Dang"...'),
    ],
)
def test_a_pipe_gets_the_nearest_letters_it_has(encoding: str, written: str) -> None:
    """Marks go one by one, and nothing is an error."""
    said = SENTENCE.encode(encoding, terminal.plain(encoding)).decode(encoding)
    assert unicodedata.normalize("NFC", said) == written


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("\x1b[31mđỏ\x1b[0m", "\x1b[31mđỏ\x1b[0m"),
        ("\x1b[2J\x1b]0;x\x07", "�[2J�]0;x�"),
        ("\u202egnp.a", "�gnp.a"),
        ("một\n\thai\r", "một\n\thai\r"),
    ],
)
def test_only_colours_and_bars_steer_a_terminal(said: str, shown: str) -> None:
    """Whatever else would is shown as �."""
    raw = io.BytesIO()
    stream = terminal.Stream(raw, encoding="utf-8", newline="")
    assert stream.write(said) == len(said)
    stream.flush()
    assert raw.getvalue().decode() == shown


@pytest.fixture(scope="module")
def whole(place: Path) -> object:
    """What a pipe that has all letters is told."""
    return json.loads(loa(place, "check", "--json", PYTHONIOENCODING="utf-8").stdout)


@pytest.mark.parametrize("encoding", NARROW)
def test_a_check_speaks_in_any_pipe(place: Path, whole: object, encoding: str) -> None:
    """In a folder with blanks and marks, under the plainest locale; machines get every letter by its number."""
    said = loa(place, "check", PYTHONIOENCODING=encoding, LC_ALL="C")
    assert said.returncode == 1
    assert b"quet-ngo.md:4" in said.stdout
    assert b"Traceback" not in said.stderr
    data = loa(place, "check", "--json", PYTHONIOENCODING=encoding, LC_ALL="C").stdout
    assert json.loads(data.decode(encoding)) == whole


def test_what_is_given_may_not_steer_either(place: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A reason with an escape sequence would be kept in a register and shown for years."""
    assert cli.run(["--project", str(place), "hold", "2026-11-27-1630", "--why", "\x1b[2J"]) == 2
    assert "U+001B" in capfd.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="signals are those of Unix")
@pytest.mark.parametrize(("wish", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_whoever_ends_it_reads_one_line(place: Path, wish: signal.Signals, code: int) -> None:
    """And the shell is told by which signal."""
    command = [sys.executable, "-m", "loaphuong.app.cli", "say"]
    before = signal.signal(wish, signal.SIG_DFL)  # what runs behind a shell is deaf to it, and so would be its child
    try:
        at_work = subprocess.Popen(
            command, cwd=place, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
    finally:
        signal.signal(wish, before)
    with at_work:
        assert at_work.stdin
        assert at_work.stdout
        at_work.stdin.write("một\n".encode())
        at_work.stdin.flush()
        assert at_work.stdout.readline().decode() == "một\n"
        at_work.send_signal(wish)
        said = at_work.communicate(timeout=60)[1].decode()
    assert at_work.returncode == code
    assert len(said.strip().splitlines()) == 1
    assert "Đã dừng" in said
