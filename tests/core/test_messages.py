"""Messages of command and page: each is translated, each translation is of use, and every value is filled."""

from __future__ import annotations

import ast
import re
from collections import Counter
from io import StringIO
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from loaphuong.content.articles import Channel
from loaphuong.core import messages
from loaphuong.core.messages import COMMAND, LOCALE, PAGE
from loaphuong.core.problems.catalogue import CATALOGUE, PAGES
from loaphuong.web import theme
from tests.package import MODULES, PACKAGE, ROOT

# The rooms whose words are the residents'; all others speak to clerks.
PAGE_ROOMS = frozenset({"web", "print"})
DOMAINS = pytest.mark.parametrize("domain", [COMMAND, PAGE])


def po(domain: str) -> Path:
    """The Vietnamese of a domain, as translators write it."""
    return LOCALE / "vi" / "LC_MESSAGES" / f"{domain}.po"


def catalogue(domain: str) -> dict[str, str]:
    """The Vietnamese of every message id."""
    with po(domain).open("rb") as stream:
        return {str(each.id): str(each.string) for each in read_po(stream) if each.id}


def said_in(domain: str) -> dict[str, str]:
    """Every message of a domain, and where: marked with `N_`, shown with `tr` as a literal, or of a problem."""
    found: dict[str, str] = {}
    if domain == COMMAND:
        found = {text: id_ for id_, entry in CATALOGUE.items() for text in (entry.what, entry.hint)}
    for module in MODULES:
        if (module.room in PAGE_ROOMS) != (domain == PAGE):
            continue
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {"N_", "tr"} and node.args:
                argument = node.args[0]
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    found[argument.value] = f"{module.path.name}:{node.lineno}"
    if domain == PAGE:
        themed = [path for path in (ROOT / "overrides").rglob("*") if path.suffix in theme.SPEAKING]
        found |= {text: path.name for path in themed for text in theme.messages(path.read_text(encoding="utf-8"))}
    return found


def fields(message: str) -> set[str]:
    """The names to be filled in a message."""
    return {name for _, name, _, _ in Formatter().parse(message) if name is not None}


@DOMAINS
def test_every_message_is_translated(domain: str) -> None:
    """No English is shown to a clerk or a resident for want of a line in the .po file."""
    known = catalogue(domain)
    missing = {text: where for text, where in said_in(domain).items() if not known.get(text) and text}
    assert not missing, "\n".join(f"{where}: {text}" for text, where in missing.items())


@DOMAINS
def test_every_translation_has_its_message(domain: str) -> None:
    """A translation of what nothing says any more is dead."""
    assert not catalogue(domain).keys() - said_in(domain).keys()


@DOMAINS
def test_every_message_is_translated_once(domain: str) -> None:
    """A message that stands twice in the .po file stops the compiler."""
    text = po(domain).read_text(encoding="utf-8")
    twice = [name for name, count in Counter(re.findall(r"^msgid (.+)$", text, re.MULTILINE)).items() if count > 1]
    assert not [name for name in twice if name != '""']


@DOMAINS
def test_a_catalogue_is_in_the_order_of_the_collector(domain: str) -> None:
    """So `make messages` changes the lines of new words alone."""
    known = list(catalogue(domain))
    assert known == sorted(known), "run make messages"


@DOMAINS
def test_translations_fill_the_same_values(domain: str) -> None:
    """A translation names the values of its message and no others, so that none is lost and none is missing."""
    known = catalogue(domain)
    assert not {text: said for text, said in known.items() if said and fields(said) != fields(text)}


def test_no_message_hides_from_the_collector() -> None:
    """What `make messages` reads cannot see into an f-string."""
    hidden = [
        f"{module.path.name}:{inner.lineno}"
        for module in MODULES
        for node in ast.walk(module.tree)
        if isinstance(node, ast.JoinedStr)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Call) and ast.unparse(inner.func) == "N_"
    ]
    assert not hidden


def test_the_collector_finds_every_text_of_the_page() -> None:
    """babel.cfg leads `make messages` to every word of templates, styles, scripts, of web/ and of print/."""
    methods, options = parse_mapping_cfg(StringIO((ROOT / "babel.cfg").read_text(encoding="utf-8")))
    found = extract_from_dir(ROOT, methods, options, {**DEFAULT_KEYWORDS, "N_": None}, directory_filter=worth_reading)
    assert {message for _, _, message, _, _ in found} == set(said_in(PAGE))


def worth_reading(folder: str) -> bool:
    """Whether words may stand in a folder: the package and the theme alone."""
    path = Path(folder)
    return any(path.is_relative_to(each) or each.is_relative_to(path) for each in (PACKAGE, ROOT / "overrides"))


def test_a_catalogue_is_read_as_it_was_last_edited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its compiled file, or with an older one, the .po file itself is read; English needs neither."""
    monkeypatch.setattr(messages, "LOCALE", tmp_path)
    monkeypatch.setattr(messages, "catalogue", messages.catalogue.__wrapped__)
    written = tmp_path / "mnw" / "LC_MESSAGES" / "page.po"
    written.parent.mkdir(parents=True)
    written.write_text('msgid "Page {number}"\nmsgstr "Muk {number}"\n', encoding="utf-8")
    assert messages.translate("mnw", "Page {number}", number=2) == "Muk 2"
    assert messages.translate("en", "Page {number}", number=2) == "Page 2"
    assert messages.page_languages() == ("en", "mnw")


def test_every_problem_has_one_id() -> None:
    """No two pages of the catalogue use an id, and each message has a cure."""
    ids = [id_ for page in PAGES for id_ in page]
    assert [id_ for id_, count in Counter(ids).items() if count > 1] == []
    assert [id_ for id_, entry in CATALOGUE.items() if not entry.what or not entry.hint] == []


def test_every_problem_is_raised_somewhere() -> None:
    """A message whose id the code never holds is dead; ids that end in a channel are put together."""
    said = {
        node.value
        for module in MODULES
        if not module.name.startswith("core.problems.")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    together = {f"{start}{channel.value}" for start in said if start in {"consent-"} for channel in Channel}
    assert CATALOGUE.keys() - said - together == set()


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
