"""Feeds, search index, cards and page scripts: how long, how large, beside a peer or a floor of the same run."""

from __future__ import annotations

import gzip
import json
import random
import tempfile
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from loaphuong.content.load import load as load_content
from loaphuong.core import markup
from loaphuong.core.vietnamese import slugify
from loaphuong.web import cards, discovery, feeds, search
from tests.making import NOW, an_article, an_edition
from tests.package import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaphuong.content.articles import Article
    from loaphuong.web.edition import Edition

SCRIPTS = ROOT / "overrides/assets/javascripts"


def ward(count: int) -> Edition:
    """As many articles as asked, of about 360 words each, from the sentences of the real ones, always the same."""
    chance = random.Random(count)
    real = load_content(ROOT)[0].articles
    titles = [found.title for found in real]
    leads = [found.summary for found in real]
    sections = sorted({found.section for found in real})
    blocks = [block.text for found in real for block in markup.blocks(found.body) if len(block.text) > 60]

    def half(texts: list[str]) -> str:
        one, other = chance.sample(texts, 2)
        first, second = one.split(), other.split()
        return " ".join(first[: len(first) // 2] + second[len(second) // 2 :])

    def one(number: int) -> Article:
        body, words = [], 0
        while words < 360:
            body.append(half(blocks))
            words += len(body[-1].split())
        title = half(titles)
        return an_article(
            title,
            slug=f"{slugify(title)}-{number}",
            section=chance.choice(sections),
            summary=half(leads),
            body="\n\n".join(body),
            published_at=NOW - timedelta(hours=7 * number),
        )

    return an_edition(*(one(number) for number in range(count)))


def seconds(work: Callable[[], object]) -> float:
    """The best of three."""
    taken = []
    for _ in range(3):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken)


def squeezed(data: bytes) -> int:
    """Bytes over the wire."""
    return len(gzip.compress(data, 6))


def whole_texts(edition: Edition) -> bytes:
    """What MkDocs' own search plugin would send for the same articles: title and whole text of each."""
    rows = [
        {
            "location": f"tin/{found.slug}/",
            "title": found.title,
            "text": " ".join(f"<p>{block.text}</p>" for block in markup.blocks(found.body)),
        }
        for found in edition.content.articles
    ]
    return json.dumps({"config": {}, "docs": rows}, ensure_ascii=False).encode()


def main() -> None:
    """Print the tables."""
    print("feeds and search index          articles     time    floor    ratio  gz of the file  gz of a peer")
    for count in (300, 2000):
        edition = ward(count)
        newest = edition.content.articles[:50]
        floor = seconds(lambda newest=newest: [markup.html(found.body) for found in newest])
        took = seconds(lambda edition=edition: feeds.render(edition))
        made = feeds.render(edition)
        print(row("feeds (floor: HTML of 50 articles)", count, took, floor, squeezed(made["feed.xml"]), None))
        floor = seconds(lambda edition=edition: [search.words(found.body) for found in edition.content.articles])
        took = seconds(lambda edition=edition: search.render(edition, {}))
        index = search.render(edition, {})
        peer = squeezed(whole_texts(edition))
        print(row("table (floor: words of all)", count, took, floor, squeezed(index[search.TABLE]), peer))
        files = [squeezed(data) for path, data in index.items() if path != search.TABLE]
        print(row("pieces, all", count, took, floor, sum(files), peer))
        print(row("pieces, the largest", count, took, floor, max(files), peer))
        floor = seconds(lambda edition=edition: json.dumps([found.title for found in edition.content.articles]))
        print(
            row(
                "heads with JSON-LD",
                count,
                seconds(lambda edition=edition: discovery.heads(edition, ROOT)),
                None,
                None,
                None,
            )
        )
    print()
    with tempfile.TemporaryDirectory() as folder:
        edition = ward(300)
        few = replace(edition, content=replace(edition.content, articles=edition.content.articles[:50]))
        start = time.perf_counter()
        found = cards.render(few, Path(folder))
        drawn = time.perf_counter() - start
        kept = seconds(lambda: cards.render(few, Path(folder)))
        size = sum(path.stat().st_size for path in found.values()) / len(found)
        print(
            f"cards: {drawn / len(found) * 1000:.1f} ms each, {size / 1000:.0f} KB each; kept ones {kept / len(found) * 1e6:.0f} µs each"
        )
    sizes = {path.name: squeezed(path.read_bytes()) for path in sorted(SCRIPTS.glob("*.js"))}
    listed = ", ".join(f"{name} {size}" for name, size in sizes.items())
    print(f"scripts, gz bytes: {listed}; on every page {sizes['loa.js']} of 8192, all {sum(sizes.values())}")


def row(name: str, count: int, took: float, floor: float | None, size: int | None, peer: int | None) -> str:
    """One aligned line."""
    floors = f"{floor * 1000:6.0f} ms {took / floor:7.2f}" if floor else f"{'':9} {'':7}"
    return (
        f"{name:34} {count:5} {took * 1000:6.0f} ms {floors}"
        f" {f'{size / 1000:.1f} KB' if size else '':>14} {f'{peer / 1000:.1f} KB' if peer else '':>13}"
    )


if __name__ == "__main__":
    main()
