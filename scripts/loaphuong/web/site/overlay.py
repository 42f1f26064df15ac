"""What the preview says over its pages: where a text stands, what is wrong with it, and with the project as a whole.

It is put in when a page is asked for, so that a page that could not be built, or is not there, can say why. Only this
machine's own names are answered to: a page of another site that calls itself by our address gets nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

    from loaphuong.core.problems import Problem

OPENING = b'<main id="noi-dung" tabindex="-1">'
LOCAL = frozenset({"localhost", "127.0.0.1", "[::1]"})
LEFT = "text-align:left"


@dataclass(frozen=True, slots=True)
class Note:
    """What is said over one page: where its text stands, and what is wrong with it."""

    state: str = ""
    problems: tuple[Problem, ...] = ()


def render(note: Note) -> str:
    """A note as HTML; nothing for one that says nothing."""
    if not note.state and not note.problems:
        return ""
    told = "".join(
        f"<li>{escape(str(each.where))}: {escape(each.what)}<br>→ {escape(each.hint)}</li>"
        for each in sorted(set(note.problems), key=lambda each: (each.warning, each.where))
    )
    state = f"<strong>{escape(note.state)}</strong>" if note.state else ""
    return f'<aside class="loa-preview" style="{LEFT}">{state}{f"<ul>{told}</ul>" if told else ""}</aside>'


class Overlay:
    """A web application that lays notes over the pages of another, for those who ask for this machine by its name."""

    def __init__(
        self, inner: Callable[..., Iterable[bytes]], notes: Callable[[str], Iterable[Note]], host: str
    ) -> None:
        self.inner = inner
        self.notes = notes
        self.hosts = LOCAL | {host}

    def __call__(self, environ: Mapping[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        name = str(environ.get("HTTP_HOST", "")).rpartition(":")
        if (name[0] if name[2].isdecimal() and name[0] else name[2]) not in self.hosts:
            start_response("403 Forbidden", [("Content-Type", "text/plain; charset=utf-8")])
            return [b"403"]
        begun: list[tuple[str, list[tuple[str, str]]]] = []
        body = self.inner(environ, lambda status, headers: begun.append((status, headers)))
        status, headers = begun[-1]
        if not any(key == "Content-Type" and value.startswith("text/html") for key, value in headers):
            start_response(status, headers)
            return body
        address = unquote(str(environ.get("PATH_INFO", "/"))).removeprefix("/")
        said = "".join(map(render, self.notes(address))).encode()
        page = b"".join(body)
        head, opening, rest = page.partition(OPENING)
        page = head + opening + said + rest if opening else page + said
        kept = [(key, value) for key, value in headers if key not in {"Content-Length", "Content-Type"}]
        told = [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(page)))]
        start_response(status, [*kept, *told])
        return [page]
