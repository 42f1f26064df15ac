"""`loa verify`: a slot's files, or one file anywhere, proved to be the approved ones."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from loaphuong.app import output
from loaphuong.app.print import choose_rules, sheets_of, with_seal
from loaphuong.app.ward import load, load_packages
from loaphuong.core.digest import of_file
from loaphuong.core.messages import N_, tr
from loaphuong.core.problems import problem, stop
from loaphuong.core.where import Where
from loaphuong.print.marks import read_form, read_mark
from loaphuong.print.nouns import FileKind
from loaphuong.print.press import Press
from loaphuong.radio import orders
from loaphuong.station.show import ARTICLE_KINDS, ItemKind
from loaphuong.trust import approval

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from loaphuong.app.call import Call
    from loaphuong.core.problems import Problem
    from loaphuong.radio.programme import Programme
    from loaphuong.radio.ward import Ward


@click.command
@click.argument("name")
@click.pass_obj
def command(call: Call, name: str) -> int:
    """Exit 1, with the reasons, if they are not."""
    file = Path(name)
    found = verify(call.root, call.now, file.resolve().as_posix() if file.is_file() else name)
    output.print_problems(found, good=tr(N_("{name} is what was approved and recorded."), name=name))
    return output.exit_code(found)


def verify(root: Path, now: datetime, name: str) -> tuple[Problem, ...]:
    """Why a slot's files, or one file, are not the approved ones; nothing where they are.

    `name` is a slot, or a file anywhere (a USB stick), which is matched with the slot whose recording it is.
    """
    ward = load(root, now)
    recorded = load_packages(ward)
    sums = {slot: tuple(file.sha256 for _, file in episode.files) for slot, episode in recorded.items()}
    file = root / name
    if name in {order.slot.name for order in ward.orders}:
        order = orders.require(ward.orders, name)
        episode = recorded.get(name)
        if episode is None:
            raise stop("verify-unrecorded", Where(orders.path_of(name)), slot=name)
        paths = [root / media.path for _, media in episode.files]
        found = tuple(each for path in paths for each in verify_file(ward, order, path, sums[name]))
        return (*check_hold(ward, name, Where(name)), *found)
    if not file.is_file():
        raise stop("verify-no-file", Where(name), name=name)
    data = file.read_bytes() if file.suffix.lower() == ".pdf" else b""
    if mark := read_mark(data):
        return verify_sheet(ward, file.name, mark, data)
    own = sha256(file)
    slot = next((slot for slot, known in sums.items() if own in known), None)
    if slot is None:
        return (problem("verify-unknown-file", Where(name)),)
    found = verify_file(ward, orders.require(ward.orders, slot), file, sums[slot])
    return (*check_hold(ward, slot, Where(name)), *found)


def verify_sheet(ward: Ward, name: str, mark: str, data: bytes) -> tuple[Problem, ...]:
    """A printed file against what would be printed of its text now: first its mark, then the sheet it says it is."""
    subject = mark.partition(".")[0]
    sheets = [each for each in sheets_of(ward) if each.mark.subject == subject]
    values = {"file": name, "mark": mark, "subject": subject}
    if not sheets:
        return (problem("sheet-gone", Where(name), **values),)
    if now := next((each.mark.text for each in sheets if each.mark.text != mark), None):
        return (problem("sheet-replaced", Where(name), now=now, **values),)
    if form := read_form(data):
        refs = [f"{subject}#{'+'.join(form.chosen)}"] if form.chosen else []
        alike = choose_rules(ward, refs, form.ink) if refs else sheets_of(ward, form.ink)
        same = (each for each in alike if each.name == form.name and FileKind.PDF in each.forms)
        if any(Press().print(with_seal(each) if form.seal else each)[f"{form.name}.pdf"] == data for each in same):
            return ()
    return (problem("sheet-changed", Where(name), **values),)


def verify_file(ward: Ward, order: Programme, path: Path, known: Iterable[str]) -> tuple[Problem, ...]:
    """One file against the recordings of a slot and the texts its running order was frozen with."""
    made_from = [
        (item.refs[0], item.digest) for item in order.items if item.kind in ARTICLE_KINDS | {ItemKind.CORRECTION}
    ]
    return approval.verify(sha256(path), tuple(known), made_from, ward.register, Where(path.name))


def check_hold(ward: Ward, slot: str, where: Where) -> tuple[Problem, ...]:
    """That a slot is on hold, if it is."""
    why = ward.decisions.held.get(slot)
    return () if why is None else (problem("verify-held", where, slot=slot, why=why),)


def sha256(path: Path) -> str:
    """The digest of a file; of nothing where it is gone."""
    return of_file(path) if path.is_file() else ""
