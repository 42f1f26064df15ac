"""A body as HTML for the eye: nothing in it can run, load from elsewhere or restyle the page."""

from __future__ import annotations

import unicodedata
from itertools import count as count_from
from typing import TYPE_CHECKING

import nh3

from loaphuong.markup.blocks import Kind, blocks
from loaphuong.markup.tree import reader
from loaphuong.vietnamese import slugify

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

TAGS = frozenset(
    {
        "a",
        "abbr",
        "b",
        "blockquote",
        "br",
        "code",
        "dd",
        "del",
        "dl",
        "dt",
        "em",
        "hr",
        "i",
        "img",
        "li",
        "ol",
        "p",
        "pre",
    }
    | {"strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul", "h1", "h2", "h3", "h4", "h5", "h6"}
)
ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    "td": {"align"},
    "th": {"align"},
    **{f"h{level}": {"id"} for level in range(1, 7)},
}
SCHEMES = frozenset({"http", "https", "mailto", "tel"})


def anchor(text: str, taken: AbstractSet[str] = frozenset()) -> str:
    """The address of a heading on its page, in ASCII; a repeated one is numbered."""
    name = slugify(text) or "muc"
    numbered = (f"{name}-{count}" for count in count_from(2))
    return name if name not in taken else next(other for other in numbered if other not in taken)


def anchors(body: str) -> tuple[str, ...]:
    """The addresses of a body's headings, in order."""
    found: list[str] = []
    for block in blocks(body):
        if block.kind is Kind.HEADING:
            found.append(anchor(block.text, set(found)))
    return tuple(found)


def html(body: str, link: Callable[[str], str] | None = None) -> str:
    """Sanitised HTML of a body: raw HTML in it is shown as text, unsafe addresses are dropped.

    `link` turns the target of each link and picture into the address it has where the HTML will stand.
    """

    def address(tag: str, attribute: str, value: str) -> str | None:
        if link and (tag, attribute) in {("a", "href"), ("img", "src")}:
            return link(value)
        return value

    text = unicodedata.normalize("NFC", body)
    markdown = reader(raw=False)
    tokens = markdown.parse(text)
    names = iter(anchors(text) if any(token.type == "heading_open" for token in tokens) else ())
    for token in tokens:
        if token.type == "heading_open":
            token.attrSet("id", next(names, ""))
        elif token.type in {"th_open", "td_open"} and (style := token.attrGet("style")):
            # A style would need a hole in the page's content security policy.
            token.attrSet("align", str(style).removeprefix("text-align:"))
    return nh3.clean(
        markdown.renderer.render(tokens, markdown.options, {}),
        tags=set(TAGS),
        attributes={tag: set(allowed) for tag, allowed in ATTRIBUTES.items()},
        attribute_filter=address,
        url_schemes=set(SCHEMES),
        link_rel="noopener noreferrer",
    )
