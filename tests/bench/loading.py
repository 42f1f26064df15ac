"""How long content takes to load, beside the least that could be done with the same files."""

from __future__ import annotations

import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import yaml
from markdown_it import MarkdownIt

from loaphuong.content.load import load as load_content
from loaphuong.core import markup
from tests.package import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

COUNT = 2000


def ward(folder: Path, count: int) -> list[Path]:
    """The project's own content, its articles written again and again up to `count`."""
    source = ROOT / "content"
    own = [path for path in sorted(source.rglob("*.md")) if "published_at:" in path.read_text(encoding="utf-8")]
    for path in source.rglob("*"):
        if path.is_file() and path not in own:
            target = folder / path.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    made = []
    for number in range(count):
        path = own[number % len(own)]
        target = folder / path.relative_to(ROOT).with_name(f"{path.stem}-{number}.md")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
        made.append(target)
    return made


def seconds(work: Callable[[], object]) -> float:
    """The least processor time of two runs."""
    found = []
    for _ in range(2):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


def main() -> None:
    """Print seconds for 2,000 articles, and how often the floor fits in."""
    with TemporaryDirectory() as folder:
        paths = ward(Path(folder), COUNT)
        texts = [path.read_text(encoding="utf-8") for path in paths]
        heads = [text.split("\n---\n")[0] for text in texts]
        bodies = [text.split("\n---\n", 1)[1] for text in texts]
        plain = MarkdownIt("commonmark").enable("table")
        rows = (
            ("read the bytes", lambda: [path.read_bytes() for path in paths]),
            ("front matter by yaml.safe_load", lambda: [yaml.safe_load(head) for head in heads]),
            ("Markdown by bare markdown-it-py", lambda: [plain.render(body) for body in bodies]),
            ("articles.load, everything checked", lambda: load_content(Path(folder))),
            ("markup.blocks", lambda: [markup.blocks(body) for body in bodies]),
            ("markup.html, sanitised", lambda: [markup.html(body) for body in bodies]),
        )
        timed = [(name, seconds(work)) for name, work in rows]
        floor = timed[2][1]
        print(f"{f'{COUNT:,} articles':<36}{'seconds':>9}{'a thousand':>12}{'× bare':>8}")
        for name, spent in timed:
            print(f"{name:<36}{spent:>9.2f}{spent / COUNT * 1000:>10.2f} s{spent / floor:>8.2f}")


if __name__ == "__main__":
    main()
