"""The boundaries of the house, held by one test that reads the imports: who knows whom, who may touch what."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from graphlib import TopologicalSorter
from importlib.metadata import packages_distributions
from typing import TYPE_CHECKING

import pytest

from loaphuong.core.project import Place, Project
from tests.package import MODULES, NAME, PACKAGE, Module

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# The floors of the house, from the ground up: a room leans on those it names, and on nobody above.
LEANS: dict[str, frozenset[str]] = {
    "core": frozenset(),
    "station": frozenset({"core"}),
    "content": frozenset({"core"}),
    "speech": frozenset({"core", "station", "content"}),
    "trust": frozenset({"core", "content"}),
    "radio": frozenset({"core", "station", "content", "trust", "speech"}),
    "print": frozenset({"core", "station", "content", "trust", "speech", "radio"}),
    "web": frozenset({"core", "station", "content", "trust", "radio", "print"}),
    "report": frozenset({"core", "station", "content", "trust", "radio", "print"}),
    "app": frozenset({"core", "station", "content", "trust", "speech", "radio", "print", "web", "report"}),
}
TOP = "app"
# Who alone may touch a library, however it is imported: the room, or the very module.
KEEPERS = {
    "pydub": {"radio.studio"},
    "imageio_ffmpeg": {"radio.studio"},
    "feedgen": {"web.feeds.xml_writer"},
    "mkdocs": {"web.site"},
    "espeakng_loader": {"speech.voices"},
    "piper": {"speech.voices"},
    "httpx": {"speech.voices"},
    "docx": {"report"},
    "typst": {"print.press"},
    "fontpkg_be_vietnam_pro": {"print.press"},
    "segno": {"print.marks"},
    "icalendar": {"radio.exports"},
    "jinja2": {"radio.rendering", "web.site"},
    "holidays": {"radio.calendar"},
    "filelock": {"core.files"},
    "watchdog": {"web.site"},
    "yaml": {"content.frontmatter"},
    "nh3": {"core.markup"},
    "markdown_it": {"core.markup"},
    "PIL": {"web.pages", "web.cards", "content.pictures", "print.press"},
    "click": {"app"},
    "rich": {"app"},
    "smtplib": {"app.notify"},
    "subprocess": {"trust.signing", "radio.studio", "speech.voices"},
}
# Engines are many megabytes: a station that does not use one never loads it.
LAZY = frozenset({"espeakng_loader", "piper", "httpx", "mkdocs", "typst", "fontpkg_be_vietnam_pro"})
# Comes with a library that is named, and is of no use without it.
PART_OF = frozenset({"pydantic-core"})
# The theme, what MkDocs makes pages with, the module that `audioop` is, the compiler of messages, time zones.
WITHOUT_IMPORT = frozenset({"mkdocs-material", "markdown", "audioop-lts", "babel", "tzdata"})
CLOCK = re.compile(r"(^|\.)(datetime|date)\.(now|utcnow|today)$|^time\.(time|localtime|gmtime|strftime)$")
# Never: what runs code out of data, or a shell.
FORBIDDEN_CALLS = frozenset({"eval", "exec", "compile", "__import__", "os.system", "os.popen"})
FORBIDDEN_MODULES = frozenset({"pickle", "marshal", "shelve", "requests", "urllib3", "dill"})

# What a project's folders and files are called. On the site there is an audio/ too, and it begins the names of formats.
PLACES = frozenset(place for place in vars(Project).values() if isinstance(place, Place))
PLACES_BELOW = tuple(
    {place for place in PLACES if "/" in place} | {f"{place}/" for place in PLACES if place != Project.audio}
)


def ours(module: Module) -> set[str]:
    """The rooms of ours that a module imports, for its types too, its own left out."""
    return {name.split(".")[1] for name in module.names if name.startswith(f"{NAME}.")} - {module.room, ""}


# Participles that no ending tells, words that end like one and are none, and what may stand beside a participle.
PARTICIPLES = frozenset(
    [
        "begun",
        "bound",
        "broken",
        "built",
        "chosen",
        "done",
        "drawn",
        "found",
        "frozen",
        "given",
        "gone",
        "heard",
        "held",
        "kept",
        "known",
        "laid",
        "led",
        "left",
        "lost",
        "made",
        "meant",
        "met",
        "paid",
        "said",
        "seen",
        "sent",
        "shown",
        "spoken",
        "taken",
        "told",
        "won",
        "written",
    ]
)
NO_PARTICIPLES = frozenset(
    [
        "bring",
        "feed",
        "heading",
        "leading",
        "listing",
        "mapping",
        "need",
        "nothing",
        "posting",
        "read",
        "reading",
        "seed",
    ]
)
BESIDE = frozenset(
    ["already", "as", "at", "by", "down", "for", "from", "in", "of", "off", "on", "out", "to", "up", "with"]
)


def is_participle(word: str) -> bool:
    """Whether a word of a name says that something was done, or is being done."""
    return word not in NO_PARTICIPLES and (word in PARTICIPLES or word.endswith(("ed", "ing")))


def functions_are_no_participles(module: Module) -> Iterator[str]:
    """A function is called by what it does, or by what it gives (a noun); `made` and `sent_to` are neither."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef) and not any(
            "property" in ast.unparse(each) for each in node.decorator_list
        ):
            words = [word for word in node.name.strip("_").split("_") if word not in BESIDE]
            if words and all(map(is_participle, words)):
                yield f"{node.lineno}: {node.name}"


