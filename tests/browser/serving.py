"""A server as the ward's would be: gzip, byte ranges, the headers of `_headers`, the site's own 404."""

from __future__ import annotations

import gzip
import mimetypes
import re
from contextlib import contextmanager
from fnmatch import fnmatch
from functools import lru_cache, partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TYPES = {".vtt": "text/vtt", ".webmanifest": "application/manifest+json", ".js": "text/javascript"}
SQUEEZED = ("text/", "application/json", "application/xml", "application/manifest+json", "image/svg+xml")
RANGE = re.compile(r"bytes=(\d+)-(\d*)$")


@lru_cache(maxsize=8)
def rules(site: Path) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Path pattern → headers, as `_headers` says. A policy for https only would lock this server out."""
    found: list[tuple[str, list[tuple[str, str]]]] = []
    for line in (site / "_headers").read_text().splitlines():
        if line.startswith("/"):
            found.append((line, []))
        elif line.strip() and "Strict-Transport" not in line and not line.strip().startswith("!"):
            name, _, value = line.strip().partition(": ")
            found[-1][1].append((name, value))
    return tuple((pattern, tuple(headers)) for pattern, headers in found)


class Handler(BaseHTTPRequestHandler):
    """Files of one folder."""

    protocol_version = "HTTP/1.1"

    def __init__(self, site: Path, *given: object) -> None:
        self.site = site
        super().__init__(*given)

    def do_GET(self) -> None:
        """Answer with a file, a piece of one, or the 404 page."""
        path = unquote(urlsplit(self.path).path)
        file = self.site / path.lstrip("/")
        if file.is_dir():
            file /= "index.html"
        status = 200 if file.is_file() else 404
        file = file if file.is_file() else self.site / "404.html"
        kind = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        body = file.read_bytes()
        piece = RANGE.match(self.headers.get("Range", ""))
        headers = {"Content-Type": f"{kind}; charset=utf-8" if kind.startswith("text/") else kind}
        if piece and status == 200:
            first, last = int(piece[1]), int(piece[2] or len(body) - 1)
            headers["Content-Range"] = f"bytes {first}-{min(last, len(body) - 1)}/{len(body)}"
            body, status = body[first : last + 1], 206
        elif kind.startswith(SQUEEZED):
            body = gzip.compress(body, 6, mtime=0)
            headers["Content-Encoding"] = "gzip"
        for pattern, extra in rules(self.site):
            if (
                fnmatch(path, pattern)
                or fnmatch(path if file.suffix != ".html" else "/x.html", pattern)
                or pattern == "/*"
            ):
                headers |= dict(extra)
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body)), "Accept-Ranges": "bytes"}.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            self.wfile.write(body)
        except (BrokenPipeError, ConnectionResetError):  # a player stops reading when it has enough
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Nothing is logged."""


class Server(ThreadingHTTPServer):
    """Connections that a browser drops are no news."""

    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A closed page closes its connections."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of a server of `site` while the block runs."""
    server = Server(("127.0.0.1", 0), partial(Handler, site))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
