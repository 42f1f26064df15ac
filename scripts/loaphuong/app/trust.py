"""The approver's counter: approve, withdraw, tell where each text stands, prove a file to be the approved one."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaphuong.app.ward import load
from loaphuong.core import files
from loaphuong.core.digest import of_file
from loaphuong.core.problems import Stopped, problem, stop
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.radio import log, orders, studio
from loaphuong.radio.booth import readings_of
from loaphuong.radio.programme import ARTICLE_KINDS, ItemKind
from loaphuong.trust import approval, registry, signing
from loaphuong.trust.approval.text import everything

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime
    from pathlib import Path

    from loaphuong.core.problems import Problem
    from loaphuong.radio.programme import Programme
    from loaphuong.radio.ward import Ward
    from loaphuong.trust.approval import State, Text
    from loaphuong.trust.registry import Approval


@dataclass(frozen=True, slots=True)
class Row:
    """A line of `loa status`: `changes` is what differs from what was approved, as a unified diff."""

    name: str
    title: str
    state: State
    approval: Approval | None
    changes: str = ""


def named(ward: Ward, name: str) -> Text:
    """The text of this name: a slug, a path in content/, with or without `.md`; Stopped if there is none."""
    content = f"{Project.content}/"
    wanted = name.replace("\\", "/").removeprefix("./").removeprefix(content).removesuffix(".md")
    by_path = {text.where.path.removeprefix(content).removesuffix(".md"): text for text in ward.texts.values()}
    found = ward.texts.get(wanted) or by_path.get(wanted)
    if found is None:
        raise stop("unknown-text", Where(Project.content), name=name)
    return found


def approve(
    root: Path,
    now: datetime,
    names: Sequence[str],
    by: str,
    title: str,
    *,
    all_waiting: bool = False,
    key: Path | None = None,
) -> tuple[Text, ...]:
    """Note that `by` answers for these texts as they are now, all or none; `all_waiting` takes all that wait."""
    with files.locked(root):
        ward = load(root, now)
        texts = waiting(ward) if all_waiting else tuple(dict.fromkeys(named(ward, name) for name in names))
        paths = {text.where.path for text in texts}
        against = [found for found in ward.mistakes if found.where.path in paths and not found.warning]
        for text in texts:
            against += approval.against(text, ward.register, by, title)
        if against:
            raise Stopped(against)
        given = [approval.approve(text, by, title, now) for text in texts]
        if key:
            given = [signing.sign(each, key) for each in given]
        elif ward.station.trust.require_signature:
            raise stop("signature-required", ward.station.at("duyet.require_signature"))
        for text in texts:
            registry.keep(root, text.form)
        if given:
            registry.append(root, *given)
    return texts


def waiting(ward: Ward) -> tuple[Text, ...]:
    """Every ready text that nobody has approved as it is."""
    held = {found.where for found in ward.unapproved}
    return tuple(text for text in ward.texts.values() if text.where in held and not ward.register.withdrawn(text.name))


def withdraw(root: Path, now: datetime, name: str, by: str, why: str) -> tuple[Text, tuple[Problem, ...]]:
    """Take a text back for good: its words go at the next build. Returns what cannot be reached, with what to do."""
    with files.locked(root):
        ward = load(root, now)
        text = named(ward, name)
        if earlier := ward.register.withdrawn(text.name):
            raise stop("already-withdrawn", text.where, name=text.name, on=f"{earlier.at:%d/%m/%Y}")
        registry.append(root, approval.withdraw(text, by, why, now))
        registry.forget(root, ward.register, text.name)
        heard = log.times_heard(ward.aired)
        slots = [order.slot for order in ward.orders if carries(order, text.name)]
        aired = [slot.name for slot in slots if slot.name in heard]
        packages = Project(root).packages
        handed = [slot.name for slot in slots if slot.name not in heard and (packages / slot.name).is_dir()]
        erase(root, text.name, handed)
    return text, approval.unreachable(text.name, aired, handed)


def erase(root: Path, name: str, slots: Iterable[str]) -> None:
    """Take a text's sound out of the project: its own readings, and the packages that say it and were not aired."""
    for folder in (*readings_of(root, name), *(Project(root).packages / slot for slot in slots)):
        shutil.rmtree(folder, ignore_errors=True)


def carries(order: Programme, name: str) -> bool:
    """Whether a running order says any word of a text."""
    return any(name in item.refs for item in order.items)


def status(root: Path, now: datetime, names: Sequence[str] = ()) -> tuple[Row, ...]:
    """Where these texts stand, or all of them, the home page first."""
    ward = load(root, now)
    wanted = {named(ward, name).name for name in names} or ward.texts.keys()
    heard = log.times_heard(ward.aired)
    aired = {ref for order in ward.orders if order.slot.name in heard for item in order.items for ref in item.refs}
    digests = approval.digests(ward.texts)
    rows = []
    for public in everything(ward.content):
        text = ward.texts[approval.name_of(public)]
        if text.name not in wanted:
            continue
        last = ward.register.approved(text.name)
        kept = registry.kept(root, last.digest) if last and last.digest != text.digest else None
        rows.append(
            Row(
                text.name,
                text.title,
                approval.state(public, ward.register, digests, now, aired),
                last,
                approval.changes(kept, text) if kept else "",
            )
        )
    return tuple(rows)


def verify(root: Path, now: datetime, name: str) -> tuple[Problem, ...]:
    """Why a slot's files, or one file, are not the approved ones; nothing where they are.

    `name` is a slot, or a file anywhere (a USB stick), which is matched with the slot whose recording it is.
    """
    ward = load(root, now)
    recorded = {order.slot.name: studio.load(Project(root).packages / order.slot.name) for order in ward.orders}
    sums = {
        slot: tuple(file.sha256 for _, file in episode.files)
        for slot, episode in recorded.items()
        if episode is not None
    }
    file = root / name
    if name in {order.slot.name for order in ward.orders}:
        order = orders.require(ward.orders, name)
        episode = recorded[name]
        if episode is None:
            raise stop("verify-unrecorded", Where(orders.path_of(name)), slot=name)
        paths = [root / media.path for _, media in episode.files]
        found = tuple(each for path in paths for each in verify_file(ward, order, path, sums[name]))
        return (*on_hold(ward, name, Where(name)), *found)
    if not file.is_file():
        raise stop("verify-no-file", Where(name), name=name)
    own = sha256(file)
    slot = next((slot for slot, known in sums.items() if own in known), None)
    if slot is None:
        return (problem("verify-unknown-file", Where(name)),)
    found = verify_file(ward, orders.require(ward.orders, slot), file, sums[slot])
    return (*on_hold(ward, slot, Where(name)), *found)


def verify_file(ward: Ward, order: Programme, path: Path, known: Iterable[str]) -> tuple[Problem, ...]:
    """One file against the recordings of a slot and the texts its running order was frozen with."""
    made_from = [
        (item.refs[0], item.digest) for item in order.items if item.kind in ARTICLE_KINDS | {ItemKind.CORRECTION}
    ]
    return approval.verify(sha256(path), tuple(known), made_from, ward.register, Where(path.name))


def on_hold(ward: Ward, slot: str, where: Where) -> tuple[Problem, ...]:
    """That a slot is on hold, if it is."""
    why = ward.decisions.held.get(slot)
    return () if why is None else (problem("verify-held", where, slot=slot, why=why),)


def sha256(path: Path) -> str:
    """The digest of a file; of nothing where it is gone."""
    return of_file(path) if path.is_file() else ""
