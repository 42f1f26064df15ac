"""What is fetched from a web server: the page that is asked for, or nothing, never an error."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from loaphuong.app.notify import ANSWER_BYTES, fetch

if TYPE_CHECKING:
    from collections.abc import Iterator


class Handler(BaseHTTPRequestHandler):
    """Tells the path that it was asked for; knows two pages."""

    def do_GET(self) -> None:
        """Answer."""
        self.send_response(200 if self.path in {"/", "/tin/"} else 404)
        self.end_headers()
        self.wfile.write(self.path.encode() * ANSWER_BYTES)

    def log_message(self, *_: object) -> None:
        """Be quiet."""


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    """A web server on this machine."""
    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(("path", "begins"), [("", b"//"), ("/", b"//"), ("/tin/", b"/tin/")])
def test_a_page_is_fetched_and_no_more_of_it_than_is_bounded(host: str, path: str, begins: bytes) -> None:
    """An address without a path is the first page's."""
    data = fetch(host + path)
    assert data is not None
    assert data.startswith(begins)
    assert len(data) == ANSWER_BYTES


@pytest.mark.parametrize("url", ["{host}/khong-co/", "http://127.0.0.1:9/", "http://[", "khong-phai-dia-chi"])
def test_what_cannot_be_had_is_nothing(host: str, url: str) -> None:
    """A page that is not there, nobody who answers, no address at all."""
    assert fetch(url.format(host=host)) is None
