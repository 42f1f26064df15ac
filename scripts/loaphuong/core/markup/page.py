"""A body as HTML for the eye: nothing in it can run, load from elsewhere or restyle the page."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import count as count_from
from itertools import pairwise
from typing import TYPE_CHECKING, Any, cast

import nh3
from markdown_it.common.utils import escapeHtml

from loaphuong.core.markup.tokens import parse, reader, split_lines, words
from loaphuong.core.vietnamese import slugify

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token

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
    "img": {"src", "alt", "title", "width", "height", "srcset", "sizes", "loading", "decoding"},
    "ol": {"start"},
    "td": {"align"},
    "th": {"align"},
    **{f"h{level}": {"id"} for level in range(1, 7)},
}
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
# An address as people paste it; what ends the sentence is not part of it.
ADDRESS_SIGN = re.compile(r"https?://|www\.", re.IGNORECASE)
BARE_ADDRESS = re.compile(
    r"(?<![\w@./])(?:https?://|www\.)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}(?::\d{1,5})?"
    r"(?:[/?#](?:[\w./?#=&%~+:@,;!$*()-]*[\w/=&%~+#-])?)?(?![\w@])",
    re.IGNORECASE | re.ASCII,
)


def anchors(body: str) -> tuple[str, ...]:
    """The addresses of a body's headings on its page, in order and in ASCII; a repeated one is numbered."""
    found: dict[str, None] = {}
    counts: dict[str, count_from[int]] = {}
    for token, inline in pairwise(parse(body)):
        if token.type == "heading_open":
            name = address = slugify(words(inline.children or ())[0]) or "muc"
            while address in found:
                address = f"{name}-{next(counts.setdefault(name, count_from(2)))}"
            found[address] = None
    return tuple(found)


@lru_cache(maxsize=1)
def writer() -> RendererHTML:
    """Tokens as HTML: raw HTML is words, columns have attributes instead of styles, headings the names in `env`."""
    rules = reader()
    rules.add_render_rule("html_block", render_raw_block)
    rules.add_render_rule("html_inline", render_raw_inline)
    rules.add_render_rule("text", render_text)
    rules.add_render_rule("softbreak", render_break)
    rules.add_render_rule("heading_open", render_heading)
    rules.add_render_rule("th_open", render_cell)
    rules.add_render_rule("td_open", render_cell)
    return cast("RendererHTML", rules.renderer)


def render_raw_block(_self: object, tokens: Sequence[Token], at: int, _options: object, _env: object) -> str:
    """HTML between paragraphs."""
    return f"<p>{escapeHtml(tokens[at].content.strip())}</p>\n"


def render_raw_inline(_self: object, tokens: Sequence[Token], at: int, _options: object, _env: object) -> str:
    """HTML in a line."""
    return escapeHtml(tokens[at].content)


def render_text(_self: object, tokens: Sequence[Token], at: int, _options: object, env: dict[str, Any]) -> str:
    """Words; a bare address of the web among them leads there."""
    said = tokens[at].content
    if ADDRESS_SIGN.search(said) is None:
        return escapeHtml(said)
    if env.get("of") is not tokens:
        env["of"], env["linked"] = tokens, find_linked(tokens)
    if at in env["linked"]:
        return escapeHtml(said)
    pieces, last = [], 0
    for found in BARE_ADDRESS.finditer(said):
        target = found[0] if "://" in found[0] else f"https://{found[0]}"
        pieces += [escapeHtml(said[last : found.start()]), f'<a href="{escapeHtml(target)}">{escapeHtml(found[0])}</a>']
        last = found.end()
    return "".join((*pieces, escapeHtml(said[last:])))


def render_break(_self: object, tokens: Sequence[Token], _at: int, _options: object, env: dict[str, Any]) -> str:
    """The end of a line as it was typed: kept where lines are, as in a poem."""
    if env.get("lines_of") is not tokens:
        env["lines_of"], env["lines"] = tokens, len(split_lines(tokens))
    return "<br>\n" if env["lines"] > 1 else "\n"


def find_linked(tokens: Sequence[Token]) -> frozenset[int]:
    """The places of the tokens that stand in a link already."""
    inside, found = 0, set()
    for at, token in enumerate(tokens):
        inside += {"link_open": 1, "link_close": -1}.get(token.type, 0)
        if inside:
            found.add(at)
    return frozenset(found)


def render_heading(_self: object, tokens: Sequence[Token], at: int, _options: object, env: Mapping[str, Any]) -> str:
    """A heading with its address."""
    return f'<{tokens[at].tag} id="{next(env["names"])}">'


def render_cell(_self: object, tokens: Sequence[Token], at: int, _options: object, _env: object) -> str:
    """A cell; a style would need a hole in the page's content security policy."""
    side = str(tokens[at].attrs.get("style", "")).removeprefix("text-align:")
    return f'<{tokens[at].tag} align="{side}">' if side else f"<{tokens[at].tag}>"


def html(
    body: str,
    link: Callable[[str], str | None] = str,
    picture: Callable[[str], Mapping[str, str] | None] = lambda target: {"src": target},
) -> str:
    """Sanitised HTML of a body: raw HTML in it is shown as text, unsafe addresses are dropped.

    `link` turns the target of a link into the address it has where the HTML will stand; without one its words stay.
    `picture` gives the attributes of a picture in the same way; without any it is left out.
    """
    shown = writer().render(list(lead(parse(body), link, picture)), reader().options, {"names": iter(anchors(body))})
    return nh3.clean(
        shown.replace("<p></p>\n", ""),  # where a picture was left out
        tags=set(TAGS),
        attributes={tag: set(allowed) for tag, allowed in ATTRIBUTES.items()},
        url_schemes=set(SCHEMES),
        link_rel="noopener noreferrer",
    )


def lead(
    tokens: Iterable[Token], link: Callable[[str], str | None], picture: Callable[[str], Mapping[str, str] | None]
) -> Iterator[Token]:
    """Tokens with other targets; links never stand in links, so the one that closes is the one that was opened."""
    kept = True
    for token in tokens:
        if token.type == "image":
            given = picture(str(token.attrs["src"]))
            if given is not None:
                yield token.copy(attrs={**given, **{name: token.attrs[name] for name in token.attrs.keys() - {"src"}}})
        elif token.type == "link_open":
            target = link(str(token.attrs["href"]))
            kept = target is not None
            if target is not None:
                yield token.copy(attrs={**token.attrs, "href": target})
        elif token.type != "link_close" or kept:
            yield token.copy(children=list(lead(token.children, link, picture))) if token.children else token
