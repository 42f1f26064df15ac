"""Characters that steer a machine instead of being read: refused where text comes in, never let out raw.

Controls, direction marks, line and paragraph separators, lone surrogates and noncharacters. A text is looked at after
it was parsed, so that no escape (`"\\u202e"`) or entity (`&#x202e;`) brings in what the file itself may not hold.
"""

from __future__ import annotations

import re
from html import unescape

HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
INSTEAD = "\ufffd"


def harmful(text: str) -> str | None:
    """The first such character as `U+202E`; None for a text that is only read."""
    found = HARMFUL.search(text)
    return f"U+{ord(found[0]):04X}" if found else None


def harmful_entity(text: str) -> str | None:
    """The same for what entities stand for."""
    return harmful(unescape(text)) if "&" in text else None


def harmless(text: str) -> str:
    """The text as it may be shown: � stands for each such character."""
    return HARMFUL.sub(INSTEAD, text)
