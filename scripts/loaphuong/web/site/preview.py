"""What an editor sees while writing: a page that mends itself when its text is saved."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from loaphuong.core.problems import Stopped, stop
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.web import theme
from loaphuong.web.pages.settings import FILE
from loaphuong.web.site.completion import complete
from loaphuong.web.site.generator import generate
from loaphuong.web.site.overlay import Note, Overlay

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime
    from pathlib import Path

    from mkdocs.livereload import LiveReloadServer

    from loaphuong.core.problems import Problem

LOOK_SECONDS = 0.2
SETTLE_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Published:
    """What was just published: its build time, what joins the pages (as for `build`), and what is said over them, by
    their addresses."""

    now: datetime
    audio: Mapping[str, Path] = field(default_factory=dict)
    extra: Mapping[str, bytes] = field(default_factory=dict)
    notes: Mapping[str, Note] = field(default_factory=dict)


class Preview:
    """Rebuilds `target` from `docs`: only the pages that changed, all of them when the templates did."""

    def __init__(
        self,
        root: Path,
        docs: Path,
        target: Path,
        publish: Callable[[], Published],
        complain: Callable[[Stopped], None],
    ) -> None:
        self.root = root
        self.docs = docs
        self.target = target
        self.publish = publish
        self.complain = complain
        self.looks: object = None
        self.notes: Mapping[str, Note] = {}
        self.wrong: tuple[Problem, ...] = ()
        self.sources: frozenset[str] = frozenset()

    def rebuild(self) -> bool:
        """Publish and build again; False, after complaining, if that cannot be done: the last preview still shows."""
        try:
            published = self.publish()
            looks = self.found_looks()
            generate(self.root, self.docs, self.target, published.now, preview=True, changed_only=looks == self.looks)
            complete(self.target, published.audio, published.extra, shared=True)
        except Stopped as stopped:
            self.wrong = stopped.problems
            self.complain(stopped)
            return False
        self.forget()
        self.looks, self.notes, self.wrong = looks, published.notes, ()
        return True

    def forget(self) -> None:
        """Take out of the preview what has no source any more: the generator leaves it where it was."""
        now = frozenset(path.relative_to(self.docs).as_posix() for path in self.docs.rglob("*") if path.is_file())
        for name in self.sources - now:
            page = name.removesuffix(".md").removesuffix("index").rstrip("/")
            gone = self.target / (PurePosixPath(page, "index.html") if name.endswith(".md") else name)
            gone.unlink(missing_ok=True)
        self.sources = now

    def notes_at(self, address: str) -> tuple[Note, ...]:
        """What is said over the page at an address: that nothing new could be made, then what is its own."""
        own = self.notes.get(address.removesuffix("index.html"))
        return tuple(note for note in (Note(problems=self.wrong), own) if note)

    def found_looks(self) -> object:
        """Theme and settings: which files, and when each was last touched."""
        project = Project(self.root)
        settings = (project.resolve(Project.config), self.docs.with_name(FILE))
        return [(path, path.stat().st_mtime_ns) for path in (*theme.files(self.root).values(), *settings)]


def server(
    preview: Preview, watch: Iterable[Path], host: str, port: int, begin: Callable[[], None] = lambda: None
) -> LiveReloadServer:
    """A server of the preview that rebuilds when something under `watch` changes; not yet started.

    `begin` is called once the port is taken and every change is seen, before anything is served.
    """
    from mkdocs.livereload import LiveReloadServer
    from watchdog.observers.polling import PollingObserver

    class Observer(PollingObserver):
        def start(self) -> None:
            super().start()
            begin()

    def rebuild() -> None:
        preview.rebuild()

    made = LiveReloadServer(rebuild, host, port, str(preview.target), polling_interval=LOOK_SECONDS)
    made.set_app(Overlay(made.serve_request, preview.notes_at, host))
    made.observer = Observer(timeout=LOOK_SECONDS)
    made.build_delay = SETTLE_SECONDS
    for path in watch:
        made.watch(str(path))
    made.error_handler = partial(show_error, preview, made)
    return made


def show_error(preview: Preview, running: LiveReloadServer, code: int) -> bytes | None:
    """The page of an address that has none: it reloads too, for the next save may bring it back."""
    found = preview.target / f"{code}.html"
    if not found.is_file():
        return None
    inject = running._inject_js_into_html  # noqa: SLF001 - as it does for pages
    page: bytes = inject(found.read_bytes(), running._visible_epoch)  # type: ignore[no-untyped-call]  # noqa: SLF001
    return page


def serve(
    root: Path,
    docs: Path,
    target: Path,
    publish: Callable[[], Published],
    complain: Callable[[Stopped], None],
    watch: Iterable[Path],
    ready: Callable[[str], None],
    host: str = "127.0.0.1",
    port: int = 8000,
) -> None:
    """Show the pages at http://host:port/ until interrupted.

    `publish` writes `docs` anew and says what joins it; it is called again after each change under `watch`. What it or
    the generator finds wrong goes to `complain`. `ready` is told the address. Stopped if the first build fails or the
    port is taken.
    """
    first: list[Stopped] = []
    preview = Preview(root, docs, target, publish, first.append)

    def begin() -> None:
        # Watched before it is read, so that no edit falls between the two.
        if not preview.rebuild():
            raise first[0]
        preview.complain = complain
        ready(running.url)

    project = Project(root)
    looks = (*project.layers(Project.overrides), *project.layers(Project.config))
    running = server(preview, (*watch, *(path for path in looks if path.exists())), host, port, begin)
    try:
        running.serve()  # type: ignore[no-untyped-call] # MkDocs leaves it untyped
    except OSError as error:
        raise stop("port-busy", Where(Project.config), host=host, port=port, reason=error.strerror or error) from error
    except KeyboardInterrupt:
        return
    finally:
        running.shutdown()
