"""The press: a sheet in, a file out, by typst; the same sheet gives the same bytes.

Every PDF is PDF/UA-1 and PDF/A-2a: typst then refuses a letter that the face lacks and headings out of order.
"""

from __future__ import annotations

import io
import json
import re
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PIL import Image

from loaphuong.core.problems import Stopped, problem, stop
from loaphuong.core.where import Where
from loaphuong.print.epub import bind
from loaphuong.print.marks import keywords_of
from loaphuong.print.nouns import FileKind
from loaphuong.print.typesetting import typeset
from loaphuong.radio import studio

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from loaphuong.core.problems import Problem
    from loaphuong.print.nouns import Sheet

TEMPLATES = Path(__file__).parent / "templates"
STANDARDS = ["ua-1", "a-2a"]
FACE = "fontpkg_be_vietnam_pro"
# A picture of a sheet for the page: sharp where a list shows it, light enough to be sent; flat ink needs few colours.
PREVIEW_SIDE = 480
PREVIEW_COLOURS = 64
OVERFLOW = re.compile(r"overflow (\d+)")
MM_AN_INCH = 25.4


@cache
def read_templates() -> dict[str, bytes]:
    """Every template by its name; they import each other."""
    return {path.name: path.read_bytes() for path in sorted(TEMPLATES.glob("*.typ"))}


def is_missing() -> bool:
    """Whether the press is not installed (`pip install loaphuong[print]`)."""
    return find_spec("typst") is None or find_spec(FACE) is None


@dataclass(frozen=True)
class Press:
    """Makes files, which say they were made when their words were approved.

    `left` gives a file as the last run left it, by its name: a slide that was coded then is not coded again.
    """

    left: Callable[[str], bytes | None] = lambda _: None

    @cached_property
    def compiler(self) -> Any:
        """typst with one face and no other; Stopped where it is not installed."""
        if is_missing():
            raise stop("print-no-press", Where("loa print"))
        import fontpkg_be_vietnam_pro
        import typst

        faces = Path(fontpkg_be_vietnam_pro.__file__).parent / "files"
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(faces)])
        return typst.Compiler(font_paths=fonts)

    def print(self, sheet: Sheet) -> dict[str, bytes]:
        """The files of a sheet by name; Stopped with what does not fit or cannot be drawn, by its line."""
        made: dict[str, bytes] = {}
        for form in sheet.forms:
            match form:
                case FileKind.PDF:
                    made[f"{sheet.name}.pdf"] = self.compile(sheet, format="pdf", pdf_standards=STANDARDS)[0]
                case FileKind.PNG:
                    made |= self.pictures(sheet)
                case FileKind.MP4:
                    stills = self.code_stills(sheet, tuple(made.values()))
                    made |= {**dict(stills), f"{sheet.name}.mp4": studio.film(still for _, still in stills)}
                case FileKind.EPUB:
                    made[f"{sheet.name}.epub"] = bind(sheet)
        return made

    def code_stills(self, sheet: Sheet, pictures: Sequence[bytes]) -> list[tuple[str, bytes]]:
        """Each picture as a piece of the film, with the name of its file, which no list shows."""
        place, _, name = sheet.name.rpartition("/")
        seconds = sheet.data["seconds"]
        names = {picture: f"{place}/.{name}-{studio.name_still(picture, seconds)}.h264" for picture in pictures}
        coded = {picture: self.left(file) or studio.code_still(picture, seconds) for picture, file in names.items()}
        return [(names[picture], coded[picture]) for picture in pictures]

    def preview(self, sheet: Sheet) -> bytes:
        """The first page as a small PNG, its longer side PREVIEW_SIDE pixels."""
        longer = (max(sheet.paper.width_mm, sheet.paper.height_mm) + 2 * sheet.paper.bleed_mm) / MM_AN_INCH
        made = io.BytesIO()
        with Image.open(io.BytesIO(self.compile(sheet, format="png", ppi=PREVIEW_SIDE / longer)[0])) as page:
            page.convert("RGB").quantize(PREVIEW_COLOURS).save(made, "PNG", optimize=True)
        return made.getvalue()

    def pictures(self, sheet: Sheet) -> dict[str, bytes]:
        """Each page at the screen's own pixels."""
        if sheet.pixels is None:
            raise ValueError(f"{sheet.name} has no pixels")
        pages = self.compile(sheet, format="png", ppi=sheet.pixels[0] / (sheet.paper.width_mm / MM_AN_INCH))
        return {f"{sheet.name}-{at:02d}.png": page for at, page in enumerate(pages, 1)}

    def compile(self, sheet: Sheet, **options: Any) -> list[bytes]:
        """One file, or one a page, in the first of the sheet's forms that fits."""
        import typst

        given = read_templates()
        refused = ""
        for data in (sheet.data, *sheet.roomier):
            given_data = {**typeset(data), "keywords": keywords_of(sheet)}
            text = json.dumps(given_data, ensure_ascii=False, sort_keys=True).encode()
            sources = {**given, "main.typ": given[sheet.template], "data.json": text}
            try:
                made = self.compiler.compile(input=sources, timestamp=int(sheet.made_at.timestamp()), **options)
            except typst.TypstError as error:
                refused = error.message
                if not OVERFLOW.search(refused):
                    break
            else:
                return made if isinstance(made, list) else [made]
        raise Stopped(explain(sheet, refused))


def explain(sheet: Sheet, message: str) -> tuple[Problem, ...]:
    """Why a sheet was refused, in an editor's words and at an editor's line."""
    if found := OVERFLOW.search(message):
        return (problem("print-overflow", longest(sheet), sheet=sheet.name, percent=found[1]),)
    strange = {letter for text, _ in sheet.lines for letter in text if letter in message and not letter.isascii()}
    drawn = [
        problem("print-glyph", where, letters=", ".join(sorted(strange & set(text))), sheet=sheet.name)
        for text, where in sheet.lines
        if strange & set(text)
    ]
    return tuple(drawn) or (problem("print-refused", sheet.where, sheet=sheet.name, why=message.splitlines()[0]),)


def longest(sheet: Sheet) -> Where:
    """The line of the longest piece of its text: the first to shorten."""
    return max(sheet.lines, key=lambda each: len(each[0]), default=("", sheet.where))[1]
