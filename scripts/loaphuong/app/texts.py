"""A text of the ward by the name that a person gives it: its address, its file, its title."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from loaphuong.content import listing
from loaphuong.core.problems import stop
from loaphuong.core.project import Project
from loaphuong.core.vietnamese import fold, nfc
from loaphuong.core.where import Where
from loaphuong.trust import approval

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from loaphuong.core.problems import Stopped
    from loaphuong.radio.ward import Ward
    from loaphuong.trust.approval import Text

NEAREST = 3


def all_texts(ward: Ward) -> dict[str, Text]:
    """Every text by name: as it is written, or as it stands where its file is broken or gone."""
    standing = approval.texts(ward.standing.content, ward.standing.pictures.get)
    return {**ward.texts, **{name: text for name, text in standing.items() if name not in ward.texts}}


def find_text(ward: Ward, name: str) -> Text:
    """The text of this name: a slug, a path in content/ with or without `.md`, or a title, accents left out or not.

    Stopped, with the nearest names, if there is none, and with all of them if a title is that of several.
    """
    texts = all_texts(ward)
    wanted = bare(name)
    by_path = {bare(text.where.path): text for text in texts.values()}
    if found := texts.get(wanted) or by_path.get(wanted):
        return found
    same = [text for text in texts.values() if name_key(name) in {name_key(text.title), name_key(text.name)}]
    if len(same) == 1:
        return same[0]
    if same:
        names = ", ".join(sorted(text.name for text in same))
        raise stop("several-texts", Where(Project.content), name=name, names=names)
    raise unknown(name, texts.values())


def find_paths(ward: Ward, names: Iterable[str], here: Path) -> tuple[Path, ...]:
    """The files and folders that names mean: paths from `here` or the project, texts, sections; Stopped for a name
    that means nothing."""
    project = Project(ward.root)
    files, _ = listing.markdown(ward.root)
    written = {bare(project.name(path)): path for path in files}
    found: list[Path] = []
    for name in names:
        given = nfc(name).replace("\\", "/").rstrip("/") or "."
        places = (here / given, ward.root / given, project.content / given, project.content / f"{given}.md")
        if there := next((place.resolve() for place in places if is_ours(ward.root, place)), None):
            found.append(there)
            continue
        stems = {path for path in files if name_key(name) == name_key(path.stem)}
        sections = {
            project.content / each.slug for each in ward.content.sections if name_key(name) == name_key(each.title)
        }
        known = written.get(bare(name))
        if known or stems or sections:
            found += [known] if known else sorted(sections or stems)
        else:
            found.append(ward.root / find_text(ward, name).where.path)
    return tuple(found)


def is_ours(root: Path, place: Path) -> bool:
    """Whether a path names a file or a folder of the project; one that no disk can have names none."""
    try:
        return place.exists() and place.resolve().is_relative_to(root.resolve())
    except (OSError, ValueError):
        return False


def bare(name: str) -> str:
    """A name or a path as texts are known by: from content/, without its ending."""
    path = nfc(name).replace("\\", "/").removeprefix("./").removeprefix(f"{Project.content}/")
    return path.removesuffix(".md")


def name_key(name: str) -> str:
    """A title or a slug as they are compared: without case, accents and signs."""
    return " ".join("".join(letter if letter.isalnum() else " " for letter in fold(nfc(bare(name)))).split())


def unknown(name: str, texts: Iterable[Text]) -> Stopped:
    """To raise for a name that is nobody's, with the nearest."""
    keys = {name_key(each): text.name for text in texts for each in (text.name, text.title, text.name.split("/")[-1])}
    near = [keys[each] for each in get_close_matches(name_key(name), keys, NEAREST, 0.6)]
    begun = [slug for key, slug in keys.items() if len(name_key(name)) > 2 and name_key(name) in key]
    closest = ", ".join(list(dict.fromkeys((*near, *begun)))[:NEAREST]) or "–"
    return stop("unknown-text", Where(Project.content), name=name, closest=closest)
