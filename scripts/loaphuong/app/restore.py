"""`loa restore`: the file of a text is put back as it was approved, deleted or edited since."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from loaphuong.app import output
from loaphuong.app.texts import find_text
from loaphuong.app.ward import load
from loaphuong.core import files
from loaphuong.core.messages import N_, tr
from loaphuong.core.problems import stop
from loaphuong.core.project import Project
from loaphuong.trust.approval import records
from loaphuong.trust.approval.words import WORDS

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from loaphuong.app.call import Call


@click.command
@click.argument("text")
@click.pass_obj
def command(call: Call, text: str) -> None:
    """What stood in the file is kept beside the project's own notes, and the place is told."""
    path, kept = restore(call.root, call.clock, text)
    if kept:
        output.notice(tr(N_("What stood there is kept: {path}"), path=kept))
    output.success(tr(N_("As it was approved: {path}"), path=path))


def restore(root: Path, now: datetime, name: str) -> tuple[str, str]:
    """Write a text's file and pictures as they were approved; Stopped where nothing approved is kept.

    Returns the file, and where its other words were put (empty: there was none).
    """
    with files.lock(root, files.PATIENCE_SECONDS):
        ward = load(root, now)
        text = find_text(ward, name)
        given = ward.register.find_approval(text.name)
        record = records.read(root, given.digest) if given and text.name != WORDS else None
        if given is None or record is None:
            raise stop("restore-nothing", text.where, name=text.name)
        project, path = Project(root), record.path or text.where.path
        target, kept = root / path, ""
        if target.is_file() and target.read_bytes() != record.source.encode():
            place = project.replaced / f"{target.stem}-{now:%Y%m%d-%H%M%S}{target.suffix}"
            files.write_bytes(place, target.read_bytes())
            kept = project.name(place)
        for picture, sha256 in record.pictures.items():
            data = records.bytes_of(root, picture, sha256)
            if data is None:
                raise stop("restore-nothing", text.where, name=text.name)
            if not (root / picture).is_file():
                files.write_bytes(root / picture, data)
        files.write_text(target, record.source)
    return path, kept
