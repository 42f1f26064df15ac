"""What is printed: papers, products, and sheets ready for the press."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from loaphuong.content.nouns import Content
    from loaphuong.core.problems import Problem
    from loaphuong.core.where import Where
    from loaphuong.station.nouns import Station
    from loaphuong.trust.registry import Register


UNDATED = datetime(1980, 1, 1, tzinfo=UTC)


class Ink(StrEnum):
    """How much of it: the page's colours; outlines in place of grounds; black alone."""

    COLOR = "mau"
    LIGHT = "it_muc"
    BLACK = "den_trang"


class FileKind(StrEnum):
    """What comes out of the press, by the end of the file's name."""

    PDF = "pdf"
    PNG = "png"
    EPUB = "epub"
    MP4 = "mp4"


@dataclass(frozen=True, slots=True)
class Paper:
    """A size in millimetres; `bleed_mm` is printed beyond it on each side and cut off."""

    key: str
    label: str
    width_mm: float
    height_mm: float
    bleed_mm: float = 0

    @property
    def turned(self) -> Paper:
        """The same paper on its side."""
        return Paper(f"{self.key}-ngang", self.label, self.height_mm, self.width_mm, self.bleed_mm)


@dataclass(frozen=True, slots=True)
class SheetMark:
    """What holds a sheet to the words that were approved.

    `subject` names the words, `version` counts their approvals, `digest` binds what was approved (8 hexadecimal
    digits), `approved_at` is the last approval; None where the station asks for none.
    """

    subject: str
    version: int
    digest: str
    approved_at: datetime | None = None

    @property
    def text(self) -> str:
        """As it stands on a sheet: qd-1665.2.1a2b3c4d"""
        return f"{self.subject}.{self.version}.{self.digest}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file to make. `name` is its path without ending; `data` what its template is given, as JSON knows it.

    `where` is the file whose words it carries, `lines` the place of each piece of them, for telling what does not fit
    or cannot be drawn, `notes` what is said whenever it is made, `chosen` the ids of its rules where they were chosen.
    `roomier` are other data for the same sheet, one after another, where the first does not fit.
    """

    name: str
    product: str
    title: str
    template: str
    paper: Paper
    mark: SheetMark
    texts: tuple[str, ...]
    where: Where
    data: Mapping[str, Any] = field(repr=False)
    lines: tuple[tuple[str, Where], ...] = field(default=(), repr=False)
    forms: tuple[FileKind, ...] = (FileKind.PDF,)
    pixels: tuple[int, int] | None = None
    roomier: tuple[Mapping[str, Any], ...] = field(default=(), repr=False)
    notes: tuple[Problem, ...] = ()
    chosen: tuple[str, ...] = ()

    @property
    def made_at(self) -> datetime:
        """The time that its files carry: that of the approval, so that the same words are the same bytes."""
        return self.mark.approved_at or UNDATED


@dataclass(frozen=True, slots=True)
class Offer:
    """A sheet that the site offers: its file and its picture, by their names below the folder of what is printed."""

    sheet: Sheet
    file: str
    bytes: int
    picture: str


@dataclass(frozen=True, slots=True)
class Copy:
    """What may be printed at `now`: `content` is public, and whoever is told of in it agreed to paper.

    `digests` are those of the approved texts by name; `picture` gives the approved bytes of a picture by its path.
    """

    now: datetime
    station: Station
    content: Content
    register: Register
    digests: Mapping[str, str]
    crest: str = field(default="", repr=False)
    picture: Callable[[str], bytes | None] = field(default=lambda _: None, repr=False)
