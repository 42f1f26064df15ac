"""Pictures of content/, decoded, freed of what a camera writes into them, and made small enough for a phone."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import unquote

from PIL import Image as Pillow
from PIL import ImageOps, UnidentifiedImageError

from loaphuong.content.pictures import PIXELS
from loaphuong.core import addresses
from loaphuong.core.digest import digest
from loaphuong.core.files import find_named, link, write_named
from loaphuong.core.problems import problem
from loaphuong.core.where import Where
from loaphuong.trust.approval import records

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from loaphuong.content.articles import Image
    from loaphuong.core.problems import Problem
    from loaphuong.web.pages.views import PictureView

LARGEST = 1280
# The widths that a picture is offered in beside its own, and how wide a page shows it.
WIDTHS = (480, 960)
SHOWN = "(min-width: 46rem) 42rem, 92vw"
FORMATS: dict[str, dict[str, int | bool]] = {
    "JPEG": {"quality": 82, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 80},
}
UNREADABLE = (OSError, UnidentifiedImageError, Pillow.DecompressionBombError, Pillow.DecompressionBombWarning)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as published: its address, its size in pixels, and the same as WebP in widths up to that one."""

    address: str
    width: int
    height: int
    small: tuple[tuple[str, int], ...]

    def attributes(self, above: str) -> Mapping[str, str]:
        """Of its element: it keeps its place while it loads, and comes small to a phone. `above` leads to the root."""
        return {
            "src": above + self.address,
            "width": str(self.width),
            "height": str(self.height),
            "srcset": ", ".join(f"{above}{address} {width}w" for address, width in self.small),
            "sizes": SHOWN,
            "loading": "lazy",
            "decoding": "async",
        }


class Pictures:
    """The pictures that pages ask for. `store` keeps what was encoded, so that an unchanged picture costs a link."""

    def __init__(self, root: Path, store: Path, approved: Mapping[str, str]) -> None:
        self.root = root
        self.store = store
        self.shown: dict[str, Picture | None] = {}
        self.made: dict[str, Path] = {}
        self.attached: dict[str, int | None] = {}
        self.approved = approved
        self.problems: list[Problem] = []

    def show(self, path: str) -> Picture | None:
        """The picture at a path of the project; None, with a Problem, if it cannot be shown."""
        if path not in self.shown:
            self.shown[path] = None
            sha256 = self.approved.get(path)
            data = records.bytes_of(self.root, path, sha256) if sha256 else None
            if data is None:
                self.problems.append(problem("picture-not-approved", Where(path)))
                return None
            try:
                self.shown[path] = self.prepare(path, data)
            except (*UNREADABLE, ValueError) as error:
                self.problems.append(problem("picture-unreadable", Where(path), reason=error))
        return self.shown[path]

    def attach(self, path: str) -> int | None:
        """The bytes of a file that is handed out as it is; None, with a Problem, if it is not the approved one."""
        if path not in self.attached:
            sha256 = self.approved.get(path)
            data = records.bytes_of(self.root, path, sha256) if sha256 else None
            self.attached[path] = None if data is None else len(data)
            if data is None:
                self.problems.append(problem("picture-not-approved", Where(path)))
            else:
                kept = find_named(self.store, digest(data)[:32], ".pdf") or write_named(
                    self.store, digest(data)[:32], ".pdf", data
                )
                self.made[unquote(addresses.attachment(path))] = kept
        return self.attached[path]

    def view(self, image: Image) -> PictureView | None:
        """What a template needs of an article's picture."""
        picture = self.show(image.path)
        if picture is None:
            return None
        return {
            "url": picture.address,
            "width": picture.width,
            "height": picture.height,
            "small": [{"url": address, "width": width} for address, width in picture.small],
            "alt": image.alt,
            "credit": image.credit,
        }

    def prepare(self, path: str, data: bytes) -> Picture:
        """Decode, turn upright, bound and encode; OSError or ValueError for what is no picture."""
        with Pillow.open(BytesIO(data), formats=tuple(FORMATS)) as opened:
            if opened.width * opened.height > PIXELS:
                raise ValueError(f"{opened.width} × {opened.height}")
            kind = str(opened.format)
            turned = 5 <= opened.getexif().get(0x0112, 1) <= 8
            wide, high = (opened.height, opened.width) if turned else opened.size
        address = addresses.image(path)
        width, height = fit_width(wide, high, LARGEST)
        small = offer_widths(address, width)
        self.make(address, data, width, kind)
        for name, each in small:
            self.make(name, data, each, "WEBP")
        return Picture(address, width, height, small)

    def make(self, address: str, data: bytes, width: int, kind: str) -> None:
        """Encode at a width, unless the store has it already."""
        key, ending = digest(data, width, kind, 1)[:32], f".{kind.lower()}"
        kept = find_named(self.store, key, ending)
        if kept is None:
            with Pillow.open(BytesIO(data), formats=tuple(FORMATS)) as opened:
                upright = ImageOps.exif_transpose(opened)
                plain = upright.convert("RGBA" if upright.has_transparency_data and kind != "JPEG" else "RGB")
                shown = plain.resize(fit_width(plain.width, plain.height, width), Pillow.Resampling.LANCZOS)
                shown.info.clear()
                sink = BytesIO()
                shown.save(sink, kind, **FORMATS[kind])
            kept = write_named(self.store, key, ending, sink.getvalue())
        self.made[unquote(address)] = kept

    def place(self, target: Path) -> None:
        """Put every picture shown into the docs folder."""
        for address, kept in self.made.items():
            there = target / address
            if not (there.is_file() and there.samefile(kept)):
                link(kept, there)


def offer_widths(address: str, width: int) -> tuple[tuple[str, int], ...]:
    """Addresses and widths of the same picture as WebP, up to its own width in pixels."""
    stem = address.rpartition(".")[0]
    return tuple((f"{stem}-{each}.webp", each) for each in (*(less for less in WIDTHS if less < width), width))


def fit_width(width: int, height: int, most: int) -> tuple[int, int]:
    """The same shape, at most `most` pixels wide."""
    return (width, height) if width <= most else (most, max(round(height * most / width), 1))