def rooms_lean_downward(module: Module) -> Iterator[str]:
    """A room uses only the rooms below that it is drawn to lean on."""
    allowed = LEANS.get(module.room, frozenset())
    yield from (f"imports {room}" for room in ours(module) - allowed if module.room)


def libraries_have_their_keeper(module: Module) -> Iterator[str]:
    """Who may touch a library, and which nobody may."""
    for name, _ in module.imports:
        library = name.split(".")[0]
        keepers = KEEPERS.get(library)
        kept = keepers is None or any(f"{module.name}.".startswith(f"{keeper}.") for keeper in keepers)
        if library in FORBIDDEN_MODULES or not kept:
            yield f"imports {name}"


def engines_are_loaded_when_used(module: Module) -> Iterator[str]:
    """No engine and no generator at the top of a file."""
    yield from (f"imports {name} at the top" for name, top in module.imports if top and name.split(".")[0] in LAZY)


def time_is_handed_in(module: Module) -> Iterator[str]:
    """Nothing below app looks at the clock or speaks by itself."""
    if module.room != TOP:
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
    if not module.name.startswith("speech.spoken"):
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


def paths_are_asked_of_the_project(module: Module) -> Iterator[str]:
    """No other module names a folder or a file of a project."""
    if module.name == "core.project":
        return
    words = {id(node.value) for node in ast.walk(module.tree) if isinstance(node, ast.Expr)}
    joined = {id(node.right) for node in ast.walk(module.tree) if isinstance(node, ast.BinOp)}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in words:
            deep = node.value.startswith(PLACES_BELOW)
            if deep or (id(node) in joined and node.value.split("/")[0] in PLACES):
                yield f"{node.lineno}: {node.value!r}"


LAWS = (
    paths_are_asked_of_the_project,
    rooms_lean_downward,
    libraries_have_their_keeper,
    engines_are_loaded_when_used,
    time_is_handed_in,
    data_is_never_code,
    only_spoken_makes_spoken_text,
    errors_are_not_swallowed,
    everybody_introduces_themselves,
    functions_are_no_participles,
)


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_a_law_of_the_house(law: Callable[[Module], Iterator[str]]) -> None:
    """No module breaks it."""
    broken = [f"{module.path.relative_to(PACKAGE)}: {what}" for module in MODULES for what in law(module)]
    assert not broken, "\n".join(broken)


def test_every_room_is_drawn() -> None:
    """The drawing names the rooms there are, and each leans only on rooms drawn before it: no circle is possible."""
    assert {module.room for module in MODULES} - {""} == set(LEANS)
    rooms = list(LEANS)
    for place, room in enumerate(rooms):
        assert LEANS[room] <= set(rooms[:place]), room


def test_every_arrow_is_used() -> None:
    """An arrow that is drawn and not walked is taken out of the drawing."""
    walked = {(module.room, room) for module in MODULES for room in ours(module)}
    assert walked == {(room, other) for room, others in LEANS.items() for other in others}


def test_no_circle_of_modules() -> None:
    """A module never comes back to itself by what it imports, for its types too; a package's face is no module."""
    files = {f"{NAME}.{module.name}": module for module in MODULES if module.path.name != "__init__.py"}
    leans = {
        name: {
            found
            for node in ast.walk(module.tree)
            if isinstance(node, ast.ImportFrom)
            for found in (node.module, *(f"{node.module}.{each.name}" for each in node.names))
            if found in files
        }
        for name, module in files.items()
    }
    assert f"{NAME}.radio.on_air" in leans[f"{NAME}.radio.newsroom"]
    TopologicalSorter(leans).prepare()


def test_no_two_classes_have_one_name() -> None:
    """Whoever reads a name knows what it is of."""
    places: dict[str, list[str]] = {}
    for module in MODULES:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ClassDef):
                places.setdefault(node.name, []).append(module.name)
    assert {name: where for name, where in places.items() if len(where) > 1} == {}


def test_no_drawer_called_utils() -> None:
    """A module is called by what it holds."""
    names = {part for module in MODULES for part in module.name.split(".")}
    assert not names & {"utils", "util", "helpers", "helper", "common", "misc", "tools", "lib", "base"}


def test_every_library_is_named_and_every_name_is_used() -> None:
    """What the package imports stands in pyproject.toml, and nothing else does without a reason."""
    project = tomllib.loads((PACKAGE.parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    given = [
        *project["dependencies"],
        *project["optional-dependencies"]["piper"],
        *project["optional-dependencies"]["print"],
    ]
    named = {re.split(r"[<>=; ]", requirement)[0] for requirement in given}
    imported = {name.split(".")[0] for module in MODULES for name, _ in module.imports}
    owners = packages_distributions()
    used = {
        owner.lower().replace("_", "-")
        for library in imported - sys.stdlib_module_names - {NAME}
        for owner in owners.get(library, [library])
    }
    assert used - named - PART_OF == set()
    assert named - used - WITHOUT_IMPORT == set()
