"""Markdown as it is written, without what nobody reads."""

from __future__ import annotations

import re

# Targets, tags, code, bare addresses.
UNREAD = re.compile(r"\]\([^)\n]*\)|<[^>\n]*>|`[^`]*`|https?://\S+")


def readable(body: str) -> str:
    """A body without what nobody reads: targets of links and pictures, tags, code."""
    return UNREAD.sub(" ", body)
