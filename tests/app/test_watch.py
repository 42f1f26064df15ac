"""Somebody is told in time, by the way that is wanted, once; secrets come from the environment alone."""

from __future__ import annotations

import json
import shutil
from contextlib import contextmanager
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from loaphuong.app import notify
from loaphuong.app.cli import run
from loaphuong.app.hold import hold
from loaphuong.app.refresh import mark
from loaphuong.app.watch import Ways, look, tell
from loaphuong.core.problems import Stopped, problem
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.radio.exports import liquidsoap
from tests.app.ward import approve_all, edit, story
from tests.making import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SLOT = "2026-11-27-1630"
DAY_BEFORE = NOW.replace(day=26, hour=18)
FOUND = (problem("watch-page-gone", Where("site")),)


def ids(root: Path, at: Any = DAY_BEFORE, *logs: Path) -> list[str]:
    """What is to be told of then, without the age of the page."""
    return sorted(found.id for found in look(root, at, logs) if found.id != "watch-page-old")


def test_nothing_is_told_of_a_station_that_is_ready(built_ward: Path) -> None:
    """The day before its slot, everything recorded."""
    assert ids(built_ward) == []
    assert look(built_ward, NOW) == ()


def test_a_slot_of_the_next_day_without_a_recording(built_ward: Path) -> None:
    """Is told, a later one not, and not one that is put off."""
    shutil.rmtree(Project(built_ward).packages / SLOT)
    assert ids(built_ward) == ["watch-unrecorded"]
    assert ids(built_ward, NOW) == []
    hold(built_ward, NOW, SLOT, "Mưa", "Chị Hoa")
    assert ids(built_ward) == []


def test_words_about_to_expire_unheard(built_ward: Path) -> None:
    """Days before, where no bulletin carries them."""
    file = story(built_ward, "hop-to", "Họp tổ dân phố", genre="thong_bao", deed="họp tổ")
    edit(file, "illustrative: true", "expires: 25/11/2026")
    approve_all(built_ward)
    assert ids(built_ward, NOW + timedelta(days=2)) == ["watch-expiring"]
    assert ids(built_ward, NOW + timedelta(days=6)) == []
    edit(file, "expires: 25/11/2026", "expires: 25/12/2026")
    approve_all(built_ward)
    assert ids(built_ward, NOW + timedelta(days=2)) == []


def test_an_old_page_is_told(built_ward: Path) -> None:
    """A day and a half after it was made, or when it does not say."""
    later = NOW + timedelta(hours=37)
    assert [found.id for found in look(built_ward, later)] == ["watch-page-old"]
    (Project(built_ward).site / "lich-phat.json").write_text("{}")
    assert [found.id for found in look(built_ward, later)] == ["watch-page-gone"]


def test_an_act_that_is_not_shown_is_told(built_ward: Path) -> None:
    """Once whoever did it had the time to show it."""
    mark(built_ward)
    marked = Project(built_ward).unshown.stat().st_mtime
    at = datetime.fromtimestamp(marked, NOW.tzinfo)
    for minutes, told in ((9, False), (11, True)):
        found = {each.id for each in look(built_ward, at + timedelta(minutes=minutes))}
        assert ("watch-unshown" in found) is told


def test_silence_is_told(built_ward: Path, tmp_path: Path) -> None:
    """From the script's own log and from a file that is named; for a day. A file that nothing can read is told, too."""
    began = int(DAY_BEFORE.timestamp()) - 3600
    lines = "\n".join(
        f"2026/11/26 {at} [loa:3] {what} 2026-11-26-1700 {began + seconds}"
        for at, what, seconds in (("10:00:00", "PHÁT", 0), ("10:00:09", "IM-LẶNG", 9), ("10:05:00", "HẾT", 300))
    )
    own = Project(built_ward).exports / liquidsoap.LOG
    own.parent.mkdir(exist_ok=True)
    own.write_text(f"{lines}\n", encoding="utf-8")
    assert ids(built_ward) == ["watch-air"]
    assert ids(built_ward, DAY_BEFORE + timedelta(days=3)) == []
    other = tmp_path / "x.log"
    other.write_text("không phải nhật ký\n", encoding="utf-8")
    assert ids(built_ward, DAY_BEFORE, other) == ["plays-unknown", "watch-air"]


