"""The page generator, MkDocs, kept quiet and made strict: what it says is heard, not printed."""

from __future__ import annotations

import io
import json
import logging
import os
import re
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from loaphuong.core.files import cannot_write
from loaphuong.core.problems import Stopped, problem, stop
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.web.pages.settings import FILE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from mkdocs.config.defaults import MkDocsConfig

    Progress = Callable[[int, int], None]

DIRTY = "A 'dirty' build"


class GeneratorLog(logging.Handler):
    """Hears the generator: keeps its warnings, counts its pages."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        super().__init__(logging.DEBUG)
        self.warnings: list[str] = []
        self.progress = progress
        self.total = total
        self.done = 0

    def emit(self, record: logging.LogRecord) -> None:
        """One message of the generator."""
        said = record.getMessage()
        if record.levelno >= logging.WARNING and not said.startswith(DIRTY):
            self.warnings.append(said)
        elif self.progress and said.startswith("Building page "):
            self.done += 1
            self.progress(self.done, self.total)


@contextmanager
def listen(progress: Progress | None, total: int) -> Iterator[GeneratorLog]:
    """The generator speaks to us alone while the block runs."""
    log = logging.getLogger("mkdocs")
    before = log.level, log.propagate
    heard = GeneratorLog(progress, total)
    log.addHandler(heard)
    log.setLevel(logging.DEBUG if progress else logging.WARNING)
    log.propagate = False
    try:
        yield heard
    finally:
        log.removeHandler(heard)
        log.level, log.propagate = before


@contextmanager
def fix_build_time(now: datetime) -> Iterator[None]:
    """The build time for all that asks the environment for it."""
    given = {"SOURCE_DATE_EPOCH": str(int(now.timestamp())), "NO_MKDOCS_2_WARNING": "1"}
    before = {key: os.environ.get(key) for key in given}
    os.environ.update(given)
    try:
        yield
    finally:
        for key, value in before.items():
            if value is None:
                os.environ.pop(key, None)
            else:
                os.environ[key] = value


def generate(
    root: Path,
    docs: Path,
    beside: Path,
    now: datetime,
    progress: Progress | None = None,
    preview: bool = False,
    changed_only: bool = False,
) -> None:
    """Run the generator into the folder `beside`; Stopped with all its warnings.

    A preview may bring a script of its own, and keeps what the theme brings along; `changed_only` leaves pages alone
    that are newer than their source.
    """
    from jinja2 import TemplateError
    from mkdocs.commands.build import build as build_pages

    pages = sum(1 for _ in docs.rglob("*.md")) if progress else 0
    with fix_build_time(now), listen(progress, pages) as heard:
        try:
            config = load(root, docs, beside, preview, heard)
            build_pages(config, dirty=changed_only)
            if not preview:
                prune(beside, config, docs)
        except TemplateError as error:
            raise stop("site-config", Where(Project.overrides), said=f"{type(error).__name__}: {error}") from error
        except SystemExit as error:
            raise complaint(heard, error) from error
        except OSError as error:
            raise cannot_write(beside, error) from error
    if heard.warnings:
        raise complaint(heard)


class Settings(io.StringIO):
    """The text of `mkdocs.yml`, the ward's or the product's, with the settings beside `docs` where it inherits."""

    def __init__(self, root: Path, docs: Path) -> None:
        project = Project(root)
        # Whosever it is, what it names lies in the ward's folder.
        self.name = str(project.config)
        text = project.resolve(Project.config).read_text(encoding="utf-8")
        inherited = f"INHERIT: {json.dumps(str(docs.with_name(FILE).absolute()))}"
        super().__init__(re.sub(r"(?m)^INHERIT:.*$", lambda _: inherited, text))


def load(root: Path, docs: Path, beside: Path, preview: bool, heard: GeneratorLog) -> MkDocsConfig:
    """The generator's settings; Stopped if they cannot be used."""
    from mkdocs.config import load_config
    from mkdocs.exceptions import ConfigurationError, MkDocsException

    try:
        settings = Settings(root, docs)
        config = load_config(settings, docs_dir=str(docs), site_dir=str(beside), strict=not preview)
    except (ConfigurationError, MkDocsException, FileNotFoundError) as error:
        said = dict.fromkeys(heard.warnings or [str(error)])
        raise Stopped(problem("site-config", Where(Project.config), said=each) for each in said) from error
    if preview:
        # The server's reloading script is inline, which the page's own policy would stop.
        config.extra.get("discover", {}).pop("csp", None)
    return config


def complaint(heard: GeneratorLog, error: BaseException | None = None) -> Stopped:
    """What to raise when the generator is not content."""
    said = heard.warnings or [str(error)]
    return Stopped(problem("site-warning", Where(Project.config), said=each) for each in dict.fromkeys(said))


def prune(beside: Path, config: MkDocsConfig, docs: Path) -> None:
    """Take out what the theme brings along and no page of ours asks for."""
    custom = config.theme.custom_dir
    for path in (beside / "assets").rglob("*"):
        name = path.relative_to(beside).as_posix()
        kept = (docs / name).is_file() or (custom is not None and Path(custom, name).is_file())
        if path.is_file() and not kept:
            path.unlink()
    for path in sorted((beside / "assets").rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
