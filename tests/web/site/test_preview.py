"""The preview follows the editor, and a mistake leaves it as it was."""

from __future__ import annotations

import http.client
import re
import socket
import threading
from contextlib import closing, contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from loaphuong.core.problems import Stopped, stop
from loaphuong.core.where import Where
from loaphuong.web import pages, site
from loaphuong.web.site.overlay import Note
from loaphuong.web.site.preview import Preview, Published, server
from tests.making import NOW, an_article, an_edition
from tests.web.site.place import settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGE = "tin/bai/index.html"


class Desk:
    """An editor's desk: one text, the preview of it, and what was complained of."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.docs = settle(root)
        self.words = root / "content/bai.md"
        self.complaints: list[str] = []
        self.slug = "bai"
        self.write("Câu đầu.")
        self.preview = Preview(root, self.docs, root / "preview", self.publish, self.complain)

    def write(self, text: str) -> None:
        """Save the text."""
        self.words.parent.mkdir(exist_ok=True)
        self.words.write_text(text)

    def publish(self) -> Published:
        """Publish the text, unless it says that it is wrong."""
        text = self.words.read_text()
        if "SAI" in text:
            raise stop("page-clash", Where("content/bai.md", 1), address="x")
        edition = replace(an_edition(an_article("Bài", slug=self.slug, body=text)), recordings={})
        pages.write(edition, self.root, self.docs)
        return Published(NOW, extra={"feed.xml": b"<rss/>"}, notes={"tin/bai/": Note("đang thử")})

    def complain(self, stopped: Stopped) -> None:
        """Note a complaint."""
        self.complaints += [found.id for found in stopped.problems]

    def shown(self) -> str:
        """The page as it is."""
        return (self.root / "preview" / PAGE).read_text()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk with the first preview built."""
    made = Desk(tmp_path)
    assert made.preview.rebuild()
    return made


def test_an_edit_shows(desk: Desk):
    """Only what changed is built again."""
    other = desk.root / "preview/gioi-thieu/index.html"
    before = other.stat().st_mtime_ns
    desk.write("Câu hai.")
    assert desk.preview.rebuild()
    assert "Câu hai." in desk.shown()
    assert other.stat().st_mtime_ns == before
    assert (desk.root / "preview/feed.xml").is_file()


def test_a_mistake_leaves_the_preview(desk: Desk):
    """It is complained of, once; the next good text shows."""
    desk.write("SAI")
    assert not desk.preview.rebuild()
    assert desk.complaints == ["page-clash"]
    assert "Câu đầu." in desk.shown()
    desk.write("Câu ba.")
    assert desk.preview.rebuild()
    assert "Câu ba." in desk.shown()


def test_a_template_changes_every_page(desk: Desk):
    """Looks are for all."""
    footer = desk.root / "overrides/partials/footer.html"
    footer.parent.mkdir(parents=True)
    footer.write_text("<p>Dòng mới</p>")
    assert desk.preview.rebuild()
    assert "Dòng mới" in desk.shown()
    assert "Dòng mới" in (desk.root / "preview/gioi-thieu/index.html").read_text()


@contextmanager
def running(desk: Desk) -> Iterator[http.client.HTTPConnection]:
    """The server at a free port of this machine, while the block runs."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    made = server(desk.preview, [desk.words.parent], "127.0.0.1", port)
    thread = threading.Thread(target=made.serve, daemon=True)
    made.server_bind()
    made.server_activate()
    made.server_bind = made.server_activate = lambda: None
    thread.start()
    try:
        yield http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    finally:
        made.shutdown()
        thread.join()


def get(connection: http.client.HTTPConnection, path: str) -> tuple[int, str]:
    """What the server answers."""
    connection.request("GET", path)
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


def test_a_browser_is_told(desk: Desk):
    """A page asks for its successor, and is answered when the text is saved; so does the page of a missing address."""
    with running(desk) as connection:
        status, page = get(connection, "/tin/bai/")
        assert status == 200
        asked = re.search(r"livereload\((\d+), (\d+)\)", page)
        assert asked
        desk.write("Câu bốn.")
        assert int(get(connection, f"/livereload/{asked[1]}/{asked[2]}")[1]) > int(asked[1])
        assert "Câu bốn." in get(connection, "/tin/bai/")[1]
        status, page = get(connection, "/tin/bai-khac/")
        assert (status, "Không tìm thấy trang này" in page) == (404, True)
        asked = re.search(r"livereload\((\d+), (\d+)\)", page)
        assert asked
        desk.slug = "bai-khac"
        desk.write("Câu năm.")
        assert int(get(connection, f"/livereload/{asked[1]}/{asked[2]}")[1]) > int(asked[1])
        assert get(connection, "/tin/bai-khac/")[0] == 200


def test_what_is_wrong_is_said_over_the_page(desk: Desk):
    """A save that cannot be shown reloads the page, which says so; what is mended is said no more."""
    with running(desk) as connection:
        page = get(connection, "/tin/bai/")[1]
        assert "đang thử" in page
        asked = re.search(r"livereload\((\d+), (\d+)\)", page)
        assert asked
        desk.write("SAI")
        assert int(get(connection, f"/livereload/{asked[1]}/{asked[2]}")[1]) > int(asked[1])
        page = get(connection, "/tin/bai/")[1]
        assert "content/bai.md:1" in page
        assert "Câu đầu." in page
    desk.write("Câu sau.")
    assert desk.preview.rebuild()
    assert desk.preview.notes_at("tin/bai/") == (Note(problems=()), Note("đang thử"))


@pytest.mark.parametrize("host", ["la.example", "la.example:80", "127.0.0.1.la.example:80", ""])
def test_only_this_machine_is_answered(desk: Desk, host: str):
    """A page elsewhere that has its name lead here reads nothing."""
    with running(desk) as connection:
        connection.putrequest("GET", "/tin/bai/", skip_host=True)
        connection.putheader("Host", host)
        connection.endheaders()
        answer = connection.getresponse()
        assert (answer.status, answer.read()) == (403, b"403")


def test_what_is_deleted_is_forgotten(desk: Desk):
    """A text without a file has no page in the preview."""
    desk.slug = "bai-khac"
    assert desk.preview.rebuild()
    assert not (desk.root / "preview" / PAGE).exists()
    assert (desk.root / "preview/tin/bai-khac/index.html").is_file()


def test_a_taken_port_is_a_problem(desk: Desk):
    """Said before anything is served."""
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(Stopped) as stopped:
            site.serve(
                desk.root, desk.docs, desk.root / "preview", desk.publish, desk.complain, [], lambda _: None, port=port
            )
    assert [found.id for found in stopped.value.problems] == ["port-busy"]


def test_an_edit_made_while_the_address_is_told_shows(desk: Desk):
    """Nothing is missed between the first preview and the watching."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    again = threading.Event()

    def publish() -> Published:
        if "Câu năm." in desk.words.read_text():
            again.set()
        return desk.publish()

    serving = threading.Thread(
        target=site.serve,
        args=(desk.root, desk.docs, desk.root / "preview", publish, desk.complain, [desk.words.parent]),
        kwargs={"ready": lambda _: desk.write("Câu năm."), "port": port},
        daemon=True,
    )
    serving.start()
    assert again.wait(30)


def test_a_first_build_that_fails_stops(desk: Desk):
    """There is nothing to show."""
    desk.write("SAI")
    with pytest.raises(Stopped):
        site.serve(desk.root, desk.docs, desk.root / "x", desk.publish, desk.complain, [], lambda _: None)
