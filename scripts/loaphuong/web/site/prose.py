"""Bodies on pages, read by the parser that the ear and the feeds are served by: one language, safe everywhere.

`mkdocs.yml` names this extension of Python-Markdown. It hands the whole body to `markup` and puts what comes back in
its place, so that any generator that speaks Python-Markdown shows an article as a feed does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from loaphuong.core import markup

if TYPE_CHECKING:
    from markdown import Markdown

WIDTHS = (480, 960)
PICTURE = re.compile(r'<img src="((?:\.\./)*anh/[^"#]+)\.(\w+)#(\d+)x(\d+)"([^>]*)>')
SIZES = "(min-width: 46rem) 42rem, 92vw"
# After Python-Markdown has made line ends alike, before anything looks for blocks.
FIRST = 29


def sized(found: re.Match[str]) -> str:
    """A picture that keeps its place while it loads, and comes small to a phone."""
    name, kind, width, height, rest = found.groups()
    widths = [*(each for each in WIDTHS if each < int(width)), int(width)]
    choice = ", ".join(f"{name}-{each}.webp {each}w" for each in widths)
    return (
        f'<img src="{name}.{kind}" width="{width}" height="{height}" srcset="{choice}" sizes="{SIZES}"'
        f' loading="lazy" decoding="async"{rest}>'
    )


class Whole(Preprocessor):
    """Comes before all that looks for blocks, and leaves it nothing to find."""

    def run(self, lines: list[str]) -> list[str]:
        """A single line that stands for the finished HTML."""
        html = PICTURE.sub(sized, markup.html("\n".join(lines))).strip()
        return [self.md.htmlStash.store(html)] if html else []


class Prose(Extension):
    """Shows a body by `markup`."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """Register with Python-Markdown."""
        md.preprocessors.register(Whole(md), "loa", FIRST)


def makeExtension(**_options: object) -> Prose:  # noqa: N802 - the library's name
    """What Python-Markdown calls."""
    return Prose()
