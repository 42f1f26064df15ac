"""What the server says with every page: a strict Content-Security-Policy and its companions, for nginx and Netlify."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from loaphuong.core import addresses
from loaphuong.core.messages import N_, translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from loaphuong.station.nouns import Publisher

# A script without `src` that runs; data blocks (JSON-LD) do not run and need no hash.
INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
DAY = 86_400


def inline(templates: Iterable[str]) -> tuple[str, ...]:
    """The inline scripts of some templates or pages, each once, as they stand."""
    return tuple(dict.fromkeys(script for text in templates for script in INLINE.findall(text)))


def hash_source(script: str) -> str:
    """'sha256-…' of a script's text."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def origin(url: str) -> str:
    """Scheme and host of an address."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def policy(ward: Publisher, scripts: Iterable[str]) -> str:
    """The policy as a meta element may carry it: this site alone, no inline style, only the inline scripts given."""
    forms = ["'self'", *([origin(ward.feedback_endpoint)] if ward.feedback_endpoint else [])]
    rules = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *(hash_source(script) for script in scripts)],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "media-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "worker-src": ["'self'"],
        "form-action": forms,
        "base-uri": ["'none'"],
    }
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in rules.items())


def embed_policy() -> str:
    """Of the box for other pages: it shows, plays and runs nothing."""
    shown = ("style-src", "img-src", "media-src")
    rules = [f"{name} 'self'" for name in shown]
    return "; ".join(["default-src 'none'", *rules, "base-uri 'none'", "form-action 'none'"])


# The box alone may stand in the frames of others.
FRAMED = {"Content-Security-Policy": f"{embed_policy()}; frame-ancestors *"}


def common(ward: Publisher, scripts: Iterable[str]) -> Mapping[str, str]:
    """Headers of every answer; the policy here also says who may frame the page, which a meta element cannot."""
    secure = {"Strict-Transport-Security": "max-age=31536000"} if ward.site_url.startswith("https:") else {}
    return {
        "Content-Security-Policy": f"{policy(ward, scripts)}; frame-ancestors 'none'",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
        "Cross-Origin-Opener-Policy": "same-origin",
        **secure,
    }


# Path pattern → what its files also get. Players and readers elsewhere fetch feeds, sound and words; pages are asked
# for anew each time (an unchanged one costs a 304), pictures and sound are kept.
OPEN = {"Access-Control-Allow-Origin": "*"}
KEPT = {"Cache-Control": f"public, max-age={DAY}"}
ASKED = {"Cache-Control": "no-cache"}
PATHS: tuple[tuple[str, Mapping[str, str]], ...] = (
    ("*.html", ASKED),
    ("*.css", ASKED),
    ("*.js", ASKED),
    ("*.xml", OPEN | ASKED),
    ("*.json", OPEN | ASKED),
    ("*.vtt", OPEN | ASKED),
    ("*.mp3", OPEN | KEPT),
    (addresses.NEWEST_AUDIO, OPEN | ASKED),
    ("*.png", KEPT),
    ("*.svg", KEPT),
    ("*.webp", KEPT),
    ("*.jpg", KEPT),
)


# What servers do not know by themselves.
TYPES = {"vtt": "text/vtt", "webmanifest": "application/manifest+json"}
COMPRESSED = (
    "text/css text/javascript application/javascript application/json application/xml text/xml text/vtt"
    " application/rss+xml application/atom+xml application/manifest+json image/svg+xml"
)


def netlify(ward: Publisher, scripts: Iterable[str]) -> bytes:
    """`_headers`, as Netlify, Cloudflare Pages and others read it."""
    blocks = [("/*", common(ward, scripts))]
    blocks += [(f"/{path}", extra) for path, extra in PATHS]
    lines = ["\n".join([path, *(f"  {name}: {value}" for name, value in headers.items())]) for path, headers in blocks]
    # A second header of the same name would be heeded beside the first: what all answers have is taken back first.
    taken = [f"  ! {name}" for name in FRAMED]
    lines += [f"/{addresses.EMBED}*", *taken, *(f"  {name}: {value}" for name, value in FRAMED.items())]
    return ("\n".join(lines) + "\n").encode()


def nginx(ward: Publisher, scripts: Iterable[str], moved: Mapping[str, str]) -> bytes:
    """Lines to include in a `server` block; `moved` leads old paths to new ones.

    nginx drops outer headers where a `location` adds its own, so all recur.
    """
    shared = common(ward, scripts)

    def add(headers: Mapping[str, str], indent: str) -> list[str]:
        quoted = {name: value.replace('"', '\\"') for name, value in headers.items()}
        return [f'{indent}add_header {name} "{value}" always;' for name, value in quoted.items()]

    how = translate(ward.language, N_("Include this file in the server { … } block of nginx."))
    lines = [
        f"# {how}",
        "charset utf-8;",
        "error_page 404 /404.html;",
        "gzip on;",
        f"gzip_types {COMPRESSED};",
        *add(shared, ""),
    ]
    lines += [f"location = {old} {{ return 302 {new}; }}" for old, new in moved.items()]
    # ^~: goes before the endings below, which would say again who may frame it.
    embed = addresses.local(ward.site_url, addresses.EMBED)
    lines += [f"location ^~ {embed} {{", *add({**shared, **ASKED, **FRAMED}, "    "), "}"]
    known = {path for path, _ in PATHS}
    for path, extra in (*PATHS, *((f"*.{end}", {}) for end in TYPES if f"*.{end}" not in known)):
        end = path.removeprefix("*.")
        types = [f"    types {{ {TYPES[end]} {end}; }}"] if end in TYPES else []
        # One file by its whole address goes before all of a kind.
        place = rf"~ \.{end}$" if end != path else f"= {addresses.local(ward.site_url, path)}"
        lines += [f"location {place} {{", *types, *add({**shared, **extra}, "    "), "}"]
    return ("\n".join(lines) + "\n").encode()
