"""One page of the publication: a Markdown file whose front matter holds what its template shows, its body as HTML."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from loaphuong.web.landmarks import Landmark

# What YAML refuses raw, or reads as the end of a line, inside a quoted scalar.
UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")

# What Python-Markdown takes for the begin of code even within HTML.
FENCES = {"```": "&#96;``", "~~~": "&#126;~~"}


def quote(value: object) -> str:
    """JSON on one line, which is YAML too: the quickest front matter there is to read."""
    text = json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
    return UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


@dataclass(frozen=True, slots=True)
class PublishedPage:
    """A page at `address` (site-relative, as in `addresses`), shown by `template`.

    `data` becomes `page.meta.loa`; `body` is HTML of whole blocks, which Markdown leaves as it is.
    """

    address: str
    template: str
    title: str
    description: str
    data: Mapping[str, object] = field(default_factory=dict)
    body: str = ""

    @classmethod
    def of(cls, landmark: Landmark, template: str, data: Mapping[str, object], body: str = "") -> PublishedPage:
        """The page of a landmark."""
        return cls(landmark.address, template, landmark.title, landmark.summary, data, body)

    @property
    def path(self) -> str:
        """The file below the docs folder; it lies where its page will, so that its links hold in every generator."""
        return f"{self.address}index.md"

    def source(self, discover: object = None) -> str:
        """The file's text; `discover` is what search engines are told of the page."""
        told = {"discover": discover} if discover else {}
        body = self.body
        for fence, harmless in FENCES.items():
            body = body.replace(fence, harmless)
        data = {key: value for key, value in {**self.data, **told}.items() if value or value == 0}
        return (
            "---\n"
            f"title: {quote(self.title)}\n"
            f"description: {quote(self.description)}\n"
            f"template: {self.template}\n"
            f"loa: {quote(data)}\n"
            "---\n\n"
            f"{body}\n"
        )