def test_exit_codes_are_for_schedulers(built_ward: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing to tell, something, a way that is not set; no secret stands on the command line."""
    monkeypatch.delenv(notify.WEBHOOK, raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
    project = ["--project", str(built_ward)]
    assert run([*project, "watch", "--once"]) == 0
    shutil.rmtree(Project(built_ward).packages / SLOT)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(DAY_BEFORE.timestamp())))
    assert run([*project, "watch", "--once"]) == 1
    assert run([*project, "watch", "--once", "--webhook"]) == 2
    monkeypatch.setenv(notify.WEBHOOK, "http://127.0.0.1:9/")
    assert run([*project, "watch", "--once", "--webhook"]) == 3


@contextmanager
def receiver(status: int = 200) -> Iterator[tuple[str, list[Any]]]:
    """A webhook on this machine: its address, and what it was sent."""
    taken: list[Any] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            taken.append((self.path, json.loads(self.rfile.read(int(self.headers["Content-Length"])))))
            self.send_response(status)
            self.send_header("Location", "/elsewhere")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/bao?khoa=bi-mat", taken
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_a_webhook_is_called_once_a_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the words and the problems; what went away and comes again is told anew."""
    with receiver() as (url, taken):
        monkeypatch.setenv(notify.WEBHOOK, url)
        ways = Ways(webhook=True)
        for hours, found in ((0, FOUND), (1, FOUND), (25, FOUND), (26, ()), (27, FOUND)):
            assert tell(tmp_path, NOW + timedelta(hours=hours), found, ways) == ()
    assert len(taken) == 3
    path, data = taken[0]
    assert path == "/bao?khoa=bi-mat"
    assert [each["id"] for each in data["problems"]] == ["watch-page-gone"]
    assert "loa build" in data["text"]


@pytest.mark.parametrize("status", [302, 404, 500])
def test_what_was_not_taken_is_told_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, status: int) -> None:
    """No other address is followed; the secret is in no message."""
    with receiver(status) as (url, taken):
        monkeypatch.setenv(notify.WEBHOOK, url)
        for _ in range(2):
            [failed] = tell(tmp_path, NOW, FOUND, Ways(webhook=True))
            assert failed.id == "watch-untold"
            assert "bi-mat" not in failed.what + failed.hint
    assert len(taken) == 2


class FakeServer:
    """A mail server that remembers."""

    calls: list[Any]

    def __init__(self, host: str, port: int, **_: object) -> None:
        self.calls.append(("connect", host, port))

    def __enter__(self) -> FakeServer:
        return self

    def __exit__(self, *_: object) -> None:
        self.calls.append("quit")

    def starttls(self, **_: object) -> None:
        self.calls.append("starttls")

    def login(self, user: str, password: str) -> None:
        self.calls.append(("login", user, password))

    def send_message(self, letter: Any) -> None:
        self.calls.append(letter)


@pytest.mark.parametrize(
    ("url", "steps"),
    [
        (
            "smtps://truc%40phuong.example:m%40t@thu.example",
            [("connect", "thu.example", 465), ("login", "truc@phuong.example", "m@t")],
        ),
        ("smtp+starttls://a:b@thu.example:2525", [("connect", "thu.example", 2525), "starttls", ("login", "a", "b")]),
        ("smtp://localhost:25", [("connect", "localhost", 25)]),
    ],
)
def test_a_letter_is_sent(monkeypatch: pytest.MonkeyPatch, url: str, steps: list[Any]) -> None:
    """By TLS, or to this machine; the words are Vietnamese."""
    calls: list[Any] = []
    kind = type("Server", (FakeServer,), {"calls": calls})
    monkeypatch.setattr(notify.smtplib, "SMTP_SSL", kind)
    monkeypatch.setattr(notify.smtplib, "SMTP", kind)
    monkeypatch.setenv(notify.SMTP, url)
    notify.send_mail(("truc@phuong.example",), "Loa Phường: 1 việc\r\nBcc: x", "Chưa thu bản tin.\n")
    *before, letter, last = calls
    assert before == steps
    assert last == "quit"
    assert letter["Subject"] == "Loa Phường: 1 việc Bcc: x"
    assert letter.get_content() == "Chưa thu bản tin.\n"


@pytest.mark.parametrize(
    "url", ["", "smtp://thu.example", "http://thu.example", "smtps://", "smtps://[thu", "smtps://thu.example:x"]
)
def test_an_unsafe_way_is_refused(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    """Nothing said, no TLS to another machine, another scheme, no host, none that can be one."""
    monkeypatch.setenv(notify.SMTP, url)
    failed = tell_by_mail()
    assert failed.id == "watch-unset"
    assert notify.SMTP in failed.what


def tell_by_mail() -> Any:
    """What is wrong with sending a letter."""
    with pytest.raises(Stopped) as stopped:
        notify.send_mail(("a@b.example",), "x", "y")
    return stopped.value.problems[0]


def test_it_looks_again_after_so_many_minutes(built_ward: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Until somebody ends it, with a clock read anew each time."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        if len(slept) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr("loaphuong.app.watch.time", SimpleNamespace(sleep=sleep))
    assert run(["--project", str(built_ward), "watch", "--every", "7"]) == 130
    assert slept == [420, 420]
