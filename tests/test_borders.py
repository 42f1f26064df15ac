"""The boundaries of the house, held by one test that reads the imports: who knows whom, who may touch what."""

from __future__ import annotations

import ast
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po

from loaphuong.messages import LOCALE
from loaphuong.problems.catalogue import CATALOGUE, PAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PACKAGE = Path(__file__).parent.parent / "scripts" / "loaphuong"
NAME = "loaphuong"
# What every room may lean on. A foundation module leans on others of the foundation only.
FOUNDATION = frozenset(
    {"model", "problems", "messages", "digest", "files", "vietnamese", "markup", "addresses", "dates", "forms"}
    | {"labels", "names", "sound", "spreadsheet", "webvtt"}
)
# Who knows several rooms, and who knows all.
STAIR = frozenset({"pipeline", "doctor"})
TOP = frozenset({"cli", "show", "__main__"})
# Who alone may touch a library, however it is imported: the room, or the very module.
KEEPERS = {
    "pydub": {"studio", "sound"},
    "imageio_ffmpeg": {"studio"},
    "mutagen": {"studio"},
    "feedgen": {"feeds"},
    "mkdocs": {"site"},
    "material": {"site"},
    "espeakng_loader": {"voices"},
    "piper": {"voices"},
    "httpx": {"voices"},
    "docx": {"report", "exports"},
    "icalendar": {"exports"},
    "holidays": {"programme"},
    "filelock": {"files"},
    "yaml": {"articles", "publication", "forms"},
    "nh3": {"markup"},
    "markdown": {"markup", "site"},
    "markdown_it": {"markup"},
    "PIL": {"publication", "discover", "articles", "studio", "exports"},
    "click": TOP,
    "rich": TOP,
    "subprocess": {"signing", "studio", "voices"},
}
# Engines are many megabytes: a station that does not use one never loads it.
LAZY = frozenset({"espeakng_loader", "piper", "httpx", "mkdocs", "material"})
CLOCK = re.compile(r"(^|\.)(datetime|date)\.(now|utcnow|today)$|^time\.(time|localtime|gmtime|strftime)$")
# Never: what runs code out of data, or a shell.
FORBIDDEN_CALLS = frozenset({"eval", "exec", "compile", "__import__", "os.system", "os.popen"})
FORBIDDEN_MODULES = frozenset({"pickle", "marshal", "shelve", "requests", "urllib3", "dill"})


