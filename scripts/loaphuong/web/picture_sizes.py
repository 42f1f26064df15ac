"""The widths in which a picture is offered, and how Markdown carries its size to the page: `#<width>x<height>`."""

from __future__ import annotations

import re

WIDTHS = (480, 960)
SHOWN = "(min-width: 46rem) 42rem, 92vw"
MARKED = re.compile(r'<img src="((?:\.\./)*anh/[^"#]+\.\w+)#(\d+)x(\d+)"([^>]*)>')


def offer_widths(address: str, width: int) -> tuple[tuple[str, int], ...]:
    """Addresses and widths of the same picture as WebP, up to its own width in pixels."""
    stem = address.rpartition(".")[0]
    return tuple((f"{stem}-{each}.webp", each) for each in (*(less for less in WIDTHS if less < width), width))


def mark_size(address: str, width: int, height: int) -> str:
    """The address with its size after the hash."""
    return f"{address}#{width}x{height}"


def show_sizes(html: str) -> str:
    """HTML whose marked pictures keep their place while they load, and come small to a phone."""
    return MARKED.sub(show_size, html)


def show_size(found: re.Match[str]) -> str:
    """The element of one marked picture."""
    address, width, height, rest = found.groups()
    choice = ", ".join(f"{name} {each}w" for name, each in offer_widths(address, int(width)))
    return (
        f'<img src="{address}" width="{width}" height="{height}" srcset="{choice}" sizes="{SHOWN}"'
        f' loading="lazy" decoding="async"{rest}>'
    )
