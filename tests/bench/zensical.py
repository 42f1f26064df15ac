"""The same settings under Zensical: what it makes of the ward, page by page, beside what MkDocs makes of it."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from html.parser import HTMLParser
from pathlib import Path
from time import perf_counter

from loaphuong.web import pages, site
from tests.package import ROOT as PROJECT
from tests.web.pages.ward import a_ward, picture


class Read(HTMLParser):
    """A page as its tags and words, however its letters are escaped."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[object] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag with what it says."""
        self.found.append((tag, sorted(attrs, key=str)))

    def handle_data(self, data: str) -> None:
        """Words."""
        if words := data.split():
            self.found.append(words)


def main() -> None:
    """Pages alike, different and missing, and the seconds each generator takes."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copy(PROJECT / "mkdocs.yml", root)
        picture(root)
        edition = a_ward(100)
        pages.write(edition, root, root / "build/docs")
        started = perf_counter()
        site.build(root, root / "build/docs", root / "mkdocs", edition.now, {}, {})
        between = perf_counter()
        command = [str(Path(sys.executable).with_name("zensical")), "build", "--config-file", "mkdocs.yml"]
        ended = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
        print(f"MkDocs {between - started:.2f} s, Zensical {perf_counter() - between:.2f} s, exit {ended.returncode}")
        ours, theirs = read_pages(root / "mkdocs"), read_pages(root / "site")
        different = sorted(name for name in ours.keys() & theirs.keys() if ours[name] != theirs[name])
        missing = sorted(ours.keys() - theirs.keys())
        print(f"{len(ours) - len(different) - len(missing)} of {len(ours)} pages alike")
        print(
            *(f"differs: {name}: {first(ours[name], theirs[name])}" for name in different[:5]),
            *(f"missing: {name}" for name in missing[:10]),
            sep="\n",
        )


def first(one: list[object], other: list[object]) -> str:
    """Where two pages part."""
    return next((f"{each} / {its}" for each, its in zip(one, other, strict=False) if each != its), "length")


def read_pages(folder: Path) -> dict[str, list[object]]:
    """Each page as read."""
    return {path.relative_to(folder).as_posix(): Read(path.read_text()).found for path in folder.rglob("*.html")}


if __name__ == "__main__":
    main()
