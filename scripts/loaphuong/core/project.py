"""Where everything of a project lies: the only module that knows its folders and files by name."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import overload

from loaphuong.core.problems import stop
from loaphuong.core.where import Where

PACKAGE = Path(__file__).parents[1]


def product() -> Path:
    """What the product gives every project, laid out like one: packed into the wheel, else the checkout itself."""
    packed = PACKAGE / "product"
    return packed if packed.is_dir() else PACKAGE.parents[1]


class Place(str):
    """A file or folder of a project by its name, with `/`: `Project.log`; asked of one project, its path."""

    __slots__ = ()

    @overload
    def __get__(self, project: None, owner: type[Project]) -> str: ...
    @overload
    def __get__(self, project: Project, owner: type[Project]) -> Path: ...
    def __get__(self, project: Project | None, owner: type[Project]) -> str | Path:
        return self if project is None else project.root / self


@dataclass(frozen=True)
class Project:
    """A project by its folder: `Project(root).log` is the path of its log, `Project.log` the name it is told by."""

    root: Path

    # What people write and decide; committed.
    station = Place("audio/station.toml")
    lexicon = Place("audio/lexicon.tsv")
    cover = Place("audio/cover.png")
    crest = Place("audio/crest.png")
    jingles = Place("audio/jingles")
    recordings = Place("audio/recordings")
    programmes = Place("audio/programmes")
    set_aside = Place("audio/programmes/de-rieng")
    weeks = Place("audio/programmes/tuan")
    episodes = Place("audio/programmes/da-thu")
    holds = Place("audio/holds.csv")
    log = Place("audio/log.csv")
    posted = Place("audio/posted.csv")
    content = Place("content")
    home = Place("content/index.md")
    approvals = Place("content/approvals.csv")
    approvals_v1 = Place("content/approvals.jsonl")
    approved = Place("content/.approved")
    settled = Place("content/settled.csv")
    synonyms = Place("content/synonyms.tsv")
    signers = Place("keys/allowed_signers")
    calendar_v1 = Place("audio/calendar.tsv")
    signers_v1 = Place("content/allowed_signers")
    config = Place("mkdocs.yml")
    overrides = Place("overrides")
    sign = Place("overrides/assets/crest.svg")
    definition = Place("pyproject.toml")

    # What is made of it; never committed.
    audio = Place("audio")
    packages = Place("audio/packages")
    exports = Place("audio/exports")
    cache = Place("audio/cache")
    spoken_cache = Place("audio/cache/voices")
    episode_cache = Place("audio/cache/episodes")
    reading_cache = Place("audio/cache/articles")
    master_cache = Place("audio/cache/masters")
    card_cache = Place("audio/cache/cards")
    build = Place("build")
    docs = Place("build/docs")
    theme = Place("build/theme")
    preview = Place("build/preview")
    preview_docs = Place("build/preview/docs")
    preview_site = Place("build/preview/site")
    reports = Place("build/reports")
    timer = Place("build/timer")
    printed = Place("build/print")
    server = Place("build/nginx.conf")
    site = Place("site")
    lock = Place(".loa.lock")
    waiting = Place(".loa/waiting")
    # An act that is noted, but not yet shown on the page and in the exports.
    unshown = Place(".loa/unshown")
    # What this machine alone knows: the key that speaks for the station, and how far the registers were.
    private = Place(".loa")
    owner = Place(".loa/owner")
    seen = Place(".loa/seen")
    told = Place(".loa/told")
    # How the last build of the timer ended.
    timed = Place(".loa/timed")
    # Which feeds the hub was told of.
    pinged = Place(".loa/pinged")
    replaced = Place(".loa/replaced")
    made = Place(".loa/made")

    @classmethod
    def find(cls, start: Path) -> Project:
        """The project that `start` lies in: the nearest folder upward with a station; Stopped if there is none."""
        for folder in (start, *start.parents):
            if (project := cls(folder)).station.is_file():
                return project
        raise stop("no-project", Where(start.as_posix()), landmark=cls.station)

    def layers(self, place: str) -> tuple[Path, ...]:
        """Where a file or folder lies that the product gives and a project may have of its own: its own first."""
        return tuple(dict.fromkeys((self.root / place, product() / place)))

    def resolve(self, place: str) -> Path:
        """The project's own file, else the one that the product gives."""
        own, products = self.root / place, product() / place
        return own if own.exists() else products

    def name(self, path: Path) -> str:
        """A path of this project as people are told it: from the project's folder, with `/`."""
        return path.relative_to(self.root).as_posix()
