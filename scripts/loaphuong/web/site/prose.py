"""Bodies on pages, read by the parser that the ear and the feeds are served by: one language, safe everywhere.

`mkdocs.yml` names this extension of Python-Markdown. It hands the whole body to `markup` and puts what comes back in
its place, so that any generator that speaks Python-Markdown shows an article as a feed does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from loaphuong.core import markup
from loaphuong.web import picture_sizes

if TYPE_CHECKING:
    from markdown import Markdown

# After Python-Markdown has made line ends alike, before anything looks for blocks.
FIRST = 29


class WholeBody(Preprocessor):
    """Comes before all that looks for blocks, and leaves it nothing to find."""

    def run(self, lines: list[str]) -> list[str]:
        """A single line that stands for the finished HTML."""
        html = picture_sizes.show_sizes(markup.html("\n".join(lines))).strip()
        return [self.md.htmlStash.store(html)] if html else []


class WholeBodies(Extension):
    """Shows a body by `markup`."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """Register with Python-Markdown."""
        md.preprocessors.register(WholeBody(md), "loa", FIRST)


def makeExtension(**_options: object) -> WholeBodies:  # noqa: N802 - the library's name
    """What Python-Markdown calls."""
    return WholeBodies()
