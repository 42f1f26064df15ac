"""How long the site takes: ours against plain Material over the same Markdown, and how it grows."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path

from tests.package import ROOT

COUNTS = (300, 2000, 5000)
PLAIN = """site_name: Phường
docs_dir: docs
site_dir: site
theme: {name: material, language: vi, font: false}
nav: [index.md]
validation: {nav: {omitted_files: ignore}, links: {not_found: ignore, anchors: ignore}}
"""


def main() -> None:
    """A line a size: seconds of processor time, pages, peak memory, ratio."""
    print(
        f"{'articles':>8} {'plain s':>9} {'publish s':>10} {'build s':>9} {'pages':>7} {'ratio':>7} {'MiB':>6} {'again s':>9}"
    )
    for count in COUNTS:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            plain = run("plain", root / "plain", count)
            ours = run("ours", root / "ours", count)
        total = ours["publish"] + ours["build"]
        print(
            f"{count:>8} {plain['build']:>9.2f} {ours['publish']:>10.2f} {ours['build']:>9.2f} {ours['pages']:>7.0f}"
            f" {total / plain['build']:>7.2f} {ours['mebibytes']:>6.0f} {ours['again']:>9.2f}"
        )


def run(what: str, root: Path, count: int) -> dict[str, float]:
    """One measurement in a process of its own."""
    root.mkdir()
    asked = [sys.executable, "-m", "tests.bench.site", what, str(root), str(count)]
    said = subprocess.run(
        asked, cwd=ROOT, check=True, capture_output=True, text=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    )
    found: dict[str, float] = json.loads(said.stdout.splitlines()[-1])
    return found


def plain(root: Path, count: int) -> dict[str, float]:
    """The articles alone, as files of Markdown, by Material as it comes."""
    from time import process_time

    from tests.web.pages.ward import articles

    (root / "docs").mkdir()
    (root / "mkdocs.yml").write_text(PLAIN, encoding="utf-8")
    (root / "docs/index.md").write_text("# Phường\n", encoding="utf-8")
    for article in articles(count, pictures=False):
        path = root / "docs/tin" / article.section / f"{article.slug}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            f"---\ntitle: {json.dumps(article.title, ensure_ascii=False)}\n---\n\n{article.body}", encoding="utf-8"
        )
    started = process_time()
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    build(load_config(str(root / "mkdocs.yml")))
    return {"build": process_time() - started}


def ours(root: Path, count: int) -> dict[str, float]:
    """The whole ward: articles with transcripts, lists, programmes."""
    import resource
    from time import process_time

    from loaphuong.web import pages, site
    from tests.web.pages.ward import a_ward

    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(ROOT / "overrides", root / "overrides")
    edition = a_ward(count, pictures=False)
    docs = root / "build/docs"
    times = [process_time()]
    pages.write(edition, root, docs)
    times.append(process_time())
    site.build(root, docs, root / "site", edition.now, {}, {})
    times.append(process_time())
    pages.write(edition, root, docs)
    times.append(process_time())
    publish, build, again = (later - earlier for earlier, later in pairwise(times))
    pages = sum(1 for _ in (root / "site").rglob("*.html"))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"publish": publish, "build": build, "again": again, "pages": pages, "mebibytes": peak}


if __name__ == "__main__":
    measure = {"plain": plain, "ours": ours}[sys.argv[1]]
    print(json.dumps(measure(Path(sys.argv[2]), int(sys.argv[3]))))
