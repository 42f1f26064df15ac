"""What stands: of every text the words last approved, whatever became of its file since."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from loaphuong.content.articles import Article
from loaphuong.content.load import gather, reread
from loaphuong.content.nouns import Content, Section
from loaphuong.core import dates
from loaphuong.trust.approval import records
from loaphuong.trust.approval.text import HOME, authors, list_public, name_of, pictures_of, place_of, read_text, wrote
from loaphuong.trust.approval.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import tzinfo
    from pathlib import Path

    from loaphuong.trust.approval.records import Record
    from loaphuong.trust.approval.text import Public, Text
    from loaphuong.trust.registry import Approval, Register


@dataclass(frozen=True, slots=True)
class Standing:
    """The content that may be seen, and of each of its texts the digest of the record that is approved.

    `pictures` are the files that texts may show, each with its SHA-256. `edited` are the names of the texts whose file
    says something else by now, `gone` those whose file is not there any more. `clashes` are texts that do not stand
    because another one was approved with other bytes of the same picture: the picture's path by the text's name.
    `signed` is False where a station asks for no approval.
    """

    content: Content
    digests: Mapping[str, str]
    pictures: Mapping[str, str]
    edited: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    clashes: Mapping[str, str] = field(default_factory=dict)
    signed: bool = True


def take_as_written(content: Content, texts: Mapping[str, Text]) -> Standing:
    """All that is written stands, where no approval is asked for."""
    pictures = {path: sha256 for text in texts.values() for path, sha256 in text.pictures}
    return Standing(content, {name: text.digest for name, text in texts.items()}, pictures, signed=False)


def find_standing(
    root: Path, content: Content, texts: Mapping[str, Text], register: Register, zone: tzinfo = dates.USUAL_ZONE
) -> Standing:
    """What the register holds up of a content: texts as they are, or as they were when they were approved."""
    now = {name_of(public): public for public in list_public(content)}
    approved = {name: found for name in register.approvals if name != WORDS and (found := register.find_approval(name))}
    differing = {name for name, given in approved.items() if name not in texts or texts[name].digest != given.digest}
    kept = read_kept_records(root, {name: approved[name] for name in sorted(differing)}, texts)
    kinds = {section.slug: section.kind for section in content.sections}
    sources = {path: each.source for path, each in kept.values()}
    was = {name_of(public): public for public in reread(sources, kinds, zone)}
    stands: dict[str, Public] = {}
    pictures: dict[str, str] = {}
    edited, clashes = set[str](), dict[str, str]()
    for name, given in approved.items():
        public: Public | None = now.get(name)
        shown = dict(texts[name].pictures) if name in texts else {}
        if name in differing:
            record = kept[name][1] if name in kept else None
            public, shown, same = compare(public, texts.get(name), was.get(name), record)
            if not same:
                edited.add(name)
        if public is None or (isinstance(public, Article) and wrote(given.by, authors(public.author))):
            continue
        if other := next((path for path, sha256 in shown.items() if pictures.get(path, sha256) != sha256), None):
            clashes[name] = other
            continue
        stands[name] = public
        pictures |= shown
    home = stands.pop(HOME, None)
    held_up = gather(
        home if isinstance(home, Content) else replace(content, body="", title="", summary=""),
        [public for public in stands.values() if isinstance(public, Section)],
        [public for public in stands.values() if not isinstance(public, Section | Content)],
    )
    digests = {name: approved[name].digest for name in (*stands, *([HOME] if home else []))}
    gone = {name for name in stands if name not in texts and not (root / place_of(stands[name]).path).is_file()}
    return Standing(
        held_up, MappingProxyType(digests), MappingProxyType(pictures), frozenset(edited), frozenset(gone), clashes
    )


def read_kept_records(
    root: Path, approved: Mapping[str, Approval], texts: Mapping[str, Text]
) -> dict[str, tuple[str, Record]]:
    """The records of approvals, each with the file it is of; those that are lost are left out."""
    found = {}
    for name, given in approved.items():
        record = records.read(root, given.digest)
        path = record and (record.path or (texts[name].where.path if name in texts else None))
        if record and path:
            found[name] = (path, record)
    return found


def compare(
    public: Public | None, text: Text | None, was: Public | None, record: Record | None
) -> tuple[Public | None, dict[str, str], bool]:
    """A text whose record is not the approved one: what stands of it, the pictures shown, and whether it is the same.

    It is the same when the parsers make the same of it and its pictures are those that were approved.
    """
    if was is None or record is None:
        return None, {}, False
    shown = {path: record.pictures[path] for path in pictures_of(was) if path in record.pictures}
    before = read_text(was, record.pictures.get)
    if public and text and text.form == before.form and text.pictures == before.pictures:
        return public, shown, True
    return was, shown, False
