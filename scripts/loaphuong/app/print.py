"""`loa print`: sheets for walls, desks, hands and screens, from the approved texts."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from loaphuong.app import output
from loaphuong.app.call import json_option
from loaphuong.app.ward import load, load_packages
from loaphuong.core import addresses
from loaphuong.core.messages import N_, tr
from loaphuong.core.problems import Stopped, problem, stop
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.print import notices
from loaphuong.print.loops import PRODUCT, Loop, make_loops
from loaphuong.print.nouns import Copy, Ink, Offer, Sheet
from loaphuong.print.offers import list_offered
from loaphuong.print.press import is_missing
from loaphuong.print.readouts import Occasion, make_readout, make_readouts, make_script
from loaphuong.print.sheets import make_sheets
from loaphuong.print.walls import make_chosen
from loaphuong.print.workshop import pack_bundles, print_sheets
from loaphuong.radio import booth
from loaphuong.radio.newsroom import Newsroom
from loaphuong.trust.approval import records

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from loaphuong.app.call import Call
    from loaphuong.core.problems import Problem
    from loaphuong.print.nouns import SheetMark
    from loaphuong.radio.episode import Episode
    from loaphuong.radio.ward import Ward


@click.command
@click.argument("names", nargs=-1)
@click.option("--minutes", type=click.IntRange(1, 30), help=N_("Also a sheet to read out that takes so long."))
@click.option("--ink", type=click.Choice([each.value for each in Ink]), default=Ink.COLOR.value, show_default=True,
              help=N_("Colour, little ink, or black and white."))  # fmt: skip
@click.option("--seal", is_flag=True, help=N_("Leave room for a signature and a seal."))
@click.option("--list", "listing", is_flag=True, help=N_("Tell what can be printed, and print nothing."))
@click.option("--to", "folder", type=click.Path(path_type=Path, file_okay=False), help=N_("Another folder."))
@json_option
@click.pass_obj
def command(
    call: Call,
    names: tuple[str, ...],
    minutes: int | None,
    ink: str,
    seal: bool,
    listing: bool,
    folder: Path | None,
    as_json: bool,
) -> int:
    """Every sheet, or those whose name begins with a NAME or that carry a text of that NAME; to build/print/.

    A NAME like qd-1665#xa-rac+pha-cay is a posting of these rules alone.
    """
    ward = load(call.root, call.now)
    refs = [name for name in names if "#" in name]
    others = [name for name in names if "#" not in name]
    aloud = read_for(ward, minutes) if minutes else ()
    chosen = tuple(with_seal(each) if seal else each for each in (*choose_rules(ward, refs, Ink(ink)), *aloud))
    sheets: tuple[Sheet, ...] = chosen
    spoken: tuple[Loop, ...] = ()
    if others or not chosen:
        known = sheets_of(ward, Ink(ink), seal=seal)
        loops = tuple(make_loops(copy_of(ward), ward.readings))
        found, spoken = select((*known, *loops), others)
        sheets = (*chosen, *found)
    if listing:
        tell((*sheets, *spoken), as_json=as_json)
        return 0
    target = folder or Project(call.root).printed
    with output.progress() as report:
        made = print_sheets(sheets, target, partial(report, tr(N_("Printing"))), only=not names and not chosen)
        made = made.with_loops(*speak_loops(ward, spoken, report)) if spoken else made
    if as_json:
        output.print_json({name: [path.as_posix() for path in paths] for name, paths in made.files.items()})
    output.print_problems(made.problems)
    if made.files:
        output.success(tr(N_("Printed: {count} sheets, {kept} of them as they were, in {path}"),
                          count=len(made.files), kept=made.kept, path=target.as_posix()))  # fmt: skip
    return output.exit_code(made.problems)


def tell(sheets: Sequence[Sheet | Loop], *, as_json: bool) -> None:
    """What can be printed, a line a sheet."""
    if as_json:
        output.print_json([{"name": each.name, "title": each.title, "mark": each.mark.text} for each in sheets])
        return
    wide = max(len(each.name) for each in sheets)
    for each in sheets:
        click.echo(f"{each.name:<{wide}}  {each.title}")


def copy_of(ward: Ward) -> Copy:
    """What may be printed of a ward."""
    crest = Project(ward.root).resolve(Project.sign)
    known = ward.standing

    def picture(path: str) -> bytes | None:
        return records.bytes_of(ward.root, path, known.pictures[path]) if path in known.pictures else None

    return Copy(ward.now, ward.station, ward.public, ward.register, known.digests, crest.read_text("utf-8"), picture)


def sheets_of(
    ward: Ward, ink: Ink = Ink.COLOR, *, seal: bool = False, packages: Mapping[str, Episode] | None = None
) -> tuple[Sheet, ...]:
    """Every sheet that a ward can print; Stopped where something stands in the way of publishing at all.

    `packages` are the recordings by slot, where they are known already.
    """
    if ward.errors:
        raise Stopped(ward.errors)
    copy = copy_of(ward)
    newsroom = Newsroom(ward)
    coming = [order for order in ward.orders if order.slot.starts_at >= ward.now]
    recorded = load_packages(ward) if packages is None else packages
    scripts = [make_script(copy, newsroom, order, recorded.get(order.slot.name)) for order in coming]
    sheets = (*make_sheets(copy, ink), *make_readouts(copy, ward.readings), *scripts)
    return tuple(map(with_seal, sheets)) if seal else sheets


def choose_rules(ward: Ward, refs: Iterable[str], ink: Ink = Ink.COLOR) -> tuple[Sheet, ...]:
    """Postings of chosen rules, each asked for as code#rule+rule; Stopped for what is none, with the nearest."""
    if ward.errors:
        raise Stopped(ward.errors)
    copy = copy_of(ward)
    codes = {code.slug: code for code in copy.content.codes}
    made: list[Sheet] = []
    for ref in refs:
        name, _, ids = ref.partition("#")
        code = codes.get(name)
        known = [rule.id for rule in code.rules] if code else []
        wanted = ids.split("+")
        if code is None or not set(wanted) <= set(known):
            wrong = next((each for each in wanted if each not in known), name) if code else name
            closest = ", ".join(get_close_matches(wrong, known or sorted(codes), 3, 0.4)) or "–"
            raise stop("print-unknown", Where("loa print"), name=ref, closest=closest)
        made += make_chosen(copy, ink, code, wanted)
    return tuple(made)


