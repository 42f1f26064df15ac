"""A built site, read back."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Seen(HTMLParser):
    """What of a page leads somewhere, is loaded, or has a name."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.ids: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """One tag."""
        given = dict(attrs)
        self.tags.append((tag, given))
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if tag in {"a", "form"}:
            self.links += [str(given[key]) for key in ("href", "action") if given.get(key)]
        elif tag == "link" and given.get("rel") not in {"canonical", "alternate", "manifest"}:
            self.loaded.append(str(given["href"]))
        else:
            self.loaded += [str(given["src"])] if given.get("src") else []
            self.loaded += [each.split()[0] for each in (given.get("srcset") or "").split(",") if each.strip()]


def pages(folder: Path) -> Iterator[tuple[str, Seen]]:
    """Each page by its address."""
    for path in sorted(folder.rglob("*.html")):
        name = path.relative_to(folder).as_posix()
        yield name.removesuffix("index.html"), Seen(path.read_text())
