"""The workshop: sheets become files in a folder; what is right already is left, what is gone is taken away."""

from __future__ import annotations

import json
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from loaphuong.core import files
from loaphuong.core.digest import digest, of_file
from loaphuong.core.problems import Stopped
from loaphuong.print.offers import bundle
from loaphuong.print.press import Press, read_templates
from loaphuong.print.typesetting import typeset
from loaphuong.radio import booth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from loaphuong.core.problems import Problem
    from loaphuong.print.nouns import Sheet

RECORD, BUNDLE = ".made.json", ".zip"


@dataclass(frozen=True, slots=True)
class Printed:
    """What a run made: the files of each sheet, how many sheets were as they were before, what was refused."""

    files: Mapping[str, tuple[Path, ...]]
    kept: int
    problems: tuple[Problem, ...]

    def with_loops(self, loops: Mapping[str, tuple[Path, ...]], kept: int, problems: tuple[Problem, ...]) -> Printed:
        """With what was spoken too."""
        return Printed({**self.files, **loops}, self.kept + kept, (*self.problems, *problems))


def print_sheets(
    sheets: Sequence[Sheet],
    folder: Path,
    report: Callable[[int, int], None],
    *,
    pictures: bool = False,
    only: bool = False,
) -> Printed:
    """Make what is not there as it should be, with `pictures` of first pages too, several sheets at once.

    What a sheet was made from is noted beside the files; with `only`, sheets that are not among these are erased.
    """
    record = folder / RECORD
    known = read_record(record)
    sources = {sheet.name: source_of(sheet) for sheet in sheets}
    kept = {
        name
        for name, source in sources.items()
        if (before := known.get(name, {})).get("source") == source
        and whole(folder, before["files"])
        and (not pictures or f"{name}.png" in before["files"])
    }
    sums = {name: sha256 for each in known.values() for name, sha256 in each["files"].items()}
    presses = threading.local()

    def find_left(name: str) -> bytes | None:
        return (folder / name).read_bytes() if name in sums and whole(folder, {name: sums[name]}) else None

    def make(sheet: Sheet) -> tuple[Sheet, dict[str, bytes], tuple[Problem, ...]]:
        press = presses.__dict__.setdefault("press", Press(find_left))
        try:
            produced = press.print(sheet)
            return sheet, {**produced, **({f"{sheet.name}.png": press.preview(sheet)} if pictures else {})}, ()
        except Stopped as stopped:
            if any(found.entry.kind == "environment" for found in stopped.problems):
                raise
            return sheet, {}, stopped.problems

    problems = [note for sheet in sheets for note in sheet.notes]
    with ThreadPoolExecutor(booth.processors()) as pool:
        wanted = [sheet for sheet in sheets if sheet.name not in kept]
        for at, (sheet, produced, found) in enumerate(pool.map(make, wanted), len(kept) + 1):
            problems += found
            for name, data in produced.items():
                files.write_bytes(folder / name, data)
            take_away(folder, known.pop(sheet.name, {}).get("files", {}), but=produced)
            if produced:
                made = {name: of_file(folder / name) for name in produced}
                known[sheet.name] = {"source": sources[sheet.name], "texts": list(sheet.texts), "files": made}
            report(at, len(sheets))
    if only:
        carried = {text for sheet in sheets for text in sheet.texts}
        gone = {name for name, each in known.items() if not (is_bundle(name) and carried.issuperset(each["texts"]))}
        for name in gone - sources.keys():
            take_away(folder, known.pop(name)["files"], but=())
    files.write_bytes(record, json.dumps(known, sort_keys=True, indent=0).encode())
    here = {
        sheet.name: tuple(folder / name for name in known[sheet.name]["files"] if not is_hidden(name))
        for sheet in sheets
        if sheet.name in known
    }
    return Printed(here, len(kept), tuple(problems))


def pack_bundles(folder: Path, bundles: Mapping[str, Sequence[Sheet]]) -> tuple[Path, ...]:
    """The PDF of some sheets as one zip a subject, packed only where a file in it changed; where they lie."""
    known = read_record(folder / RECORD)
    for subject, sheets in bundles.items():
        files_of = {name: sha256 for each in sheets for name, sha256 in known[each.name]["files"].items()}
        packed = {name: sha256 for name, sha256 in sorted(files_of.items()) if name.endswith(".pdf")}
        file, source = f"{subject}{BUNDLE}", digest(packed)
        before = known.get(file, {})
        if before.get("source") != source or not whole(folder, before["files"]):
            files.write_bytes(folder / file, bundle({Path(name).name: (folder / name).read_bytes() for name in packed}))
            texts = sorted({text for each in sheets for text in each.texts})
            known[file] = {"source": source, "texts": texts, "files": {file: of_file(folder / file)}}
    files.write_bytes(folder / RECORD, json.dumps(known, sort_keys=True, indent=0).encode())
    return tuple(folder / f"{subject}{BUNDLE}" for subject in bundles)


def is_bundle(name: str) -> bool:
    """Whether an entry of the record is a bundle of sheets, not a sheet."""
    return name.endswith(BUNDLE)


def is_hidden(name: str) -> bool:
    """Whether a file is a piece that another is made of, and nobody's to look at."""
    return name.rpartition("/")[2].startswith(".")


def source_of(sheet: Sheet) -> str:
    """The digest of all that a sheet's files are made from."""
    drawn = [read_templates()[name] for name in sorted({"base.typ", "frame.typ", sheet.template})]
    laid = typeset([sheet.data, *sheet.roomier])
    return digest(sheet.name, laid, sheet.forms, sheet.pixels, sheet.made_at, drawn)


def take_away(folder: Path, names: Iterable[str], *, but: Iterable[str]) -> tuple[Path, ...]:
    """Erase files that a sheet had and has no more; what could not be erased."""
    return tuple(left for name in set(names) - set(but) for left in files.erase(folder / name))


def forget(folder: Path, text: str) -> tuple[Path, ...]:
    """Erase every sheet in a folder that carries a text, by the text's name; what could not be erased."""
    known = read_record(folder / RECORD)
    carrying = [name for name, each in known.items() if text in each.get("texts", ())]
    if not carrying:
        return ()
    left = tuple(path for name in carrying for path in take_away(folder, known[name]["files"], but=()))
    if not left:
        kept = {name: each for name, each in known.items() if name not in carrying}
        files.write_bytes(folder / RECORD, json.dumps(kept, sort_keys=True, indent=0).encode())
    return left


def read_record(path: Path) -> dict[str, dict[str, Any]]:
    """What the files in a folder were made from; nothing where that is not known."""
    try:
        found = files.parse_json(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def whole(folder: Path, made: Mapping[str, str]) -> bool:
    """Whether files are there as they were made."""
    return all((folder / name).is_file() and of_file(folder / name) == sha256 for name, sha256 in made.items())