def read_for(ward: Ward, minutes: int) -> tuple[Sheet, ...]:
    """A sheet to read out that takes so many minutes; Stopped where nothing approved fills them."""
    if ward.errors:
        raise Stopped(ward.errors)
    sheet = make_readout(copy_of(ward), ward.readings, Occasion.of_minutes(minutes))
    if sheet is None:
        raise stop("print-no-time", Where("loa print"), minutes=minutes)
    return (sheet,)


def with_seal(sheet: Sheet) -> Sheet:
    """The sheet with room for a signature and a seal."""
    roomier = tuple({**data, "seal": True} for data in sheet.roomier)
    return replace(sheet, data={**sheet.data, "seal": True}, roomier=roomier)


def select(things: Sequence[Sheet | Loop], names: Iterable[str]) -> tuple[tuple[Sheet, ...], tuple[Loop, ...]]:
    """What is meant by names: a product, the beginning of a name, a text's name or slug; all sheets without one.

    Stopped for a name that means nothing, with the nearest.
    """
    chosen: dict[str, Sheet | Loop] = {}
    asked = tuple(names)
    for name in asked:
        known = name.removesuffix(".md").replace("\\", "/").strip("/")
        found = [each for each in things if is_meant(each, known)]
        if not found:
            named = {word for each in things for word in (each.name.partition("/")[0], each.mark.subject)}
            closest = ", ".join(get_close_matches(known, sorted(named), 3, 0.4)) or "–"
            raise stop("print-unknown", Where("loa print"), name=name, closest=closest)
        chosen |= {each.name: each for each in found}
    meant = chosen.values() if asked else things
    sheets = tuple(each for each in meant if isinstance(each, Sheet))
    return sheets, tuple(each for each in meant if isinstance(each, Loop) and asked)


def is_meant(thing: Sheet | Loop, name: str) -> bool:
    """Whether a name means this sheet or loop."""
    return name in {thing.mark.subject, *thing.texts} or thing.name.startswith(name)


def speak_loops(
    ward: Ward, loops: Sequence[Loop], report: Callable[[str, int, int], None]
) -> tuple[dict[str, tuple[Path, ...]], int, tuple[Problem, ...]]:
    """The loops as MP3 and WAV in folders of their own: the files of each, how many were there, what went wrong."""
    folder = Project(ward.root).printed
    wanted = [(folder / each.name, each.title, each.titles, each.said) for each in loops]
    episodes, made, problems = booth.record_loops(Newsroom(ward), wanted, report)
    spoken = {
        f"{PRODUCT}/{episode.name}": tuple(ward.root / media.path for _, media in episode.files) for episode in episodes
    }
    return spoken, len(episodes) - len(made), problems


def print_for_site(
    ward: Ward, report: Callable[[str, int, int], None], packages: Mapping[str, Episode] | None = None
) -> tuple[tuple[Offer, ...], tuple[SheetMark, ...], dict[str, Path], tuple[Problem, ...]]:
    """What the site offers, the marks of all that can be printed, its files by their address, and what was refused.

    Nothing where the station does not want it, or the press is not installed, which is told.
    """
    if not ward.station.printing.on_site:
        return (), (), {}, ()
    if is_missing():
        return (), (), {}, (problem("print-left-out", Where(Project.site)),)
    folder = Project(ward.root).printed
    sheets = sheets_of(ward, packages=packages)
    made = print_sheets(list_offered(sheets), folder, partial(report, tr(N_("Printing"))), pictures=True)
    offers: list[Offer] = []
    linked: dict[str, Path] = {}
    bundles: dict[str, list[Sheet]] = {}
    for sheet in list_offered(sheets):
        for path in made.files.get(sheet.name, ()):
            name = path.relative_to(folder).as_posix()
            linked[addresses.printed_file(name)] = path
            if path.suffix == ".pdf":
                offers.append(Offer(sheet, name, path.stat().st_size, f"{sheet.name}.png"))
                # An article is one sheet: there is nothing to pack.
                if sheet.product != notices.PRODUCT:
                    bundles.setdefault(sheet.mark.subject, []).append(sheet)
    for path in pack_bundles(folder, bundles):
        linked[addresses.printed_file(path.name)] = path
    return tuple(offers), tuple(dict.fromkeys(each.mark for each in sheets)), linked, made.problems
