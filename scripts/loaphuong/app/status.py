"""`loa status`: where every text stands, and what changed since it was approved."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import PurePosixPath
from textwrap import shorten
from typing import TYPE_CHECKING

import click

from loaphuong.app import output
from loaphuong.app.call import json_option
from loaphuong.app.texts import all_texts, find_text, name_key
from loaphuong.app.ward import load
from loaphuong.content.load import load as load_content
from loaphuong.core.messages import N_, tr
from loaphuong.core.vietnamese import day, fold
from loaphuong.radio import log
from loaphuong.radio.forecast import forecast
from loaphuong.trust import approval
from loaphuong.trust.approval import State, records

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from loaphuong.app.call import Call
    from loaphuong.trust.registry import Approval

# Above so many texts only those that wait for somebody are listed.
MANY = 40
WAITING = frozenset({State.DRAFT, State.WAITING, State.EDITED, State.APPROVED})
TITLE_WIDTH = 48


@dataclass(frozen=True, slots=True)
class TextStatus:
    """Where a text stands: `changes` is what differs from what was approved, as a unified diff; `airing` is when it is
    read, where that was asked."""

    name: str
    title: str
    section: str
    state: State
    approval: Approval | None
    changes: str = ""
    airing: str = ""


@click.command
@click.argument("texts", nargs=-1)
@click.option("--diff", is_flag=True, help=N_("Show the changes line by line."))
@click.option("--state", help=N_("Only texts in this state, as the list names it; several with commas."))
@click.option("--section", help=N_("Only texts of this section, by its name or its folder."))
@click.option("--all", "whole", is_flag=True, help=N_("Every text, also where there are many."))
@json_option
@click.pass_obj
def command(
    call: Call, texts: tuple[str, ...], diff: bool, state: str | None, section: str | None, whole: bool, as_json: bool
) -> None:
    """A line a text: of those named, or of all; of many only those that wait for something."""
    states = find_states(state) if state else ()
    found = list_status(call.root, call.now, texts, airing=bool(texts))
    sections = section_titles(call.root)
    if section:
        folder = find_section(section, sections)
        found = tuple(text for text in found if text.section == folder)
    found = tuple(text for text in found if not states or text.state in states)
    if as_json:
        output.print_json([status_data(text) for text in found])
    else:
        brief = len(found) > MANY and not (whole or states or section or texts)
        print_status(found, sections, diff=diff, brief=brief)


def find_states(given: str) -> tuple[State, ...]:
    """States as people write them, with or without accents; a usage error for a word that is none."""
    known = {fold(each.value): each for each in State}
    words = [fold(word).strip().replace("_", " ") for word in given.split(",")]
    if wrong := [word for word in words if word not in known]:
        choices = ", ".join(each.value for each in State)
        raise click.UsageError(tr(N_("No state is called “{state}”: {choices}"), state=wrong[0], choices=choices))
    return tuple(known[word] for word in words)


def section_titles(root: Path) -> dict[str, str]:
    """The titles of the sections by their folders, in the order of the page."""
    content, _ = load_content(root)
    return {each.slug: each.title for each in content.sections}


def find_section(given: str, sections: Mapping[str, str]) -> str:
    """The folder of a section by its folder or its title; a usage error for none."""
    found = next(
        (slug for slug, title in sections.items() if name_key(given) in {name_key(slug), name_key(title)}), None
    )
    if found is None:
        choices = ", ".join(sections.values())
        raise click.UsageError(tr(N_("No section is called “{section}”: {choices}"), section=given, choices=choices))
    return found


def list_status(
    root: Path, now: datetime, names: Sequence[str] = (), *, airing: bool = False
) -> tuple[TextStatus, ...]:
    """Where these texts stand, or all of them, the home page first; with `airing` also when each is read."""
    ward = load(root, now)
    wanted = {find_text(ward, name).name for name in names}
    heard = log.times_heard(ward.aired)
    aired = {ref for order in ward.orders if order.slot.name in heard for item in order.items for ref in item.refs}
    written = {approval.name_of(public): public for public in approval.list_public(ward.content)}
    texts = {name: text for name, text in all_texts(ward).items() if not wanted or name in wanted}
    read = forecast(ward, texts) if airing else {}
    found = []
    for name, text in texts.items():
        last = ward.register.find_approval(name)
        kept = records.read(root, last.digest) if last and name in ward.standing.edited else None
        state = approval.state(name, written.get(name), ward.standing, ward.register, now, aired)
        changes = approval.changes(kept, text) if kept else ""
        section = PurePosixPath(text.where.path).parent.name
        found.append(TextStatus(name, text.title, section, state, last, changes, read.get(name, "")))
    return tuple(found)


def print_status(found: Sequence[TextStatus], sections: Mapping[str, str], *, diff: bool, brief: bool = False) -> None:
    """Section by section, a text a line: its state, its title, its name, who approved it when; then how many there are.

    `brief` leaves out what waits for nothing.
    """
    shown = [text for text in found if not brief or text.state in WAITING or text.changes]
    wide = max((min(len(text.title), TITLE_WIDTH) for text in shown), default=0)
    named = max((len(text.name) for text in shown), default=0)
    for folder in dict.fromkeys((*sections, *(text.section for text in shown))):
        texts = [text for text in shown if text.section == folder]
        if texts and len(shown) > 1:
            click.secho(sections.get(folder, tr(N_("The station and its page"))), bold=True)
        for text in texts:
            print_text(text, wide, named, diff=diff)
    counts = Counter(text.state for text in found)
    told = ", ".join(f"{counts[state]} {state.value}" for state in State if counts[state])
    if len(found) > 1:
        click.echo(tr(N_("{count} texts: {told}."), count=len(found), told=told))
    if brief and len(shown) < len(found):
        output.notice(tr(N_("Shown is what waits for something; `loa status --all` shows every text.")))


def print_text(text: TextStatus, wide: int, named: int, *, diff: bool) -> None:
    """One text, with what is to be said of it."""
    given = text.approval
    remark = f"{given.by}, {day(given.at)}" if given else ""
    if given and text.state is State.EDITED:
        remark = tr(N_("what was approved on {day} stays published"), day=day(given.at))
    title = shorten(text.title, TITLE_WIDTH, placeholder="…")
    click.echo(f"  {text.state.value:<14}  {title:<{wide}}  {text.name:<{named}}  {remark}".rstrip())
    if text.airing:
        click.echo(f"{'':<18}{text.airing}")
    if diff and text.changes:
        for line in text.changes.splitlines()[2:]:
            click.secho(f"    {line}", fg={"+": "green", "-": "red"}.get(line[:1]))


def status_data(text: TextStatus) -> dict[str, object]:
    """A text's status for machines."""
    return {
        "name": text.name,
        "title": text.title,
        "section": text.section,
        "state": text.state.value,
        "approved_by": text.approval.by if text.approval else None,
        "approved_at": text.approval.at.isoformat() if text.approval else None,
        "changes": text.changes,
        "airing": text.airing or None,
    }
