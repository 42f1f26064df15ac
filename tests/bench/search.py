"""How well the page finds: questions with their right pages, asked of the script that is shipped, over a built index.

`python -m tests.bench search` asks those of search.tsv of the demonstration; `… tests.bench.search FILE [INDEX-FOLDER]`
asks others: a line a question, Tab, the right address, others that would be right too after `||`.
"""

from __future__ import annotations

import gzip
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from loaphuong.app.publish import abbreviations
from loaphuong.content.load import load as load_content
from loaphuong.station.load import load as load_station
from loaphuong.web import search
from tests.bench.feeds import ward
from tests.finder import ask
from tests.making import an_edition
from tests.package import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from loaphuong.web.edition import Edition
    from tests.finder import Answer

QUESTIONS = Path(__file__).with_suffix(".tsv")
SHOWN = 10
MANY = 2000


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody types, and the addresses that answer it."""

    words: str
    right: tuple[str, ...]

    def place(self, found: tuple[str, ...]) -> int:
        """The place of the first right page, from 1; 0 if it is not among them. A code is right wherever in it."""
        places = (
            number
            for number, address in enumerate(found, 1)
            if any(address == each or ("#" not in each and address.partition("#")[0] == each) for each in self.right)
        )
        return next(places, 0)


def read(path: Path) -> Iterator[Question]:
    """The questions of a file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            words, _, right = line.partition("\t")
            yield Question(words, tuple(each.strip().lstrip("/") for each in right.split("||")))


def demonstration() -> Edition:
    """The demonstration's texts as they are."""
    station, _ = load_station(ROOT)
    content, _ = load_content(ROOT)
    return replace(an_edition(), station=station or an_edition().station, content=content, bulletins=())


def write(edition: Edition, folder: Path) -> float:
    """Write an index as files into a folder; how many seconds it took to make."""
    start = time.perf_counter()
    made = search.render(edition, abbreviations())
    took = time.perf_counter() - start
    for path, data in made.items():
        (folder / Path(path).name).write_bytes(data)
    return took


def main(questions: Path = QUESTIONS, index: Path | None = None) -> None:
    """Rates and misses over an index that was built, else over the demonstration's; then sizes, where it grows."""
    asked = tuple(read(questions))
    words = [each.words for each in asked]
    if index:
        answers = ask(index, words, SHOWN)
        tell_rates(asked, answers)
        tell_sizes(answers, index)
        return
    for name, edition in (("the demonstration", demonstration()), ("2000 articles", ward(MANY))):
        with tempfile.TemporaryDirectory() as made:
            folder = Path(made)
            took = write(edition, folder)
            answers = ask(folder, words, SHOWN)
            print(f"{name}: {len(edition.content.articles)} articles, index made in {took:.1f} s")
            tell_sizes(answers, folder)
            if name == "the demonstration":
                tell_rates(asked, answers)


def tell_sizes(answers: Sequence[Answer], folder: Path) -> None:
    """What is fetched for a question by somebody who asks nothing else, and how long the script works."""
    sizes = {path.stem: len(gzip.compress(path.read_bytes(), 6)) for path in folder.glob("*.json")}
    fetched = sorted(sum(sizes[name] for name in answer.fetched) for answer in answers)
    print(f"  gz bytes: all {sum(sizes.values())}, table {sizes['muc-luc']}; a question {quantiles(fetched)}")
    print(f"  milliseconds in Node, files on disk, nothing kept: {quantiles([each.milliseconds for each in answers])}")


def quantiles(values: Sequence[float]) -> str:
    """The middle, nine of ten, the most."""
    ordered = sorted(values)
    middle, most, last = (ordered[min(len(ordered) - 1, int(len(ordered) * share))] for share in (0.5, 0.9, 1))
    return f"median {middle:.0f}, nine of ten {most:.0f}, most {last:.0f}"


def tell_rates(asked: Sequence[Question], answers: Sequence[Answer]) -> None:
    """How often the right page stands first, and among three; then a line a miss."""
    places = [question.place(answer.found) for question, answer in zip(asked, answers, strict=True)]
    first, three = sum(place == 1 for place in places), sum(1 <= place <= 3 for place in places)
    print(f"  {len(asked)} questions: right page first {first / len(asked):.0%}, among three {three / len(asked):.0%}")
    for question, answer, place in zip(asked, answers, places, strict=True):
        if place != 1:
            print(f"  {place or '-'}  {question.words} → {' || '.join(question.right)}, not {answer.found[:3]}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
