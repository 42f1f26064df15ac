"""The Markdown that pages are made of: no raw HTML, only harmless addresses, pictures with their size.

`mkdocs.yml` names this extension of Python-Markdown, so that a page shows an article as safely as a feed does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import nh3
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor

from loaphuong.markup import ATTRIBUTES, SCHEMES, TAGS

if TYPE_CHECKING:
    from markdown import Markdown

WIDTHS = (480, 960)
PICTURE = re.compile(r'<img src="((?:\.\./)*anh/[^"#]+)\.(\w+)#(\d+)x(\d+)"([^>]*)>')
SIZES = "(min-width: 46rem) 42rem, 92vw"


def sized(found: re.Match[str]) -> str:
    """A picture that keeps its place while it loads, and comes small to a phone."""
    name, kind, width, height, rest = found.groups()
    small = ", ".join(f"{name}-{each}.webp {each}w" for each in WIDTHS if each < int(width))
    choice = f' srcset="{small}, {name}.{kind} {width}w" sizes="{SIZES}"' if small else ""
    return f'<img src="{name}.{kind}" width="{width}" height="{height}"{choice} loading="lazy" decoding="async"{rest}>'


class Clean(Postprocessor):
    """The last step of every page."""

    def run(self, text: str) -> str:
        """Sanitised HTML. Titles come by alone first, mostly without a tag."""
        if "<" not in text:
            return text
        clean = nh3.clean(
            text,
            tags=set(TAGS),
            attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
            url_schemes=set(SCHEMES),
            link_rel="noopener noreferrer",
        )
        return PICTURE.sub(sized, clean)


class Prose(Extension):
    """Takes raw HTML out of the language and cleans what is left."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """Register with Python-Markdown."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.postprocessors.register(Clean(md), "loa_clean", -100)


def makeExtension(**_options: object) -> Prose:  # noqa: N802 - the library's name
    """What Python-Markdown calls."""
    return Prose()