@dataclass(frozen=True, eq=False)
class Module:
    """A file of the package: its path, its room, its tree."""

    path: Path
    tree: ast.Module

    @property
    def name(self) -> str:
        """`room.module`, as in an import, without the package."""
        parts = self.path.relative_to(PACKAGE).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def room(self) -> str:
        """The first part of the name; empty for the package itself."""
        return self.name.split(".")[0]

    @cached_property
    def imports(self) -> list[tuple[str, bool]]:
        """Every module that is imported at run time, in full, and whether at the top of the file."""
        hidden = {
            below
            for node in ast.walk(self.tree)
            if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
            for below in ast.walk(node)
        }
        top = set(self.tree.body)
        found: list[tuple[str, bool]] = []
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import) and node not in hidden:
                found += [(alias.name, node in top) for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node not in hidden:
                assert node.level == 0, f"{self.path}:{node.lineno}: relative import"
                module = node.module or ""
                names = [f"{module}.{alias.name}" for alias in node.names] if module == NAME else [module]
                found += [(name, node in top) for name in names]
        return found

    @cached_property
    def calls(self) -> list[tuple[str, int]]:
        """Every call by the dotted name it is made under, with its line."""
        return [(ast.unparse(node.func), node.lineno) for node in ast.walk(self.tree) if isinstance(node, ast.Call)]


MODULES = [Module(path, ast.parse(path.read_text(encoding="utf-8"))) for path in sorted(PACKAGE.rglob("*.py"))]


def ours(module: Module) -> set[str]:
    """The rooms of ours that a module imports, its own left out."""
    return {name.split(".")[1] for name, _ in module.imports if name.startswith(f"{NAME}.")} - {module.room}


def rooms_do_not_know_rooms(module: Module) -> Iterator[str]:
    """A room leans on the foundation only; the foundation on itself; the stair knows rooms, nobody the top."""
    if module.room in TOP:
        return
    strangers = ours(module) - FOUNDATION
    yield from (f"imports {room}" for room in (strangers & TOP if module.room in STAIR else strangers))


def libraries_have_their_keeper(module: Module) -> Iterator[str]:
    """Who may touch a library, and which nobody may."""
    for name, _ in module.imports:
        library = name.split(".")[0]
        if library in FORBIDDEN_MODULES or module.room not in KEEPERS.get(library, {module.room}):
            yield f"imports {name}"


def engines_are_loaded_when_used(module: Module) -> Iterator[str]:
    """No engine and no generator at the top of a file."""
    yield from (f"imports {name} at the top" for name, top in module.imports if top and name.split(".")[0] in LAZY)


def time_is_handed_in(module: Module) -> Iterator[str]:
    """Nothing below cli looks at the clock or speaks by itself."""
    if module.room not in TOP:
        yield from (f"{line}: {name}()" for name, line in module.calls if name == "print" or CLOCK.search(name))


def data_is_never_code(module: Module) -> Iterator[str]:
    """Nothing is evaluated, no shell is opened, YAML is read by the safe loader."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            shell = any(each.arg == "shell" for each in node.keywords)
            unsafe = name in {"yaml.load", "yaml.full_load", "yaml.unsafe_load"} and "Loader" not in ast.unparse(node)
            if name in FORBIDDEN_CALLS or shell or unsafe:
                yield f"{node.lineno}: {name}()"


def only_spoken_makes_spoken_text(module: Module) -> Iterator[str]:
    """What a voice says came through the rules of reading."""
    if module.room != "spoken":
        yield from (f"{line}: SpokenText()" for name, line in module.calls if name.split(".")[-1] == "SpokenText")


def errors_are_not_swallowed(module: Module) -> Iterator[str]:
    """No bare except, and no `except Exception` that goes on in silence."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else ""
            quiet = all(isinstance(each, ast.Pass | ast.Continue) for each in node.body)
            if not caught or (quiet and caught in {"Exception", "BaseException"}):
                yield f"{node.lineno}: except {caught}"


def everybody_introduces_themselves(module: Module) -> Iterator[str]:
    """Each module, public class and function says what it is for; a function of one statement speaks for itself."""
    if not ast.get_docstring(module.tree):
        yield "no docstring"
    for node in module.tree.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_") and len(node.body) > 1:
            yield from [] if ast.get_docstring(node) else [f"{node.lineno}: {node.name}"]


LAWS = (
    rooms_do_not_know_rooms,
    libraries_have_their_keeper,
    engines_are_loaded_when_used,
    time_is_handed_in,
    data_is_never_code,
    only_spoken_makes_spoken_text,
    errors_are_not_swallowed,
    everybody_introduces_themselves,
)


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_a_law_of_the_house(law: Callable[[Module], Iterator[str]]) -> None:
    """No module breaks it."""
    broken = [f"{module.path.relative_to(PACKAGE)}: {what}" for module in MODULES for what in law(module)]
    assert not broken, "\n".join(broken)


def test_model_knows_nobody() -> None:
    """The nouns import nothing of ours."""
    (model,) = (module for module in MODULES if module.name == "model")
    assert ours(model) == set()


def test_no_drawer_called_utils() -> None:
    """A module is called by what it holds."""
    names = {part for module in MODULES for part in module.name.split(".")}
    assert not names & {"utils", "util", "helpers", "helper", "common", "misc", "tools", "lib", "base"}


# Messages


def catalogue() -> dict[str, str]:
    """The Vietnamese of every message id."""
    with (LOCALE / "vi" / "LC_MESSAGES" / "loaphuong.po").open("rb") as stream:
        return {str(each.id): str(each.string) for each in read_po(stream) if each.id}


def marked() -> dict[str, str]:
    """Every message marked with `N_` or shown with `tr` as a literal, and where."""
    found: dict[str, str] = {}
    for module in MODULES:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {"N_", "tr"} and node.args:
                argument = node.args[0]
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    found[argument.value] = f"{module.path.name}:{node.lineno}"
    return found


def fields(message: str) -> set[str]:
    """The names to be filled in a message."""
    return {name for _, name, _, _ in Formatter().parse(message) if name is not None}


def test_every_message_is_translated() -> None:
    """No English is shown to a clerk for want of a line in the .po file."""
    known = catalogue()
    problems = {text: id_ for id_, entry in CATALOGUE.items() for text in (entry.what, entry.hint)}
    missing = {text: where for text, where in (marked() | problems).items() if not known.get(text) and text}
    assert not missing, "\n".join(f"{where}: {text}" for text, where in missing.items())


def test_every_translation_has_its_message() -> None:
    """A translation of what nothing says any more is dead."""
    problems = {text for entry in CATALOGUE.values() for text in (entry.what, entry.hint)}
    assert not catalogue().keys() - marked().keys() - problems


def test_every_message_is_translated_once() -> None:
    """A message that stands twice in the .po file stops the compiler."""
    text = (LOCALE / "vi" / "LC_MESSAGES" / "loaphuong.po").read_text(encoding="utf-8")
    twice = [name for name, count in Counter(re.findall(r"^msgid (.+)$", text, re.MULTILINE)).items() if count > 1]
    assert not [name for name in twice if name != '""']


def test_translations_fill_the_same_values() -> None:
    """A translation names the values of its message and no others, so that none is lost and none is missing."""
    wrong = {text: said for text, said in catalogue().items() if said and fields(said) - fields(text)}
    lost = {text: said for text, said in catalogue().items() if said and fields(text) - fields(said)}
    assert not wrong
    assert not lost


def test_every_problem_has_one_id() -> None:
    """No two pages of the catalogue use an id, and each message has a cure."""
    ids = [id_ for page in PAGES for id_ in page]
    assert [id_ for id_, count in Counter(ids).items() if count > 1] == []
    assert [id_ for id_, entry in CATALOGUE.items() if not entry.what or not entry.hint] == []


def test_every_problem_is_raised_somewhere() -> None:
    """A message that nothing says is dead."""
    said = " ".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py") if "problems" not in path.parts)
    computed = re.compile(r"consent-(web|loa|anh)")
    assert [id_ for id_ in CATALOGUE if f'"{id_}"' not in said and not computed.fullmatch(id_)] == []


def test_problems_are_given_their_values() -> None:
    """Each `problem(…)` and `stop(…)` with a literal id fills every value of its message."""
    wrong = []
    for module in MODULES:
        for node in ast.walk(module.tree):
            if not (isinstance(node, ast.Call) and ast.unparse(node.func) in {"problem", "stop"} and node.args):
                continue
            first = node.args[0]
            if not (isinstance(first, ast.Constant) and first.value in CATALOGUE):
                continue
            if any(each.arg is None for each in node.keywords):
                continue
            entry = CATALOGUE[first.value]
            missing = fields(entry.what) | fields(entry.hint)
            missing -= {each.arg for each in node.keywords if each.arg}
            if missing:
                wrong.append(f"{module.path.name}:{node.lineno}: {first.value} lacks {missing}")
    assert not wrong, "\n".join(wrong)
