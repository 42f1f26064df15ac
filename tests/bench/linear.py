"""Whether work grows as the text does: each motif at one length and at twice that length, and what a megabyte costs."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from loaphuong.content import consent
from loaphuong.content.genres import Genre
from loaphuong.core import markup
from loaphuong.speech.spoken import Reader
from tests.making import an_article

if TYPE_CHECKING:
    from collections.abc import Callable

LENGTH = 30_000
MOTIFS = {
    "prose": "Bà con tổ dân phố cùng nhau dọn ngõ. ",
    "names": "ông Nguyễn Văn Hải, ",
    "1-1-1-": "1-",
    "brackets": "(",
    "quotation": "“a ",
    "dates": "1/1/",
    "abbreviations": "UBND ",
    "remarks": "<!-- ",
    "unclosed code": "~~~\n",
    "headings of one name": "## a\n",
    "underlined headings": "a\n===\n\n",
    "lists in lists": "- a\n  - b\n    - c\n",
    "lazy quotation": "> a\nb\n\n",
    "emphasis": "**a_b_ \n\n",
    "lines": "a\n",
}


def seconds(work: Callable[[str], object], text: str) -> float:
    """The least processor time of two runs."""
    found = []
    for _ in range(2):
        markup.tokens.parse.cache_clear()
        start = time.process_time()
        work(text)
        found.append(time.process_time() - start)
    return min(found)


def read_page(text: str) -> None:
    """All that a page needs of a body."""
    if markup.intricate(text):
        return
    markup.blocks(text)
    list(markup.marks(text))
    markup.html(text)


def read_consent(text: str) -> None:
    """All that is looked for about people."""
    for genre in (Genre.EXEMPLAR, Genre.CRITIQUE):
        consent.check_article(an_article(body=text, genre=genre))


def main() -> None:
    """Print, for each motif and reader, seconds a megabyte and how much longer twice the text takes."""
    reader = Reader()
    works = {"page": read_page, "people": read_consent, "aloud": reader.read}
    print(f"{'motif':<24}" + "".join(f"{f'{name}, s/MB':>14}{'× for twice':>12}" for name in works))
    for motif, span in MOTIFS.items():
        row = f"{motif:<24}"
        for work in works.values():
            once, twice = (seconds(work, (span * length)[:length]) for length in (LENGTH, 2 * LENGTH))
            row += f"{twice * 1e6 / (2 * LENGTH):>14.1f}{twice / max(once, 1e-6):>12.1f}"
        print(row, flush=True)


if __name__ == "__main__":
    main()
